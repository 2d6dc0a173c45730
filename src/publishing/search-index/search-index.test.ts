import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWithPlaces } from './fold-text.ts';
import { markWords, snippetOf } from './snippet.ts';
import { hotWords, suggestFor } from './suggest.ts';
import { areExactTerms, foldedWordsOf, termsOf, termsOfWords } from './terms.ts';

test('width, case, spaces and punctuation make no difference', () => {
  expect(foldText('晴政办发〔２０２３〕 5号，ＰＤＦ版')).toBe('晴政办发20235号pdf版');
  expect(foldText('……、')).toBe('');
});

test('the pairs of a phrase are among the terms of every text that holds it, wherever it was cut', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('政府信息公开𬭎喆,。 aB12')), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(8), (whole, from, length) => {
      const characters = Array.from(whole);
      const phrase = characters.slice(from, from + length).join('');
      const terms = new Set(termsOf(foldText(whole)));
      const words = foldedWordsOf(`“${phrase}”`);
      for (const term of termsOfWords(words)) expect(terms.has(term)).toBe(true);
      expect(termsOfWords(words).length > 0).toBe(words.length > 0);
    }),
  );
});

test('quotation marks keep words together, a question without words asks for nothing', () => {
  expect(foldedWordsOf('“养老 服务” 2023 年')).toEqual(['养老服务', '2023', '年']);
  expect(foldedWordsOf('  ，。 ')).toEqual([]);
});

test('one pair is exact; no phrase runs from one word into the next', () => {
  const pairs = (text: string) => [...termsOf(text)].filter(term => term > 0xffff || term < 0);
  expect([...termsOfWords(['养老', '服务'])]).toEqual([...pairs('养老'), ...pairs('服务')]);
  expect([...termsOf('养老\n服务')]).not.toContain(termsOfWords(['老服'])[0]);
  expect(areExactTerms(['养老', '服务'])).toBe(true);
  expect(areExactTerms(['养老服务'])).toBe(false);
  expect(areExactTerms(['养老', '人'])).toBe(true);
});

test('every folded place leads back to the character that it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const { folded, places } = foldWithPlaces(text);
      expect(folded).toBe(foldText(text));
      expect(places).toHaveLength(folded.length);
    }),
  );
});

const shown = (pieces: readonly { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test('words are marked as they are written, also across spaces and in another width', () => {
  expect(shown(markWords('关于２０２３ 年度预算的通知', ['2023年度', '通知']))).toBe('关于[２０２３ 年度]预算的[通知]');
  expect(shown(markWords('公开公开', ['公开', '公开公']))).toBe('[公开公]开');
  expect(shown(markWords('没有', ['别的']))).toBe('没有');
});

test('a snippet shows the words with what stands around them, and nothing where they do not stand', () => {
  const text = `${'前'.repeat(200)}养老服务补贴${'后'.repeat(200)}`;
  const pieces = snippetOf(text, ['养老服务'])!;
  expect(shown(pieces)).toMatch(/^……前+\[养老服务\]补贴后+……$/);
  expect(snippetOf(text, ['托育'])).toBeNull();
});

test('a snippet never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('𬭎', '喆', '公'), maxLength: 300 }), fc.nat(300), (text, at) => {
      const pieces = snippetOf(`${text.slice(0, at)}养老${text.slice(at)}`, ['养老']);
      expect(pieces).not.toBeNull();
      const isCut = !text.slice(0, at).isWellFormed();
      expect(isCut || pieces!.every(piece => piece.text.isWellFormed())).toBe(true);
    }),
  );
});

const VOCABULARY = {
  titles: ['关于公布城乡居民养老服务补贴标准的通知', '住房公积金缴存办法', '养老服务设施规划'],
  keywords: ['养老服务', '公积金', '养老服务'],
};

test('a question in pinyin, in initials or with a wrong character leads to the word that was meant', () => {
  expect(suggestFor('yanglao', VOCABULARY)).toBe('养老');
  expect(suggestFor('gjj', VOCABULARY)).toBe('公积金');
  expect(suggestFor('养老服物', VOCABULARY)).toBe('养老服务');
  expect(suggestFor('公机金', VOCABULARY)).toBe('公积金');
  expect(suggestFor('养老服务', VOCABULARY)).toBeUndefined();
  expect(suggestFor('航天', VOCABULARY)).toBeUndefined();
  expect(suggestFor('', VOCABULARY)).toBeUndefined();
});

test('hot words are the keywords given most often', () => {
  expect(hotWords(VOCABULARY, 1)).toEqual(['养老服务']);
  expect(hotWords(VOCABULARY, 2, ['养老服务'])).toEqual(['公积金']);
});
