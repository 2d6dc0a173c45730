import { OUTCOME_ROWS } from '../../law/report-form/table-three.ts';
import type { OutcomeRow } from '../../law/report-form/table-three.ts';
import { CASE_KINDS } from '../../applications/rules/application-log.ts';
import type { CaseKind } from '../../applications/rules/application-log.ts';
import { CHANNELS } from '../../applications/rules/channel.ts';
import type { Channel } from '../../applications/rules/channel.ts';
import { STAGES } from '../../applications/rules/stage.ts';
import type { Stage } from '../../applications/rules/stage.ts';
import { URGENCIES } from '../../applications/rules/urgency.ts';
import type { Urgency } from '../../applications/rules/urgency.ts';
import { REGISTER_SORTS } from '../../applications/store/register.store.ts';
import type { RegisterOrder } from '../../applications/store/register.store.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { findStaffId } from '../../people/rules/staff-id.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';

export const DESK_TABS = ['open', 'mine', 'unassigned', 'review', 'file', 'all'] as const;
export type DeskTab = (typeof DESK_TABS)[number];

const BY_DUE: RegisterOrder = { by: 'due', descending: false };
/** The order of each tab until somebody chooses another. */
export const DEFAULT_ORDER = {
  open: BY_DUE,
  mine: BY_DUE,
  unassigned: BY_DUE,
  review: BY_DUE,
  file: { by: 'settled', descending: false },
  all: { by: 'number', descending: true },
} as const satisfies Record<DeskTab, RegisterOrder>;

/** Tabs of files that are still open; the others list what waits for a review, what is to be filed, everything. */
export const isOpenTab = (tab: DeskTab): boolean => tab === 'open' || tab === 'mine' || tab === 'unassigned';

export const DESK_PATH = '/office/applications';

/** What the address of the desk says: everything that is shown follows from it, so that it can be kept and shared. */
export type DeskQuery = {
  readonly tab: DeskTab;
  readonly urgency: Urgency | null;
  /** Number, words of what is asked for, or an applicant's name. */
  readonly q: string;
  readonly stage: Stage | null;
  readonly channel: Channel | null;
  readonly kind: CaseKind | null;
  readonly handler: StaffId | null;
  readonly agency: AgencyCode | null;
  readonly year: number | null;
  readonly outcome: OutcomeRow | null;
  readonly late: boolean;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  /** Null is the order of the tab. */
  readonly sort: RegisterOrder | null;
  readonly page: number;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find(value => value === text) ?? null;

function findDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function findOrder(text: string): RegisterOrder | null {
  const by = oneOf(REGISTER_SORTS, text.replace(/^-/, ''));
  return by === null ? null : { by, descending: text.startsWith('-') };
}

/** A page number that an address may have; anything else is the first page. */
const pageOf = (text: string): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1);

const MAX_SEARCH = 100;

/** The query of an address. What makes no sense is passed over: an old link still leads to a list. */
export function readDeskQuery(query: unknown): DeskQuery {
  const texts = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => {
    const value = texts[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    tab: oneOf(DESK_TABS, text('tab')) ?? 'open',
    urgency: oneOf(URGENCIES, text('urgency')),
    q: text('q').slice(0, MAX_SEARCH),
    stage: oneOf(STAGES, text('stage')),
    channel: oneOf(CHANNELS, text('channel')),
    kind: oneOf(CASE_KINDS, text('kind')),
    handler: findStaffId(text('handler')) ?? null,
    agency: findAgencyCode(text('agency')) ?? null,
    year: /^20\d{2}$/.test(text('year')) ? Number(text('year')) : null,
    outcome: oneOf<OutcomeRow>(OUTCOME_ROWS['2021'], text('outcome')),
    late: text('late') === 'yes',
    from: findDay(text('from')),
    to: findDay(text('to')),
    sort: findOrder(text('sort')),
    page: pageOf(text('page')),
  };
}

type Words = Readonly<Record<string, string | number | null>>;

function wordsOf(query: DeskQuery): Words {
  const { tab, urgency, q, stage, channel, kind, handler, agency, year, outcome, late, from, to, sort, page } = query;
  return {
    tab: tab === 'open' ? null : tab,
    urgency,
    q,
    stage,
    channel,
    kind,
    handler,
    agency,
    year,
    outcome,
    late: late ? 'yes' : null,
    from: from?.toString() ?? null,
    to: to?.toString() ?? null,
    sort: sort === null ? null : `${sort.descending ? '-' : ''}${sort.by}`,
    page: page === 1 ? null : page,
  };
}

/** The address of a list; `changes` replace what the query says and lead back to the first page. */
export function deskAddress(query: DeskQuery, changes: Partial<DeskQuery> = {}, path: string = DESK_PATH): string {
  return pageAddress(path, wordsOf({ ...query, page: 1, ...changes }));
}

/** What the filters of the bar say, tab, order and page aside. */
export function isFiltered({ q, stage, channel, kind, handler, year, outcome, late, from, to }: DeskQuery): boolean {
  return q !== '' || late || [stage, channel, kind, handler, year, outcome, from, to].some(value => value !== null);
}

/** Whether the list is shown in groups by urgency: while nothing narrows or orders it otherwise. */
export function isGrouped(query: DeskQuery): boolean {
  return isOpenTab(query.tab) && query.urgency === null && query.sort === null && !isFiltered(query);
}
