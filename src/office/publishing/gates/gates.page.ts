import { may } from '../../../people/rules/may.ts';
import { GATE_LABEL, GATES_OF_SECRECY } from '../../../publishing/rules/gates/gate.ts';
import type { GateFinding } from '../../../publishing/rules/gates/gate.ts';
import { mayFollow } from '../../../publishing/rules/stage.ts';
import { buttonLink, submitButton } from '../../../views/form/form-buttons.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { tag } from '../../../views/tag/tag.ts';
import { editorHtml } from '../body/editor-html.ts';
import type { ItemContext } from '../item/item-context.ts';
import { comparePath, maskableOf, maskPath } from '../masking/masking.page.ts';
import { attachmentPath, itemPath } from '../publishing-paths.ts';
import { itemStageTag } from '../stage-tag.ts';

export type GatesContent = {
  readonly context: ItemContext;
  /** What is wrong with a reason that was typed, by the finding it was typed for. */
  readonly wrong: { readonly finding: string; readonly message: string; readonly typed: string } | null;
};

/** Whether the officer may let a finding stand: of secrets and persons only the 保密审查员. */
function mayOverride({ file, officer }: ItemContext, { gate }: GateFinding): boolean {
  const ability = GATES_OF_SECRECY.includes(gate) ? 'review-secrecy' : 'draft-item';
  return may(officer, ability, file.registration.agency) && mayFollow(file.publication.stage, 'finding-overridden');
}

function overrideReason({ file }: ItemContext, key: string): string {
  for (const { act } of file.log.toReversed())
    if (act.kind === 'finding-overridden' && act.finding === key) return act.reason;
  return '';
}

function overrideForm({ context, wrong }: GatesContent, finding: GateFinding): HtmlValue {
  const { registration, publication } = context.file;
  const { key, gate } = finding;
  if (publication.overridden.includes(key)) return html`<p class="quiet">已保留：${overrideReason(context, key)}</p>`;
  if (!mayOverride(context, finding))
    return GATES_OF_SECRECY.includes(gate) && html`<p class="quiet">只有保密审查员可以决定保留。</p>`;
  const mine = wrong?.finding === key ? wrong : null;
  return html`<form method="post" action="${itemPath(registration.id)}/gates/override" novalidate>
${hiddenField('version', publication.version)}${hiddenField('finding', key)}<div class="field${mine !== null && ' wrong'}"><label for="reason-${key}">保留的理由</label>${
    mine !== null && html`<p class="problem" id="reason-${key}-problem">${mine.message}</p>`
  }<input class="input-full" type="text" id="reason-${key}" name="reason" value="${mine?.typed}" maxlength="300" autocomplete="off"${mine !== null && html` aria-invalid="true" aria-describedby="reason-${key}-problem"`}></div>
${submitButton({ text: '保留', look: 'plain', small: true, spoken: `保留：${finding.message}` })}</form>`;
}

/** One click away: a copy of the attachment without what was found. */
function maskLink({ context }: GatesContent, finding: GateFinding, overridden: boolean): HtmlValue {
  const { registration, publication } = context.file;
  const attachment = maskableOf(context, finding);
  const isOpen = may(context.officer, 'draft-item', registration.agency) && mayFollow(publication.stage, 'edited');
  if (overridden || attachment === undefined || !isOpen) return null;
  return html`<p><a href="${maskPath(registration.id, attachment)}">生成脱敏副本</a></p>`;
}

function findingEntry(content: GatesContent, finding: GateFinding): Html {
  const { gate, level, place, quote, message, suggestion, key } = finding;
  const overridden = content.context.file.publication.overridden.includes(key);
  return html`<li class="finding" id="finding-${key}">
<p>${overridden ? tag('已保留', 'plain') : level === 'stop' ? tag('必须处理', 'urgent') : tag('建议', 'warning')} <strong>${GATE_LABEL[gate]}</strong><span class="quiet"> ${place}</span></p>
${quote !== '' && html`<blockquote>${quote}</blockquote>`}
<p>${message}${suggestion !== '' && html`<span class="quiet"> 建议：${suggestion}</span>`}</p>
${maskLink(content, finding, overridden)}${overrideForm(content, finding)}</li>
`;
}

function findingsSection(content: GatesContent): Html {
  const { context } = content;
  const { publication } = context.file;
  if (publication.findings === null)
    return html`<section class="card" aria-labelledby="findings-heading"><h2 id="findings-heading">检查结果</h2><p>这一稿还没有检查。</p></section>
`;
  const ordered = context.findings.toSorted(
    (one, other) => Number(other.level === 'stop') - Number(one.level === 'stop'),
  );
  return html`<section class="card" aria-labelledby="findings-heading"><h2 id="findings-heading">检查结果（${ordered.length} 处）</h2>
${ordered.length === 0 ? html`<p>没有发现问题，可以提交审核。</p>` : html`<ul class="findings">${ordered.map(finding => findingEntry(content, finding))}</ul>`}</section>
`;
}

/** What stands in `main` of the page of the gates: findings beside the text. */
export function gatesMain(content: GatesContent): Html {
  const { context } = content;
  const { registration, publication, latest } = context.file;
  const { id } = registration;
  const mayCheck = may(context.officer, 'draft-item', registration.agency) && mayFollow(publication.stage, 'checked');
  return html`<h1>发布前检查</h1>
<p><a href="${itemPath(id)}">${latest.content.title}</a> ${itemStageTag(publication.stage)}<span class="quiet"> 第 ${publication.edition} 稿</span></p>
<p class="lead">检查文字表述、个人信息、密级标志、隐藏内容、链接、表格、图片说明和文件名，附件逐件检查。“必须处理”的修改以后重新检查，或者说明理由保留，才能提交审核。</p>
${
  mayCheck &&
  html`<form class="actions" method="post" action="${itemPath(id)}/gates">${hiddenField('version', publication.version)}${submitButton({ text: publication.findings === null ? '开始检查' : '重新检查' })}${buttonLink('修改稿件', `${itemPath(id)}/edit`)}</form>`
}
<div class="with-aside gates">
<section class="card item-body" aria-labelledby="text-heading"><h2 id="text-heading">稿件</h2>
<p><strong>${latest.content.title}</strong></p>
${editorHtml(latest.content.body, attachment => attachmentPath(id, attachment))}
${
  latest.content.attachments.length > 0 &&
  html`<ul class="case-files">${latest.content.attachments.map(({ id: attachment, title }) => {
    const kept = context.file.attachments.find(one => one.id === attachment);
    return html`<li><a href="${attachmentPath(id, attachment)}">${title}</a>${
      kept?.maskedFrom !== undefined &&
      html` ${tag('脱敏副本', 'good')} <a href="${comparePath(id, attachment)}">前后对照</a>`
    }</li>`;
  })}</ul>`
}</section>
<div>${findingsSection(content)}</div>
</div>
`;
}
