import {
  SUPPLY_FORM_LABEL,
  SUPPLY_FORMS,
  SUPPLY_ROUTE_LABEL,
  SUPPLY_ROUTES,
} from '../../../applications/rules/applicant.ts';
import type { FormDraftId } from '../../../applications/rules/ids.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import { formPage, formSection, formTitle } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { stepper } from '../../../views/stepper/stepper.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import type { PublicHit } from '../../public-search/public-index.ts';
import { hitList } from '../../public-search/hit-list.ts';
import { APPLICATIONS_COLUMN, forAgency, GUIDE_CRUMB, GUIDE_PATH, NEW_PATH } from '../column.ts';
import { formAside } from './form-aside.ts';
import { applicantSections } from './applicant-fields.ts';
import { LIMITS } from './application.form.ts';
import { carried, draftChoice, fileFields, reachingSection } from './shared-fields.ts';
import type { KeptName } from './shared-fields.ts';

export const FORM_STEPS = [{ text: '填写' }, { text: '核对' }, { text: '提交并取得回执' }] as const;

export type ApplicationFormPage = {
  readonly agency: Agency;
  readonly form: FormState;
  readonly kept: readonly KeptName[];
  /** What was filled in before; null at first. */
  readonly draft: FormDraftId | null;
  readonly guard: Html;
  /** What is public already, where it was asked for; null where it was not. */
  readonly hits: readonly PublicHit[] | null;
};

function requestedSection(state: FormState, hits: ApplicationFormPage['hits']): Html {
  const ROUTE_TEXT = {
    ...SUPPLY_ROUTE_LABEL,
    collect: '当面领取（现场查阅）',
    online: '网上下载（凭查询码）',
  } as const;
  return formSection(
    '需要的政府信息',
    html`${textArea(state, {
      name: 'description',
      label: '所需信息的内容描述',
      required: true,
      hint: '写出名称、文号，或者时间、事项、范围等便于查询的特征。例如：2025年晴川区老旧小区改造项目名单和资金安排。',
      rows: 5,
      limit: LIMITS.description,
    })}<div class="look-up" id="look-up" data-look-up>
<p>${submitButton({ text: '先查一查是不是已经公开', look: 'plain', small: true, name: 'step', value: 'look-up' })}</p>
<div id="look-up-hits" aria-live="polite">${hits !== null && hitList(hits)}</div></div>
<div class="two">${textField(state, { name: 'title', label: '信息名称（知道的话）' })}${textField(state, {
      name: 'document-number',
      label: '文号（知道的话）',
    })}</div>${radioField(state, {
      name: 'supply-form',
      label: '提供信息的形式',
      required: true,
      inline: true,
      choices: SUPPLY_FORMS.map(value => ({ value, text: SUPPLY_FORM_LABEL[value] })),
    })}${radioField(state, {
      name: 'supply-route',
      label: '获取信息的方式',
      required: true,
      inline: true,
      choices: SUPPLY_ROUTES.map(value => ({ value, text: ROUTE_TEXT[value] })),
    })}`,
    '一份申请写一件事。不需要写用途。',
  );
}

/** 政府信息公开申请表: Art. 29's items and nothing more; the purpose is not asked. */
export function applicationFormPage(setting: PageSetting, page: ApplicationFormPage): Html {
  const { agency, form, kept, draft, guard, hits } = page;
  const title = `向${agency.name}申请公开政府信息`;
  return portalPage(setting, {
    path: NEW_PATH,
    title: formTitle('填写申请表', form),
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: title,
    styles: ['applications.css'],
    scripts: ['draft.js', 'character-count.js', 'look-up.js'],
    main: html`${stepper(FORM_STEPS, 1)}<div class="with-aside"><div>${formPage({
      heading: title,
      lead: html`带“必填”的才必须填写。<a href="${GUIDE_PATH}#agencies">换一个机关</a>　<a href="${forAgency(GUIDE_PATH, agency.code)}#how">用别的方式申请</a>`,
      action: NEW_PATH,
      state: form,
      files: true,
      draft: `application-${agency.code}`,
      fields: html`${carried(agency.code, draft, guard)}${requestedSection(form, hits)}${applicantSections(form)}${fileFields(
        form,
        kept,
        { label: '其他附件', hint: '有助于说明所需信息的材料。' },
      )}${reachingSection(form)}${draftChoice(form)}`,
      buttons: [{ text: '下一步：核对', name: 'step', value: 'check' }],
      back: { text: '返回指南', href: GUIDE_PATH },
    })}</div>
${formAside(agency)}</div>`,
  });
}
