import { citationText } from '../../law/citation.ts';
import { AGENCY_KIND_NAME, LEGAL_REVIEW_NAME } from '../../people/rules/agency-kind-name.ts';
import { AGENCY_KINDS, LEGAL_REVIEWS } from '../../people/rules/agency.ts';
import type { Agency } from '../../people/rules/agency.ts';
import type { RemedyOrgans } from '../../people/rules/remedy-organs.ts';
import type { StaffMember } from '../../people/rules/staff.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { formPage, formSection, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { pageHeading } from '../../views/page-heading/page-heading.ts';
import { tag } from '../../views/tag/tag.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export const AGENCIES_PATH = '/office/agencies';

function branch(
  agencies: readonly Agency[],
  parent: Agency['parent'],
  mayChange: (agency: Agency) => boolean,
): Html | null {
  const children = agencies.filter(agency => agency.parent === parent);
  if (children.length === 0) return null;
  return html`<ul class="tree">${children.map(
    agency => html`<li>${
      mayChange(agency) ? html`<a href="${AGENCIES_PATH}/${agency.code}">${agency.name}</a>` : agency.name
    } <span class="quiet">${agency.code}　${AGENCY_KIND_NAME[agency.kind]}</span> ${
      agency.disclosureHead === null && agency.kind !== 'government' && tag('工作机构负责人未定', 'warning')
    }
${branch(agencies, agency.code, mayChange)}</li>`,
  )}</ul>`;
}

/** The agencies as a tree; those that the officer administers lead to their data. */
export function agenciesPage(
  setting: OfficeSetting,
  agencies: readonly Agency[],
  mayChange: (agency: Agency) => boolean,
): Html {
  return officePage(setting, {
    title: '机构',
    crumbs: [],
    main: html`${pageHeading('机构', buttonLink('增加机构', `${AGENCIES_PATH}/new`, 'main'))}
<section class="card">${branch(agencies, null, mayChange)}</section>`,
  });
}

export type AgencyForm = {
  readonly state: FormState;
  /** Null for one that is being added. */
  readonly agency: Agency | null;
  readonly parents: readonly Agency[];
  readonly mayBeTop: boolean;
  readonly staff: readonly StaffMember[];
  readonly organs: RemedyOrgans | null;
};

function remedyHint(organs: RemedyOrgans | null, which: 'reviewOrgan' | 'court'): string {
  const basis = organs === null ? '' : citationText(organs.basis[which]);
  if (organs === null) return '保存以后按机构关系推算';
  const value = organs.derived.includes(which) ? organs[which] : null;
  if (value !== null)
    return `不填按“${value}”（依${basis}推算，请核对${which === 'court' ? '，高级法院可能指定跨区域法院' : ''}）`;
  return organs[which] === null
    ? `无法推算，必须填写，否则答复书写不全救济途径（${basis}）`
    : `按填写的写入文书（${basis}）`;
}

/** Everything about an agency that its guide and its letters need. */
export function agencyFormPage(setting: OfficeSetting, form: AgencyForm): Html {
  const { state, agency, parents, mayBeTop, staff, organs } = form;
  const heading = agency === null ? '增加机构' : agency.name;
  const line = (name: string, label: string, more: { hint?: string; width?: 'short' | 'middle' } = {}) =>
    textField(state, { name, label, ...more });
  return officePage(setting, {
    title: formTitle(heading, state),
    crumbs: [{ text: '机构', href: AGENCIES_PATH }],
    main: formPage({
      heading,
      action: agency === null ? `${AGENCIES_PATH}/new` : `${AGENCIES_PATH}/${agency.code}`,
      state,
      fields: html`${formSection(
        '机构',
        html`${
          agency === null
            ? textField(state, {
                name: 'code',
                label: '机构编码',
                hint: '六位行政区划代码、连字符和三位数字，如 990101-001；登记后不能改',
                required: true,
                width: 'short',
              })
            : html`<p>机构编码：${agency.code}</p>`
        }${textField(state, { name: 'name', label: '机构全称', hint: '与公章一致', required: true })}${textField(
          state,
          {
            name: 'shortName',
            label: '简称',
            required: true,
            width: 'middle',
          },
        )}${selectField(state, {
          name: 'kind',
          label: '机构类别',
          required: true,
          width: 'middle',
          options: AGENCY_KINDS.map(kind => ({ value: kind, text: AGENCY_KIND_NAME[kind] })),
        })}${selectField(state, {
          name: 'parent',
          label: '上级机构',
          ...(mayBeTop ? { unchosen: '没有' } : {}),
          options: parents.map(({ code, name }) => ({ value: code, text: name })),
        })}${radioField(state, {
          name: 'mayMakeRules',
          label: '是否有规章制定权',
          inline: true,
          choices: [
            { value: 'no', text: '否' },
            { value: 'yes', text: '是' },
          ],
        })}`,
      )}${formSection(
        '政府信息公开工作机构',
        html`${line('office', '工作机构名称', { hint: '如 区政府办公室政务公开科' })}${
          agency !== null &&
          selectField(state, {
            name: 'disclosureHead',
            label: '负责人',
            hint: '有权同意延长答复期限（政府信息公开条例第三十三条）',
            unchosen: '未定',
            width: 'middle',
            options: staff.map(({ id, name }) => ({ value: id, text: name })),
          })
        }${line('address', '办公地址')}${line('postcode', '邮政编码', { width: 'short' })}${line('hours', '办公时间')}${line(
          'telephone',
          '联系电话',
          { width: 'middle' },
        )}${line('fax', '传真号码', { width: 'middle' })}${line('online', '互联网联系方式', { hint: '网址或者电子邮箱' })}`,
        '写入公开指南和各种文书（政府信息公开条例第十二条）。',
      )}${formSection(
        '救济途径',
        html`${line('reviewOrgan', '行政复议机关', { hint: remedyHint(organs, 'reviewOrgan') })}${line(
          'court',
          '一审法院',
          {
            hint: remedyHint(organs, 'court'),
          },
        )}`,
      )}${formSection(
        '文书',
        html`${line('letterhead', '发文机关标志', { hint: '文书上方的机关名称；不填用机构全称' })}${line(
          'numberPrefix',
          '发文机关代字',
          { hint: '如 晴政办；答复的文号写成 晴政办依复〔2026〕1号', width: 'short' },
        )}${radioField(state, {
          name: 'legalReview',
          label: '法制审核',
          choices: LEGAL_REVIEWS.map(value => ({ value, text: LEGAL_REVIEW_NAME[value] })),
        })}`,
      )}`,
      buttons: [{ text: agency === null ? '增加' : '保存' }],
      back: { text: '返回', href: AGENCIES_PATH },
    }),
  });
}
