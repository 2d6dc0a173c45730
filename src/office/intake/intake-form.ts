import { APPLICANT_COLUMN_LABEL, APPLICANT_KINDS } from '../../law/report-form/table-three.ts';
import {
  IDENTITY_DOCUMENT_LABEL,
  IDENTITY_DOCUMENTS,
  SUPPLY_FORM_LABEL,
  SUPPLY_FORMS,
  SUPPLY_ROUTE_LABEL,
  SUPPLY_ROUTES,
} from '../../applications/rules/applicant.ts';
import { CASE_KIND_LABEL, CASE_KINDS } from '../../applications/rules/application-log.ts';
import { CHANNEL_LABEL } from '../../applications/rules/channel.ts';
import { radioField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { formPage, formSection } from '../../views/form/form-page.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { CHANNEL_DAY, MOST_JOINT, STAFF_CHANNELS } from './read-intake.ts';

const optionsOf = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map(value => ({ value, text: labels[value] }));

/** The form as it is opened: what is usual stands in it already. */
export function openingIntake(today: Temporal.PlainDate): FormValues {
  const days = Object.fromEntries(STAFF_CHANNELS.map(channel => [CHANNEL_DAY[channel].field, today.toString()]));
  return {
    ...days,
    channel: 'signed-post',
    caseKind: 'information',
    applicantKind: 'naturalPerson',
    identityDocument: 'resident-identity-card',
    supplyForm: 'any',
    supplyRoute: 'post',
    notifyBy: '',
  };
}

function channelSection(state: FormState, today: Temporal.PlainDate): Html {
  return formSection(
    '来件',
    radioField(state, {
      name: 'channel',
      label: '申请渠道',
      required: true,
      choices: STAFF_CHANNELS.map(channel => ({
        value: channel,
        text: CHANNEL_LABEL[channel],
        more: dateField(state, {
          name: CHANNEL_DAY[channel].field,
          label: CHANNEL_DAY[channel].label,
          required: true,
          latest: today,
          hint: '收到申请之日由系统按渠道推算',
        }),
      })),
    }),
  );
}

function applicantSection(state: FormState): Html {
  const person = [
    textField(state, { name: 'name', label: '姓名', width: 'middle', autocomplete: 'off' }),
    selectField(state, {
      name: 'identityDocument',
      label: '证件名称',
      width: 'middle',
      options: optionsOf(IDENTITY_DOCUMENTS, IDENTITY_DOCUMENT_LABEL),
    }),
    textField(state, { name: 'identityNumber', label: '证件号码', width: 'middle', autocomplete: 'off' }),
    textField(state, { name: 'employer', label: '工作单位', width: 'middle', autocomplete: 'off' }),
  ];
  return formSection(
    '申请人',
    html`${radioField(state, {
      name: 'applicantKind',
      label: '申请人类别',
      required: true,
      inline: true,
      choices: APPLICANT_KINDS.map(kind => ({
        value: kind,
        text: kind === 'naturalPerson' ? '公民（自然人）' : APPLICANT_COLUMN_LABEL[kind],
      })),
    })}
<div class="field-grid"><div class="for-person">${person}</div>
<div class="for-organisation">${textField(state, { name: 'organisationName', label: '单位名称', width: 'middle', autocomplete: 'off' })}${textField(
      state,
      { name: 'creditCode', label: '统一社会信用代码', width: 'middle', autocomplete: 'off' },
    )}${textField(state, { name: 'legalRepresentative', label: '法定代表人', width: 'middle', autocomplete: 'off' })}${textField(
      state,
      { name: 'contactPerson', label: '联系人', width: 'middle', autocomplete: 'off' },
    )}</div>
${textField(state, { name: 'telephone', label: '联系电话', type: 'tel', width: 'middle', autocomplete: 'off' })}${textField(
      state,
      { name: 'email', label: '电子邮箱', type: 'email', width: 'middle', autocomplete: 'off' },
    )}${textField(state, { name: 'address', label: '通信地址', width: 'full', autocomplete: 'off' })}${textField(
      state,
      {
        name: 'postcode',
        label: '邮政编码',
        inputMode: 'numeric',
        width: 'short',
        autocomplete: 'off',
      },
    )}</div>
<details><summary>还有其他人共同申请</summary>
<div class="field-grid">${Array.from({ length: MOST_JOINT }, (_, index) => index + 2).map(position => [
      textField(state, {
        name: `name-${position}`,
        label: `第 ${position} 申请人姓名`,
        width: 'middle',
        autocomplete: 'off',
      }),
      textField(state, {
        name: `identityNumber-${position}`,
        label: '身份证号码',
        width: 'middle',
        autocomplete: 'off',
      }),
    ])}</div></details>`,
    '来件没有写明的先空着，登记以后告知补正；不要询问申请的用途。',
  );
}

function requestedSection(state: FormState): Html {
  return formSection(
    '申请内容',
    html`${textArea(state, {
      name: 'description',
      label: '所需的政府信息',
      required: true,
      rows: 5,
      limit: 4000,
      hint: '照原文录入；口头申请的，按申请人的话填写并由申请人核对签字',
    })}
<div class="field-grid">${textField(state, { name: 'title', label: '信息名称', hint: '申请人写明了名称的', width: 'full' })}${textField(
      state,
      { name: 'documentNumber', label: '文号', hint: '申请人写明了文号的', width: 'middle' },
    )}${selectField(state, { name: 'supplyForm', label: '提供形式', options: optionsOf(SUPPLY_FORMS, SUPPLY_FORM_LABEL) })}${selectField(
      state,
      { name: 'supplyRoute', label: '获取途径', options: optionsOf(SUPPLY_ROUTES, SUPPLY_ROUTE_LABEL) },
    )}</div>
<details><summary>更多：申请种类、需要的协助、进度通知</summary>
${radioField(state, {
  name: 'caseKind',
  label: '申请种类',
  inline: true,
  choices: optionsOf(CASE_KINDS, CASE_KIND_LABEL),
})}${textField(state, {
      name: 'assistance',
      label: '需要的协助',
      hint: '申请人有阅读、视力或者听力困难的（条例第四十三条）',
    })}${selectField(state, {
      name: 'notifyBy',
      label: '进度通知',
      unchosen: '不通知',
      width: 'middle',
      options: [
        { value: 'sms', text: '短信' },
        { value: 'email', text: '电子邮件' },
      ],
    })}</details>`,
  );
}

/** The first page: what arrived, copied once. */
export function intakeMain(state: FormState, today: Temporal.PlainDate): Html {
  return html`<div class="intake">${formPage({
    heading: '登记申请',
    action: '/office/applications/new',
    state,
    fields: html`${channelSection(state, today)}${applicantSection(state)}${requestedSection(state)}`,
    buttons: [{ text: '下一步：核对' }],
    back: { text: '取消', href: '/office/applications' },
  })}</div>`;
}
