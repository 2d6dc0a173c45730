import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeExplanation, feeOf, itemFeeOf, MOST_UNITS, monthPlacesOf, pageFeeOf } from './fee.ts';

const { fees } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/calendar/deadline-cases.json'), 'utf8'),
) as {
  fees: {
    byItemMonthlyTotal: { items: number; priceOfLastItem: number; total: number }[];
    byPagePerApplication: { pages: number; total: number }[];
    notCumulative: { pages: number[]; total: number };
  };
};

test('the worked fees by item and by page come out exactly', () => {
  for (const { items, priceOfLastItem, total } of fees.byItemMonthlyTotal) {
    expect([items, itemFeeOf(items).yuan]).toEqual([items, total]);
    expect([items, itemFeeOf(items).lines.at(-1)?.yuanEach]).toEqual([items, priceOfLastItem]);
  }
  for (const { pages, total } of fees.byPagePerApplication)
    expect([pages, pageFeeOf(pages).yuan]).toEqual([pages, total]);
  expect([41, 45, 50, 100].map(items => itemFeeOf(items).yuan)).toEqual([4300, 5500, 7000, 37_000]);
  expect([201, 250].map(pages => pageFeeOf(pages).yuan)).toEqual([2740, 4700]);
});

test('pages of two applications are not added up', () => {
  const sum = fees.notCumulative.pages.reduce((yuan, pages) => yuan + pageFeeOf(pages).yuan, 0);
  expect(sum).toBe(fees.notCumulative.total);
});

test('the fee follows the formula of the scale for any quantity', () => {
  const price = (k: number) => (k <= 10 ? 0 : k <= 30 ? 100 : 100 * (1 + Math.ceil((k - 30) / 10)));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), items => {
      let yuan = 0;
      for (let k = 1; k <= items; k += 1) yuan += price(k);
      expect(itemFeeOf(items).yuan).toBe(yuan);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), pages => {
      const part = (from: number, most: number) => Math.min(Math.max(pages - from, 0), most);
      expect(pageFeeOf(pages).yuan).toBe(10 * part(30, 70) + 20 * part(100, 100) + 40 * Math.max(pages - 200, 0));
    }),
  );
});

test('the fees of the applications of a month add up to the fee of all their items', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), counts => {
      let [before, yuan] = [0, 0];
      for (const count of counts) {
        yuan += itemFeeOf(count, before).yuan;
        before += count;
      }
      expect(yuan).toBe(itemFeeOf(before).yuan);
    }),
  );
});

test('items count per applicant and calendar month of receipt, in the order of receipt', () => {
  const received = (id: string, applicant: string, on: string, items = 1) => ({
    id,
    applicant,
    receivedOn: Temporal.PlainDate.from(on),
    items,
  });
  const places = monthPlacesOf([
    received('late', 'A', '2026-03-31', 5),
    received('first', 'A', '2026-03-02', 8),
    received('other', 'B', '2026-03-03', 30),
    received('again', 'A', '2026-03-31', 2),
    received('april', 'A', '2026-04-01'),
  ]);
  expect([...places].map(([id, { itemsBefore }]) => [id, itemsBefore])).toEqual([
    ['first', 0],
    ['other', 0],
    ['late', 8],
    ['again', 13],
    ['april', 0],
  ]);
  expect(itemFeeOf(5, 8).yuan).toBe(300); // items 9 and 10 are free
});

test('the explanation shows each step and the sum', () => {
  expect(feeExplanation(itemFeeOf(35))).toEqual([
    '按件计收：同一申请人在同一自然月内的申请累计计算',
    '第1件至第10件，10件，不收费',
    '第11件至第30件，20件 × 100元 = 2000元',
    '第31件至第35件，5件 × 200元 = 1000元',
    '合计：2000 + 1000 = 3000元',
  ]);
  expect(feeExplanation(itemFeeOf(1, 30)).at(-2)).toBe('第31件，1件 × 200元 = 200元');
});

test('what is no quantity is refused', () => {
  for (const quantity of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, MOST_UNITS + 1])
    expect(() => feeOf('by-item', quantity)).toThrow(RangeError);
});
