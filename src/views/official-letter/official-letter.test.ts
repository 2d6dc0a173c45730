import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf } from './letter-differences.ts';
import { letterDifferencesHtml, letterHtml } from './letter-html.ts';
import { letterText } from './official-letter.ts';
import type { OfficialLetter } from './official-letter.ts';

const LETTER: OfficialLetter = {
  letterhead: '示范市晴川区教育局',
  documentNumber: '晴教依复〔2026〕3号',
  title: ['政府信息不存在告知书'],
  addressee: '江玥堃',
  blocks: [
    { kind: 'heading', text: '一、关于甲' },
    { kind: 'paragraph', text: '本机关检索了2024年的档案，没有检索到。' },
    { kind: 'paragraph', text: '现予告知。' },
  ],
  attachments: ['甲', '乙'],
  signatory: '示范市晴川区教育局',
  date: '2026年11月5日',
  annotation: '电话：0990-0000103',
  mark: null,
};
const saying = (...texts: readonly string[]): OfficialLetter => ({
  ...LETTER,
  blocks: texts.map(text => ({ kind: 'paragraph', text })),
});
const changed = (older: OfficialLetter, newer: OfficialLetter) =>
  differencesOf(older, newer).filter(({ kind }) => kind !== 'same');

test('the text has every part of the letter, a line each', () => {
  expect(letterText(LETTER).split('\n')).toEqual([
    '示范市晴川区教育局',
    '晴教依复〔2026〕3号',
    '政府信息不存在告知书',
    '江玥堃：',
    '一、关于甲',
    '本机关检索了2024年的档案，没有检索到。',
    '现予告知。',
    '附件：1. 甲',
    '2. 乙',
    '示范市晴川区教育局',
    '2026年11月5日',
    '（电话：0990-0000103）',
    '',
  ]);
});

test('the page says the same as the text, and what a person wrote stays text', () => {
  const words = (markup: string) => markup.replaceAll(/<[^>]*>/g, '').replaceAll(/\s/g, '');
  expect(words(letterHtml(LETTER).markup)).toBe(letterText(LETTER).replaceAll(/\s/g, ''));
  const { markup } = letterHtml(saying('<script>alert(1)</script>'));
  expect(markup).toContain('&lt;script&gt;');
  expect(markup).not.toMatch(/style=|<script|on[a-z]+=/);
});

test('a changed word is shown within its paragraph, a number as a whole', () => {
  expect(changed(saying('共检索到1050件。', '现予告知。'), saying('共检索到1280件。', '现予告知。'))).toEqual([
    {
      kind: 'changed',
      parts: [
        { kind: 'same', text: '共检索到' },
        { kind: 'removed', text: '1050' },
        { kind: 'added', text: '1280' },
        { kind: 'same', text: '件。' },
      ],
    },
  ]);
});

test('paragraphs that are new or gone stand as such', () => {
  expect(changed(saying('甲乙丙丁。'), saying('甲乙丙丁。', '天地玄黄。'))).toEqual([
    { kind: 'added', text: '天地玄黄。' },
  ]);
  expect(changed(saying('甲乙丙丁。', '天地玄黄。'), saying('甲乙丙丁。'))).toEqual([
    { kind: 'removed', text: '天地玄黄。' },
  ]);
});

test('both versions can be read out of the differences, whatever they are', () => {
  const letters = fc.array(
    fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', '2', '。'), minLength: 1, maxLength: 12 }),
    {
      maxLength: 6,
    },
  );
  const side = (older: OfficialLetter, newer: OfficialLetter, gone: 'added' | 'removed') =>
    differencesOf(older, newer)
      .filter(({ kind }) => kind !== gone)
      .map(difference =>
        difference.kind === 'changed'
          ? difference.parts
              .filter(({ kind }) => kind !== gone)
              .map(({ text }) => text)
              .join('')
          : difference.text,
      );
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const [older, newer] = [saying(...one), saying(...other)];
      expect(`${side(older, newer, 'added').join('\n')}\n`).toBe(letterText(older));
      expect(`${side(older, newer, 'removed').join('\n')}\n`).toBe(letterText(newer));
    }),
  );
});

test('versions that are alike say so', () => {
  expect(letterDifferencesHtml(differencesOf(LETTER, LETTER), '第1版和第2版').markup).toContain('两个版本内容相同');
  const { markup } = letterDifferencesHtml(differencesOf(LETTER, saying('现予告知。')), '第1版和第2版');
  expect(markup).toContain('<del>');
  expect(markup).not.toContain('内容相同');
});

test('two versions of very many paragraphs are told apart', () => {
  const version = (salt: string) => saying(...Array.from({ length: 120 }, (_, index) => `${salt}${index}`.repeat(120)));
  expect(differencesOf(version('甲'), version('乙')).length).toBeGreaterThan(100);
});
