import { bodyText } from '../../../publishing/rules/body.ts';
import { RELATION_LABEL } from '../../../publishing/rules/content.ts';
import type { Content } from '../../../publishing/rules/content.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import type { Attachment, ItemEdition } from '../../../publishing/rules/item-file.ts';
import { PUBLICITY_END_LABEL, PUBLICITY_UNIT_LABEL, publicityPeriodText } from '../../../publishing/rules/publicity.ts';
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
  /** 索引号 of the items that the compared editions name. */
  readonly references: ReadonlyMap<ItemId, string>;
  readonly mayRestore: boolean;
};

/** What an edition refers to, by what it is called. */
type Referred = {
  readonly attachments: readonly Attachment[];
  /** 索引号 of the items that the compared editions name. */
  readonly references: ReadonlyMap<ItemId, string>;
};

const detailText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner === null ? undefined : inner)).replaceAll(/[{}"[\]]/gu, '');

/** What only some kinds have, as far as it has a short name; the rest as it is stored. */
function detailsText({ details }: Content): string {
  if (details.kind === 'none') return '';
  if (details.kind !== 'normative') return detailText(details);
  const { effectiveOn, expiresOn } = details;
  return `${effectiveOn.toString()} 起施行${expiresOn === null ? '' : `，有效期至 ${expiresOn.toString()}`}`;
}

/** The parts of an edition that are compared a row each; the body is shown with its changes marked. */
const PARTS: readonly { readonly label: string; readonly of: (content: Content, referred: Referred) => string }[] = [
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
  { label: '体裁', of: ({ genre }) => genre ?? '' },
  { label: '责任编辑', of: ({ author }) => author ?? '' },
  {
    label: '另有规定的公开期限',
    of: ({ otherPeriod }) =>
      otherPeriod === null
        ? ''
        : `${otherPeriod.length}${PUBLICITY_UNIT_LABEL[otherPeriod.unit]}，${otherPeriod.basis}`,
  },
  {
    label: '公示期',
    of: ({ publicity }) =>
      publicity === undefined
        ? ''
        : `${publicityPeriodText(publicity)}，期满后${PUBLICITY_END_LABEL[publicity.atEnd]}；依据：${publicity.basis}；异议：${publicity.objection}`,
  },
  { label: '其他要素', of: detailsText },
  {
    label: '相关文件',
    of: ({ relations }, { references }) =>
      relations.map(({ relation, to }) => `${RELATION_LABEL[relation]} ${references.get(to) ?? '已找不到'}`).join('、'),
  },
  {
    label: '附件',
    of: ({ attachments }, referred) =>
      attachments
        .map(({ id, title }) => {
          const kept = referred.attachments.find(one => one.id === id);
          const copy = kept?.maskedFrom === undefined ? '' : '，脱敏副本';
          return `${title}（${kept?.name ?? ''}，${kept?.bytes ?? 0} 字节${copy}）`;
        })
        .join('、'),
  },
];

function comparisonSection({ before, after }: NonNullable<EditionsContent['compared']>, referred: Referred): Html {
  const rows = PARTS.map(({ label, of }) => ({
    label,
    before: of(before.content, referred),
    after: of(after.content, referred),
  }));
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
${compared !== null && comparisonSection(compared, { attachments: context.file.attachments, references: content.references })}
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
