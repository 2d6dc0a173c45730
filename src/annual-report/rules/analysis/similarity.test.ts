import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editedCopy, inventedProse } from '../../../../test/reports/invented-prose.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import { repetitionOf } from '../repetition.ts';
import { commonPassages } from './common-passages.ts';
import { PAIR_SHARE, similarityOf } from './similarity.ts';
import type { ProseOfAgency } from './similarity.ts';

const codeOf = (number: number) => getAgencyCode(`990101-${String(number).padStart(3, '0')}`);
const day = (text: string) => Temporal.PlainDate.from(text);
const proseOf = (texts: readonly string[]): readonly ProseOfAgency[] =>
  texts.map((text, index) => ({ agency: codeOf(index), text, since: day('2024-01-20').add({ days: index }) }));

const key = (one: string, other: string) => [one, other].toSorted().join(' ');

test('planted copies with edits are all found among reports that others wrote, and nothing else is', () => {
  const own = Array.from({ length: 120 }, (_, index) => inventedProse(index + 1, 1400));
  const texts = own.map((text, index) => (index % 6 === 5 ? editedCopy(own[index - 3]!, index, 12) : text));
  const { pairs } = similarityOf(proseOf(texts));
  const planted = own.flatMap((_, index) => (index % 6 === 5 ? [key(codeOf(index), codeOf(index - 3))] : []));
  expect(pairs.map(({ earlier, later }) => key(earlier, later)).toSorted()).toEqual(planted.toSorted());
});

test('half a report copied into one that is otherwise new is found too, and the direction follows the days', () => {
  const texts = Array.from({ length: 40 }, (_, index) => inventedProse(index + 1, 1200));
  texts[30] = `${inventedProse(900, 600)}${texts[7]!.slice(0, 600)}`;
  const { pairs } = similarityOf(proseOf(texts));
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ earlier: codeOf(7), later: codeOf(30), order: 'by-date' });
  expect(pairs[0]!.share).toBeGreaterThan(0.4);
  expect(pairs[0]!.share).toBeLessThan(0.6);
});

test('the index finds every pair that comparing each with each finds, with the very shares that the audit tells', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ seed: fc.nat(3), copied: fc.double({ min: 0, max: 1, noNaN: true }), edit: fc.nat(50) }), {
        minLength: 2,
        maxLength: 4,
      }),
      parts => {
        const texts = parts.map(({ seed, copied, edit }) => {
          const source = inventedProse(seed + 1, 500);
          return `${editedCopy(source.slice(0, Math.round(source.length * copied)), edit + 1)}。${inventedProse(edit + 100, 300)}`;
        });
        const compared = texts.flatMap((text, late) =>
          texts.slice(0, late).map((other, early) => ({
            earlier: codeOf(early),
            later: codeOf(late),
            share: repetitionOf(text, other).share,
            reverse: repetitionOf(other, text).share,
          })),
        );
        const alike = compared.filter(({ share, reverse }) => Math.max(share, reverse) >= PAIR_SHARE);
        const found = similarityOf(proseOf(texts)).pairs.map(({ order: _order, longest: _longest, ...pair }) => pair);
        const inOrder = (pairs: typeof found) =>
          pairs.toSorted((a, b) => key(a.earlier, a.later).localeCompare(key(b.earlier, b.later)));
        expect(inOrder(found)).toEqual(inOrder(alike));
      },
    ),
    { numRuns: 60 },
  );
});

test('a standard term that many reports have is nobody’s words, but a long passage that many have is a template', () => {
  const term = '进一步健全完善政府信息公开长效工作机制';
  const template = inventedProse(777, 400);
  const own = (index: number) => inventedProse(index + 1, 150);
  const parts = Array.from(
    { length: 12 },
    (_, index) => `${term}${own(index).slice(0, 40)}。${term}${own(index + 50)}`,
  );
  const withTerm = similarityOf(proseOf(parts));
  expect(withTerm.pairs).toEqual([]);
  const withTemplate = similarityOf(proseOf(Array.from({ length: 12 }, (_, index) => `${template}${own(index)}`)));
  expect(withTemplate.pairs).toHaveLength(66);
  expect(withTemplate.clusters).toEqual([{ agencies: Array.from({ length: 12 }, (_, index) => codeOf(index)) }]);
});

test('without days, or on the same day, nobody is said to have copied', () => {
  const text = inventedProse(5, 500);
  const same = [1, 2].map(number => ({ agency: codeOf(number), text, since: number === 1 ? null : day('2024-01-20') }));
  expect(similarityOf(same).pairs).toMatchObject([{ order: 'unknown', share: 1, reverse: 1 }]);
});

test('what is too short to compare is said', () => {
  const { tooShort, compared } = similarityOf(proseOf(['无。', inventedProse(3, 300)]));
  expect(tooShort).toEqual([codeOf(0)]);
  expect(compared).toBe(1);
});

test('common passages stand side by side as each text has them, the longest first', () => {
  const source = '全年组织业务培训12次，覆盖全部科室和下属单位的经办人员，并逐月核对栏目更新情况。';
  const copied = `前言不同。${source.replace('12', '8')}窗口延长了服务时间，群众可以在线咨询。`;
  const passages = commonPassages(source, copied, 5);
  expect(passages[0]).toMatchObject({ one: source.slice(0, -1), other: source.replace('12', '8').slice(0, -1) });
  expect(passages).toHaveLength(1);
});
