import { SUPPLY_ROUTE_LABEL, SUPPLY_ROUTES } from '../../../applications/rules/applicant.ts';
import { radioField } from '../../../views/form/choice-fields.ts';
import { formPage, formSection, formTitle } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { textArea } from '../../../views/form/text-area.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { stepper } from '../../../views/stepper/stepper.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, CORRECTION_PATH, GUIDE_CRUMB, GUIDE_PATH } from '../column.ts';
import { formAside } from './form-aside.ts';
import { applicantSections } from './applicant-fields.ts';
import { FORM_STEPS } from './application-form.page.ts';
import type { ApplicationFormPage } from './application-form.page.ts';
import { CORRECTION_LIMIT } from './correction.form.ts';
import { carried, draftChoice, fileFields, reachingSection } from './shared-fields.ts';

function correctionSection(state: FormState): Html {
  const area = (name: string, label: string, hint: string) =>
    textArea(state, { name, label, hint, required: true, rows: 3, limit: CORRECTION_LIMIT });
  return formSection(
    '需要更正的记录',
    html`${area('record', '哪一份记录有误', '证件、档案、登记、决定书等的名称、编号和日期。')}${area(
      'wrong',
      '哪里不准确',
      '照记录上的写法抄下来。',
    )}${area('right', '应当更正为', '写出正确的内容。')}${area('evidence', '有什么证据', '例如户口簿、出生医学证明、判决书；可以在下面上传。')}${radioField(
      state,
      {
        name: 'supply-route',
        label: '答复怎样送给您',
        required: true,
        inline: true,
        choices: SUPPLY_ROUTES.map(value => ({ value, text: SUPPLY_ROUTE_LABEL[value] })),
      },
    )}`,
  );
}

/** 本人信息更正申请表 (Art. 41): which record, what is wrong in it, what would be right, and how it is known. */
export function correctionFormPage(setting: PageSetting, page: Omit<ApplicationFormPage, 'hits'>): Html {
  const { agency, form, kept, draft, guard } = page;
  const title = `向${agency.name}申请更正本人信息`;
  return portalPage(setting, {
    path: CORRECTION_PATH,
    title: formTitle('更正本人信息', form),
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: title,
    styles: ['applications.css'],
    scripts: ['draft.js', 'character-count.js'],
    main: html`${stepper(FORM_STEPS, 1)}<div class="with-aside"><div>${formPage({
      heading: title,
      lead: html`有证据证明行政机关记录的与您自身有关的信息不准确的，可以要求更正（《政府信息公开条例》第四十一条）。不归这个机关更正的，它会转送有权的机关，或者告诉您该找谁。<a href="${GUIDE_PATH}#agencies">换一个机关</a>`,
      action: CORRECTION_PATH,
      state: form,
      files: true,
      draft: `correction-${agency.code}`,
      fields: html`${carried(agency.code, draft, guard)}${correctionSection(form)}${applicantSections(form)}${fileFields(
        form,
        kept,
        { label: '证据材料', hint: '证明记录不准确的材料。' },
      )}${reachingSection(form)}${draftChoice(form)}`,
      buttons: [{ text: '下一步：核对', name: 'step', value: 'check' }],
      back: { text: '返回指南', href: GUIDE_PATH },
    })}</div>
${formAside(agency)}</div>`,
  });
}
