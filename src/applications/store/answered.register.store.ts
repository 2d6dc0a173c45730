import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { OutcomeRow } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { searchTermsOf } from '../../platform/search-index/bigrams.ts';
import { ANSWERED_LIST } from '../rules/settings.ts';

type Day = Temporal.PlainDate;

/** An application that has been answered, as far as anyone may know of it: nothing here says who applied. */
export type AnsweredEntry = {
  readonly agency: AgencyCode;
  readonly year: number;
  readonly number: number;
  /** As the applicant worded it: whoever shows it looks for personal data first. */
  readonly title: string | null;
  readonly description: string;
  readonly outcome: OutcomeRow;
  readonly receivedOn: Day | null;
  readonly settledOn: Day;
  /** Whether the information has been put on the platform for everybody (Art. 44). */
  readonly promoted: boolean;
};

export type AnsweredFilter = {
  readonly agency?: AgencyCode | null;
  readonly year?: number | null;
  /** Rows of table three; none for every result. */
  readonly outcomes?: readonly OutcomeRow[] | null;
  readonly words?: string | null;
};

/** The agencies that show what they have answered. */
export async function listPublishingAgencies(queries: Queries): Promise<readonly AgencyCode[]> {
  const rows = await queries
    .selectFrom('settings')
    .select(['scope', 'value'])
    .where('key', '=', ANSWERED_LIST.key)
    .where('scope', '<>', '*')
    .orderBy('scope')
    .execute();
  return rows.filter(({ value }) => ANSWERED_LIST.read(value) === true).map(({ scope }) => scope as AgencyCode);
}

const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function conditions(agencies: readonly AgencyCode[], filter: AnsweredFilter): readonly RawBuilder<unknown>[] {
  const { agency, year, outcomes, words } = filter;
  const shown = agency === null || agency === undefined ? agencies : agencies.filter(code => code === agency);
  const terms = searchTermsOf(words ?? '');
  return [
    sql`a.agency = any(${[...shown]}::text[])`,
    sql`a.case_kind = 'information' and a.settled_on is not null and a.outcome is not null`,
    // What ended because the applicant gave up or went another way is no answer.
    sql`a.outcome not like 'closed.%'`,
    ...(year === null || year === undefined
      ? []
      : [sql`a.settled_on >= ${`${year}-01-01`} and a.settled_on < ${`${year + 1}-01-01`}`]),
    ...(outcomes === null || outcomes === undefined ? [] : [sql`a.outcome = any(${[...outcomes]}::text[])`]),
    ...(terms.length === 0 ? [] : [sql`a.search_terms @@ ${terms.map(quoted).join(' & ')}::tsquery`]),
  ];
}

type Row = {
  readonly agency: string;
  readonly year: number;
  readonly number: number;
  readonly requested_title: string | null;
  readonly requested_description: string;
  readonly outcome: string;
  readonly received_on: string | null;
  readonly settled_on: string;
  readonly promoted: boolean;
};

const answeredEntryOf = (row: Row): AnsweredEntry => ({
  agency: row.agency as AgencyCode,
  year: row.year,
  number: row.number,
  title: row.requested_title,
  description: row.requested_description,
  outcome: row.outcome as OutcomeRow,
  receivedOn: row.received_on === null ? null : Temporal.PlainDate.from(row.received_on),
  settledOn: Temporal.PlainDate.from(row.settled_on),
  promoted: row.promoted,
});

/** What the agencies that show it have answered, the newest first. */
export async function listAnswered(
  queries: Queries,
  agencies: readonly AgencyCode[],
  filter: AnsweredFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly AnsweredEntry[]> {
  const { rows } = await sql<Row>`
    select a.agency, a.year, a.number, a.requested_title, a.requested_description, a.outcome,
      a.received_on::text as received_on, a.settled_on::text as settled_on,
      exists (select 1 from application_acts c where c.application = a.id and c.kind = 'promoted') as promoted
    from applications a
    where ${sql.join(conditions(agencies, filter), sql` and `)}
    order by a.settled_on desc, a.agency, a.number desc
    offset ${page.offset} limit ${page.limit}`.execute(queries);
  return rows.map(answeredEntryOf);
}

/** How many of them there are. */
export async function countAnswered(
  queries: Queries,
  agencies: readonly AgencyCode[],
  filter: AnsweredFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications a
    where ${sql.join(conditions(agencies, filter), sql` and `)}`.execute(queries);
  return rows[0]!.count;
}
