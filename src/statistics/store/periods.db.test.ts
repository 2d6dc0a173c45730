import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableThreeOf } from '../../annual-report/rules/tally.ts';
import { countTableThree } from '../../annual-report/store/table-three.store.ts';
import { AGENCIES, lives, register } from '../../annual-report/testing/random-register.ts';
import { CHANNELS } from '../../applications/rules/channel.ts';
import {
  countPeriod,
  daysTakenIn,
  groupApplications,
  listPeriod,
} from '../../applications/store/period.register.store.ts';
import type { PeriodFilter } from '../../applications/store/period.register.store.ts';
import { APPLICANT_KINDS, OUTCOME_ROWS_2021 } from '../../law/report-form/table-three.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { figuresOf } from '../rules/application-tables.ts';
import { daysOf } from '../rules/period.ts';
import type { Period } from '../rules/period.ts';
import { sumOf } from '../rules/publishing-tables.ts';

test('statistics of a year say what its annual report says, its months add up to it, and each carries out what the next carries in', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await register(queries, fc.sample(lives, { numRuns: 500, seed: 11 }));
  const groupsOf = async (period: Period) => groupApplications(queries, AGENCIES, daysOf(period));
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  for (const year of [2022, 2023, 2024, 2025]) {
    const groups = await groupsOf({ kind: 'year', year });
    const counted = await countTableThree(queries, AGENCIES, year);
    for (const agency of AGENCIES) {
      const cells = tableThreeOf(counted.get(agency)!);
      const own = groups.filter(group => group.agency === agency);
      expect([year, agency, figuresOf(own)]).toMatchObject([
        year,
        agency,
        {
          received: cells['table3.new.total'],
          carriedIn: cells['table3.carried-in.total'],
          settled: cells['table3.settled.total'],
          carriedOut: cells['table3.carried-out.total'],
        },
      ]);
      for (const row of OUTCOME_ROWS_2021)
        for (const kind of APPLICANT_KINDS)
          expect(sumOf(own.filter(({ outcome, applicantKind }) => outcome === row && applicantKind === kind))).toBe(
            cells[`table3.${row}.${kind}`],
          );
    }
    const ofMonths = await Promise.all(
      months.map(async number => figuresOf(await groupsOf({ kind: 'month', year, number }))),
    );
    const whole = figuresOf(groups);
    expect(ofMonths.reduce((sum, { received }) => sum + received, 0)).toBe(whole.received);
    expect(ofMonths.reduce((sum, { settled }) => sum + settled, 0)).toBe(whole.settled);
    expect([ofMonths[0]!.carriedIn, ofMonths[11]!.carriedOut]).toEqual([whole.carriedIn, whole.carriedOut]);
    for (const month of ofMonths) expect(month.received + month.carriedIn).toBe(month.settled + month.carriedOut);
    expect(ofMonths.slice(1).map(({ carriedIn }) => carriedIn)).toEqual(
      ofMonths.slice(0, -1).map(({ carriedOut }) => carriedOut),
    );
  }
});

test('the list behind a figure holds exactly as many files as the figure says', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await register(queries, fc.sample(lives, { numRuns: 400, seed: 5 }));
  const days = daysOf({ kind: 'quarter', year: 2023, number: 2 });
  const groups = await groupApplications(queries, AGENCIES, days);
  const all = { limit: 1000, offset: 0 };
  const expectCount = async (filter: PeriodFilter, count: number) => {
    expect([filter, await countPeriod(queries, AGENCIES, days, filter)]).toEqual([filter, count]);
    expect(await listPeriod(queries, AGENCIES, days, filter, all)).toHaveLength(count);
  };
  const { received, carriedIn, settled, inTime, late, carriedOut } = figuresOf(groups);
  expect([received, carriedIn, settled, late, carriedOut].filter(count => count === 0)).toEqual([]);
  await expectCount({ isNew: true }, received);
  await expectCount({ isNew: false }, carriedIn);
  await expectCount({ settled: 'any' }, settled);
  await expectCount({ settled: 'open' }, carriedOut);
  await expectCount({ settled: 'any', late: true }, late);
  await expectCount({ settled: 'any', late: false }, inTime);
  for (const channel of CHANNELS)
    await expectCount({ channel, isNew: true }, figuresOf(groups.filter(group => group.channel === channel)).received);
  for (const row of OUTCOME_ROWS_2021)
    await expectCount({ settled: row }, sumOf(groups.filter(({ outcome }) => outcome === row)));
  for (const agency of AGENCIES)
    await expectCount(
      { agency, settled: 'open' },
      figuresOf(groups.filter(group => group.agency === agency)).carriedOut,
    );
});

test('the middle of the days taken is that of the files settled in the period', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await register(queries, fc.sample(lives, { numRuns: 300, seed: 3 }));
  const days = daysOf({ kind: 'year', year: 2023 });
  const settled = await listPeriod(queries, AGENCIES, days, { settled: 'any' }, { limit: 1000, offset: 0 });
  const taken = settled.map(({ receivedOn, countedOn }) => receivedOn.until(countedOn!).days).toSorted((a, b) => a - b);
  const [low, high] = [taken[Math.floor((taken.length - 1) / 2)]!, taken[Math.ceil((taken.length - 1) / 2)]!];
  expect(await daysTakenIn(queries, AGENCIES, days)).toEqual({ median: (low + high) / 2, longest: taken.at(-1) });
  const none = daysOf({ kind: 'year', year: 2010 });
  expect(await daysTakenIn(queries, AGENCIES, none)).toEqual({ median: null, longest: null });
});
