import { attachmentPlace } from '../../../publishing/rules/gates/examined.ts';
import type { GateFinding } from '../../../publishing/rules/gates/gate.ts';
import type { AttachmentReading } from '../../../publishing/rules/gates/reading.ts';
import type { AttachmentId } from '../../../publishing/rules/ids.ts';
import type { Attachment } from '../../../publishing/rules/item-file.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { comparison, trackedChanges } from '../../../views/comparison/comparison.ts';
import { formButtons } from '../../../views/form/form-buttons.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import type { ItemContext } from '../item/item-context.ts';
import { attachmentPath, itemPath } from '../publishing-paths.ts';

const MASKABLE: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain; charset=utf-8',
  'image/jpeg',
  'image/png',
]);

export const maskPath = (id: ItemContext['file']['registration']['id'], attachment: AttachmentId | string): string =>
  `${attachmentPath(id, attachment)}/mask`;
export const comparePath = (id: ItemContext['file']['registration']['id'], copy: AttachmentId | string): string =>
  `${attachmentPath(id, copy)}/compare`;

/** The attachment of the newest edition in which a gate found something that a masked copy would not have; undefined for others. */
export function maskableOf({ file }: ItemContext, { gate, place, quote }: GateFinding): AttachmentId | undefined {
  // A heading that warns of a list of names is no datum that could be masked.
  const isMasked = gate === 'private-data' && quote.includes('*');
  if (!isMasked && gate !== 'hidden-content') return undefined;
  const named = file.latest.content.attachments.find(({ title }) =>
    [true, false].some(inBody => place.startsWith(attachmentPlace({ title, inBody }))),
  );
  const kept = file.attachments.find(({ id }) => id === named?.id);
  return kept !== undefined && MASKABLE.has(kept.mediaType) ? kept.id : undefined;
}

/** What becomes of a file of this kind, so that nobody is surprised by the copy. */
function wayOf(mediaType: string): string {
  switch (mediaType) {
    case 'application/pdf':
      return '文字连同页面上的笔画一起从文件里去掉，原处留黑色方块，并由另一个程序检验；注释、附件、属性全部去掉。';
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return '版式不变，号码等换成星号；批注、修订、隐藏文字、内嵌文件和文件属性全部去掉，修订按接受处理。';
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return '按看得见的内容重新生成工作簿，号码等换成星号；隐藏的工作表、行、列，批注、公式、图表和文件属性都不带过去。';
    case 'image/jpeg':
    case 'image/png':
      return '画面不变，去掉拍摄位置、时间、设备、缩略图等信息；画面里的文字不能自动遮盖，请自己查看。';
    default:
      return '号码等换成星号，其余不变。';
  }
}

export type MaskContent = {
  readonly context: ItemContext;
  readonly attachment: Attachment;
  readonly title: string;
  readonly findings: readonly GateFinding[];
  readonly refusal: Refusal | null;
};

/** What stands in `main` before a masked copy is made: what was found, what becomes of the file and of the edition. */
export function maskMain({ context, attachment, title, findings, refusal }: MaskContent): Html {
  const { registration, publication, latest } = context.file;
  const isPublic = publication.publicEdition !== null;
  return html`${refusal !== null && notice('warning', refusalText(refusal))}<h1>生成脱敏副本</h1>
<p><a href="${attachmentPath(registration.id, attachment.id)}">${title}</a><span class="quiet"> ${attachment.name}</span></p>
<p class="lead">${wayOf(attachment.mediaType)}</p>
<section class="card" aria-labelledby="found-heading"><h2 id="found-heading">检查发现（${findings.length} 处）</h2>
${
  findings.length === 0
    ? html`<p>这一稿还没有在这个附件里查到问题；仍然可以生成副本。</p>`
    : html`<ul class="findings">${findings.map(
        ({ place, quote, message }) =>
          html`<li class="finding"><p><strong>${place}</strong></p>${quote !== '' && html`<blockquote>${quote}</blockquote>`}<p>${message}</p></li>`,
      )}</ul>`
}</section>
<form class="card form" method="post" action="${maskPath(registration.id, attachment.id)}" novalidate>
${hiddenField('version', publication.version)}<p>副本代替附件，成为第 ${latest.edition + 1} 稿${isPublic ? '；公众看到的版本不变，修改稿审核、发布以后才替换' : ''}。已经通过的审核作废。原件只在内部保存，不再公开。副本会再检查一次。</p>
${formButtons([{ text: '生成脱敏副本' }], { text: '返回', href: `${itemPath(registration.id)}/gates` })}</form>
`;
}

const wordsOf = (reading: AttachmentReading | undefined): string =>
  reading === undefined ? '' : reading.parts.map(({ place, text }) => `【${place}】\n${text}`).join('\n');

/** Longer texts are compared by opening the two files. */
const LONGEST = 60_000;

export type CompareContent = {
  readonly context: ItemContext;
  readonly copy: Attachment;
  readonly original: Attachment;
  readonly readings: ReadonlyMap<AttachmentId, AttachmentReading>;
};

function textsSection(before: string, after: string): HtmlValue {
  if (before === '' && after === '') return html`<p>文件里没有可以比较的文字。</p>`;
  if (before === after) return html`<p>文字相同。</p>`;
  return before.length + after.length > LONGEST
    ? html`<p>文字较长，请打开两个文件对照。</p>`
    : trackedChanges(before, after);
}

/** What stands in `main` of the comparison of a masked copy with its original. */
export function compareMain({ context, copy, original, readings }: CompareContent): Html {
  const { id } = context.file.registration;
  const [before, after] = [readings.get(original.id), readings.get(copy.id)];
  const properties = (reading: AttachmentReading | undefined) =>
    reading === undefined || reading.properties.length === 0
      ? '没有'
      : [...new Set(reading.properties.map(({ name }) => name))].join('、');
  return html`<h1>脱敏前后对照</h1>
<p class="lead">原件只在内部保存，公众只能得到副本。删去的文字画线，换上的文字加底色。</p>
${comparison({
  caption: '文件',
  beforeName: '原件（内部）',
  afterName: '脱敏副本',
  rows: [
    { label: '文件名', before: original.name, after: copy.name },
    { label: '文件属性', before: properties(before), after: properties(after) },
    {
      label: '看不见的内容',
      before:
        before?.parts
          .filter(({ hidden }) => hidden)
          .map(({ place }) => place)
          .join('、') || '没有',
      after:
        after?.parts
          .filter(({ hidden }) => hidden)
          .map(({ place }) => place)
          .join('、') || '没有',
    },
  ],
})}
<p><a href="${attachmentPath(id, original.id)}">打开原件</a>　<a href="${attachmentPath(id, copy.id)}">打开副本</a></p>
<section class="card" aria-labelledby="words-heading"><h2 id="words-heading">文字</h2>${textsSection(wordsOf(before), wordsOf(after))}</section>
<p><a href="${itemPath(id)}/gates">回到发布前检查</a></p>
`;
}
