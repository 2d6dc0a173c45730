import { distanceText } from '../../../applications/rules/urgency.ts';
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import type { Column as PublicationColumn } from '../../../publishing/rules/column.ts';
import { ITEM_KIND_LABEL, ITEM_KINDS } from '../../../publishing/rules/item-kind.ts';
import { REVIEW_STEP_LABEL } from '../../../publishing/rules/publication-log.ts';
import type { ItemLine } from '../../../publishing/store/item.register.store.ts';
import { OBLIGATION_URGENCY_LABEL, OBLIGATIONS, URGENCIES } from '../../../publishing/rules/obligations.ts';
import type { ObligationUrgency } from '../../../publishing/rules/obligations.ts';
import type { DeskOrder, OpenMatters } from '../../../publishing/store/item-desk.store.ts';
import type { Obligation, Timeliness } from '../../../publishing/store/obligation.register.store.ts';
import { dataTable } from '../../../views/data-table/data-table.ts';
import type { Column } from '../../../views/data-table/data-table.ts';
import { figureCards } from '../../../views/figure-cards/figure-cards.ts';
import { filterBar } from '../../../views/filter-bar/filter-bar.ts';
import { buttonLink } from '../../../views/form/form-buttons.ts';
import { selectField } from '../../../views/form/select-field.ts';
import { textField } from '../../../views/form/text-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { notice } from '../../../views/notice/notice.ts';
import { pagination } from '../../../views/pagination/pagination.ts';
import { tabs } from '../../../views/tabs/tabs.ts';
import { tag } from '../../../views/tag/tag.ts';
import type { Tone } from '../../../views/tag/tag.ts';
import { instantText } from '../../instant-text.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { itemStageTag } from '../stage-tag.ts';
import { MONTHS_PATH } from '../secrecy-months/month-query.ts';
import { catalogueDueTable } from './catalogue-due.ts';
import type { CatalogueDue } from './catalogue-due.ts';
import { isFiltered, LIST_TABS, listAddress, TAB_LABEL } from './list-query.ts';
import type { ListQuery, ListTab } from './list-query.ts';

export const PAGE_SIZE = 50;

const URGENCY_TONE = { overdue: 'urgent', near: 'warning', open: 'plain' } as const satisfies Record<
  ObligationUrgency,
  Tone
>;

/** The items of the officer's own agency. */
export type OwnItems = {
  readonly query: ListQuery;
  readonly counts: Readonly<Record<ListTab, number>>;
  /** How many of those in review wait for the officer. */
  readonly toReview: number;
  /** Everything that is owed, the longest overdue first. */
  readonly obligations: readonly Obligation[];
  /** What the catalogue demands besides, likewise. */
  readonly catalogueDue: readonly CatalogueDue[];
  /** What stands in public and is not in order: shown above every list until it is. */
  readonly matters: OpenMatters;
  readonly items: readonly ItemLine[];
  readonly total: number;
  readonly order: DeskOrder;
  readonly columns: readonly PublicationColumn[];
  readonly mayDraft: boolean;
};

export type ListContent = {
  /** Null for a supervisor, who sees figures and no drafts. */
  readonly own: OwnItems | null;
  /** Who is late, for whoever oversees them; this year's figures. */
  readonly overseen: readonly {
    readonly agency: Agency;
    readonly timeliness: Timeliness;
    /** Entries of the catalogue that it is late with. */
    readonly lateEntries: number;
  }[];
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
};

function listTabs({ query, counts, toReview }: OwnItems): Html {
  return tabs(
    '信息列表',
    LIST_TABS.map(tab => ({
      text: tab === 'review' && toReview > 0 ? `${TAB_LABEL[tab]}（待我审 ${toReview}）` : TAB_LABEL[tab],
      href: listAddress({ ...query, tab, urgency: null, sort: null }),
      current: query.tab === tab,
      count: counts[tab],
    })),
  );
}

const countOf = ({ obligations, catalogueDue }: OwnItems, urgency: ObligationUrgency): number =>
  [...obligations, ...catalogueDue].filter(owed => owed.urgency === urgency).length;

function obligationCards(own: OwnItems): Html {
  const { query } = own;
  return figureCards(
    '应办事项',
    URGENCIES.map(urgency => {
      const figure = countOf(own, urgency);
      return {
        label: OBLIGATION_URGENCY_LABEL[urgency],
        figure,
        unit: '项',
        tone: figure === 0 ? 'plain' : URGENCY_TONE[urgency],
        href: listAddress(query, { tab: 'due', urgency, sort: null }),
        ...(query.tab === 'due' && query.urgency === urgency ? { note: '正在查看' } : {}),
      };
    }),
  );
}

const matterList = (items: readonly ItemLine[], anchor: string): Html =>
  html`<ul>${items.map(({ id, title }) => html`<li><a href="${itemPath(id)}${anchor}">${title}</a></li>`)}</ul>`;

/** Above every list until it is in order: what went out without its reviews, and what may still be seen though it was taken down. */
function mattersPanel({ emergencies, takeDowns }: OpenMatters): HtmlValue {
  return [
    emergencies.length > 0 &&
      notice(
        'warning',
        `应急发布待补审 ${emergencies.length} 条：已经公开，还没有经过审核，应当在发布的次一工作日以前补审。`,
        matterList(emergencies, ''),
      ),
    takeDowns.length > 0 &&
      notice(
        'warning',
        `撤下未核实 ${takeDowns.length} 条：已经撤回或者删除，公开网址还没有全部证明读者看不到。系统每 10 分钟自动再核对。`,
        matterList(takeDowns, '#verification'),
      ),
  ];
}

function searchBar({ query, columns }: OwnItems): Html {
  const { q, kind, column, tab } = query;
  const state = {
    values: { q, kind: kind ?? '', column: column ?? '' },
    problems: [],
  };
  return filterBar({
    action: PUBLISHING_PATH,
    label: '查找信息',
    filtered: isFiltered(query),
    kept: { tab },
    fields: [
      textField(state, {
        name: 'q',
        label: '标题、文号或者索引号',
        type: 'search',
        maxLength: 100,
        autocomplete: 'off',
      }),
      selectField(state, {
        name: 'kind',
        label: '种类',
        unchosen: '全部',
        options: ITEM_KINDS.map(value => ({ value, text: ITEM_KIND_LABEL[value] })),
      }),
      selectField(state, {
        name: 'column',
        label: '栏目',
        unchosen: '全部',
        options: columns.map(({ code, name }) => ({ value: code, text: name })),
      }),
    ],
  });
}

function dueCell({ publishBy, publishedOn, stage }: ItemLine, { calendar, today }: ListContent): Html {
  if (publishedOn !== null)
    return html`<span class="due-words">已公开</span><span class="quiet">${publishedOn.toString()}</span>`;
  if (publishBy === null || stage === 'archived') return html`<span class="quiet">—</span>`;
  return html`<span class="due-words">${distanceText(calendar, today, publishBy)}</span><span class="quiet">${publishBy.toString()} 前公开</span>`;
}

/** How long after its time the schedule has published what it can. */
const GRACE = { minutes: 10 } as const;

const isMissed = (publishAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(publishAt.add(GRACE), now) < 0;

function stageCell(line: ItemLine, now: Temporal.Instant): Html {
  const { stage, nextStep, publishAt, emergencyOpen, takeDownOpen, publicityOpen, publicityEndsOn } = line;
  return html`${itemStageTag(stage)}${
    nextStep !== null && html`<span class="quiet">等待${REVIEW_STEP_LABEL[nextStep]}</span>`
  }${publishAt !== null && html`<span class="quiet">${instantText(publishAt)} ${isMissed(publishAt, now) ? '应当发布而没有发布，请打开查看' : '发布'}</span>`}${
    emergencyOpen && html` ${tag('应急发布，待补审', 'urgent')}`
  }${takeDownOpen && html` ${tag('撤下未核实', 'urgent')}`}${
    publicityOpen && html`<span class="quiet">公示至 ${publicityEndsOn?.toString()}</span>`
  }`;
}

function itemsTable(content: ListContent, own: OwnItems): Html {
  const { query, items, order, columns } = own;
  const { today } = content;
  const names = new Map(columns.map(({ code, name }) => [code, name]));
  const shown: readonly Column<ItemLine>[] = [
    {
      key: 'number',
      heading: '信息',
      rowHeading: true,
      sortable: true,
      cell: ({ id, title, documentNumber, indexNumber }) =>
        html`<a class="subject" href="${itemPath(id)}">${title}</a><span class="quiet">${documentNumber ?? indexNumber}</span>`,
    },
    {
      key: 'column',
      heading: '栏目',
      cell: ({ column, kind }) =>
        html`${names.get(column) ?? '已停用的栏目'}<span class="quiet">${ITEM_KIND_LABEL[kind]}</span>`,
    },
    { key: 'stage', heading: '状态', cell: line => stageCell(line, content.now) },
    { key: 'due', heading: '公开期限', sortable: true, cell: line => dueCell(line, content) },
    {
      key: 'published',
      heading: '发布时间',
      kind: 'date',
      sortable: true,
      cell: ({ publishedAt }) => (publishedAt === null ? '—' : instantText(publishedAt)),
    },
  ];
  return dataTable({
    caption: TAB_LABEL[query.tab],
    captionUnseen: true,
    columns: shown,
    rows: items,
    empty: isFiltered(query) ? '没有符合条件的信息，可以放宽条件再查。' : '这里没有信息。',
    look: ({ publishBy, publishedOn, stage }) =>
      publishBy !== null &&
      publishedOn === null &&
      stage !== 'archived' &&
      Temporal.PlainDate.compare(publishBy, today) < 0
        ? 'urgent'
        : null,
    sort: {
      column: order.by,
      direction: order.descending ? 'descending' : 'ascending',
      href: (by, direction) =>
        listAddress(query, { sort: { by: by as DeskOrder['by'], descending: direction === 'descending' } }),
    },
  });
}

/** 还剩 3 个工作日, 逾期 2 个工作日. */
function leftText({ urgency, workingDaysLeft }: Obligation): string {
  if (urgency === 'overdue') return `逾期 ${-workingDaysLeft} 个工作日`;
  return workingDaysLeft === 0 ? '今日到期' : `还剩 ${workingDaysLeft} 个工作日`;
}

function obligationsTable({ query, obligations }: OwnItems, now: Temporal.Instant): Html {
  const shown = obligations.filter(({ urgency }) => query.urgency === null || urgency === query.urgency);
  return dataTable<Obligation>({
    caption: '应办事项',
    captionUnseen: true,
    columns: [
      {
        key: 'item',
        heading: '信息',
        rowHeading: true,
        cell: ({ item }) =>
          html`<a class="subject" href="${itemPath(item.id)}">${item.title}</a><span class="quiet">${item.documentNumber ?? item.indexNumber}</span>`,
      },
      { key: 'kind', heading: '应办', cell: ({ kind }) => OBLIGATIONS[kind].label },
      { key: 'stage', heading: '状态', cell: ({ item }) => stageCell(item, now) },
      {
        key: 'due',
        heading: '期限',
        cell: obligation =>
          html`<span class="due-words">${leftText(obligation)}</span><span class="quiet">${obligation.dueOn.toString()}</span>`,
      },
    ],
    rows: shown,
    empty: '没有应办的信息。',
    look: ({ urgency }) => (urgency === 'overdue' ? 'urgent' : null),
  });
}

function overseenTable({ overseen, today }: ListContent): Html | null {
  if (overseen.length === 0) return null;
  const figure = (key: 'onTime' | 'late' | 'overdue', heading: string): Column<ListContent['overseen'][number]> => ({
    key,
    heading,
    kind: 'figure',
    cell: ({ timeliness }) => timeliness[key],
  });
  return html`<section aria-labelledby="overseen-heading">
<h2 id="overseen-heading">各机关按期公开的情况（${today.year} 年）</h2>
${dataTable({
  caption: '各机关按期公开的情况（条）',
  captionUnseen: true,
  columns: [
    { key: 'agency', heading: '机关', rowHeading: true, cell: ({ agency }) => agency.shortName },
    figure('onTime', '按期公开'),
    figure('late', '逾期公开'),
    figure('overdue', '逾期未公开'),
    { key: 'entries', heading: '目录事项逾期', kind: 'figure', cell: ({ lateEntries }) => lateEntries },
  ],
  rows: overseen.toSorted(
    (one, other) => other.timeliness.overdue + other.lateEntries - (one.timeliness.overdue + one.lateEntries),
  ),
  empty: '没有所监督的机关。',
  look: ({ timeliness, lateEntries }) => (timeliness.overdue + lateEntries > 0 ? 'urgent' : null),
})}</section>
`;
}

function ownList(content: ListContent, own: OwnItems): Html {
  const { query, total } = own;
  if (query.tab === 'due') {
    const due = own.catalogueDue.filter(({ urgency }) => query.urgency === null || urgency === query.urgency);
    return html`${obligationsTable(own, content.now)}${catalogueDueTable(due)}`;
  }
  return html`${searchBar(own)}${itemsTable(content, own)}${
    total > 0 &&
    pagination({
      page: query.page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      total,
      href: page => listAddress(query, { page }),
    })
  }`;
}

/** What stands in `main` of the list. */
export function listMain(content: ListContent): Html {
  const { own } = content;
  return html`<div class="desk">
<div class="heading-row"><h1>主动公开</h1>
<div class="actions">${own?.mayDraft === true && html`${buttonLink('起草信息', `${PUBLISHING_PATH}/new`, 'main')}${buttonLink('导入文件', `${PUBLISHING_PATH}/import`)}${buttonLink('批量导入', `${PUBLISHING_PATH}/imports`)}`}${buttonLink('保密审查月报', MONTHS_PATH)}</div></div>
${own !== null && html`${mattersPanel(own.matters)}${listTabs(own)}${obligationCards(own)}${ownList(content, own)}`}${overseenTable(content)}</div>
`;
}
