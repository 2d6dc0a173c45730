import { formPage, formTitle } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { passwordField } from '../../../views/form/secret-fields.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, GUIDE_CRUMB, GUIDE_PATH, STATUS_PATH } from '../column.ts';

/** 查询办理进度: asks for the code and the password of the receipt. */
export function askPage(setting: PageSetting, state: FormState): Html {
  return portalPage(setting, {
    path: STATUS_PATH,
    title: formTitle('查询办理进度', state),
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: '凭查询码和密码查询政府信息公开申请的办理进度',
    styles: ['applications.css'],
    main: formPage({
      heading: '查询办理进度',
      lead: '查询码和密码在登记回执上。当面或者邮寄提出的申请，工作人员登记后也会给您回执。',
      action: STATUS_PATH,
      state,
      fields: html`${textField(state, {
        name: 'code',
        label: '查询码',
        required: true,
        hint: '12 位字母和数字，大小写、短横都可以，例如 ABCD-EFGH-JKLM',
        autocomplete: 'off',
        width: 'middle',
      })}${passwordField(state, { name: 'password', label: '查询密码', required: true, purpose: 'current' })}`,
      buttons: [{ text: '查询' }],
      back: { text: '返回指南', href: GUIDE_PATH },
    }),
  });
}
