import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';

/** How many applications came in and were settled in a span of days, over all agencies. */
export type PublicFigures = { readonly received: number; readonly settled: number };

/** The figures from one day up to another, which is no more counted: what has not ended yet can still change. */
export async function countPublicFigures(
  queries: Queries,
  from: Temporal.PlainDate,
  before: Temporal.PlainDate,
): Promise<PublicFigures> {
  const [first, end] = [from.toString(), before.toString()];
  const { rows } = await sql<PublicFigures>`
    select count(*) filter (where received_on >= ${first}::date and received_on < ${end}::date)::int as received,
      count(*) filter (where settled_on >= ${first}::date and settled_on < ${end}::date)::int as settled
    from applications where case_kind = 'information'`.execute(queries);
  return rows[0]!;
}
