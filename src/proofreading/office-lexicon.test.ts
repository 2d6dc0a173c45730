import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';
import { readOfficeLexicon } from './office-lexicon.ts';

test('a name of the office is checked like the built-in ones, and a wording kept with a reason is left alone', () => {
  const lexicon = readOfficeLexicon({
    terms: ['望江路步行街'],
    allow: [{ text: '还存一些不足', reason: '引用原文' }],
  });
  if (!lexicon.ok) throw new Error(lexicon.problem);
  const { terms, allow, officialNumbers } = lexicon.value;
  const text = '望江路步行街道改造工作还存一些不足。望江路步街改造完成。';
  const findings = checkText(text, { extraTerms: terms, allow, officialNumbers });
  expect(findings.map(({ quote }) => quote)).toEqual(['望江路步街']);
});

test('an exception without a reason, and anything that is no lexicon, is refused with a sentence', () => {
  for (const input of [
    null,
    [],
    { allow: [{ text: '甲' }] },
    { allow: [{ text: '甲', reason: ' ' }] },
    { terms: ['甲'] },
    { other: 1 },
  ]) {
    const read = readOfficeLexicon(input);
    expect(read.ok ? '' : read.problem).toMatch(/^词表文件不符合约定/);
  }
});
