import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, findPeriod, periodBefore, periodName, periodWord } from './period.ts';
import type { Period } from './period.ts';

const year = fc.integer({ min: 2008, max: 2199 });
const period: fc.Arbitrary<Period> = fc.oneof(
  year.map(of => ({ kind: 'year' as const, year: of })),
  fc.record({ kind: fc.constant('quarter' as const), year, number: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('month' as const), year, number: fc.integer({ min: 1, max: 12 }) }),
);

test('every period is read back from its word, and no other text is one', () => {
  fc.assert(
    fc.property(period, one => {
      expect(findPeriod(periodWord(one))).toEqual({ ...one });
    }),
  );
  for (const text of ['', '2025-13', '2025-0', '2025-Q5', '1999', '2025-1', '2025-Q1x'])
    expect(findPeriod(text)).toBeUndefined();
});

test('a period ends the day before the next of its kind begins', () => {
  fc.assert(
    fc.property(period, one => {
      const { from, to } = daysOf(one);
      expect(daysOf(periodBefore(one)).to.add({ days: 1 }).equals(from)).toBe(true);
      expect(Temporal.PlainDate.compare(from, to)).toBe(-1);
    }),
  );
  expect(daysOf({ kind: 'month', year: 2024, number: 2 }).to.toString()).toBe('2024-02-29');
});

test('names are those that people use', () => {
  expect(periodName({ kind: 'quarter', year: 2025, number: 3 })).toBe('2025年第三季度');
  expect(periodName({ kind: 'month', year: 2025, number: 9 })).toBe('2025年9月');
});
