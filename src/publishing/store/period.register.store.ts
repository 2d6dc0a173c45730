import { sql } from 'kysely';
import type { RawBuilder, Selectable } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemRow } from '../../platform/database/schema.ts';
import type { ColumnCode } from '../rules/ids.ts';
import type { InterpretationForm } from '../rules/interpretation.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import type { PublishedGroup, Timing } from '../rules/published-group.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';

/** Days from the first to the last, both included. */
export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

const timing = sql<string>`case when publish_by is null then 'no-period' when published_on <= publish_by then 'in-time' else 'late' end`;

const publishedIn = (agencies: readonly AgencyCode[], { from, to }: Days): RawBuilder<unknown> =>
  sql`agency = any(${[...agencies]}::text[]) and published_on between ${from.toString()}::date and ${to.toString()}::date`;

/** What agencies first published in a period, in groups; the counts of a year add up to `countPublished` of it. */
export async function groupPublished(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: Days,
): Promise<readonly PublishedGroup[]> {
  const { rows } = await sql<PublishedGroup>`
    select agency, column_code as "column", kind, to_char(published_on, 'YYYY-MM') as month, ${timing} as timing,
           effective_on is not null as normative, count(*) as count
    from items where ${publishedIn(agencies, days)}
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(queries);
  return rows;
}

/** Which of the items of a period; what is left out does not narrow it. */
export type PublishedInPeriod = {
  readonly agency?: AgencyCode | undefined;
  readonly column?: ColumnCode | undefined;
  readonly kind?: ItemKind | undefined;
  readonly month?: string | undefined;
  readonly timing?: Timing | undefined;
  readonly normative?: boolean | undefined;
};

/** The items behind a figure of a period in the order of publication, and how many there are in all. */
export async function listPublishedIn(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: Days,
  which: PublishedInPeriod,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly ItemLine[]; readonly total: number }> {
  const conditions = [
    publishedIn(agencies, days),
    which.agency !== undefined && sql`agency = ${which.agency}`,
    which.column !== undefined && sql`column_code = ${which.column}`,
    which.kind !== undefined && sql`kind = ${which.kind}`,
    which.month !== undefined && sql`to_char(published_on, 'YYYY-MM') = ${which.month}`,
    which.timing !== undefined && sql`${timing} = ${which.timing}`,
    which.normative !== undefined && sql`(effective_on is not null) = ${which.normative}`,
  ].filter(condition => condition !== false);
  const where = sql.join(conditions, sql` and `);
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from items where ${where}`.execute(
    queries,
  );
  const { rows } = await sql<Selectable<ItemRow>>`
    select * from items where ${where} order by published_at, number limit ${limit} offset ${offset}`.execute(queries);
  return { items: rows.map(itemLineOf), total: counted[0]!.total };
}

/** Interpretations first published in a period by their first form, so that they add up; forms that nothing has are left out. */
export async function countInterpretations(
  queries: Queries,
  agencies: readonly AgencyCode[],
  days: Days,
): Promise<readonly { readonly form: InterpretationForm; readonly count: number }[]> {
  const { rows } = await sql<{ form: InterpretationForm; count: number }>`
    select e.content -> 'details' -> 'forms' ->> 0 as form, count(*) as count
    from items join item_editions e on e.item = items.id and e.edition = items.public_edition
    where ${publishedIn(agencies, days)} and kind = 'interpretation' group by 1 order by 2 desc, 1`.execute(queries);
  return rows;
}

/** The three columns of table two for 规范性文件. */
export const NORMATIVE_COLUMNS = ['issued', 'repealed', 'inForce'] as const;
export type NormativeColumn = (typeof NORMATIVE_COLUMNS)[number];

/** The 规范性文件 that `countsOfNormativeDocuments` counts in a column, by 成文日期; a test holds the two equal. */
export async function listNormative(
  queries: Queries,
  agency: AgencyCode,
  year: number,
  column: NormativeColumn,
): Promise<readonly ItemLine[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const overOn = sql`least(ended_on, expires_on + 1)`;
  const counted = {
    issued: sql`made_on between ${first}::date and ${last}::date`,
    repealed: sql`${overOn} between ${first}::date and ${last}::date
      and ended_how = 'repealed' and ended_on <= coalesce(expires_on + 1, ended_on)`,
    inForce: sql`made_on <= ${last}::date and (${overOn} is null or ${overOn} > ${last}::date)`,
  } as const satisfies Record<NormativeColumn, unknown>;
  const { rows } = await sql<Selectable<ItemRow>>`
    select * from items
    where agency = ${agency} and effective_on is not null and made_on is not null and published_on is not null
      and ${counted[column]}
    order by made_on, number`.execute(queries);
  return rows.map(itemLineOf);
}
