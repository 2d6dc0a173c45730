import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ApplicantKind, OutcomeRow } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Channel } from '../rules/channel.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { DaysTaken, PeriodGroup } from '../rules/period-group.ts';

/** Days from the first to the last, both included. */
export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

const countedIn = (agencies: readonly AgencyCode[], { from, to }: Days): RawBuilder<unknown> => sql`
  a.agency = any(${[...agencies]}::text[]) and a.counted and a.received_on is not null
  and coalesce(a.counted_on, 'infinity'::date) >= ${from.toString()}::date and a.received_on <= ${to.toString()}::date`;

const isNewIn = ({ from }: Days) => sql<boolean>`a.received_on >= ${from.toString()}::date`;
const outcomeIn = ({ to }: Days) =>
  sql<string | null>`case when a.counted_on <= ${to.toString()}::date then a.counted_outcome end`;
/** Of a reply that was ordered anew the projection knows the later settlement, which is not the one that counts. */
const lateIn = ({ to }: Days) =>
  sql<
    boolean | null
  >`case when a.counted_on <= ${to.toString()}::date and a.settled_on = a.counted_on then a.done_late end`;

/** How many applications of agencies count how in a period. */
export async function groupApplications(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: Days,
): Promise<readonly PeriodGroup[]> {
  const { rows } = await sql<PeriodGroup>`
    select a.agency, a.channel, a.applicant_kind as "applicantKind", ${isNewIn(days)} as "isNew",
           ${outcomeIn(days)} as outcome, ${lateIn(days)} as late, count(*) as count
    from applications a where ${countedIn(agencies, days)}
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(queries);
  return rows;
}

/** How long agencies took for what they settled in a period. */
export async function daysTakenIn(queries: Queries, agencies: readonly AgencyCode[], days: Days): Promise<DaysTaken> {
  const { rows } = await sql<DaysTaken>`
    select percentile_cont(0.5) within group (order by a.counted_on - a.received_on) as median,
           max(a.counted_on - a.received_on) as longest
    from applications a where ${countedIn(agencies, days)} and a.counted_on <= ${days.to.toString()}::date`.execute(
    queries,
  );
  return rows[0]!;
}

/** Which of a period's applications; all that is given must hold. */
export type PeriodFilter = {
  readonly agency?: AgencyCode | undefined;
  readonly channel?: Channel | undefined;
  readonly applicantKind?: ApplicantKind | undefined;
  /** Received in the period, or before it and open when it began. */
  readonly isNew?: boolean | undefined;
  /** Settled in the period (with this outcome), or open at its end. */
  readonly settled?: OutcomeRow | 'any' | 'open' | undefined;
  readonly late?: boolean | undefined;
  /** Whose reply period was extended in the period. */
  readonly extended?: boolean | undefined;
};

/** Notified in the period, whatever it counts otherwise. */
const extendedIn = ({ from, to }: Days) => sql`exists (
  select from application_acts c where c.application = a.id and c.kind = 'extended'
  and c.facts ->> 'notifiedOn' between ${from.toString()} and ${to.toString()})`;

function conditionsOf(agencies: readonly AgencyCode[], days: Days, filter: PeriodFilter): RawBuilder<unknown> {
  const { agency, channel, applicantKind, isNew, settled, late, extended } = filter;
  const outcome = outcomeIn(days);
  return sql.join(
    [
      countedIn(agencies, days),
      agency !== undefined && sql`a.agency = ${agency}`,
      channel !== undefined && sql`a.channel = ${channel}`,
      applicantKind !== undefined && sql`a.applicant_kind = ${applicantKind}`,
      isNew !== undefined && sql`(${isNewIn(days)}) = ${isNew}`,
      settled === 'any' && sql`${outcome} is not null`,
      settled === 'open' && sql`${outcome} is null`,
      settled !== undefined && settled !== 'any' && settled !== 'open' && sql`${outcome} = ${settled}`,
      late !== undefined && sql`${lateIn(days)} = ${late}`,
      extended === true && extendedIn(days),
    ].filter(condition => condition !== false),
    sql` and `,
  );
}

/** A line of the list behind a figure; nothing in it says who applied. */
export type PeriodEntry = {
  readonly id: ApplicationId;
  readonly agency: AgencyCode;
  readonly year: number;
  readonly number: number;
  readonly subject: string;
  readonly channel: Channel;
  readonly applicantKind: ApplicantKind;
  readonly receivedOn: Temporal.PlainDate;
  readonly countedOn: Temporal.PlainDate | null;
  readonly countedOutcome: OutcomeRow | null;
};

type EntryRow = Omit<PeriodEntry, 'receivedOn' | 'countedOn'> & {
  readonly receivedOn: string;
  readonly countedOn: string | null;
};

const SUBJECT_LENGTH = 60;

/** How many applications a filter of a period leaves. */
export async function countPeriod(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: Days,
  filter: PeriodFilter,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from applications a where ${conditionsOf(agencies, days, filter)}`.execute(queries);
  return rows[0]!.total;
}

/** The applications behind a figure of a period, by receipt. */
export async function listPeriod(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: Days,
  filter: PeriodFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly PeriodEntry[]> {
  const { rows } = await sql<EntryRow>`
    select a.id, a.agency, a.year, a.number, a.channel, a.applicant_kind as "applicantKind",
           coalesce(a.requested_title, left(a.requested_description, ${SUBJECT_LENGTH})) as subject,
           a.received_on as "receivedOn", a.counted_on as "countedOn", a.counted_outcome as "countedOutcome"
    from applications a where ${conditionsOf(agencies, days, filter)}
    order by a.received_on, a.agency, a.year, a.number limit ${limit} offset ${offset}`.execute(queries);
  return rows.map(row => ({
    ...row,
    receivedOn: Temporal.PlainDate.from(row.receivedOn),
    countedOn: row.countedOn === null ? null : Temporal.PlainDate.from(row.countedOn),
  }));
}
