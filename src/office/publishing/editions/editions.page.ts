import { bodyText } from '../../../publishing/rules/body.ts';
import type { Content } from '../../../publishing/rules/content.ts';
import type { ItemEdition } from '../../../publishing/rules/item-file.ts';
import { comparison, trackedChanges } from '../../../views/comparison/comparison.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { submitButton } from '../../../views/form/form-buttons.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { tag } from '../../../views/tag/tag.ts';
import { instantText } from '../../instant-text.ts';
import type { ActNames } from '../item/act-words.ts';
import type { ItemContext } from '../item/item-context.ts';
import { itemPath } from '../publishing-paths.ts';

export type EditionsContent = {
  readonly context: ItemContext;
  readonly names: ActNames;
  /** The newest first. */
  readonly editions: readonly ItemEdition[];
  /** Two editions that are compared, the older first; null where none are. */
  readonly compared: { readonly before: ItemEdition; readonly after: ItemEdition } | null;
  readonly mayRestore: boolean;
};

/** The parts of an edition that are compared a row each; the body is shown with its changes marked. */
const PARTS: readonly { readonly label: string; readonly of: (content: Content) => string }[] = [
  { label: '标题', of: ({ title }) => title },
  { label: '栏目', of: ({ column }) => column },
  { label: '发文字号', of: ({ documentNumber }) => documentNumber ?? '' },
  { label: '主题分类', of: ({ theme }) => theme ?? '' },
  { label: '发文机关', of: ({ issuer, jointIssuers }) => [issuer, ...jointIssuers].join('、') },
  { label: '成文日期', of: ({ madeOn }) => madeOn?.toString() ?? '' },
  { label: '公开时限基准日', of: ({ formedOn }) => formedOn.toString() },
  { label: '信息来源', of: ({ source }) => source },
  { label: '主题词', of: ({ keywords }) => keywords.join('、') },
  { label: '内容概述', of: ({ summary }) => summary ?? '' },
  { label: '附件', of: ({ attachments }) => attachments.map(({ title }) => title).join('、') },
];

function comparisonSection({ before, after }: NonNullable<EditionsContent['compared']>): Html {
  const rows = PARTS.map(({ label, of }) => ({ label, before: of(before.content), after: of(after.content) }));
  const changed = rows.filter(row => row.before !== row.after);
  const [older, newer] = [bodyText(before.content.body), bodyText(after.content.body)];
  return html`<section class="card" aria-labelledby="comparison-heading"><h2 id="comparison-heading">第 ${before.edition} 稿与第 ${after.edition} 稿</h2>
${
  changed.length === 0
    ? html`<p>基本信息相同。</p>`
    : comparison({
        caption: '基本信息的不同',
        beforeName: `第 ${before.edition} 稿`,
        afterName: `第 ${after.edition} 稿`,
        rows: changed,
      })
}
<h3>正文</h3>
${older === newer ? html`<p>正文相同。</p>` : trackedChanges(older, newer)}</section>
`;
}

function stateTags({ context }: EditionsContent, { edition }: ItemEdition): HtmlValue {
  const { publication } = context.file;
  const isPublic = publication.publicEdition === edition && publication.visibility.kind === 'public';
  return html`${isPublic && tag('公众看到的', 'good')}${publication.edition === edition && tag('最新', 'active')}`;
}

/** What stands in `main` of the page of all editions of an item. */
export function editionsMain(content: EditionsContent): Html {
  const { context, editions, names, compared, mayRestore } = content;
  const { registration, publication, latest } = context.file;
  const path = `${itemPath(registration.id)}/editions`;
  const options = (chosen: number) =>
    editions.map(
      ({ edition }) =>
        html`<option value="${edition}"${edition === chosen && html` selected`}>第 ${edition} 稿</option>`,
    );
  return html`<h1>全部版本</h1>
<p><a href="${itemPath(registration.id)}">${latest.content.title}</a></p>
${
  editions.length > 1 &&
  html`<form class="bulk-bar" method="get" action="${path}"><label for="before">比较</label><select id="before" name="before">${options(compared?.before.edition ?? publication.publicEdition ?? editions.at(-1)!.edition)}</select><label for="after">与</label><select id="after" name="after">${options(compared?.after.edition ?? publication.edition)}</select>${submitButton({ text: '比较', look: 'plain' })}</form>`
}
${compared !== null && comparisonSection(compared)}
${dataTable<ItemEdition>({
  caption: '版本',
  captionUnseen: true,
  columns: [
    {
      key: 'edition',
      heading: '版本',
      rowHeading: true,
      cell: one => html`第 ${one.edition} 稿 ${stateTags(content, one)}`,
    },
    { key: 'title', heading: '标题', cell: ({ content: { title } }) => title },
    {
      key: 'author',
      heading: '起草',
      cell: ({ author }) => (author === null ? '系统' : (names.staff.get(author) ?? '工作人员')),
    },
    { key: 'saved', heading: '保存时间', kind: 'date', cell: ({ savedAt }) => instantText(savedAt) },
    {
      key: 'acts',
      heading: '恢复',
      kind: 'acts',
      cell: ({ edition }) =>
        mayRestore && edition !== publication.edition
          ? html`<form method="post" action="${path}/restore">${hiddenField('version', publication.version)}${hiddenField('edition', edition)}${submitButton({ text: '恢复', look: 'plain', small: true, spoken: `恢复第 ${edition} 稿` })}</form>`
          : '—',
    },
  ],
  rows: editions,
  empty: '没有版本。',
})}
<p class="quiet">恢复以后成为新的一稿，和修改一样重新检查、审核；公众看到的版本在发布更正以前不变。</p>
`;
}
