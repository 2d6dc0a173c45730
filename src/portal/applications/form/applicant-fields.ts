import { APPLICANT_COLUMN_LABEL } from '../../../law/report-form/table-three.ts';
import { IDENTITY_DOCUMENT_LABEL, IDENTITY_DOCUMENTS } from '../../../applications/rules/applicant.ts';
import { radioField, tickField } from '../../../views/form/choice-fields.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import { formSection } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { applicantCount, fieldOf, isDoubtful, kindOf, MOST_APPLICANTS, ORGANIZATION_KINDS } from './applicant.form.ts';

/** Offered only where the number does not add up, so that nobody has to think about it otherwise. */
function confirmation(state: FormState, position: number, label: string): HtmlValue {
  const name = fieldOf(position, 'number-confirmed');
  return isDoubtful(state.values, position) && state.problems.length > 0 && tickField(state, { name, label });
}

function personFields(state: FormState, position: number): Html {
  const f = (name: string) => fieldOf(position, name);
  return html`<div class="two">${textField(state, { name: f('name'), label: '姓名', required: true, autocomplete: position === 1 ? 'name' : 'off' })}${textField(
    state,
    { name: f('employer'), label: '工作单位（可不填）', autocomplete: position === 1 ? 'organization' : 'off' },
  )}${selectField(state, {
    name: f('document'),
    label: '证件名称',
    required: true,
    options: IDENTITY_DOCUMENTS.map(value => ({ value, text: IDENTITY_DOCUMENT_LABEL[value] })),
  })}${textField(state, { name: f('number'), label: '证件号码', required: true, autocomplete: 'off' })}</div>
${confirmation(state, position, '我已核对，证件上的号码就是这样')}<p class="quiet">护照等外国证件照证件上的写法填写。号码加密保存，只有承办人员因办理需要才能查看，每次查看都留有记录。</p>`;
}

function organizationFields(state: FormState, position: number): Html {
  const f = (name: string) => fieldOf(position, name);
  return html`${radioField(state, {
    name: f('organization'),
    label: '单位的类别',
    required: true,
    hint: '年度报告按这五类统计。',
    inline: true,
    choices: ORGANIZATION_KINDS.map(value => ({ value, text: APPLICANT_COLUMN_LABEL[value] })),
  })}${textField(state, { name: f('organization-name'), label: '名称', required: true, autocomplete: position === 1 ? 'organization' : 'off' })}${textField(
    state,
    { name: f('credit-code'), label: '统一社会信用代码（没有的可不填）', autocomplete: 'off', width: 'middle' },
  )}${confirmation(state, position, '我已核对，证照上的代码就是这样')}${textField(state, {
    name: f('representative'),
    label: '法定代表人或者负责人',
    required: true,
    width: 'middle',
  })}${textField(state, { name: f('contact-person'), label: '联系人姓名', required: true, autocomplete: position === 1 ? 'name' : 'off', width: 'middle' })}`;
}

function contactFields(state: FormState, position: number): Html {
  const f = (name: string) => fieldOf(position, name);
  const own = (purpose: string) => (position === 1 ? purpose : 'off');
  const fields = html`<div class="two">${textField(state, { name: f('telephone'), label: '联系电话', type: 'tel', autocomplete: own('tel') })}${textField(
    state,
    { name: f('email'), label: '电子邮箱', type: 'email', autocomplete: own('email') },
  )}${textField(state, { name: f('address'), label: '通讯地址', autocomplete: own('address-line1') })}${textField(
    state,
    {
      name: f('postcode'),
      label: '邮政编码',
      inputMode: 'numeric',
      autocomplete: own('postal-code'),
      width: 'short',
    },
  )}</div>`;
  return html`<fieldset class="contact"><legend>联系方式</legend>
<p class="hint">${position === 1 ? '至少填一种。电话最方便：收到申请后要与您确认。' : '共同申请的，由第一位申请人负责联系，这里可以不填。'}</p>
${fields}</fieldset>
`;
}

/** Everything about one applicant; several are numbered. */
function applicantFields(state: FormState, position: number, count: number): Html {
  const kind = kindOf(state.values, position);
  const name = fieldOf(position, 'kind');
  const shown: FormState =
    kind === undefined && state.problems.length === 0
      ? { ...state, values: { ...state.values, [name]: 'person' } }
      : state;
  return formSection(
    count === 1 ? '申请人' : `第 ${position} 位申请人`,
    html`${radioField(shown, {
      name,
      label: '申请人是',
      required: true,
      choices: [
        { value: 'person', text: '公民', more: personFields(state, position) },
        { value: 'organization', text: '法人或者其他组织', more: organizationFields(state, position) },
      ],
    })}${contactFields(state, position)}${
      position > 1 &&
      html`<p>${submitButton({ text: '删除这位申请人', look: 'plain', small: true, name: 'step', value: `remove-${position}`, spoken: `删除第 ${position} 位申请人` })}</p>
`
    }`,
  );
}

/** All applicants; another one is added by a button that brings the form back with everything typed. */
export function applicantSections(state: FormState): Html {
  const count = applicantCount(state.values);
  return html`${hiddenField('applicants', count)}${Array.from({ length: count }, (_, index) => applicantFields(state, index + 1, count))}${
    count < MOST_APPLICANTS &&
    html`<p class="add-applicant">${submitButton({ text: '添加共同申请人', look: 'plain', name: 'step', value: 'add-applicant' })}<span class="quiet">几个人要同一份信息，可以一起申请。</span></p>
`
  }`;
}
