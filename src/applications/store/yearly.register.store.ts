import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ApplicantKind, OutcomeRow } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ApplicationId } from '../rules/ids.ts';

/** Applications that count alike in a year: received in it or before, settled in it with an outcome or (null) open at its end. */
export type YearlyGroup = {
  readonly agency: AgencyCode;
  readonly applicantKind: ApplicantKind;
  readonly isNew: boolean;
  readonly outcome: OutcomeRow | null;
  readonly count: number;
};

type AgencyRow = { readonly agency: string; readonly groups: string };

const FIRST_DAY = (year: number) => `${year}-01-01`;

/** What counts in a year, in the words of the index `applications_by_counting`: the planner compares them literally. */
const countedIn = (agencies: RawBuilder<unknown>, year: number) => sql`
  a.agency = any(${agencies}) and a.counted and a.received_on is not null
  and coalesce(a.counted_on, 'infinity'::date) >= ${FIRST_DAY(year)}::date and a.received_on < ${FIRST_DAY(year + 1)}::date`;

/** The groups of one agency as they come: kind, whether new, count, outcome; groups parted by commas. None of these words holds either. */
function groupsOf({ agency, groups }: AgencyRow): readonly YearlyGroup[] {
  return groups.split(',').map(group => {
    const [applicantKind, isNew, count, outcome] = group.split(' ');
    return {
      agency: agency as AgencyCode,
      applicantKind: applicantKind as ApplicantKind,
      isNew: isNew === '1',
      outcome: outcome === undefined ? null : (outcome as OutcomeRow),
      count: Number(count),
    };
  });
}

/**
 * How many applications of agencies count how in a year: everything that table three is made of. One query over a covering
 * index; an agency's groups come as one text, because a row for each of the hundred thousand groups of a province takes longer to
 * bring over than to count.
 */
export async function countYear(
  queries: Queries,
  agencies: readonly AgencyCode[],
  year: number,
): Promise<readonly YearlyGroup[]> {
  const { rows } = await sql<AgencyRow>`
    select agency, string_agg(concat_ws(' ', applicant_kind, is_new::integer, count, outcome), ',') as groups
    from (
      select a.agency, a.applicant_kind, a.received_on >= ${FIRST_DAY(year)}::date as is_new,
             case when a.counted_on < ${FIRST_DAY(year + 1)}::date then a.counted_outcome end as outcome, count(*) as count
      from applications a where ${countedIn(sql`${[...agencies]}::text[]`, year)}
      group by 1, 2, 3, 4
    ) counted group by agency`.execute(queries);
  return rows.flatMap(groupsOf);
}

/** Which of a year's applications: all that is given must hold. */
export type YearlyFilter = {
  readonly applicantKinds: readonly ApplicantKind[];
  readonly isNew: boolean | null;
  /** Those settled so in the year, those open at its end, or all. */
  readonly settled: readonly OutcomeRow[] | 'open' | null;
};

/** A line of the list behind a figure. */
export type YearlyEntry = {
  readonly id: ApplicationId;
  readonly year: number;
  readonly number: number;
  readonly subject: string;
  readonly applicantKind: ApplicantKind;
  readonly receivedOn: Temporal.PlainDate;
  readonly countedOn: Temporal.PlainDate | null;
  readonly countedOutcome: OutcomeRow | null;
};

type EntryRow = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly subject: string;
  readonly applicant_kind: string;
  readonly received_on: string;
  readonly counted_on: string | null;
  readonly counted_outcome: string | null;
};

function settledCondition(settled: YearlyFilter['settled'], year: number): RawBuilder<unknown> {
  const end = FIRST_DAY(year + 1);
  if (settled === null) return sql`true`;
  return settled === 'open'
    ? sql`(a.counted_on is null or a.counted_on >= ${end}::date)`
    : sql`a.counted_on < ${end}::date and a.counted_outcome = any(${[...settled]}::text[])`;
}

const SUBJECT_LENGTH = 60;

/** The applications behind a figure of a year, by receipt; at most `limit` of them. */
export async function listYear(
  queries: Queries,
  agency: AgencyCode,
  year: number,
  filter: YearlyFilter,
  limit: number,
): Promise<readonly YearlyEntry[]> {
  const { rows } = await sql<EntryRow>`
    select a.id, a.year, a.number, coalesce(a.requested_title, left(a.requested_description, ${SUBJECT_LENGTH})) as subject,
           a.applicant_kind, a.received_on, a.counted_on, a.counted_outcome
    from applications a
    where ${countedIn(sql`${[agency]}::text[]`, year)}
      and a.applicant_kind = any(${[...filter.applicantKinds]}::text[])
      and ${filter.isNew === null ? sql`true` : sql`(a.received_on >= ${FIRST_DAY(year)}::date) = ${filter.isNew}`}
      and ${settledCondition(filter.settled, year)}
    order by a.received_on, a.year, a.number limit ${limit}`.execute(queries);
  return rows.map(row => ({
    id: row.id as ApplicationId,
    year: row.year,
    number: row.number,
    subject: row.subject,
    applicantKind: row.applicant_kind as ApplicantKind,
    receivedOn: Temporal.PlainDate.from(row.received_on),
    countedOn: row.counted_on === null ? null : Temporal.PlainDate.from(row.counted_on),
    countedOutcome: row.counted_outcome as OutcomeRow | null,
  }));
}

/** What became of the fees for processing information in a year, by the days of the acts. Yuan. */
export type YearlyFees = {
  readonly notices: number;
  readonly noticedYuan: number;
  readonly paidYuan: number;
  readonly refundedYuan: number;
};

/** Fee notices sent, their sums, and what was paid and refunded, for section six of the report. */
export async function sumFees(queries: Queries, agency: AgencyCode, year: number): Promise<YearlyFees> {
  const amount = (kind: string) =>
    sql`coalesce(sum((c.facts ->> 'amountYuan')::numeric) filter (where c.kind = ${kind}), 0)::float8`;
  const { rows } = await sql<{ notices: number; noticed: number; paid: number; refunded: number }>`
    select count(*) filter (where c.kind = 'fee-noticed') as notices, ${amount('fee-noticed')} as noticed,
           ${amount('fee-paid')} as paid, ${amount('fee-refunded')} as refunded
    from applications a join application_acts c on c.application = a.id
    where a.agency = ${agency} and c.kind in ('fee-noticed', 'fee-paid', 'fee-refunded')
      and c.facts ->> 'on' >= ${FIRST_DAY(year)} and c.facts ->> 'on' < ${FIRST_DAY(year + 1)}`.execute(queries);
  const { notices, noticed, paid, refunded } = rows[0]!;
  return { notices, noticedYuan: noticed, paidYuan: paid, refundedYuan: refunded };
}

/** Whether an application is one of the agency's. */
export async function isApplicationOf(queries: Queries, agency: AgencyCode, id: ApplicationId): Promise<boolean> {
  const row = await queries
    .selectFrom('applications')
    .select('id')
    .where('id', '=', id)
    .where('agency', '=', agency)
    .executeTakeFirst();
  return row !== undefined;
}

/** From receipt to settlement, in days on the average of those settled in a year, to one decimal; null where there is none. */
export async function averageDaysOf(queries: Queries, agency: AgencyCode, year: number): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select round(avg(a.counted_on - a.received_on), 1)::float8 as days from applications a
    where ${countedIn(sql`${[agency]}::text[]`, year)} and a.counted_on < ${FIRST_DAY(year + 1)}::date`.execute(
    queries,
  );
  return rows[0]!.days;
}
