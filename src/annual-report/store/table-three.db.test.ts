import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../../law/report-form/table-three.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { countsOf, idsBehind, tallyApplications } from '../rules/tally.ts';
import { AGENCIES, lives, register } from '../testing/random-register.ts';
import { countTableThree, listCell } from './table-three.store.ts';

test('the register counts in SQL exactly what the rule counts file by file, and lists the same files behind every cell', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  const files = await register(queries, fc.sample(lives, { numRuns: 600, seed: 7 }));
  let listed = 0;
  for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
    const counted = await countTableThree(queries, AGENCIES, year);
    for (const agency of AGENCIES) {
      const tally = tallyApplications(
        files.filter(file => file.agency === agency),
        year,
      );
      expect([agency, year, counted.get(agency)]).toEqual([agency, year, countsOf(tally)]);
      for (const row of TABLE_THREE_ROWS['2021'])
        for (const column of APPLICANT_COLUMNS) {
          const expected = idsBehind(tally, row, column);
          if (expected.length === 0) continue;
          const found = await listCell(queries, agency, year, row, column, 1000);
          expect(found.map(({ id }) => id).sort()).toEqual([...expected].sort());
          listed += found.length;
        }
    }
  }
  expect(listed).toBeGreaterThan(2000);
});
