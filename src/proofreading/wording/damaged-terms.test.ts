import { expect, test } from 'vitest';
import fc from 'fast-check';
import { compileTerms, damagedTerms, intactTerms, type DamageKind } from './damaged-terms.ts';

const found = (terms: readonly string[], text: string): readonly string[] => [
  ...new Set(
    damagedTerms(text, compileTerms(terms)).map(({ kind, start, end, at }) => `${kind} ${start}-${end} @${at}`),
  ),
];

test('each kind of damage is found in both halves of a term', () => {
  const terms = ['政府信息公开'];
  expect(found(terms, '了政信息公开的')).toContain('missing 1-6 @2');
  expect(found(terms, '了政府信息公的')).toContain('missing 1-6 @6');
  expect(found(terms, '了政府信信息公开的')).toContain('extra 1-8 @4');
  expect(found(terms, '了政府息信公开的')).toContain('swapped 1-7 @3');
  expect(found(terms, '了攻府信息公开的')).toContain('replaced 1-7 @1');
  expect(found(terms, '了政府信息公幵的')).toContain('replaced 1-7 @6');
});

test('an undamaged term is intact and not damaged', () => {
  const compiled = compileTerms(['政府信息公开', '政府信息公开申请']);
  expect([...intactTerms('政府信息公开申请', compiled)][0]).toBe(8);
  expect(damagedTerms('政府信息公开申请', compileTerms(['政府信息公开']))).toEqual([]);
});

const han = fc.constantFrom(...'政府信息公开申请办理结果'.split(''));
const word = fc.array(han, { minLength: 4, maxLength: 9 }).map(characters => characters.join(''));

test('any one-character damage of any term is found at its place', () => {
  const damages: readonly DamageKind[] = ['missing', 'extra', 'swapped', 'replaced'];
  fc.assert(
    fc.property(word, fc.constantFrom(...damages), fc.nat(), (term, kind, place) => {
      const at = place % (term.length - 1);
      const damaged = {
        missing: term.slice(0, at) + term.slice(at + 1),
        extra: `${term.slice(0, at + 1)}乙${term.slice(at + 1)}`,
        swapped: term.slice(0, at) + term[at + 1]! + term[at]! + term.slice(at + 2),
        replaced: `${term.slice(0, at)}乙${term.slice(at + 1)}`,
      }[kind];
      fc.pre(damaged !== term && !`丁${damaged}丁`.includes(term));
      const hits = damagedTerms(`丁${damaged}丁`, compileTerms([term]));
      expect(hits.some(({ start, end }) => start <= 1 + at && end >= at + 1)).toBe(true);
    }),
  );
});
