import { buttonLink } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { stepper } from '../../../views/stepper/stepper.ts';
import { portalPage } from '../../page.ts';
import type { PageSetting } from '../../page.ts';
import { APPLICATIONS_COLUMN, GUIDE_CRUMB, RECEIPT_PATH, STATUS_PATH } from '../column.ts';
import { FORM_STEPS } from '../form/application-form.page.ts';
import { minuteText, nextStepSentences, spacedCode } from './receipt-facts.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

/** 登记回执: the number, and the code and password with which the applicant can ask; the password is never shown again. */
export function receiptPage(setting: PageSetting, facts: ReceiptFacts & { readonly draftName: string }): Html {
  const { agency, caseName, number, queryCode, password, lodgedAt, subject, draftName } = facts;
  return portalPage(setting, {
    path: RECEIPT_PATH,
    title: '登记回执',
    crumbs: [GUIDE_CRUMB],
    column: APPLICATIONS_COLUMN,
    description: '政府信息公开申请登记回执',
    styles: ['applications.css'],
    scripts: ['draft.js'],
    main: html`${stepper(FORM_STEPS, 3)}
<section class="card receipt" aria-labelledby="receipt-title" data-draft-done="${draftName}">
<h1 id="receipt-title">已经提交，并已登记</h1>
<p class="lead">${agency.name}已经登记您的${caseName}。请把下面的查询码和密码记下来或者打印，<strong>密码只显示这一次</strong>。</p>
<dl class="receipt-facts">
<div><dt>登记编号</dt><dd>${number}</dd></div>
<div class="code"><dt>查询码</dt><dd>${spacedCode(queryCode)}</dd></div>
<div class="code"><dt>查询密码</dt><dd>${spacedCode(password)}</dd></div>
</dl>
<p class="quiet">提交时间：<time datetime="${lodgedAt.toString()}">${minuteText(lodgedAt)}</time>　申请内容：${subject}</p>
<div class="actions">${buttonLink('下载回执（PDF）', `${RECEIPT_PATH}.pdf`, 'main')}${buttonLink('查询办理进度', STATUS_PATH)}${buttonLink('返回依申请公开', GUIDE_CRUMB.href)}</div>
</section>
<section class="card" aria-labelledby="next"><h2 id="next">接下来</h2>
${nextStepSentences(facts).map(sentence => html`<p>${sentence}</p>`)}
<p>随时可以凭查询码和密码查看进度、补充材料、下载答复，也可以撤回申请。</p></section>`,
  });
}
