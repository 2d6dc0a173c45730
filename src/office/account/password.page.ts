import { SHORTEST_PASSWORD } from '../../people/rules/password.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { passwordField } from '../../views/form/secret-fields.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

/** The form to change one's password; `first` where the one-time password must be changed before anything else. */
export function passwordPage(setting: OfficeSetting, state: FormState, first: boolean): Html {
  const heading = first ? '先设置自己的密码' : '修改密码';
  return officePage(setting, {
    title: formTitle(heading, state),
    ...(first ? {} : { crumbs: [{ text: '我的账号', href: '/office/account' }] }),
    main: formPage({
      heading,
      lead: first ? '您现在用的是一次性密码。设置自己的密码以后，才能开始使用。' : '修改以后，其他地方的登录都会结束。',
      action: '/office/account/password',
      state,
      fields: html`${passwordField(state, {
        name: 'current',
        label: first ? '一次性密码' : '现在的密码',
        required: true,
        purpose: 'current',
      })}${passwordField(state, {
        name: 'password',
        label: '新密码',
        hint: `至少 ${SHORTEST_PASSWORD} 个字符，不要求数字和符号；用一句只有自己知道的话，好记又难猜。`,
        required: true,
        purpose: 'new',
      })}${passwordField(state, { name: 'repeated', label: '再输入一次新密码', required: true, purpose: 'new' })}`,
      buttons: [{ text: '保存新密码' }],
      ...(first ? {} : { back: { text: '返回', href: '/office/account' } }),
    }),
  });
}
