import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';

/**
 * Takes the next serials of an agency's 索引号 in a year and gives the first. The series is locked until the transaction ends; a
 * serial that was taken is never given again.
 */
export async function takeIndexSerials(
  transaction: Queries,
  agency: AgencyCode,
  year: number,
  count: number,
): Promise<number> {
  const { last } = await transaction
    .insertInto('index_number_series')
    .values({ agency, year, last: count })
    .onConflict(conflict =>
      conflict.columns(['agency', 'year']).doUpdateSet({ last: sql<number>`index_number_series.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - count + 1;
}
