import type { AgencyCode } from '../../people/rules/agency.ts';
import { periodName, periodWord } from '../../statistics/rules/period.ts';
import { cellText } from '../../statistics/rules/stat-table.ts';
import type { StatCell, StatRow, StatTable } from '../../statistics/rules/stat-table.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { figureCards } from '../../views/figure-cards/figure-cards.ts';
import type { FigureCard } from '../../views/figure-cards/figure-cards.ts';
import { filterBar } from '../../views/filter-bar/filter-bar.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { tabs } from '../../views/tabs/tabs.ts';
import { MONTHS_PATH } from '../publishing/secrecy-months/month-query.ts';
import { drillAddress, STATISTICS_PATH, statisticsAddress } from './statistics-query.ts';
import type { StatisticsQuery, Subject } from './statistics-query.ts';

const SUBJECT_NAME = { publishing: '信息发布', applications: '依申请公开' } as const satisfies Record<Subject, string>;
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

/** The files that the statistics can be taken as. */
export const STATISTICS_FORMATS = { xlsx: 'Excel', csv: 'CSV', docx: 'Word', pdf: 'PDF' } as const;
export type StatisticsFormat = keyof typeof STATISTICS_FORMATS;

export type StatisticsView = {
  readonly subject: Subject;
  readonly subjects: readonly Subject[];
  /** Whether the officer may see the yearly return of the site. */
  readonly seesSite: boolean;
  readonly query: StatisticsQuery;
  readonly years: readonly number[];
  /** The agencies that the officer may choose among, by name. */
  readonly agencies: ReadonlyMap<AgencyCode, string>;
  readonly cards: readonly FigureCard[];
  readonly tables: readonly StatTable[];
  readonly note: string;
};

/** Statistics of one subject beside each other, and the yearly return of the site. */
export function statisticsTabs(
  subjects: readonly Subject[],
  current: Subject | 'site',
  seesSite: boolean,
  query?: StatisticsQuery,
): Html {
  return tabs('统计', [
    ...subjects.map(subject => ({
      text: SUBJECT_NAME[subject],
      href: query === undefined ? `${STATISTICS_PATH}/${subject}` : statisticsAddress(subject, query),
      current: subject === current,
    })),
    ...(seesSite
      ? [{ text: '政府网站工作年度报表', href: `${STATISTICS_PATH}/site`, current: current === 'site' }]
      : []),
  ]);
}

function filters({ subject, query, years, agencies }: StatisticsView): Html {
  const { period, of } = query;
  const part = period.kind === 'year' ? '' : periodWord(period).slice('0000-'.length);
  const state = { values: { year: String(period.year), part, of: of ?? '' }, problems: [] };
  return filterBar({
    action: `${STATISTICS_PATH}/${subject}`,
    label: '统计的期间和机关',
    filtered: false,
    button: '统计',
    fields: [
      selectField(state, {
        name: 'year',
        label: '年份',
        options: years.map(year => ({ value: String(year), text: `${year} 年` })),
      }),
      selectField(state, {
        name: 'part',
        label: '期间',
        unchosen: '全年',
        options: [
          ...QUARTERS.map((text, index) => ({ value: `Q${index + 1}`, text })),
          ...Array.from({ length: 12 }, (_, index) => ({
            value: String(index + 1).padStart(2, '0'),
            text: `${index + 1} 月`,
          })),
        ],
      }),
      agencies.size > 1 &&
        selectField(state, {
          name: 'of',
          label: '机关',
          unchosen: '全部机关',
          options: [...agencies].map(([value, text]) => ({ value, text })),
        }),
    ],
  });
}

function figure(view: StatisticsView, cell: StatCell | undefined): HtmlValue {
  if (cell === undefined) return '';
  const text = cellText(cell);
  return cell.drill === null || cell.value === null || cell.value === 0
    ? text
    : html`<a href="${drillAddress(view.subject, view.query, cell.drill)}">${text}</a>`;
}

/** A table of statistics as one of facts; rows of noughts alone say nothing and are left out on the page. */
function tableMarkup(view: StatisticsView, { caption, headings, rows }: StatTable): Html {
  const [first, ...rest] = headings;
  const shown = rows.filter(({ cells, isTotal }) => isTotal === true || cells.some(({ value }) => (value ?? 0) !== 0));
  return html`<h2>${caption}</h2>
${dataTable<StatRow>({
  caption,
  captionUnseen: true,
  rows: shown,
  empty: '没有数据。',
  columns: [
    {
      key: 'label',
      heading: first,
      rowHeading: true,
      cell: ({ label, isTotal }) => (isTotal === true ? html`<strong>${label}</strong>` : label),
    },
    ...rest.map((heading, index) => ({
      key: `c${index}`,
      heading,
      kind: 'figure' as const,
      cell: ({ cells }: StatRow) => figure(view, cells[index]),
    })),
  ],
})}`;
}

/** 统计: period and agencies, figures at a glance, the tables; every figure leads to what it counts. */
export function statisticsMain(view: StatisticsView): Html {
  const { subject, subjects, seesSite, query, cards, tables, note } = view;
  return html`<h1>统计</h1>
${statisticsTabs(subjects, subject, seesSite, query)}
${filters(view)}
<h2>${periodName(query.period)}${SUBJECT_NAME[subject]}统计</h2>
${figureCards('概况', cards)}
<p class="quiet">${note}点数字可以看它所计的内容。</p>
<p>下载：${Object.entries(STATISTICS_FORMATS).map(
    ([format, name]) => html`<a href="${statisticsAddress(subject, query, `.${format}`)}" download>${name}</a> `,
  )}</p>
${tables.map(table => tableMarkup(view, table))}
${subject === 'publishing' && html`<p><a href="${MONTHS_PATH}">保密审查月度汇总表</a></p>`}`;
}
