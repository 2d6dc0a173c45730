import { radioField } from '../../views/form/choice-fields.ts';
import { formPage, formSection, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { AGENCY_KIND_NAME } from '../../people/rules/agency-kind-name.ts';
import { AGENCY_KINDS } from '../../people/rules/agency.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

/** The form in which the first administrator says for whom the installation works. */
export function setUpPage(setting: OfficeSetting, state: FormState): Html {
  return officePage(setting, {
    title: formTitle('登记本机关', state),
    main: formPage({
      heading: '登记本机关',
      lead: '先登记使用本系统的机关，其他机构以后在“机构”里增加。',
      action: '/office/set-up',
      state,
      fields: html`${textField(state, {
        name: 'code',
        label: '机构编码',
        hint: '六位行政区划代码、连字符和三位数字，如 990101-001；登记后不能改。',
        required: true,
        width: 'short',
      })}${textField(state, { name: 'name', label: '机构全称', hint: '与公章一致', required: true })}${textField(
        state,
        {
          name: 'shortName',
          label: '简称',
          hint: '如 区政府办公室',
          required: true,
          width: 'middle',
        },
      )}${radioField(state, {
        name: 'kind',
        label: '机构类别',
        required: true,
        choices: AGENCY_KINDS.map(kind => ({ value: kind, text: AGENCY_KIND_NAME[kind] })),
      })}${formSection(
        '所属人民政府（政府办公室才填）',
        html`${textField(state, { name: 'governmentName', label: '人民政府全称' })}${textField(state, {
          name: 'governmentCode',
          label: '人民政府的机构编码',
          hint: '如 990101-000',
          width: 'short',
        })}`,
        '政府办公室以政府信息公开工作机构的身份作出的答复，视为本级人民政府的答复，复议机关和法院随之不同。',
      )}`,
      buttons: [{ text: '登记' }],
    }),
  });
}
