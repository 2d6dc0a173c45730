import { enrolmentAddress } from '../../platform/one-time-code/one-time-code.ts';
import { formPage, formTitle } from '../../views/form/form-page.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { submitButton } from '../../views/form/form-buttons.ts';
import { codeField, passwordField } from '../../views/form/secret-fields.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { officePage } from '../page.ts';
import type { OfficeSetting } from '../page.ts';
import { qrCode } from './qr-code.ts';

/** Short, because it stands in the picture: the account's name tells the rest. */
const ISSUER = '政务公开';
const PATH = '/office/account/second-factor';

const framed = (setting: OfficeSetting, state: FormState, main: Html): Html =>
  officePage(setting, {
    title: formTitle('动态口令', state),
    ...(setting.visit?.officer === null ? {} : { crumbs: [{ text: '我的账号', href: '/office/account' }] }),
    main,
  });

/** Before binding: what it is, and a button. */
export function beginPage(setting: OfficeSetting, state: FormState, required: boolean): Html {
  return framed(
    setting,
    state,
    html`<h1>绑定验证器</h1>
<section class="card">
<p>${required ? '您的角色登录时必须使用动态口令，请先绑定手机上的验证器。' : '绑定以后，登录时除密码外还要输入手机验证器上的六位数字，密码泄露也不会被人冒用。'}</p>
<p>手机上任何支持 TOTP 的验证器都可以用，不需要联网，也不需要手机号码。</p>
<form method="post" action="${PATH}/begin">${submitButton({ text: '开始绑定' })}</form>
</section>`,
  );
}

/** The secret as a picture and as text, and the field for the first code. */
export function enrolPage(setting: OfficeSetting, state: FormState, secret: string, username: string): Html {
  const address = enrolmentAddress(secret, username, ISSUER);
  const spaced = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return framed(
    setting,
    state,
    formPage({
      heading: '绑定验证器',
      lead: '用手机验证器扫描二维码，或者手工输入下面的密钥，再把验证器上的六位数字填进来。',
      action: PATH,
      state,
      fields: html`<div class="field">${qrCode(address, '绑定验证器的二维码，内容与下面的密钥相同')}</div>
<p>密钥：<code class="secret">${spaced}</code></p>
${codeField(state, { name: 'code', label: '验证器上的六位数字', required: true, digits: 6 })}`,
      buttons: [{ text: '完成绑定' }],
    }),
  );
}

/** With a bound authenticator: how to take it off. */
export function boundPage(setting: OfficeSetting, state: FormState, recoveryCodes: number): Html {
  return framed(
    setting,
    state,
    formPage({
      heading: '动态口令',
      lead: html`已经绑定验证器，还有 ${recoveryCodes} 个恢复码可用。换手机或者恢复码用完时，先解除绑定，再重新绑定。`,
      action: `${PATH}/remove`,
      state,
      fields: passwordField(state, { name: 'password', label: '密码', required: true, purpose: 'current' }),
      buttons: [{ text: '解除绑定', look: 'danger' }],
      back: { text: '返回', href: '/office/account' },
    }),
  );
}
