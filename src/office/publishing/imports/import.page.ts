import type { StaffId } from '../../../people/rules/staff-id.ts';
import { lineName } from '../../../publishing/rules/import/import-line.ts';
import {
  ACTS_OF_STATE,
  IMPORT_ACT_LABEL,
  IMPORT_MODE_LABEL,
  LINE_OUTCOME_LABEL,
  LINE_OUTCOMES,
} from '../../../publishing/rules/import/item-import.ts';
import type {
  ImportAct,
  ItemImport,
  LineOutcome,
  OutcomeCounts,
  ReportLine,
} from '../../../publishing/rules/import/item-import.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import { descriptionList } from '../../../views/description-list/description-list.ts';
import { buttonLink, submitButton } from '../../../views/form/form-buttons.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import { pageHeading } from '../../../views/page-heading/page-heading.ts';
import { pagination } from '../../../views/pagination/pagination.ts';
import { progressBar } from '../../../views/progress-bar/progress-bar.ts';
import { tabs } from '../../../views/tabs/tabs.ts';
import { tag } from '../../../views/tag/tag.ts';
import type { Tone } from '../../../views/tag/tag.ts';
import { instantText } from '../../instant-text.ts';
import { itemPath } from '../publishing-paths.ts';
import { importActPath, importLinesPath, importPath, progressPath, reportPath } from './imports-paths.ts';
import { preparedByText, stateTag } from './imports.page.ts';

export const LINES_A_PAGE = 50;

/** An act on an import: why it is not open to this officer, or null. */
export type ImportOffer = { readonly act: ImportAct; readonly refusal: string | null };

export type ImportPage = {
  readonly one: ItemImport;
  readonly counts: OutcomeCounts;
  /** The outcome that is shown; null for every line that was dealt with. */
  readonly outcome: LineOutcome | null;
  readonly page: number;
  readonly lines: readonly ReportLine[];
  readonly offers: readonly ImportOffer[];
  readonly names: ReadonlyMap<StaffId, string>;
  /** What holds back several lines at once. */
  readonly reasons: readonly { readonly message: string; readonly count: number }[];
  /** What the default column is called. */
  readonly columnName: string | null;
};

const isTrial = ({ state }: ItemImport): boolean => state === 'trying' || state === 'tried';

const OUTCOME_TONE = {
  published: 'good',
  draft: 'active',
  known: 'plain',
  refused: 'urgent',
} as const satisfies Record<LineOutcome, Tone>;

/** In a trial nothing has happened yet. */
const TRIED_LABEL = {
  published: '可以公开',
  draft: '将成为草稿',
  known: '以前已导入',
  refused: '不能导入',
} as const satisfies Record<LineOutcome, string>;

const labelOf = (one: ItemImport, outcome: LineOutcome): string =>
  isTrial(one) ? TRIED_LABEL[outcome] : LINE_OUTCOME_LABEL[outcome];

/** What the state means and what comes next. */
function stateSentence(one: ItemImport): Html | null {
  const { state, trouble, source } = one;
  switch (state) {
    case 'trying':
      return notice('info', '正在逐条试运行，没有写入任何信息。');
    case 'tried':
      return notice(
        'info',
        '试运行完毕，没有写入任何信息。看过下面的结果，再开始导入；不能导入的行可以在表里改好以后重新上传。',
      );
    case 'importing':
      return source === 'path'
        ? notice('info', '这是服务器命令行的导入；如果中断了，在服务器上再运行同一条命令就接着导入。')
        : notice('info', '正在导入，可以离开这个页面；中断了会自动接着导入，不会重复。');
    case 'paused':
      return notice('warning', trouble ?? '已暂停。继续导入会从停下的地方接着做，不会重复。');
    case 'cancelled':
      return notice('info', '已取消。已经导入的信息保留，其余的没有导入。');
    case 'done':
      return null;
  }
}

function progress(one: ItemImport): Html {
  const goesOn = one.state === 'trying' || one.state === 'importing';
  return html`<div class="import-progress"${goesOn && html` data-progress="${progressPath(one.id)}" data-state="${one.state}"`}>
${progressBar('import-progress', isTrial(one) ? '已试运行' : '已处理', one.done, one.total)}${
    goesOn && html`<p class="quiet"><a href="${importPath(one.id)}">刷新进度</a></p>`
  }</div>
`;
}

const LOOK = { start: 'main', pause: 'plain', resume: 'main', cancel: 'danger' } as const;

function acts(one: ItemImport, offers: readonly ImportOffer[]): Html {
  return html`${offers
    .filter(({ refusal }) => refusal === null)
    .map(
      ({ act }) =>
        html`<form method="post" action="${importActPath(one.id, act)}">${submitButton({ text: IMPORT_ACT_LABEL[act], look: LOOK[act] })}</form>
`,
    )}`;
}

/** Acts that the state has and that this officer may not do, with the reason. */
function refusals(offers: readonly ImportOffer[]): Html {
  return html`${offers.map(
    ({ act, refusal }) => refusal !== null && html`<p class="quiet">${IMPORT_ACT_LABEL[act]}：${refusal}。</p>`,
  )}`;
}

function facts({ one, names, columnName }: ImportPage): Html {
  return descriptionList([
    { term: '方式', detail: IMPORT_MODE_LABEL[one.mode] },
    one.origin !== null && { term: '原网站', detail: one.origin },
    { term: '准备', detail: `${preparedByText(one, names)}，${instantText(one.preparedAt)}` },
    one.startedBy !== null && { term: '开始导入', detail: names.get(one.startedBy) ?? '—' },
    { term: '默认栏目', detail: columnName ?? '没有' },
  ]);
}

/** What is mended once for many lines is said once. */
function reasonList(reasons: ImportPage['reasons']): Html | false {
  return (
    reasons.length > 0 &&
    html`<section class="card" aria-labelledby="reasons-heading"><h2 id="reasons-heading">多行相同的原因</h2>
<ul>${reasons.map(({ message, count }) => html`<li>${count} 行：${message}</li>`)}</ul></section>
`
  );
}

function report({ one, counts, outcome, page, lines }: ImportPage): Html {
  const shown = outcome === null ? LINE_OUTCOMES.reduce((sum, each) => sum + counts[each], 0) : counts[outcome];
  return html`<section aria-labelledby="lines-heading"><div class="heading-row"><h2 id="lines-heading">${isTrial(one) ? '试运行结果' : '导入结果'}</h2>
<div class="actions">${one.done > 0 && html`${buttonLink('下载结果（Excel）', reportPath(one.id, 'xlsx'))}${buttonLink('下载结果（CSV）', reportPath(one.id, 'csv'))}`}</div></div>
${tabs('按结果查看', [
  { text: '全部', href: importLinesPath(one.id, null), current: outcome === null, count: one.done },
  ...LINE_OUTCOMES.map(each => ({
    text: labelOf(one, each),
    href: importLinesPath(one.id, each),
    current: outcome === each,
    count: counts[each],
  })),
])}
${dataTable<ReportLine>({
  caption: '每一行的结果',
  captionUnseen: true,
  columns: [
    { key: 'number', heading: '行', kind: 'figure', cell: ({ line }) => line.number },
    {
      key: 'name',
      heading: '信息',
      rowHeading: true,
      cell: ({ line, item }) =>
        html`${item === null ? lineName(line) : html`<a class="subject" href="${itemPath(item.id)}">${lineName(line)}</a>`}${
          line.fields.title !== undefined &&
          line.fields.file !== undefined &&
          html`<span class="quiet">${line.fields.file}</span>`
        }`,
    },
    {
      key: 'outcome',
      heading: '结果',
      cell: line => line.outcome !== null && tag(labelOf(one, line.outcome), OUTCOME_TONE[line.outcome]),
    },
    { key: 'message', heading: '说明', cell: ({ message }) => message ?? '—' },
  ],
  rows: lines,
  empty: one.done === 0 ? '还没有处理到任何一行，请稍等再刷新。' : '没有这样的行。',
})}
${
  shown > 0 &&
  pagination({
    page,
    pages: Math.ceil(shown / LINES_A_PAGE),
    total: shown,
    href: next => importLinesPath(one.id, outcome, next),
  })
}</section>
`;
}

/** What stands in `main` of an import: how far it is, what may be done, what became of every line. */
export function importMain(content: ImportPage): Html {
  const { one, offers } = content;
  const open = ACTS_OF_STATE[one.state].length > 0;
  return html`${pageHeading(one.name, open && acts(one, offers), stateTag(one.state))}
${stateSentence(one)}${refusals(offers)}
<section class="card" aria-label="进度">${progress(one)}${facts(content)}</section>
${reasonList(content.reasons)}${report(content)}`;
}
