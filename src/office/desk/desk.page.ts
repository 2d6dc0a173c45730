import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { APPLICANT_COLUMN_LABEL, OUTCOME_ROWS, TABLE_THREE_LABEL } from '../../law/report-form/table-three.ts';
import { CASE_KIND_LABEL, CASE_KINDS } from '../../applications/rules/application-log.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import { CHANNEL_LABEL, CHANNELS } from '../../applications/rules/channel.ts';
import { WAITS_FOR_LABEL } from '../../applications/rules/projection.ts';
import { isOpen, STAGE_LABEL, STAGES } from '../../applications/rules/stage.ts';
import { URGENCIES, URGENCY_LABEL } from '../../applications/rules/urgency.ts';
import type { Urgency } from '../../applications/rules/urgency.ts';
import type {
  DeskCounts,
  RegisterEntry,
  RegisterSort,
  UrgencyCounts,
  UrgencyGroup,
} from '../../applications/store/register.store.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import type { Column } from '../../views/data-table/data-table.ts';
import { figureCards } from '../../views/figure-cards/figure-cards.ts';
import { filterBar } from '../../views/filter-bar/filter-bar.ts';
import { tickField } from '../../views/form/choice-fields.ts';
import { dateField } from '../../views/form/date-field.ts';
import { buttonLink, submitButton } from '../../views/form/form-buttons.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { selectField } from '../../views/form/select-field.ts';
import { textField } from '../../views/form/text-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import { tabs } from '../../views/tabs/tabs.ts';
import type { Tone } from '../../views/tag/tag.ts';
import { DEFAULT_ORDER, DESK_PATH, deskAddress, isFiltered, isGrouped, isOpenTab } from './desk-query.ts';
import type { DeskQuery, DeskTab } from './desk-query.ts';
import { dueCell } from './due-words.ts';
import { stageTag } from './stage-tag.ts';
import type { SavedView } from '../../applications/store/saved-view.store.ts';

/** Somebody that files can be given to. */
export type Colleague = { readonly id: StaffId; readonly name: string };

export type DeskContent = {
  readonly query: DeskQuery;
  readonly counts: DeskCounts;
  readonly urgencies: UrgencyCounts;
  /** In groups, or as one page of a list with its total. */
  readonly list:
    | { readonly kind: 'groups'; readonly groups: readonly UrgencyGroup[] }
    | { readonly kind: 'page'; readonly entries: readonly RegisterEntry[]; readonly total: number };
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
  readonly colleagues: readonly Colleague[];
  readonly views: readonly SavedView[];
  /** The agency of the officer. */
  readonly agency: AgencyCode;
  /** Whether the officer may open files of that agency; those of others are seen without a link. */
  readonly mayRead: boolean;
  /** The agencies whose register the officer may look at, when there are several. */
  readonly overseen: readonly Agency[];
  readonly mayRegister: boolean;
  readonly mayAssign: boolean;
};

export const PAGE_SIZE = 50;
/** Files shown of each group; the rest is behind the group's own address. */
export const GROUP_SIZE = 15;

const TAB_LABEL = {
  open: '在办',
  mine: '我承办的',
  unassigned: '待分办',
  review: '待我审签',
  file: '待送达归档',
  all: '全部申请',
} as const satisfies Record<DeskTab, string>;

const URGENCY_TONE: Partial<Record<Urgency, Tone>> = {
  overdue: 'urgent',
  'due-today': 'urgent',
  'within-1': 'warning',
  'their-day-passed': 'warning',
};

const toneOf = (urgency: Urgency, count: number): Tone => (count === 0 ? 'plain' : (URGENCY_TONE[urgency] ?? 'plain'));

function deskTabs({ query, counts }: DeskContent): Html {
  const count = {
    open: counts.open,
    mine: counts.mine,
    unassigned: counts.unassigned,
    review: counts.toReview,
    file: counts.toFile,
  };
  const addressOf = (tab: DeskTab) => deskAddress({ ...query, tab, urgency: null, sort: null });
  return tabs('申请列表', [
    ...(['open', 'mine', 'unassigned', 'review', 'file'] as const).map(tab => ({
      text: TAB_LABEL[tab],
      href: addressOf(tab),
      current: query.tab === tab,
      count: count[tab],
    })),
    { text: TAB_LABEL.all, href: addressOf('all'), current: query.tab === 'all' },
  ]);
}

function urgencyCards({ query, urgencies }: DeskContent): Html {
  return figureCards(
    '按紧急程度',
    URGENCIES.map(urgency => ({
      label: URGENCY_LABEL[urgency],
      figure: urgencies[urgency],
      unit: '件',
      tone: toneOf(urgency, urgencies[urgency]),
      href: deskAddress(query, { urgency, sort: null }),
      ...(query.urgency === urgency ? { note: '正在查看' } : {}),
    })),
  );
}

function filterState(query: DeskQuery): FormState {
  const { q, stage, channel, kind, handler, agency, year, outcome, late, from, to } = query;
  return {
    values: {
      q,
      stage: stage ?? '',
      channel: channel ?? '',
      kind: kind ?? '',
      handler: handler ?? '',
      agency: agency ?? '',
      year: year?.toString() ?? '',
      outcome: outcome ?? '',
      late: late ? 'yes' : '',
      from: from?.toString() ?? '',
      to: to?.toString() ?? '',
    },
    problems: [],
  };
}

const optionsOf = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map(value => ({ value, text: labels[value] }));

const FIRST_YEAR = 2008;

function moreFilters({ query, overseen, today }: DeskContent, state: FormState): HtmlValue {
  const years = Array.from({ length: today.year - FIRST_YEAR + 1 }, (_, index) => String(today.year - index));
  return [
    selectField(state, {
      name: 'channel',
      label: '申请渠道',
      unchosen: '全部',
      options: optionsOf(CHANNELS, CHANNEL_LABEL),
    }),
    selectField(state, {
      name: 'kind',
      label: '申请种类',
      unchosen: '全部',
      options: optionsOf(CASE_KINDS, CASE_KIND_LABEL),
    }),
    selectField(state, {
      name: 'year',
      label: '登记年度',
      unchosen: '全部',
      options: years.map(year => ({ value: year, text: `${year} 年` })),
    }),
    selectField(state, {
      name: 'outcome',
      label: '办理结果',
      unchosen: '全部',
      options: OUTCOME_ROWS['2021'].map(row => ({ value: row, text: TABLE_THREE_LABEL[row] })),
    }),
    dateField(state, { name: 'from', label: '收到日期从', hint: '年-月-日' }),
    dateField(state, { name: 'to', label: '收到日期到', hint: '年-月-日' }),
    overseen.length > 1 &&
      selectField(state, {
        name: 'agency',
        label: '机关',
        options: overseen.map(({ code, shortName }) => ({ value: code, text: shortName })),
      }),
    tickField(state, { name: 'late', label: '只看逾期办结的' }),
    query.late && hiddenField('tab', 'all'),
  ];
}

function searchBar(content: DeskContent): Html {
  const { query, colleagues } = content;
  const state = filterState(query);
  const { channel, kind, year, outcome, late, from, to } = query;
  return filterBar({
    action: DESK_PATH,
    label: '查找申请',
    filtered: isFiltered(query),
    kept: {
      ...(query.tab === 'open' ? {} : { tab: query.tab }),
      ...(query.urgency === null ? {} : { urgency: query.urgency }),
    },
    fields: [
      textField(state, {
        name: 'q',
        label: '编号、内容或者申请人',
        type: 'search',
        maxLength: 100,
        autocomplete: 'off',
      }),
      selectField(state, { name: 'stage', label: '阶段', unchosen: '全部', options: optionsOf(STAGES, STAGE_LABEL) }),
      selectField(state, {
        name: 'handler',
        label: '承办人',
        unchosen: '全部',
        options: colleagues.map(({ id, name }) => ({ value: id, text: name })),
      }),
    ],
    more: {
      fields: moreFilters(content, state),
      open: late || [channel, kind, year, outcome, from, to].some(value => value !== null),
    },
  });
}

/** Where the name of a file leads: to the letter that waits for the officer, in the list of those; else to the file. */
function subjectCell(entry: RegisterEntry, agency: AgencyCode | null, tab: DeskTab): Html {
  const number = html`<span class="number">${registrationNumber(entry)}</span>`;
  if (entry.agency !== agency) return html`${number}<span class="quiet">（${CASE_KIND_LABEL[entry.caseKind]}）</span>`;
  return html`<a class="subject" href="${DESK_PATH}/${entry.id}${tab === 'review' && '/review'}">${number}${entry.subject}</a>${
    entry.caseKind === 'record-correction' && html`<span class="quiet">（更正）</span>`
  }`;
}

function columnsOf({
  agency,
  calendar,
  today,
  mayAssign,
  mayRead,
  query,
}: DeskContent): readonly Column<RegisterEntry>[] {
  const pick: Column<RegisterEntry> = {
    key: 'pick',
    heading: '选',
    cell: entry =>
      isOpen(entry.stage) &&
      entry.agency === agency &&
      html`<input type="checkbox" name="application" value="${entry.id}" aria-label="选择 ${registrationNumber(entry)}">`,
  };
  return [
    ...(mayAssign ? [pick] : []),
    {
      key: 'number',
      heading: '申请',
      rowHeading: true,
      sortable: true,
      cell: entry => subjectCell(entry, mayRead ? agency : null, query.tab),
    },
    {
      key: 'applicant',
      heading: '申请人',
      cell: entry =>
        html`${entry.agency === agency && entry.maskedName}<span class="quiet">${APPLICANT_COLUMN_LABEL[entry.applicantKind]}</span>`,
    },
    {
      key: 'received',
      heading: '收到',
      kind: 'date',
      sortable: true,
      cell: entry => entry.receivedOn?.toString() ?? '待确认',
    },
    {
      key: 'stage',
      heading: '状态',
      cell: ({ stage, waitsFor }) =>
        html`${stageTag(stage)}${
          waitsFor !== null &&
          waitsFor !== 'agency' &&
          html`<span class="quiet">等待${WAITS_FOR_LABEL[waitsFor]}</span>`
        }`,
    },
    { key: 'due', heading: '期限', sortable: true, cell: entry => dueCell(entry, calendar, today) },
    { key: 'handler', heading: '承办人', cell: entry => entry.handlerName ?? html`<span class="quiet">未分办</span>` },
  ];
}

const isOverdue = ({ stage, nextDueOn, waitsFor }: RegisterEntry, today: Temporal.PlainDate): boolean =>
  isOpen(stage) && waitsFor === 'agency' && nextDueOn !== null && Temporal.PlainDate.compare(nextDueOn, today) < 0;

function tableOf(content: DeskContent, caption: string, entries: readonly RegisterEntry[], sorted: boolean): Html {
  const { query, today } = content;
  const order = query.sort ?? DEFAULT_ORDER[query.tab];
  return dataTable({
    caption,
    captionUnseen: true,
    columns: columnsOf(content).map(column => (sorted ? column : { ...column, sortable: false })),
    rows: entries,
    empty: '没有符合条件的申请，可以放宽条件再查。',
    look: entry => (isOverdue(entry, today) ? 'urgent' : null),
    ...(sorted
      ? {
          sort: {
            column: order.by,
            direction: order.descending ? ('descending' as const) : ('ascending' as const),
            href: (column, direction) =>
              deskAddress(query, { sort: { by: column as RegisterSort, descending: direction === 'descending' } }),
          },
        }
      : {}),
  });
}

function groupsOf(content: DeskContent, groups: readonly UrgencyGroup[]): Html {
  const { query, urgencies } = content;
  const shown = groups.filter(({ entries }) => entries.length > 0);
  if (shown.length === 0)
    return html`<div class="empty"><p>${
      query.tab === 'open' ? '没有在办的申请。' : '这里没有需要办理的申请。'
    }</p></div>
`;
  return html`${shown.map(({ urgency, entries }) => {
    const count = urgencies[urgency];
    return html`<section class="urgency-group" aria-labelledby="group-${urgency}">
<h2 id="group-${urgency}">${URGENCY_LABEL[urgency]}<span class="quiet"> ${count} 件</span></h2>
${tableOf(content, URGENCY_LABEL[urgency], entries, false)}${
      count > entries.length &&
      html`<p><a href="${deskAddress(query, { urgency })}">查看全部 ${count} 件${URGENCY_LABEL[urgency]}的申请</a></p>`
    }
</section>
`;
  })}`;
}

function listOf(content: DeskContent): Html {
  const { list, query } = content;
  if (list.kind === 'groups') return groupsOf(content, list.groups);
  const caption = query.urgency === null ? TAB_LABEL[query.tab] : URGENCY_LABEL[query.urgency];
  return html`${tableOf(content, caption, list.entries, true)}${
    list.total > 0 &&
    pagination({
      page: query.page,
      pages: Math.max(1, Math.ceil(list.total / PAGE_SIZE)),
      total: list.total,
      href: page => deskAddress(query, { page }),
    })
  }`;
}

function assignBar({ colleagues, query }: DeskContent): Html {
  return html`<div class="bulk-bar">
${hiddenField('back', deskAddress(query, { page: query.page }))}<label for="hand-to">把选中的申请交给</label>
<select id="hand-to" name="to">${colleagues.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>
${submitButton({ text: '分办', look: 'plain' })}
</div>
`;
}

function viewsBar({ views, query }: DeskContent): Html {
  const here = deskAddress(query);
  return html`<div class="saved-views">
${
  views.length > 0 &&
  html`<ul aria-label="常用视图">${views.map(
    ({
      id,
      name,
      query: address,
    }) => html`<li><a href="${DESK_PATH}?${address}">${name}</a><form method="post" action="/office/views/remove">${hiddenField('view', id)}${hiddenField('back', here)}${submitButton({ text: '×', look: 'plain', small: true, spoken: `删除视图 ${name}` })}</form></li>
`,
  )}</ul>`
}
<details><summary>保存为常用视图</summary><form method="post" action="/office/views">
${hiddenField('back', here)}<label for="view-name">视图名称</label>
<input class="input-middle" type="text" id="view-name" name="name" maxlength="30" required autocomplete="off">
${submitButton({ text: '保存', look: 'plain' })}
</form></details>
<p class="exports">导出：<a href="${deskAddress(query, {}, `${DESK_PATH}.xlsx`)}">Excel</a> <a href="${deskAddress(query, {}, `${DESK_PATH}.csv`)}">CSV</a></p>
</div>
`;
}

/** What stands in `main` of the desk. */
export function deskMain(content: DeskContent): Html {
  const { query, mayRegister, mayAssign, colleagues } = content;
  const list = listOf(content);
  const assignable = mayAssign && colleagues.length > 0;
  return html`<div class="desk${assignable && ' may-assign'}">
<div class="heading-row"><h1>依申请公开</h1>
<div class="actions">${mayRegister && buttonLink('登记申请', `${DESK_PATH}/new`, 'main')}</div></div>
${deskTabs(content)}
${isOpenTab(query.tab) && urgencyCards(content)}
${searchBar(content)}
${viewsBar(content)}
${
  assignable
    ? html`<form method="post" action="${DESK_PATH}/assign">
${list}${assignBar(content)}</form>`
    : list
}
${isGrouped(query) && html`<p class="quiet">“已逾期”和“今日到期”只看轮到本机关办理的申请；等待申请人、第三方或者其他机关的另列。</p>`}</div>`;
}
