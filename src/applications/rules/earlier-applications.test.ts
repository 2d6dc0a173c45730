import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frequencyOf, likenessOf, similarOf } from './earlier-applications.ts';
import type { EarlierApplication } from './earlier-applications.ts';
import type { ApplicationId } from './ids.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const earlier = (number: number, change: Partial<EarlierApplication> = {}): EarlierApplication => ({
  id: String(number) as ApplicationId,
  year: 2026,
  number,
  description: '晴川区2025年老旧小区改造资金使用情况',
  lodgedOn: day('2026-11-03'),
  receivedOn: day('2026-11-03'),
  stage: 'in-hand',
  settledOn: null,
  ...change,
});

test('a text is wholly like itself, whatever its punctuation, and not at all like another', () => {
  expect(likenessOf('晴川区2025年预算', '晴川区 2025 年“预算”。')).toBe(1);
  expect(likenessOf('晴川区预算', '校车安全')).toBe(0);
  expect(likenessOf('', '校车')).toBe(0);
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const likeness = likenessOf(one, other);
      expect(likeness).toBe(likenessOf(other, one));
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
    }),
  );
});

test('the same request in other words is shown, a request for something else is not', () => {
  const others = [
    earlier(1, { description: '2025年晴川区老旧小区改造的资金使用情况' }),
    earlier(2, { description: '晴川区校车安全管理办法全文' }),
    earlier(3, { description: '晴川区2025年老旧小区改造资金使用情况' }),
  ];
  const found = similarOf('晴川区2025年老旧小区改造资金使用情况', others);
  expect(found.map(({ earlier: { number } }) => number)).toEqual([3, 1]);
});

test('a month counts what was received in it; a split file counts by its parts', () => {
  const applications = [
    earlier(1),
    earlier(2, { stage: 'split' }),
    earlier(3, { receivedOn: null }),
    earlier(4, { receivedOn: day('2026-10-31') }),
    earlier(5, { receivedOn: day('2025-12-01'), settledOn: day('2025-12-20') }),
    earlier(6, { receivedOn: day('2025-11-30') }),
  ];
  expect(frequencyOf(applications, day('2026-11-25'))).toMatchObject({ inMonth: 2, inTwelveMonths: 4, open: 4 });
});

test('from the eleventh of a month on the fee by items is shown', () => {
  const eleven = Array.from({ length: 11 }, (_, index) => earlier(index + 1));
  expect(frequencyOf(eleven, day('2026-11-25')).fee.yuan).toBe(100);
  expect(frequencyOf(eleven.slice(1), day('2026-11-25')).fee.yuan).toBe(0);
});
