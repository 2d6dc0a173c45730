import type { Agency } from '../../../people/rules/agency.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { BLANK_FORM_PATH } from '../column.ts';

/** Beside the form: what happens after it is sent, and where help is to be had. */
export function formAside({ code, contact }: Agency): Html {
  const { office, telephone, hours } = contact;
  return html`<aside class="card" aria-labelledby="after-sending"><h2 id="after-sending">提交以后</h2>
<ol><li>马上得到登记编号、查询码和密码；</li>
<li>工作人员与您确认收到；</li>
<li>20 个工作日内答复，期间随时可以查询。</li></ol>
<h2>填写有困难</h2>
${office !== null && html`<p>${office}</p>`}${telephone !== null && html`<p>电话：<strong>${telephone}</strong></p>`}${hours !== null && html`<p class="quiet">${hours}</p>`}
<p>也可以<a href="${BLANK_FORM_PATH}.pdf?agency=${code}" download>下载空白申请表</a>，填好后当面提交或者邮寄；书写有困难的，工作人员可以代为填写。</p></aside>
`;
}
