import { confirmPanel } from '../../views/confirm-panel/confirm-panel.ts';
import { buttonLink } from '../../views/form/form-buttons.ts';
import { codeField, passwordField } from '../../views/form/secret-fields.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { valueOf } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { CODE_PATH, SIGN_IN_PATH } from '../gate/gate.ts';
import type { LateForm } from '../gate/late-form.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';

export type SignInPage = {
  readonly state: FormState;
  /** Whether 统一身份认证 is configured. */
  readonly federation: boolean;
  /** Whether a session has just run out or was ended. */
  readonly ended: boolean;
};

const ENDED = '您已退出登录：可能是太久没有操作，也可能是在别处结束了这次登录。';
const KEPT = `${ENDED}刚才填写的内容没有丢失，重新登录后可以继续提交。`;

/** Where to go afterwards, and a form that came too late, travel through both steps. */
function carried(state: FormState): HtmlValue {
  return ['to', 'kept'].map(name => valueOf(state, name) !== '' && hiddenField(name, valueOf(state, name)));
}

/** Account and password, and the way to 统一身份认证 where there is one. */
export function signInPage(setting: OfficeSetting, { state, federation, ended }: SignInPage): Html {
  const to = valueOf(state, 'to');
  return officePage(setting, {
    title: formTitle('登录', state),
    notices: ended ? [{ kind: 'info', sentence: valueOf(state, 'kept') === '' ? ENDED : KEPT }] : [],
    main: html`${formPage({
      heading: '登录',
      action: SIGN_IN_PATH,
      state,
      fields: html`${textField(state, {
        name: 'username',
        label: '账号',
        required: true,
        autocomplete: 'username',
        width: 'middle',
      })}${passwordField(state, { name: 'password', label: '密码', required: true, purpose: 'current' })}${carried(state)}`,
      buttons: [{ text: '登录' }],
    })}${
      federation &&
      html`<section class="card" aria-labelledby="federation">
<h2 id="federation">统一身份认证</h2>
<p>有统一身份认证账号的，可以不用本系统的密码。</p>
<p>${buttonLink('用统一身份认证登录', pageAddress(`${SIGN_IN_PATH}/federation`, { to }))}</p>
</section>`
    }`,
  });
}

/** The second step: the code of the authenticator. */
export function codePage(setting: OfficeSetting, state: FormState): Html {
  return officePage(setting, {
    title: formTitle('动态口令', state),
    main: html`${formPage({
      heading: '输入动态口令',
      lead: '密码正确。请再输入手机验证器上显示的六位数字。',
      action: CODE_PATH,
      state,
      fields: html`${codeField(state, {
        name: 'code',
        label: '动态口令',
        hint: '手机不在身边的，可以输入一个恢复码，如 K7QM-2XWA-PD5R-H3BN。',
        required: true,
        digits: 19,
      })}${carried(state)}`,
      buttons: [{ text: '继续' }],
    })}<form method="post" action="/office/sign-out"><button type="submit" class="link">换一个账号登录</button></form>`,
  });
}

/** After signing in again: the form that came too late, to be sent once more or given up. */
export function lateFormPage(setting: OfficeSetting, { path, values }: LateForm): Html {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map(one => hiddenField(name, one)),
  );
  return officePage(setting, {
    title: '继续提交',
    main: confirmPanel({
      question: '继续提交刚才的内容吗？',
      consequence: '您刚才提交的时候已经退出登录，内容还没有办理。现在已重新登录，可以原样提交。',
      action: path,
      fields,
      confirm: '继续提交',
      back: { text: '不提交，回到工作台', href: '/office' },
    }),
  });
}
