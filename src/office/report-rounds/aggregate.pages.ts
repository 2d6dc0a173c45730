import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { REPORT_FORMATS } from '../../annual-report/render/report-formats.ts';
import type { CollectedReport } from '../../annual-report/rules/collection/collected-report.ts';
import { SUBMISSION_STATE_LABEL } from '../../annual-report/rules/collection/collected-report.ts';
import { sharesOf, UNCOUNTED_LABEL } from '../../annual-report/rules/collection/district-aggregate.ts';
import type { CellDifference, DistrictAggregate } from '../../annual-report/rules/collection/district-aggregate.ts';
import { EXCLUSION_LABEL } from '../../annual-report/rules/collection/round-log.ts';
import type { Exclusion } from '../../annual-report/rules/collection/round-log.ts';
import { valueAt } from '../../annual-report/rules/report.ts';
import { findFormCell } from '../../law/report-form/cells.ts';
import type { CellPath, FormCell } from '../../law/report-form/cells.ts';
import type { Finding } from '../../proofreading/finding.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import type { BoardView } from './board.page.ts';
import { aggregateCellPath, aggregatePath, roundAgencyPath } from './report-round-paths.ts';

export const AGGREGATE_FORMATS = ['docx', 'xlsx', 'json'] as const;

export type AggregateView = {
  readonly year: number;
  /** Sums of the form that the sum does not keep: a mistake of a part that was not mended comes out here. */
  readonly findings: readonly Finding[];
  readonly government: string;
  readonly aggregate: DistrictAggregate;
  readonly excluded: readonly Exclusion[];
  readonly names: BoardView['names'];
  /** The area's own report where it is published: the day and version, and where it is not the sum as it is now. */
  readonly own: {
    readonly href: string;
    readonly on: Temporal.PlainDate;
    readonly differences: readonly CellDifference[];
  } | null;
};

function cellsTable(
  year: number,
  caption: string,
  cells: ReadonlyMap<CellPath, readonly string[]>,
  what: string,
): Html | false {
  return (
    cells.size > 0 &&
    dataTable({
      caption,
      rows: [...cells],
      empty: '没有。',
      columns: [
        {
          key: 'cell',
          heading: '格',
          rowHeading: true,
          cell: ([path]) => html`<a href="${aggregateCellPath(year, path)}">${findFormCell(path)?.name ?? path}</a>`,
        },
        { key: 'agencies', heading: what, cell: ([, agencies]) => agencies.join('、') },
      ],
    })
  );
}

function ownPart({ own, year, government }: AggregateView): Html {
  if (own === null)
    return html`<p class="quiet">${government} ${year} 年的报告还没有在本系统公布；公布以后，这里会逐格核对它与汇总数是否一致。</p>`;
  const { href, on, differences } = own;
  if (differences.length === 0)
    return notice(
      'done',
      html`<a href="${href}">${government}的报告</a>（${on.toString()} 公布）与现在的汇总数逐格一致`,
    );
  return html`${notice('warning', html`<a href="${href}">${government}的报告</a>（${on.toString()} 公布）有 ${differences.length} 格与现在的汇总数不一致：有机关更正了报告，或者汇总有误，请核对后更正`)}
${dataTable({
  caption: '与本级报告的差异',
  rows: differences,
  empty: '没有差异。',
  columns: [
    {
      key: 'cell',
      heading: '格',
      rowHeading: true,
      cell: ({ path, name }) => html`<a href="${aggregateCellPath(year, path)}">${name}</a>`,
    },
    { key: 'own', heading: '本级报告', kind: 'figure', cell: ({ own: value }) => value ?? '没有数' },
    { key: 'sum', heading: '各机关之和', kind: 'figure', cell: ({ sum }) => sum ?? '没有数' },
  ],
})}`;
}

/** The sum of a round: what is in it, what is not and why, every cell open to its agencies. */
export function aggregateMain(view: AggregateView): Html {
  const { year, aggregate, excluded, names } = view;
  const { parts, uncounted, report } = aggregate;
  const unchecked = parts.filter(({ state }) => state === 'submitted').length;
  const hrefOf = (path: string) => (findFormCell(path) === undefined ? undefined : aggregateCellPath(year, path));
  return html`<h1>${year} 年度报告汇总</h1>
<p class="lead">表二、表三、表四的每一格是各机关报告同一格之和，点数字可以看到由哪些机关组成。计入 ${parts.length} 个机关${unchecked > 0 && `，其中 ${unchecked} 个还没有通过核校`}。</p>
${
  uncounted.length > 0 &&
  notice(
    'warning',
    `有 ${uncounted.length} 个机关没有计入，汇总还不完整`,
    html`<ul>${uncounted.map(
      ({ agency, name, why }) =>
        html`<li><a href="${roundAgencyPath(year, agency)}">${name}</a>：${UNCOUNTED_LABEL[why]}</li>`,
    )}</ul>`,
  )
}
${
  view.findings.length > 0 &&
  notice(
    'warning',
    `汇总表有 ${view.findings.length} 处不平衡，请找出有错误的机关退回修改`,
    html`<ul>${view.findings.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
  )
}
${ownPart(view)}
${
  parts.length > 0 &&
  html`<p>汇总表：${AGGREGATE_FORMATS.map(format => html`<a href="${aggregatePath(year)}/sum.${format}" download>${REPORT_FORMATS[format].name}</a> `)}　本级报告草稿：${AGGREGATE_FORMATS.map(format => html`<a href="${aggregatePath(year)}/draft.${format}" download>${REPORT_FORMATS[format].name}</a> `)}</p>
<p class="quiet">草稿的三张表是汇总数，文字由数据起草；工作考核、社会评议、责任追究等只有您知道的内容写在【】里，补全以后按程序审签、公布。</p>
<div class="card round-sum">${reportBody(report, { titleLevel: 2, hrefOf })}</div>`
}
<div id="unread" tabindex="-1">${cellsTable(year, '没有合计的格：有机关缺少或者读不出这一格', aggregate.unread, '缺数的机关')}</div>
${cellsTable(year, '空白或者划线的格：按 0 相加', aggregate.blank, '空白或者划线的机关')}
${
  excluded.length > 0 &&
  html`<p class="quiet">按规定不汇总：${excluded
    .map(
      ({ agency, reason, note }) =>
        `${names.get(agency) ?? agency}（${reason === 'other' ? note : EXCLUSION_LABEL[reason]}）`,
    )
    .join('、')}。</p>`
}`;
}

const KIND_TEXT = {
  blank: '空白，按 0 计',
  dash: '划线，按 0 计',
  missing: '没有这一格',
  ambiguous: '数字对不上格',
  'not-a-number': '不是数字',
} as const;

/** The agencies behind one cell of the sum, the largest first. */
export function aggregateCellMain(year: number, cell: FormCell, aggregate: DistrictAggregate): Html {
  const total = valueAt(aggregate.report, cell.path);
  const states = new Map(aggregate.parts.map(({ agency, state }: CollectedReport) => [agency, state]));
  return html`<h1>${cell.name}</h1>
<p class="lead">${year} 年度汇总数：${total ?? '有机关缺这一格，没有合计'}</p>
${dataTable({
  caption: `${cell.name}：各机关的数`,
  captionUnseen: true,
  rows: sharesOf(aggregate, cell.path),
  empty: '还没有机关报送。',
  look: ({ cell: { value } }) => (value === 0 ? 'quiet' : null),
  columns: [
    {
      key: 'name',
      heading: '机关',
      rowHeading: true,
      cell: ({ agency, name }) => html`<a href="${roundAgencyPath(year, agency)}">${name}</a>`,
    },
    {
      key: 'value',
      heading: '数值',
      kind: 'figure',
      cell: ({ cell: { value } }) => value ?? '—',
    },
    {
      key: 'note',
      heading: '说明',
      cell: ({ cell: { kind, raw } }) =>
        kind in KIND_TEXT
          ? `${KIND_TEXT[kind as keyof typeof KIND_TEXT]}${raw.trim() === '' ? '' : `（“${raw}”）`}`
          : '',
    },
    {
      key: 'state',
      heading: '状态',
      cell: ({ agency }) => SUBMISSION_STATE_LABEL[states.get(agency) ?? 'missing'],
    },
  ],
})}
${
  aggregate.uncounted.length > 0 &&
  html`<p class="quiet">没有计入：${aggregate.uncounted.map(({ name, why }) => `${name}（${UNCOUNTED_LABEL[why]}）`).join('、')}。</p>`
}`;
}
