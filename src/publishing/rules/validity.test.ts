import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, validityOn } from './validity.ts';
import type { NormativeDays } from './validity.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const BASE: NormativeDays = { effectiveOn: day('2023-03-01'), expiresOn: null, amendedOn: null, ended: null };

test('before its 施行日期 a document is 尚未施行, from that day on 有效', () => {
  expect(validityOn(BASE, day('2023-02-28'))).toBe('not-yet-in-force');
  expect(validityOn(BASE, day('2023-03-01'))).toBe('in-force');
});

test('a period of validity ends a document by itself: its last day is the one it names', () => {
  const days = { ...BASE, expiresOn: day('2025-12-31') };
  expect(validityOn(days, day('2025-12-31'))).toBe('in-force');
  expect(validityOn(days, day('2026-01-01'))).toBe('lapsed');
  expect(endOf(days)).toEqual({ on: day('2026-01-01'), how: 'lapsed' });
});

test('an amended document is in force and says so; a repealed one ended on the day of the repeal', () => {
  const amended = { ...BASE, amendedOn: day('2024-05-01') };
  expect(validityOn(amended, day('2024-04-30'))).toBe('in-force');
  expect(validityOn(amended, day('2024-05-01'))).toBe('amended');
  const ended = { on: day('2025-01-01'), how: 'repealed' } as const;
  expect(validityOn({ ...amended, ended }, day('2025-01-01'))).toBe('repealed');
});

test('what lapsed before it was repealed ended by lapsing', () => {
  const ended = { on: day('2026-06-01'), how: 'repealed' } as const;
  expect(endOf({ ...BASE, expiresOn: day('2025-12-31'), ended })).toEqual({ on: day('2026-01-01'), how: 'lapsed' });
  expect(endOf({ ...BASE, expiresOn: day('2026-12-31'), ended })).toEqual(ended);
  expect(endOf(BASE)).toBeNull();
});

test('once ended a document never stands again, and before its end it never counts as ended', () => {
  const anyDay = fc.integer({ min: 0, max: 4000 }).map(days => day('2020-01-01').add({ days }));
  fc.assert(
    fc.property(anyDay, fc.option(anyDay), fc.option(anyDay), anyDay, (effectiveOn, expiresOn, endedOn, on) => {
      const ended = endedOn === null ? null : ({ on: endedOn, how: 'repealed' } as const);
      const days: NormativeDays = { effectiveOn, expiresOn, amendedOn: null, ended };
      const end = endOf(days);
      const isOver = ['lapsed', 'repealed'].includes(validityOn(days, on));
      expect(isOver).toBe(end !== null && Temporal.PlainDate.compare(on, end.on) >= 0);
    }),
  );
});
