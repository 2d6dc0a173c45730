import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ApplicationId, LetterId } from '../rules/ids.ts';
import type { NumberSeries } from '../rules/letters/document-number.ts';
import type { LetterKind } from '../rules/letters/letter-kinds.ts';

/**
 * Takes the next number of a yearly series for a letter. To be called in the transaction that signs the letter: the series is locked
 * until that ends, so that no number is given twice, and none is lost when it is undone. Numbers begin with 1.
 */
export async function takeDocumentNumber(
  transaction: Queries,
  agency: AgencyCode,
  series: NumberSeries,
  year: number,
  letter: LetterId,
): Promise<number> {
  const { last_number: number } = await transaction
    .insertInto('document_number_series')
    .values({ agency, series, year, last_number: 1 })
    .onConflict(conflict =>
      conflict
        .columns(['agency', 'series', 'year'])
        .doUpdateSet({ last_number: sql<number>`document_number_series.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  await transaction.insertInto('document_numbers').values({ agency, series, year, number, letter }).execute();
  return number;
}

/**
 * Lets a series go on behind the numbers that were given before this system was in use. Returns false, and changes nothing, once a
 * number has been taken here.
 */
export async function continueSeries(
  queries: Queries,
  agency: AgencyCode,
  series: NumberSeries,
  year: number,
  takenBefore: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into document_number_series (agency, series, year, last_number, taken_before)
    values (${agency}, ${series}, ${year}, ${takenBefore}, ${takenBefore})
    on conflict (agency, series, year) do update set last_number = excluded.last_number, taken_before = excluded.taken_before
    where document_number_series.last_number = document_number_series.taken_before
    returning last_number`.execute(queries);
  return rows.length > 0;
}

/** A line of the 文号登记簿. */
export type NumberedLetter = {
  readonly number: number;
  readonly documentNumber: string;
  readonly letter: LetterId;
  readonly kind: LetterKind;
  readonly application: ApplicationId;
  readonly signedOn: Temporal.PlainDate;
};

/** The register of a series' numbers in a year, in their order. */
export async function listDocumentNumbers(
  queries: Queries,
  agency: AgencyCode,
  series: NumberSeries,
  year: number,
): Promise<readonly NumberedLetter[]> {
  const rows = await queries
    .selectFrom('document_numbers as taken')
    .innerJoin('signed_letters as signed', 'signed.letter', 'taken.letter')
    .innerJoin('application_letters as letters', 'letters.id', 'taken.letter')
    .select([
      'taken.number',
      'signed.document_number',
      'taken.letter',
      'letters.kind',
      'letters.application',
      'signed.signed_on',
    ])
    .where('taken.agency', '=', agency)
    .where('taken.series', '=', series)
    .where('taken.year', '=', year)
    .orderBy('taken.number')
    .execute();
  return rows.map(row => ({
    number: row.number,
    documentNumber: row.document_number ?? '',
    letter: row.letter as LetterId,
    kind: row.kind as LetterKind,
    application: row.application as ApplicationId,
    signedOn: Temporal.PlainDate.from(row.signed_on),
  }));
}
