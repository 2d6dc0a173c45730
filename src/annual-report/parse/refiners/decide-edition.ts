import type { Edition } from '../../../law/report-form/edition.ts';
import { editionFor } from '../../../law/report-form/edition.ts';
import type { TableReadings } from './table-readings.ts';

/**
 * The edition of the form that the tables show, by majority of what only one edition has: the headers of table two, its rows, and
 * whether 其他处理 is one row or three. Each counts once. The year only decides where the tables do not.
 */
export function decideEdition(readings: TableReadings, year: number | null): Edition {
  const votes = new Map<unknown, Edition>();
  const vote = (voter: unknown, editions: readonly Edition[]) => {
    if (editions.length === 1) votes.set(voter, editions[0]!);
  };
  for (const row of readings.two) {
    const [first] = row.columns;
    if (first !== undefined) vote(first.segment, first.editions);
    vote(row.row, row.editions);
  }
  for (const { row } of readings.three) {
    if (row === 'closed') vote('closed', ['2019']);
    if (row === 'closed.clarification-lapsed' || row === 'closed.fee-unpaid') vote('closed.', ['2021']);
  }
  const count = (edition: Edition) => [...votes.values()].filter(own => own === edition).length;
  const [older, newer] = [count('2019'), count('2021')];
  if (older !== newer) return older > newer ? '2019' : '2021';
  return (year === null ? null : editionFor(year)) ?? '2021';
}
