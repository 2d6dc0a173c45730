import { findColumnCode } from '../../../publishing/rules/column.ts';
import type { ColumnCode } from '../../../publishing/rules/ids.ts';
import { ITEM_KINDS } from '../../../publishing/rules/item-kind.ts';
import type { ItemKind } from '../../../publishing/rules/item-kind.ts';
import type { Stage } from '../../../publishing/rules/stage.ts';
import { URGENCIES } from '../../../publishing/rules/obligations.ts';
import type { ObligationUrgency } from '../../../publishing/rules/obligations.ts';
import { DESK_SORTS } from '../../../publishing/store/item-desk.store.ts';
import type { DeskOrder } from '../../../publishing/store/item-desk.store.ts';
import { pageAddress } from '../../../views/page-address/page-address.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';

export const LIST_TABS = ['mine', 'due', 'review', 'ready', 'public', 'down', 'withheld', 'all'] as const;
export type ListTab = (typeof LIST_TABS)[number];

export const TAB_LABEL = {
  mine: '我的草稿',
  due: '应办事项',
  review: '待审',
  ready: '待发布',
  public: '已发布',
  down: '已撤',
  withheld: '不主动公开',
  all: '全部',
} as const satisfies Record<ListTab, string>;

/** The stages that a tab shows; none where it does not go by stage. */
export const TAB_STAGES: Readonly<Record<ListTab, readonly Stage[] | null>> = {
  due: null,
  mine: ['drafting', 'revising'],
  review: ['in-review', 'revision-in-review'],
  ready: ['approved', 'scheduled', 'revision-approved'],
  public: ['public', 'revising', 'revision-in-review', 'revision-approved', 'archived'],
  down: ['withdrawn', 'removed'],
  withheld: ['withheld'],
  all: null,
};

/** What the address of the list says: everything that is shown follows from it. */
export type ListQuery = {
  readonly tab: ListTab;
  readonly q: string;
  readonly kind: ItemKind | null;
  readonly column: ColumnCode | null;
  /** Of the tab of what is due. */
  readonly urgency: ObligationUrgency | null;
  /** Null is the order of the tab. */
  readonly sort: DeskOrder | null;
  readonly page: number;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find(value => value === text) ?? null;

const MAX_SEARCH = 100;

/** The query of an address. What makes no sense is passed over: an old link still leads to a list. */
export function readListQuery(query: unknown, first: ListTab): ListQuery {
  const texts = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => {
    const value = texts[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const by = oneOf(DESK_SORTS, text('sort').replace(/^-/, ''));
  return {
    tab: oneOf(LIST_TABS, text('tab')) ?? first,
    q: text('q').slice(0, MAX_SEARCH),
    kind: oneOf(ITEM_KINDS, text('kind')),
    column: findColumnCode(text('column')) ?? null,
    urgency: oneOf(URGENCIES, text('urgency')),
    sort: by === null ? null : { by, descending: text('sort').startsWith('-') },
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
  };
}

/** The address of a list; `changes` replace what the query says and lead back to the first page. */
export function listAddress(query: ListQuery, changes: Partial<ListQuery> = {}): string {
  const { tab, q, kind, column, urgency, sort, page } = { ...query, page: 1, ...changes };
  return pageAddress(PUBLISHING_PATH, {
    tab,
    q,
    kind,
    column,
    urgency,
    sort: sort === null ? null : `${sort.descending ? '-' : ''}${sort.by}`,
    page: page === 1 ? null : page,
  });
}

/** Whether the filters of the bar narrow the list. */
export const isFiltered = ({ q, kind, column }: ListQuery): boolean => q !== '' || kind !== null || column !== null;
