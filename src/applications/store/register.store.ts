import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ApplicantKind, OutcomeRow } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { searchTermsOf } from '../../platform/search-index/bigrams.ts';
import type { CaseKind, ReviewStep } from '../rules/application-log.ts';
import { findRegistrationNumber, registrationNumber } from '../rules/case-file.ts';
import type { Channel } from '../rules/channel.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { DeliveryState, WaitsFor } from '../rules/projection.ts';
import type { Stage } from '../rules/stage.ts';
import { URGENCIES, urgencyOf } from '../rules/urgency.ts';
import type { Urgency, UrgencyDays } from '../rules/urgency.ts';

type Day = Temporal.PlainDate;
type Condition = RawBuilder<unknown>;

/** A line of the register: what a list shows of an application, without opening anything that is sealed. */
export type RegisterEntry = {
  readonly id: ApplicationId;
  readonly agency: AgencyCode;
  readonly year: number;
  readonly number: number;
  readonly caseKind: CaseKind;
  /** The name of the information, or the beginning of its description. */
  readonly subject: string;
  readonly maskedName: string;
  readonly applicantKind: ApplicantKind;
  readonly channel: Channel;
  readonly stage: Stage;
  readonly version: number;
  readonly waitsFor: WaitsFor | null;
  readonly handler: StaffId | null;
  readonly handlerName: string | null;
  readonly lodgedAt: Temporal.Instant;
  readonly receivedOn: Day | null;
  readonly replyDueOn: Day | null;
  readonly nextDueOn: Day | null;
  readonly provisional: boolean;
  readonly delivery: DeliveryState | null;
  readonly settledOn: Day | null;
  readonly outcome: OutcomeRow | null;
  readonly doneLate: boolean | null;
};

/** What is looked for. Everything given must hold; what is absent or null holds for every file. */
export type RegisterFilter = {
  readonly agencies: readonly AgencyCode[];
  readonly open?: boolean;
  readonly urgency?: Urgency | null;
  readonly stage?: Stage | null;
  /** Settled files that are not in the archive yet. */
  readonly toFile?: boolean;
  readonly channel?: Channel | null;
  readonly caseKind?: CaseKind | null;
  readonly handler?: StaffId | 'nobody' | null;
  /** Files with a letter that waits for one of these steps. */
  readonly reviewSteps?: readonly ReviewStep[] | null;
  readonly year?: number | null;
  readonly outcome?: OutcomeRow | null;
  readonly doneLate?: boolean | null;
  readonly receivedFrom?: Day | null;
  readonly receivedTo?: Day | null;
  /** A registration number, or words of what is asked for. */
  readonly text?: string | null;
  /** Also files whose applicant has this name or number: digests, made where personal data may be seen. */
  readonly applicantDigests?: readonly string[];
};

export const REGISTER_SORTS = ['due', 'number', 'received', 'settled'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];
export type RegisterOrder = { readonly by: RegisterSort; readonly descending: boolean };

export type RegisterPage = { readonly offset: number; readonly limit: number };

/** The partial indexes of the desk hold the same words: the planner compares them literally. */
const OPEN = sql`a.stage not in ('settled', 'archived', 'split')`;
const TO_FILE = sql`a.stage = 'settled'`;
const WAITS_FOR_OTHERS = sql`a.waits_for <> 'agency'`;
const WAITS_FOR_US = sql`(a.waits_for is null or a.waits_for = 'agency')`;

/** `urgencyOf` in SQL. */
function urgencyCondition(urgency: Urgency, days: UrgencyDays): Condition {
  const { today, within1, within3, within5 } = days;
  const until = (after: Day, through: Day) =>
    sql`${WAITS_FOR_US} and a.next_due_on > ${after.toString()} and a.next_due_on <= ${through.toString()}`;
  switch (urgency) {
    case 'overdue':
      return sql`${WAITS_FOR_US} and a.next_due_on < ${today.toString()}`;
    case 'due-today':
      return sql`${WAITS_FOR_US} and a.next_due_on = ${today.toString()}`;
    case 'within-1':
      return until(today, within1);
    case 'within-3':
      return until(within1, within3);
    case 'within-5':
      return until(within3, within5);
    case 'their-day-passed':
      return sql`${WAITS_FOR_OTHERS} and a.next_due_on < ${today.toString()}`;
    case 'later':
      return sql`${WAITS_FOR_US} and (a.next_due_on is null or a.next_due_on > ${within5.toString()})`;
    case 'waiting':
      return sql`${WAITS_FOR_OTHERS} and (a.next_due_on is null or a.next_due_on >= ${today.toString()})`;
  }
}

const quotedTerm = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A single sign is the beginning of a pair; everything else is found whole. */
function termQuery(text: string): string | null {
  const terms = searchTermsOf(text);
  if (terms.length === 0) return null;
  return terms.map(term => (Array.from(term).length === 1 ? `${quotedTerm(term)}:*` : quotedTerm(term))).join(' & ');
}

function textCondition(text: string, digests: readonly string[]): Condition | null {
  const either: Condition[] = [];
  const numbered = findRegistrationNumber(text);
  if (numbered !== undefined) either.push(sql`(a.year = ${numbered.year} and a.number = ${numbered.number})`);
  const terms = numbered === undefined ? termQuery(text) : null;
  if (terms !== null) either.push(sql`a.search_terms @@ ${terms}::tsquery`);
  if (digests.length > 0) {
    const list = sql.join(digests);
    either.push(
      sql`a.id in (select application from applicants where name_digest in (${list}) or identity_digest in (${list}))`,
    );
  }
  return either.length === 0 ? null : sql`(${sql.join(either, sql` or `)})`;
}

/** A letter in review waits for one of the steps; the first half is the condition of a partial index. */
const waitsForReview = (steps: readonly ReviewStep[]): Condition =>
  sql`a.review_steps <> '{}' and a.review_steps && ${steps}::text[]`;

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

function conditionsOf(filter: RegisterFilter, days: UrgencyDays): Condition {
  const { agencies, text } = filter;
  const conditions: Condition[] = [
    agencies.length === 1 ? sql`a.agency = ${agencies[0]}` : sql`a.agency = any(${agencies})`,
  ];
  if (filter.open === true || isGiven(filter.urgency)) conditions.push(OPEN);
  if (isGiven(filter.urgency)) conditions.push(urgencyCondition(filter.urgency, days));
  if (filter.toFile === true) conditions.push(TO_FILE);
  if (isGiven(filter.stage)) conditions.push(sql`a.stage = ${filter.stage}`);
  if (isGiven(filter.channel)) conditions.push(sql`a.channel = ${filter.channel}`);
  if (isGiven(filter.caseKind)) conditions.push(sql`a.case_kind = ${filter.caseKind}`);
  if (isGiven(filter.handler))
    conditions.push(filter.handler === 'nobody' ? sql`a.handler is null` : sql`a.handler = ${filter.handler}`);
  if (isGiven(filter.reviewSteps)) conditions.push(waitsForReview(filter.reviewSteps));
  if (isGiven(filter.year)) conditions.push(sql`a.year = ${filter.year}`);
  if (isGiven(filter.outcome)) conditions.push(sql`a.outcome = ${filter.outcome}`);
  if (isGiven(filter.doneLate)) conditions.push(sql`a.done_late = ${filter.doneLate}`);
  if (isGiven(filter.receivedFrom)) conditions.push(sql`a.received_on >= ${filter.receivedFrom.toString()}`);
  if (isGiven(filter.receivedTo)) conditions.push(sql`a.received_on <= ${filter.receivedTo.toString()}`);
  if (isGiven(text) && text.trim() !== '') {
    // Words of punctuation alone are found in nothing.
    conditions.push(textCondition(text, filter.applicantDigests ?? []) ?? sql`false`);
  }
  return sql.join(conditions, sql` and `);
}

function orderOf({ by, descending }: RegisterOrder): Condition {
  switch (by) {
    case 'due':
      return descending ? sql`a.next_due_on desc nulls last, a.number desc` : sql`a.next_due_on, a.number`;
    case 'number':
      return descending ? sql`a.year desc, a.number desc` : sql`a.year, a.number`;
    case 'received':
      return descending ? sql`a.received_on desc nulls last, a.number desc` : sql`a.received_on, a.number`;
    case 'settled':
      return descending ? sql`a.settled_on desc nulls last, a.number desc` : sql`a.settled_on, a.number`;
  }
}

type EntryRow = {
  readonly id: string;
  readonly agency: string;
  readonly year: number;
  readonly number: number;
  readonly case_kind: string;
  readonly subject: string;
  readonly masked_name: string | null;
  readonly applicant_kind: string;
  readonly channel: string;
  readonly stage: string;
  readonly version: number;
  readonly waits_for: string | null;
  readonly handler: string | null;
  readonly handler_name: string | null;
  readonly lodged_at: string;
  readonly received_on: string | null;
  readonly reply_due_on: string | null;
  readonly next_due_on: string | null;
  readonly provisional: boolean;
  readonly delivery: string | null;
  readonly settled_on: string | null;
  readonly outcome: string | null;
  readonly done_late: boolean | null;
};

const dayOf = (text: string | null): Day | null => (text === null ? null : Temporal.PlainDate.from(text));

function entryOf(row: EntryRow): RegisterEntry {
  return {
    id: row.id as ApplicationId,
    agency: row.agency as AgencyCode,
    year: row.year,
    number: row.number,
    caseKind: row.case_kind as CaseKind,
    subject: row.subject,
    maskedName: row.masked_name ?? '',
    applicantKind: row.applicant_kind as ApplicantKind,
    channel: row.channel as Channel,
    stage: row.stage as Stage,
    version: row.version,
    waitsFor: row.waits_for as WaitsFor | null,
    handler: row.handler as StaffId | null,
    handlerName: row.handler_name,
    lodgedAt: Temporal.Instant.from(row.lodged_at),
    receivedOn: dayOf(row.received_on),
    replyDueOn: dayOf(row.reply_due_on),
    nextDueOn: dayOf(row.next_due_on),
    provisional: row.provisional,
    delivery: row.delivery as DeliveryState | null,
    settledOn: dayOf(row.settled_on),
    outcome: row.outcome as OutcomeRow | null,
    doneLate: row.done_late,
  };
}

/** The longest beginning of a description that a list shows. */
const SUBJECT_LENGTH = 60;

const selectPage = (conditions: Condition, order: Condition, { offset, limit }: RegisterPage) => sql`
  select a.id, a.agency, a.year, a.number, a.case_kind,
         coalesce(a.requested_title, left(a.requested_description, ${SUBJECT_LENGTH})) as subject,
         (select masked_name from applicants p where p.application = a.id and p.position = 1) as masked_name,
         a.applicant_kind, a.channel, a.stage, a.version, a.waits_for, a.handler,
         (select name from staff s where s.id = a.handler) as handler_name,
         a.lodged_at, a.received_on, a.reply_due_on, a.next_due_on, a.provisional, a.delivery, a.settled_on, a.outcome, a.done_late
  from applications a where ${conditions} order by ${order} limit ${limit} offset ${offset}`;

/** One page of the register. */
export async function listRegister(
  queries: Queries,
  filter: RegisterFilter,
  days: UrgencyDays,
  order: RegisterOrder,
  page: RegisterPage,
): Promise<readonly RegisterEntry[]> {
  const { rows } = await sql<EntryRow>`${selectPage(conditionsOf(filter, days), orderOf(order), page)}`.execute(
    queries,
  );
  return rows.map(entryOf);
}

/** How many files there are under a filter. */
export async function countRegister(queries: Queries, filter: RegisterFilter, days: UrgencyDays): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from applications a where ${conditionsOf(filter, days)}`.execute(queries);
  return rows[0]!.count;
}

export type UrgencyCounts = Readonly<Record<Urgency, number>>;

type DayRow = { readonly next_due_on: string | null; readonly ours: boolean };

/** Sums figures that were counted for each day and turn: the days are few, the files may be many. */
function sumByUrgency<Row extends DayRow>(
  rows: readonly Row[],
  days: UrgencyDays,
  countOf: (row: Row) => number,
): UrgencyCounts {
  const counts = Object.fromEntries(URGENCIES.map(urgency => [urgency, 0])) as Record<Urgency, number>;
  for (const row of rows) {
    const waitsFor = row.ours ? 'agency' : 'applicant';
    const urgency = urgencyOf({ stage: 'in-hand', nextDueOn: dayOf(row.next_due_on), waitsFor }, days);
    if (urgency !== null) counts[urgency] += countOf(row);
  }
  return counts;
}

/** How many open files under a filter are how pressing. */
export async function countByUrgency(
  queries: Queries,
  filter: RegisterFilter,
  days: UrgencyDays,
): Promise<UrgencyCounts> {
  const { rows } = await sql<DayRow & { count: number }>`
    select a.next_due_on, ${WAITS_FOR_US} as ours, count(*) as count from applications a
    where ${conditionsOf({ ...filter, open: true, urgency: null }, days)} group by 1, 2`.execute(queries);
  return sumByUrgency(rows, days, ({ count }) => count);
}

export type UrgencyGroup = { readonly urgency: Urgency; readonly entries: readonly RegisterEntry[] };

/** The first files of each of the given urgencies, the nearest day first: one query, an index range for each. */
export async function listByUrgency(
  queries: Queries,
  filter: RegisterFilter,
  days: UrgencyDays,
  urgencies: readonly Urgency[],
  limit: number,
): Promise<readonly UrgencyGroup[]> {
  if (urgencies.length === 0) return [];
  const order = orderOf({ by: 'due', descending: false });
  const parts = urgencies.map(urgency => {
    const conditions = conditionsOf({ ...filter, urgency }, days);
    return sql`select ${urgency} as urgency, part.* from (${selectPage(conditions, order, { offset: 0, limit })}) part`;
  });
  const { rows } = await sql<EntryRow & { urgency: Urgency }>`${sql.join(parts, sql` union all `)}`.execute(queries);
  return urgencies.map(urgency => ({
    urgency,
    entries: rows.filter(row => row.urgency === urgency).map(entryOf),
  }));
}

export type DeskCounts = {
  readonly open: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly toReview: number;
  readonly toFile: number;
  /** How pressing the files behind each tab are. */
  readonly urgencies: Readonly<Record<'open' | 'mine' | 'unassigned', UrgencyCounts>>;
};

type DeskRow = DayRow & { readonly open: number; readonly mine: number; readonly unassigned: number };

/**
 * The figures of the desk in one pass over the open files: all of them, the officer's own, nobody's, each by urgency; and files with
 * a letter for the officer to pass.
 */
export async function countDesk(
  queries: Queries,
  agencies: readonly AgencyCode[],
  officer: StaffId,
  reviewSteps: readonly ReviewStep[],
  days: UrgencyDays,
): Promise<DeskCounts> {
  const { rows } = await sql<DeskRow>`
    select a.next_due_on, ${WAITS_FOR_US} as ours, count(*) as "open",
           count(*) filter (where a.handler = ${officer}) as "mine",
           count(*) filter (where a.handler is null) as "unassigned"
    from applications a where ${conditionsOf({ agencies, open: true }, days)} group by 1, 2`.execute(queries);
  const toReview = await countRegister(queries, { agencies, reviewSteps }, days);
  const toFile = await countRegister(queries, { agencies, toFile: true }, days);
  const sum = (countOf: (row: DeskRow) => number) => rows.reduce((total, row) => total + countOf(row), 0);
  const tabs = {
    open: (row: DeskRow) => row.open,
    mine: (row: DeskRow) => row.mine,
    unassigned: (row: DeskRow) => row.unassigned,
  };
  return {
    open: sum(tabs.open),
    mine: sum(tabs.mine),
    unassigned: sum(tabs.unassigned),
    toReview,
    toFile,
    urgencies: {
      open: sumByUrgency(rows, days, tabs.open),
      mine: sumByUrgency(rows, days, tabs.mine),
      unassigned: sumByUrgency(rows, days, tabs.unassigned),
    },
  };
}

/** The id of an agency's file by its registration number; undefined where there is none, whoever else may have that number. */
export async function findByNumber(
  queries: Queries,
  agency: AgencyCode,
  { year, number }: { readonly year: number; readonly number: number },
): Promise<ApplicationId | undefined> {
  const row = await queries
    .selectFrom('applications')
    .select('id')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id as ApplicationId | undefined;
}

/** The registration numbers of files by their ids, those of the agency alone. */
export async function listNumbers(
  queries: Queries,
  agency: AgencyCode,
  ids: readonly ApplicationId[],
): Promise<ReadonlyMap<ApplicationId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('applications')
    .select(['id', 'year', 'number'])
    .where('agency', '=', agency)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(row => [row.id as ApplicationId, registrationNumber(row)]));
}
