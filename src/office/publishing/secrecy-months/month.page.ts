import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import { SECRECY_CONCLUSION_LABEL, SECRECY_CONCLUSIONS } from '../../../publishing/rules/secrecy-form.ts';
import type { SecrecyConclusion } from '../../../publishing/rules/secrecy-form.ts';
import { reviewsOf, tallyOf } from '../../../publishing/rules/secrecy-month.ts';
import type { SecrecyReview, SecrecyStanding, SecrecyTally } from '../../../publishing/rules/secrecy-month.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import type { Column } from '../../../views/data-table/data-table.ts';
import { filterBar } from '../../../views/filter-bar/filter-bar.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { instantText } from '../../instant-text.ts';
import { itemPath } from '../publishing-paths.ts';
import { monthAddress, MONTHS_PATH } from './month-query.ts';
import type { MonthQuery } from './month-query.ts';

/** The monthly table of 保密审查, as the page and the file show it. */
export type SecrecyMonth = {
  readonly query: MonthQuery;
  readonly months: readonly Temporal.PlainYearMonth[];
  /** The agencies of the table by name, the officer's own first. */
  readonly agencies: ReadonlyMap<AgencyCode, string>;
  /** The agency whose items the officer may open; null for who only oversees. */
  readonly own: AgencyCode | null;
  readonly staff: ReadonlyMap<StaffId, string>;
  readonly reviews: readonly SecrecyReview[];
  readonly standings: readonly SecrecyStanding[];
  readonly today: Temporal.PlainDate;
};

/** Short enough for the head of a column. */
export const CONCLUSION_HEAD = {
  release: '公开',
  withhold: '不予公开',
  'release-in-part': '部分公开',
  refer: '报请确定',
} as const satisfies Record<SecrecyConclusion, string>;

export const monthName = ({ year, month }: Temporal.PlainYearMonth): string => `${year}年${month}月`;

const NAMELESS = '（不公开，名称由该机关保管）';

/** What a review was of. The name of what an agency keeps back is told to nobody else. */
export function titleOf({ agency, conclusion, title }: SecrecyReview, own: AgencyCode | null): string {
  return agency === own || conclusion === 'release' ? title : NAMELESS;
}

export const reviewerName = ({ staff }: Pick<SecrecyMonth, 'staff'>, reviewer: StaffId | null): string =>
  reviewer === null ? '系统' : (staff.get(reviewer) ?? '工作人员');

/** Who reviewed in the month, in the order of their first review. */
export const reviewersOf = (reviews: readonly SecrecyReview[]): readonly (StaffId | null)[] => [
  ...new Set(reviews.map(({ reviewer }) => reviewer)),
];

/** A figure that opens what it counts. */
const figure = (count: number, href: string): HtmlValue =>
  count === 0 ? '0' : html`<a href="${href}#reviews">${count}</a>`;

type Counted = { readonly tally: SecrecyTally; readonly href: (conclusion: SecrecyConclusion | null) => string };

function tallyColumns<Row extends Counted>(): readonly Column<Row>[] {
  return [
    {
      key: 'reviews',
      heading: '审查件次',
      kind: 'figure',
      cell: ({ tally, href }) => figure(tally.reviews, href(null)),
    },
    { key: 'items', heading: '涉及信息', kind: 'figure', cell: ({ tally, href }) => figure(tally.items, href(null)) },
    ...SECRECY_CONCLUSIONS.map((conclusion): Column<Row> => ({
      key: conclusion,
      heading: CONCLUSION_HEAD[conclusion],
      kind: 'figure',
      cell: ({ tally, href }) => figure(tally.byConclusion[conclusion], href(conclusion)),
    })),
    {
      key: 'attachments',
      heading: '逐件审查的附件',
      kind: 'figure',
      cell: ({ tally, href }) => figure(tally.attachments, href(null)),
    },
  ];
}

function filters({ query, months, agencies }: SecrecyMonth): Html {
  const state = { values: { month: query.month.toString(), agency: query.agency ?? '' }, problems: [] };
  return filterBar({
    action: MONTHS_PATH,
    label: '月份和机关',
    filtered: false,
    button: '查看',
    fields: [
      selectField(state, {
        name: 'month',
        label: '月份',
        options: months.map(month => ({ value: month.toString(), text: monthName(month) })),
      }),
      agencies.size > 1 &&
        selectField(state, {
          name: 'agency',
          label: '机关',
          unchosen: '全部机关',
          options: [...agencies].map(([value, text]) => ({ value, text })),
        }),
    ],
  });
}

function agencyTable({ query, agencies, reviews, standings, own, today }: SecrecyMonth): Html {
  const rows = [...agencies]
    .filter(([agency]) => query.agency === null || agency === query.agency)
    .map(([agency, name]) => ({
      agency,
      name,
      tally: tallyOf(reviewsOf(reviews, { agency, conclusion: null, reviewer: null })),
      standing: standings.find(one => one.agency === agency),
      href: (conclusion: SecrecyConclusion | null) => monthAddress(query, { agency, conclusion, reviewer: null }),
    }));
  const standing = (
    key: 'waiting' | 'reassessed' | 'overdue',
    heading: string,
    tab: string,
  ): Column<(typeof rows)[number]> => ({
    key,
    heading,
    kind: 'figure',
    cell: row => {
      const count = row.standing?.[key] ?? 0;
      return count === 0 || row.agency !== own
        ? String(count)
        : html`<a href="/office/publishing?tab=${tab}">${count}</a>`;
    },
  });
  return html`<h2>各机关</h2>
${dataTable({
  caption: '各机关的保密审查',
  captionUnseen: true,
  columns: [
    {
      key: 'agency',
      heading: '机关',
      rowHeading: true,
      cell: ({ name, tally }) =>
        html`${name}${tally.reviews === 0 && html`<span class="quiet"> 本月没有审查（零报告）</span>`}`,
    },
    ...tallyColumns<(typeof rows)[number]>(),
    standing('reassessed', '本月定期评估', 'withheld'),
    standing('overdue', '逾期未评估', 'due'),
    standing('waiting', '待审查', 'review'),
  ],
  rows,
  empty: '没有可以查看的机关。',
  look: row => ((row.standing?.overdue ?? 0) > 0 ? 'urgent' : null),
})}
<p class="quiet">件次按稿件计：退回修改后再审的另计一次。“逾期未评估”“待审查”是 ${today.toString()} 的情况，其余是当月办理的。</p>
`;
}

function reviewerTable(month: SecrecyMonth): HtmlValue {
  const { query, reviews } = month;
  const counted = reviewsOf(reviews, { agency: query.agency, conclusion: null, reviewer: null });
  if (counted.length === 0) return null;
  const rows = reviewersOf(counted).map(reviewer => ({
    name: reviewerName(month, reviewer),
    tally: tallyOf(counted.filter(one => one.reviewer === reviewer)),
    href: (conclusion: SecrecyConclusion | null) => monthAddress(query, { conclusion, reviewer }),
  }));
  return html`<h2>审查人</h2>
${dataTable({
  caption: '各审查人的保密审查',
  captionUnseen: true,
  columns: [
    { key: 'reviewer', heading: '审查人', rowHeading: true, cell: ({ name }) => name },
    ...tallyColumns<(typeof rows)[number]>(),
  ],
  rows,
  empty: '',
})}
`;
}

function reviewsTable(month: SecrecyMonth): Html {
  const { query, reviews, agencies, own } = month;
  const chosen = reviewsOf(reviews, query);
  const narrowed = query.conclusion !== null || query.reviewer !== null;
  const words = [
    query.conclusion !== null && SECRECY_CONCLUSION_LABEL[query.conclusion],
    query.reviewer !== null && reviewerName(month, query.reviewer),
  ].filter(one => one !== false);
  return html`<h2 id="reviews">审查明细（${chosen.length} 件次）</h2>
${narrowed && html`<p>只列出：${words.join('，')}。<a href="${monthAddress(query, { conclusion: null, reviewer: null })}#reviews">全部列出</a></p>`}
${dataTable<SecrecyReview>({
  caption: '审查明细',
  captionUnseen: true,
  columns: [
    {
      key: 'title',
      heading: '信息名称',
      rowHeading: true,
      cell: review => {
        const title = titleOf(review, own);
        if (review.agency === own)
          return html`<a href="${itemPath(review.item)}">${title}</a><span class="quiet">${review.reference}</span>`;
        return review.address !== null && title === review.title
          ? html`<a href="${review.address}">${title}</a><span class="quiet">${review.reference}</span>`
          : title;
      },
    },
    ...(agencies.size > 1
      ? [{ key: 'agency', heading: '机关', cell: ({ agency }: SecrecyReview) => agencies.get(agency) ?? agency }]
      : []),
    { key: 'at', heading: '审查时间', kind: 'date', cell: ({ at }) => instantText(at) },
    { key: 'reviewer', heading: '审查人', cell: ({ reviewer }) => reviewerName(month, reviewer) },
    {
      key: 'conclusion',
      heading: '审查结论',
      cell: ({ conclusion, agency, item, sequence }) =>
        agency === own
          ? html`<a href="${itemPath(item)}/secrecy/${sequence}">${CONCLUSION_HEAD[conclusion]}</a>`
          : CONCLUSION_HEAD[conclusion],
    },
    { key: 'attachments', heading: '附件', kind: 'figure', cell: ({ attachments }) => attachments },
    { key: 'published', heading: '发布日期', kind: 'date', cell: ({ publishedOn }) => publishedOn?.toString() ?? '—' },
  ],
  rows: chosen,
  empty: '本月没有保密审查，可以零报告。',
})}
`;
}

/** What stands in `main` of the monthly table: figures that open what they count, and every review. */
export function secrecyMonthMain(month: SecrecyMonth): Html {
  const { query } = month;
  return html`<div class="heading-row"><h1>${monthName(query.month)}保密审查汇总表</h1>
<div class="actions"><a class="button button-plain" href="${monthAddress(query, {}, `${MONTHS_PATH}.xlsx`)}" download>下载 Excel</a></div></div>
<p class="lead">公开前的保密审查按月汇总，报政府信息公开工作主管部门；没有审查的零报告（条例第十七条）。点数字列出所计的信息；打印用浏览器的打印。</p>
${filters(month)}
${agencyTable(month)}${reviewerTable(month)}${reviewsTable(month)}`;
}
