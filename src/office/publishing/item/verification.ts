import { isTakeDownOpen } from '../../../publishing/rules/fold.ts';
import type { Publication } from '../../../publishing/rules/fold.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import type { AddressAnswer } from '../../../publishing/rules/publication-log.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { tag } from '../../../views/tag/tag.ts';
import type { Message } from '../../gate/message.ts';
import { instantText } from '../../instant-text.ts';
import { itemPath } from '../publishing-paths.ts';

/** The answers as a message: done where all are as they must be, else which are not. */
export function verificationMessage(answers: readonly AddressAnswer[]): Message {
  const wrong = answers.filter(({ asExpected }) => !asExpected);
  if (wrong.length === 0)
    return { kind: 'done', sentence: `已重新访问 ${answers.length} 个公开网址，答复都符合现在的状态。` };
  const named = wrong.slice(0, 3).map(({ what, path }) => `${what}（${decodeURI(path)}）`);
  return {
    kind: 'warning',
    sentence: `重新访问公开网址时，${named.join('、')}${wrong.length > named.length ? `等 ${wrong.length} 处` : ''}的答复与现在的状态不符。系统会自动再次核对；一直不符的，请联系系统管理员。`,
  };
}

const verifyForm = (id: ItemId): Html =>
  html`<form method="post" action="${itemPath(id)}/verify">${submitButton({ text: '重新核对', look: 'plain', small: true })}</form>`;

function answersTable(answers: readonly AddressAnswer[], at: Temporal.Instant): Html {
  return dataTable<AddressAnswer>({
    caption: '公开网址的答复',
    captionUnseen: true,
    columns: [
      {
        key: 'address',
        heading: '地址',
        rowHeading: true,
        cell: ({ what, path }) => html`${what}<span class="quiet address">${decodeURI(path)}</span>`,
      },
      { key: 'expected', heading: '期望', cell: ({ expected }) => expected },
      {
        key: 'actual',
        heading: '实际',
        cell: ({ actual, asExpected }) => html`${asExpected ? tag('相符', 'good') : tag('不符', 'urgent')} ${actual}`,
      },
      { key: 'at', heading: '时间', kind: 'date', cell: () => instantText(at) },
    ],
    rows: answers,
    empty: '没有公开网址。',
    look: ({ asExpected }) => (asExpected ? null : 'urgent'),
  });
}

/** What the public addresses answered when they were last asked, and a button to ask again. Null for what was never published. */
export function verificationSection(id: ItemId, publication: Publication): HtmlValue {
  if (publication.publicEdition === null) return null;
  const { verification } = publication;
  const wrong = verification?.answers.filter(({ asExpected }) => !asExpected).length ?? 0;
  const open = isTakeDownOpen(publication);
  return html`<section class="card" id="verification" aria-labelledby="verification-heading">
<div class="heading-row"><h2 id="verification-heading">核对公开网址</h2>${verifyForm(id)}</div>
${open && html`<p><strong>撤下还没有核实：</strong>所有公开网址都证明读者再也看不到以后，撤下才算办完。系统每 10 分钟自动再核对一次。</p>`}${
    verification === null
      ? html`<p class="quiet">发布状态变更以后还没有核对。</p>`
      : html`<details${wrong > 0 && html` open`}><summary>${instantText(verification.at)} 访问了 ${verification.answers.length} 个网址，${wrong === 0 ? '都符合现在的状态' : `${wrong} 个不符`}</summary>
${answersTable(verification.answers, verification.at)}</details>`
  }</section>
`;
}
