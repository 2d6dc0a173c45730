import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell } from '../../views/official-document/printed-table.ts';
import { writeDocx } from './write-docx.ts';

const cell = (text: string, row: number, column: number, more: Partial<PrintedCell> = {}): PrintedCell => ({
  id: `${row}.${column}`,
  role: 'figure',
  text,
  number: null,
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  heads: [],
  ...more,
});

const DOCUMENT: OfficialDocument = {
  title: ['某局', '年度报告'],
  issuer: '某局',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '（一）公开。甲\t乙\u0001丙<&>', lead: '（一）公开。' },
    {
      kind: 'table',
      table: {
        key: 't',
        caption: '表',
        rows: 3,
        columns: 3,
        widths: [40, 30, 30],
        headRows: 1,
        partsAt: [1],
        keep: 'table',
        cells: [
          cell('项目', 0, 0, { role: 'column-head' }),
          cell('数量', 0, 1, { role: 'column-head', columnSpan: 2 }),
          cell('合并', 1, 0, { role: 'row-head', rowSpan: 2 }),
          cell('1', 1, 1),
          cell('', 1, 2),
          cell('2', 2, 1),
          cell('3', 2, 2),
        ],
      },
    },
  ],
};

async function partsOf(document: OfficialDocument) {
  const files = unzipSync(await writeDocx(document));
  return (name: string) => strFromU8(files[name]!);
}

test('the page is that of GB/T 9704: A4, 37/28/35/26 mm, no character grid', async () => {
  const part = await partsOf(DOCUMENT);
  const [, top, right, bottom, left] = /w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/
    .exec(part('word/document.xml'))!
    .map(Number);
  const millimetres = [top, right, bottom, left].map(twips => Math.round((twips! / 1440) * 25.4));
  expect(millimetres).toEqual([37, 26, 35, 28]);
  expect(part('word/document.xml')).not.toMatch(/w:docGrid[^>]*w:type=/);
  // 22 lines of 29 pt fit between the margins.
  expect(16838 - top! - bottom!).toBeGreaterThanOrEqual(22 * 29 * 20);
});

test('body lines are exactly 29 pt, the official typefaces are named with their stand-ins', async () => {
  const part = await partsOf(DOCUMENT);
  const styles = part('word/styles.xml');
  expect(styles).toMatch(/w:styleId="GongwenBody".*?w:line="580" w:lineRule="exact".*?w:firstLineChars="200"/);
  for (const [name, standIn] of [
    ['方正小标宋简体', '华文中宋'],
    ['仿宋_GB2312', '仿宋'],
    ['楷体_GB2312', '楷体'],
  ]) {
    expect(styles).toContain(`w:eastAsia="${name}"`);
    expect(part('word/fontTable.xml')).toContain(`<w:font w:name="${name}"><w:altName w:val="${standIn}"/>`);
  }
});

test('page numbers stand right on odd pages and left on even ones', async () => {
  const part = await partsOf(DOCUMENT);
  expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  expect(part('word/document.xml')).toMatch(/footerReference w:type="default".*footerReference w:type="even"/);
  expect(part('word/footer1.xml')).toMatch(/w:jc w:val="right".*— .*PAGE.* —/);
  expect(part('word/footer2.xml')).toMatch(/w:jc w:val="left".*— .*PAGE.* —/);
});

test('merged cells, fixed widths, a head that repeats, rows that are not split', async () => {
  const document = (await partsOf(DOCUMENT))('word/document.xml');
  expect(document.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
  expect(document.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(1);
  expect(document).toContain('<w:gridSpan w:val="2"/>');
  expect(document).toContain('<w:tblLayout w:type="fixed"/>');
  const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(match => Number(match[1]));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1587 - 1474);
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
});

test('text keeps its tabs and loses what XML cannot hold', async () => {
  const document = (await partsOf(DOCUMENT))('word/document.xml');
  expect(document).toMatch(/甲<\/w:t>.*<w:tab\/><w:t[^>]*>乙丙&lt;&amp;&gt;/);
});
