import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FlatBlock } from '../document/block.ts';
import { readXlsx } from './read-xlsx.ts';

const short = (blocks: readonly FlatBlock[]): unknown[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? block.text
      : block.cells.map(cell => {
          const span = cell.rowSpan * cell.columnSpan === 1 ? '' : ` ${cell.rowSpan}x${cell.columnSpan}`;
          return `${cell.text}@${cell.row},${cell.column}${span}`;
        }),
  );

async function read(bytes: Uint8Array) {
  const workbook = await readXlsx(bytes);
  if (!workbook.ok) throw new Error(workbook.problem);
  return workbook.value;
}

/** A workbook of one sheet from the inside of its worksheet. */
function xlsx(worksheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="一" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${type}/worksheet" Target="s.xml"/><Relationship Id="r2" Type="${type}/sharedStrings" Target="strings.xml"/><Relationship Id="r3" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
        'xl/s.xml': `<worksheet>${worksheet}</worksheet>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}
const sheetOf = async (worksheet: string, parts: Readonly<Record<string, string>> = {}) =>
  short((await read(xlsx(worksheet, parts))).sheets[0]!.blocks);
const rows = (...list: readonly (readonly (string | null)[])[]) =>
  `<sheetData>${list
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((text, column) =>
            text === null ? '' : `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="str"><v>${text}</v></c>`,
          )
          .join('')}</row>`,
    )
    .join('')}</sheetData>`;

const numberCell = (value: number | string, style: number) => `<c s="${style}"><v>${value}</v></c>`;
const troubleOf = async (bytes: Uint8Array) => {
  const workbook = await readXlsx(bytes);
  return workbook.ok ? null : workbook.problem;
};

test('numbers are printed plainly, dates, percentages and units by their format', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0&quot;件&quot;"/><numFmt numFmtId="165" formatCode="_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "/><numFmt numFmtId="166" formatCode="[DBNum1][$-804]General"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${[0, 14, 31, 10, 164, 165, 166].map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
  expect(
    await sheetOf(
      `<sheetData><row>${numberCell('12.0', 0)}${numberCell('0.30000000000000004', 0)}${numberCell(45_000, 1)}${numberCell(45_000, 2)}${numberCell(0.125, 3)}${numberCell(3, 4)}${numberCell(0, 5)}${numberCell('1234.5', 5)}${numberCell(3, 6)}</row></sheetData>`,
      { 'xl/styles.xml': styles },
    ),
  ).toEqual([
    [
      '12@0,0',
      '0.3@0,1',
      '2023/3/15@0,2',
      '2023年3月15日@0,3',
      '12.50%@0,4',
      '3件@0,5',
      '0@0,6',
      '1234.5@0,7',
      '3@0,8',
    ],
  ]);
});

test('shared and inline strings, runs joined, readings left out; cells without a reference follow one another', async () => {
  expect(
    await sheetOf(
      '<sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>科研</t></r><r><t>机构</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row></sheetData>',
      { 'xl/strings.xml': '<sst><si><r><t>商业</t></r><rPh><t>shang</t></rPh><r><t>_x000A_企业</t></r></si></sst>' },
    ),
  ).toEqual([['商业\n企业@0,0', '科研机构@0,1', 'TRUE@0,2', '#REF!@0,3']]);
});

test('merges are spans, and places the file does not mention are empty cells', async () => {
  expect(
    await sheetOf(
      `${rows(['项目', '申请人', null], [null, '自然人', '总计'], ['新收', null, '3'])}<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`,
    ),
  ).toEqual([['项目@0,0 2x1', '申请人@0,1 1x2', '自然人@1,1', '总计@1,2', '新收@2,0', '@2,1', '3@2,2']]);
});

test('merges that overlap are cut', async () => {
  expect(
    await sheetOf(
      `${rows(['a', 'b', null], ['c', null, 'd'])}<mergeCells><mergeCell ref="B1:B2"/><mergeCell ref="A2:C2"/></mergeCells>`,
    ),
  ).toEqual([['a@0,0', 'b@0,1 2x1', '@0,2', 'c@1,0', '@1,2']]);
});

test('hidden rows, columns and sheets are left out, and counted', async () => {
  const bytes = xlsx(
    '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c><c r="C3"><v>6</v></c></row></sheetData>',
    {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="一" r:id="r1"/><sheet name="藏" state="veryHidden" r:id="r1"/></sheets></workbook>',
    },
  );
  const workbook = await read(bytes);
  expect(short(workbook.sheets[0]!.blocks)).toEqual([['1@0,0', '3@0,1', '5@1,0', '6@1,1']]);
  expect(workbook).toMatchObject({ hiddenSheets: ['藏'], sheets: [{ hiddenRows: 1, hiddenColumns: 1 }] });
});

test('rows of prose between tables are paragraphs; a label above a table stays in it', async () => {
  expect(
    await sheetOf(
      rows(
        ['甲局年度报告', null],
        ['一、总体情况', null],
        ['全年收到申请3件。\n全部办结。', null],
        ['第二十条第（一）项', null],
        ['规章', '0'],
        ['第二十条第（五）项', null],
        ['许可', '4'],
        ['注：以上为全年数', null],
      ),
    ),
  ).toEqual([
    '甲局年度报告',
    '一、总体情况',
    '全年收到申请3件。',
    '全部办结。',
    ['第二十条第（一）项@0,0', '规章@1,0', '0@1,1', '第二十条第（五）项@2,0', '许可@3,0', '4@3,1'],
    '注：以上为全年数',
  ]);
});

test('cells at the ends of the sheet make no table of a million rows', async () => {
  expect(
    await sheetOf(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="B1:XFD1048575"/></mergeCells>',
    ),
  ).toEqual([expect.arrayContaining(['1@0,0']), ['3@0,0', '4@0,1']]);
});

test('a workbook written by LibreOffice', async () => {
  const { sheets } = await read(readFileSync('fixtures/readers/sheet-with-prose.xlsx'));
  expect(short(sheets[0]!.blocks)).toEqual([
    '乙县2024年政府信息公开工作年度报告',
    '一、总体情况',
    '全年收到申请5件，办结5件。其中自然人4件。',
    [
      '项目@0,0 2x1',
      '申请人@0,1 1x2',
      '自然人@1,1',
      '总计@1,2',
      '予以公开@2,0',
      '4@2,1',
      '5@2,2',
      '不予公开@3,0',
      '@3,1',
      '0@3,2',
    ],
    '说明：以上为全年数。',
  ]);
});

test('hostile workbooks are refused', async () => {
  const many = Array.from({ length: 2_100 }, (_, row) => `<row>${`<c><v>${row}</v></c>`.repeat(100)}</row>`).join('');
  expect(await troubleOf(xlsx(`<sheetData>${many}</sheetData>`))).toBe('too-many-cells');
  const long = Array.from({ length: 40_000 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
  ).join('');
  const repeated = `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(600)}</sheetData>`;
  expect(await troubleOf(xlsx(repeated, { 'xl/strings.xml': `<sst><si><t>${long}</t></si></sst>` }))).toBe('too-large');
  expect(await troubleOf(zipSync({ 'xl/none.xml': strToU8('<x/>') }))).toBe('no-content');
  expect(await troubleOf(await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] }))).toBeNull();
});
