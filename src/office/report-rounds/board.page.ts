import { countStates } from '../../annual-report/rules/collection/board.ts';
import type { BoardLine } from '../../annual-report/rules/collection/board.ts';
import { SUBMISSION_STATE_LABEL, SUBMISSION_STATES } from '../../annual-report/rules/collection/collected-report.ts';
import type { ReportRound } from '../../annual-report/rules/collection/report-round.ts';
import { EXCLUSION_LABEL, ROUND_ACT_LABEL } from '../../annual-report/rules/collection/round-log.ts';
import type { Exclusion, RoundEntry } from '../../annual-report/rules/collection/round-log.ts';
import { ROUTE_LABEL } from '../../annual-report/rules/collection/submission.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { figureCards } from '../../views/figure-cards/figure-cards.ts';
import { filterBar } from '../../views/filter-bar/filter-bar.ts';
import { tickField } from '../../views/form/choice-fields.ts';
import { buttonLink, submitButton } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { progressBar } from '../../views/progress-bar/progress-bar.ts';
import { instantText } from '../instant-text.ts';
import { filterBoard } from './board-query.ts';
import type { BoardQuery } from './board-query.ts';
import { aggregatePath, roundAgencyPath, roundPath, uploadPath } from './report-round-paths.ts';
import { countsText, STATE_TONE, stateTag } from './state-tag.ts';

export type BoardView = {
  readonly year: number;
  readonly round: ReportRound;
  readonly board: readonly BoardLine[];
  readonly query: BoardQuery;
  readonly names: ReadonlyMap<AgencyCode, string>;
  readonly log: readonly RoundEntry[];
  readonly staff: ReadonlyMap<StaffId, string>;
  /** Files that wait for a reader, and those that wait for a person. */
  readonly files: { readonly waiting: number; readonly asking: number };
  readonly mayCollect: boolean;
  readonly form: FormState;
};

const lateText = ({ daysLate, submittedOn }: BoardLine): string =>
  daysLate === 0 ? '' : submittedOn === null ? `已逾期 ${daysLate} 天` : `迟报 ${daysLate} 天`;

function queryBar({ year, query }: BoardView): Html {
  const state = {
    values: { state: query.state ?? '', found: query.found ?? '', late: query.late ? 'yes' : '', q: query.q },
    problems: [],
  };
  return filterBar({
    action: roundPath(year),
    label: '筛选机关',
    fields: [
      textField(state, { name: 'q', label: '机关', type: 'search', width: 'middle' }),
      selectField(state, {
        name: 'state',
        label: '状态',
        unchosen: '全部',
        width: 'short',
        options: SUBMISSION_STATES.map(value => ({ value, text: SUBMISSION_STATE_LABEL[value] })),
      }),
      selectField(state, {
        name: 'found',
        label: '审核结果',
        unchosen: '全部',
        width: 'short',
        options: [
          { value: 'errors', text: '有错误' },
          { value: 'warnings', text: '有警告' },
          { value: 'clean', text: '没有错误和警告' },
        ],
      }),
      tickField(state, { name: 'late', label: '只看逾期' }),
    ],
    filtered: query.state !== null || query.found !== null || query.late || query.q !== '',
  });
}

function postButton(year: number, act: string, text: string): Html {
  return html`<form method="post" action="${roundPath(year)}/${act}">${submitButton({ text, look: 'plain' })}</form>`;
}

function actsPart({ year, round, board, mayCollect, form }: BoardView): Html | false {
  if (!mayCollect) return false;
  const owing = board.filter(({ state }) => state === 'missing' || state === 'returned').length;
  const clean = board.filter(({ state, counts }) => state === 'submitted' && counts?.error === 0).length;
  const open = board.filter(({ state }) => state !== 'accepted' && state !== 'published').length;
  return html`<div class="round-acts">
${round.isOpen && buttonLink('上传报告', uploadPath(year), 'main')}
${buttonLink('汇总表', aggregatePath(year), round.isOpen ? 'plain' : 'main')}
${round.isOpen && clean > 0 && postButton(year, 'accept', `通过没有错误的 ${clean} 份`)}
${round.isOpen && owing > 0 && postButton(year, 'remind', `催报 ${owing} 个机关`)}
${round.isOpen && buttonLink('调整期限和范围', `${roundPath(year)}/change`)}
${round.isOpen && open === 0 && postButton(year, 'close', '结束汇总')}
</div>
${
  !round.isOpen &&
  html`<details${form.problems.length > 0 && html` open`}><summary>重新开始汇总</summary><form class="card form" method="post" action="${roundPath(year)}/reopen" novalidate>${textArea(
    form,
    { name: 'reason', label: '为什么重新开始', required: true, rows: 2, limit: 200 },
  )}${submitButton({ text: '重新开始汇总', look: 'plain' })}</form></details>`
}`;
}

function excludedPart(excluded: readonly Exclusion[], names: BoardView['names']): Html | false {
  return (
    excluded.length > 0 &&
    html`<h2>不汇总的机关</h2>
${dataTable({
  caption: '不汇总的机关',
  captionUnseen: true,
  rows: excluded,
  empty: '没有。',
  columns: [
    { key: 'name', heading: '机关', rowHeading: true, cell: ({ agency }) => names.get(agency) ?? agency },
    {
      key: 'why',
      heading: '原因',
      cell: ({ reason, into, note }) =>
        `${reason === 'other' ? note : EXCLUSION_LABEL[reason]}${into === null ? '' : `：${names.get(into) ?? into}（结转的申请由其承接）`}`,
    },
  ],
})}`
  );
}

function entryText({ act }: RoundEntry, names: BoardView['names']): string {
  switch (act.kind) {
    case 'opened':
      return `期限 ${act.deadlineOn.toString()}，${act.agencies.length} 个机关`;
    case 'members-changed':
      return `${act.agencies.length} 个机关报送，${act.excluded.length} 个不汇总`;
    case 'deadline-moved':
      return `期限改为 ${act.deadlineOn.toString()}`;
    case 'reminded':
      return `${act.agencies.length} 个机关`;
    case 'submitted':
      return `${names.get(act.agency) ?? act.agency}（${ROUTE_LABEL[act.route]}${act.isCorrection ? '，更正' : ''}）`;
    case 'returned':
      return `${names.get(act.agency) ?? act.agency}：${act.comment}`;
    case 'accepted':
      return names.get(act.agency) ?? act.agency;
    case 'reopened':
      return act.reason;
    case 'closed':
      return '';
  }
}

/** What happened in a round, the latest first. */
export function historyTable(
  log: readonly RoundEntry[],
  names: BoardView['names'],
  staff: BoardView['staff'],
  limit = 50,
): Html {
  return html`<h2>办理记录</h2>
${dataTable({
  caption: '办理记录',
  captionUnseen: true,
  rows: log.toReversed().slice(0, limit),
  empty: '没有记录。',
  columns: [
    { key: 'act', heading: '事项', rowHeading: true, cell: ({ act }) => ROUND_ACT_LABEL[act.kind] },
    { key: 'what', heading: '内容', cell: entry => entryText(entry, names) },
    { key: 'by', heading: '经办人', cell: ({ by }) => (by === null ? '报送机关' : (staff.get(by) ?? '')) },
    { key: 'at', heading: '时间', kind: 'date', cell: ({ at }) => instantText(at) },
  ],
})}${log.length > limit && html`<p class="quiet">只列出最近 ${limit} 条；每个机关的页面有它的全部记录。</p>`}`;
}

/** The board of a round: how far it is, each agency with its state, and what can be done. */
export function boardMain(view: BoardView): Html {
  const { year, round, board, query, names, files, form } = view;
  const states = countStates(board);
  const arrived = board.length - states.missing;
  const shown = filterBoard(board, query);
  const late = board.filter(({ daysLate }) => daysLate > 0).length;
  return html`${errorSummary(form.problems)}<h1 id="round" tabindex="-1">${year} 年度报告报送与汇总</h1>
<p class="lead">报送期限 ${round.deadlineOn.toString()}${!round.isOpen && '，汇总已经结束'}。</p>
${files.asking > 0 && notice('warning', html`有 ${files.asking} 个文件看不出是哪个机关的，<a href="${uploadPath(year)}">请确认机关</a>`)}
${files.waiting > 0 && notice('info', html`正在读取 ${files.waiting} 个文件，<a href="${uploadPath(year)}">查看进度</a>`)}
${figureCards('各状态的机关', [
  ...SUBMISSION_STATES.map(state => ({
    label: SUBMISSION_STATE_LABEL[state],
    figure: states[state],
    href: pageAddress(roundPath(year), { state }),
    tone: states[state] === 0 ? ('plain' as const) : STATE_TONE[state],
  })),
  {
    label: '逾期',
    figure: late,
    href: pageAddress(roundPath(year), { late: 'yes' }),
    tone: late > 0 ? ('urgent' as const) : ('plain' as const),
  },
])}
${progressBar('arrived', '已经报送', arrived, board.length)}
${actsPart(view)}
${queryBar(view)}
${dataTable({
  caption: `${shown.length} 个机关`,
  rows: shown,
  empty: '没有符合条件的机关。',
  look: ({ state, daysLate }) => (state === 'missing' && daysLate > 0 ? 'urgent' : null),
  columns: [
    {
      key: 'name',
      heading: '机关',
      rowHeading: true,
      cell: ({ agency, name }) => html`<a href="${roundAgencyPath(year, agency)}">${name}</a>`,
    },
    {
      key: 'state',
      heading: '状态',
      cell: line => html`${stateTag(line.state)}${line.isCorrection && ' 更正后重报'}`,
    },
    { key: 'late', heading: '逾期', cell: lateText },
    { key: 'on', heading: '报送日期', kind: 'date', cell: ({ submittedOn }) => submittedOn?.toString() ?? '' },
    { key: 'counts', heading: '审核结果', cell: ({ counts }) => countsText(counts) },
    { key: 'route', heading: '报送方式', cell: ({ route }) => (route === null ? '' : ROUTE_LABEL[route]) },
    {
      key: 'more',
      heading: '公开、催报',
      cell: ({ publishedOn, remindedAt }) =>
        publishedOn !== null
          ? `${publishedOn.toString()} 公开`
          : remindedAt === null
            ? ''
            : `${instantText(remindedAt)} 催报`,
    },
  ],
})}
<p><a href="${roundPath(year)}/board.xlsx" download>导出 Excel</a></p>
${excludedPart(round.excluded, names)}${historyTable(view.log, names, view.staff)}`;
}
