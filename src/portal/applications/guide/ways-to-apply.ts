import type { Agency } from '../../../people/rules/agency.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { BLANK_FORM_PATH, forAgency, NEW_PATH } from '../column.ts';

type Way = { readonly name: string; readonly how: HtmlValue; readonly counts: string };

/** What has not been entered is said, never invented. */
const known = (text: string | null): HtmlValue =>
  text ?? html`<span class="quiet">（本机关尚未公布，请先电话询问）</span>`;

function waysOf({ code, contact, name }: Agency): readonly Way[] {
  const place = html`${known(contact.address)}${contact.office !== null && html`（${contact.office}）`}`;
  return [
    {
      name: '网上申请',
      how: html`在本站填写并提交，约需五分钟，可以上传附件。<a href="${forAgency(NEW_PATH, code)}">填写申请表</a>`,
      counts: '以双方确认之日为收到之日',
    },
    {
      name: '当面提交',
      how: html`<dl><div><dt>地址</dt><dd>${place}</dd></div><div><dt>时间</dt><dd>${known(contact.hours)}</dd></div></dl>`,
      counts: '以提交之日为收到之日',
    },
    {
      name: '邮寄',
      how: html`<dl><div><dt>地址</dt><dd>${place}</dd></div>${
        contact.postcode !== null && html`<div><dt>邮编</dt><dd>${contact.postcode}</dd></div>`
      }<div><dt>收件人</dt><dd>${contact.office ?? name}</dd></div></dl>信封上请写明“政府信息公开申请”。`,
      counts: '挂号信、邮政快递以签收之日为收到之日；平信以双方确认之日为收到之日',
    },
    {
      name: '传真',
      how:
        contact.fax === null
          ? html`<span class="quiet">本机关没有公布接收申请的传真号码。</span>`
          : html`<dl><div><dt>传真</dt><dd>${contact.fax}</dd></div></dl>请写明“政府信息公开申请”和您的电话。`,
      counts: '以双方确认之日为收到之日',
    },
    {
      name: '口头提出',
      how: html`书写有困难的，可以当面说明，由工作人员代为填写，念给您听后由您签字确认。`,
      counts: '以签字之日为收到之日',
    },
  ];
}

/** The ways in which one may apply to an agency (Art. 28–31), with its addresses, and from when the period runs on each. */
export function waysToApply(agency: Agency): Html {
  return html`<ul class="ways">
${waysOf(agency).map(
  ({ name, how, counts }) => html`<li><h3>${name}</h3>
<div class="way-how">${how}</div>
<p class="quiet">${counts}</p></li>
`,
)}</ul>
<p>当面提交和邮寄的申请，任何机关都不得拒收。${
    agency.contact.telephone !== null && html`有疑问可以拨打 <strong>${agency.contact.telephone}</strong>。`
  }</p>
<p class="downloads-line">空白申请表：<a href="${BLANK_FORM_PATH}.pdf?agency=${agency.code}" download>PDF</a>　<a href="${BLANK_FORM_PATH}.docx?agency=${agency.code}" download>Word</a></p>`;
}
