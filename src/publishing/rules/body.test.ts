import { expect, test } from 'vitest';
import { BODY, bodyOfParagraphs, bodyText, linksOf, summaryOf } from './body.ts';
import type { Body } from './body.ts';

const cell = (text: string, heading = false) => ({ text, heading, rowSpan: 1, columnSpan: 1 });
const MIXED: Body = [
  { kind: 'heading', level: 2, text: '一、总则' },
  {
    kind: 'paragraph',
    inlines: [
      { kind: 'text', text: '见' },
      { kind: 'link', text: '办法', href: '/zcwj/' },
    ],
  },
  { kind: 'list', ordered: true, entries: [[{ kind: 'text', text: '第一' }], [{ kind: 'text', text: '第二' }]] },
  {
    kind: 'table',
    caption: '户数',
    rows: [
      [cell('街道', true), cell('户', true)],
      [cell('望江'), cell('12')],
    ],
  },
  { kind: 'image', attachment: 'x', alt: '电梯', caption: null },
];

test('the plain text of a body holds everything a reader sees, in reading order', () => {
  expect(bodyText(MIXED)).toBe('一、总则\n见办法\n第一\n第二\n户数\n街道\t户\n望江\t12\n电梯');
  expect(linksOf(MIXED)).toMatchObject([{ text: '办法', href: '/zcwj/' }]);
});

test('a body can say nothing but what it has words for: unknown kinds and attributes are refused', () => {
  expect(BODY.safeParse(MIXED).success).toBe(true);
  expect(BODY.safeParse([{ kind: 'script', text: 'alert(1)' }]).success).toBe(false);
  expect(BODY.safeParse([{ kind: 'heading', level: 2, text: 'x', style: 'display:none' }]).success).toBe(false);
});

test('a summary ends with a sentence where there is one', () => {
  const long = '区政府召开会议，研究有关工作。';
  expect(summaryOf(bodyOfParagraphs([long]))).toBe(long);
  const summary = summaryOf(bodyOfParagraphs(Array.from({ length: 20 }, () => long)));
  expect(summary.endsWith('。')).toBe(true);
  expect(summary.length).toBeLessThanOrEqual(150);
  expect(summaryOf(bodyOfParagraphs(['字'.repeat(300)]))).toBe(`${'字'.repeat(149)}…`);
  expect(summaryOf([])).toBe('');
});
