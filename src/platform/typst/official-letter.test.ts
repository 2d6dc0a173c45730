import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { createTypesetter } from './typeset.ts';

const typesetter = createTypesetter(null);
const MILLIMETRE = 72 / 25.4;

const LETTER: OfficialLetter = {
  letterhead: '示范市晴川区人民政府办公室',
  documentNumber: '晴政办依复〔2026〕1号',
  title: ['政府信息公开告知书'],
  addressee: '江玥堃',
  blocks: [{ kind: 'paragraph', text: '天地玄黄宇宙洪荒'.repeat(150) }],
  attachments: [],
  signatory: '示范市晴川区人民政府办公室',
  date: '2026年1月5日',
  annotation: null,
  mark: null,
};

type Line = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly fromTop: number;
  readonly size: number;
};

/** The lines of each page; lengths in points, `fromTop` from the upper edge of the paper to the foot of the letters. */
async function linesOf(letter: OfficialLetter): Promise<readonly (readonly Line[])[]> {
  const loading = getDocument({ data: typesetter.letter(letter), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const byFoot = new Map<number, Line>();
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , size, left, foot] = item.transform as [number, number, number, number, number, number];
      const key = Math.round(foot);
      const line = byFoot.get(key);
      const right = left + item.width;
      byFoot.set(key, {
        text: (line?.text ?? '') + item.str,
        left: Math.min(line?.left ?? left, left),
        right: Math.max(line?.right ?? right, right),
        fromTop: height - foot,
        size,
      });
    }
    pages.push([...byFoot.values()].toSorted((a, b) => a.fromTop - b.fromTop));
  }
  await loading.destroy();
  return pages;
}

const pages = await linesOf(LETTER);

test('a line has 28 characters, a page that is full 22 lines', () => {
  const second = pages[1]!;
  const body = second.slice(0, -1); // the last line is the number of the page
  expect(body.map(({ text }) => Array.from(text).length)).toEqual(Array(22).fill(28));
  const first = pages[0]!.filter(({ text }) => /^[天地玄黄宇宙洪荒]+$/.test(text));
  expect(Array.from(first[0]!.text).length).toBe(26); // 首行左空二字
  expect(new Set(first.slice(1).map(({ text }) => Array.from(text).length))).toEqual(new Set([28]));
});

test('the lines keep to the type area: 156 mm wide, 28 mm from the left, 29 pt apart', () => {
  const body = pages[1]!.slice(0, -1);
  for (const line of body) {
    expect(line.left).toBeCloseTo(28 * MILLIMETRE, 0);
    expect(line.right).toBeLessThanOrEqual((28 + 156) * MILLIMETRE + 0.3);
  }
  const pitches = body.slice(1).map((line, index) => line.fromTop - body[index]!.fromTop);
  expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThan(0.1);
  expect(pitches[0]).toBeCloseTo(29, 1);
});

test('the name of the agency begins 30 mm below the edge, the number stands at the right below the lines, the title is 2号', () => {
  const [letterhead, number, title] = pages[0]!;
  expect(letterhead!.text).toBe(LETTER.letterhead);
  expect(letterhead!.fromTop - 0.88 * letterhead!.size).toBeCloseTo(30 * MILLIMETRE, 0);
  const firstLine = 30 * MILLIMETRE + letterhead!.size + 4 * MILLIMETRE;
  expect(number!.text).toBe(LETTER.documentNumber);
  expect(number!.right).toBeCloseTo((28 + 156) * MILLIMETRE, -0.5);
  // 7/8 of a character of 3号 between the lines (4.25 pt) and the number.
  expect(number!.fromTop - 0.88 * 16 - firstLine - 4.25).toBeCloseTo(14, 0);
  expect(title!.size).toBeCloseTo(22, 1);
  expect((title!.left + title!.right) / 2).toBeCloseTo((28 + 78) * MILLIMETRE, 0);
});

test('the first page has no number, later ones have it outside', () => {
  expect(pages[0]!.some(({ text }) => text.includes('—'))).toBe(false);
  expect(pages[1]!.at(-1)!.text.replaceAll(' ', '')).toBe('—2—');
  expect(pages[1]!.at(-1)!.left).toBeLessThan(50 * MILLIMETRE);
  expect(pages[2]!.at(-1)!.text.replaceAll(' ', '')).toBe('—3—');
  expect(pages[2]!.at(-1)!.left).toBeGreaterThan(150 * MILLIMETRE);
});

test('the date ends four characters from the right, the agency stands in the middle above it', async () => {
  const [page] = await linesOf({ ...LETTER, blocks: [{ kind: 'paragraph', text: '现予告知。' }] });
  const [name, date] = page!.slice(-2);
  expect(date!.text).toBe(LETTER.date);
  expect((28 + 156) * MILLIMETRE - date!.right).toBeCloseTo(4 * 15.78, -0.5);
  expect((name!.left + name!.right) / 2).toBeCloseTo((date!.left + date!.right) / 2, 0);
});

test('however many lines there are, the signature never stands alone on a page', async () => {
  for (const lines of [8, 9, 10, 11, 12]) {
    const blocks = [{ kind: 'paragraph', text: '天'.repeat(26 + 28 * (lines - 1)) }] as const;
    const all = await linesOf({ ...LETTER, blocks });
    const withSignature = all.find(page => page.some(({ text }) => text === LETTER.date))!;
    expect(withSignature.some(({ text }) => text.includes('天天'))).toBe(true);
  }
});

test('characters of rare names are printed', async () => {
  const names = '镕堃喆犇昇珺玥翀琇赟峣䶮祎𬭎垚淏';
  const [page] = await linesOf({ ...LETTER, addressee: names, blocks: [{ kind: 'paragraph', text: '现予告知。' }] });
  expect(page!.map(({ text }) => text)).toContain(`${names}：`);
});
