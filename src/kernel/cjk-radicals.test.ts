import { expect, test } from 'vitest';
import { foldRadicals } from './cjk-radicals.ts';

test('radicals become the ideographs they look like, and nothing else changes', () => {
  expect(foldRadicals('⼈⺠政府⽹站⻓⻬⼾⼝，１２３ ﹙ABC﹚')).toBe('人民政府网站长齐户口，１２３ ﹙ABC﹚');
});

test('every radical in the two blocks has an ideograph', () => {
  const blocks = [...Array(0x2fd6 - 0x2e80).keys()].map(at => String.fromCharCode(0x2e80 + at));
  const left = blocks.filter(radical => /\p{Assigned}/u.test(radical) && foldRadicals(radical) === radical);
  expect(left).toEqual(['⺀']); // the repetition mark is no ideograph
  expect(blocks.every(radical => /^.$/u.test(foldRadicals(radical)))).toBe(true);
});
