import { expect, test } from 'vitest';
import type { Block, Table } from './block.ts';
import { unfoldTables } from './unfold-tables.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A table from rows of cells; a cell is a text or blocks. */
function table(...rows: (string | Block[])[][]): Table {
  return {
    kind: 'table',
    rows: rows.length,
    columns: Math.max(...rows.map(row => row.length)),
    cells: rows.flatMap((row, rowIndex) =>
      row.map((content, column) => ({
        row: rowIndex,
        column,
        rowSpan: 1,
        columnSpan: 1,
        blocks: typeof content === 'string' ? [paragraph(content)] : content,
      })),
    ),
  };
}

/** What comes out, in short: texts of paragraphs, and tables as rows of texts. */
const short = (blocks: readonly Block[]) =>
  unfoldTables(blocks).map(block =>
    block.kind === 'paragraph'
      ? block.text
      : Array.from({ length: block.rows }, (_, row) =>
          block.cells
            .filter(cell => cell.row === row)
            .map(cell => cell.text)
            .join('|'),
        ),
  );

const data = table(['规章', '0', '0', '0'], ['规范性文件', '4', '2', '19']);
const prose = ['第一段'.repeat(60), '第二段'.repeat(60)].map(paragraph);

test('a table without tables inside keeps its cells; paragraphs of a cell are lines of its text', () => {
  expect(short([table(['商业', [paragraph('企'), paragraph('业')]], ['1', '2'])])).toEqual([['商业|企\n业', '1|2']]);
});

test('a table of one column or one cell is a frame', () => {
  expect(short([table([[paragraph('前'), data, paragraph('后')]])])).toEqual([
    '前',
    ['规章|0|0|0', '规范性文件|4|2|19'],
    '后',
  ]);
});

test('a table that arranges a page gives its content in reading order, rows of plain cells as tables', () => {
  const page = table(['首页', '公开'], [[paragraph('栏目')], [...prose, data, data, data]], ['主办', '联系']);
  expect(short([page])).toEqual([
    ['首页|公开'],
    '栏目',
    ...prose.map(block => (block.kind === 'paragraph' ? block.text : '')),
    ['规章|0|0|0', '规范性文件|4|2|19'],
    ['规章|0|0|0', '规范性文件|4|2|19'],
    ['规章|0|0|0', '规范性文件|4|2|19'],
    ['主办|联系'],
  ]);
});

test('where the last cell was never closed, the table is whole and the rest of the page follows', () => {
  const unclosed = table(['规章', '0'], ['文件', [paragraph('4'), ...prose, data]]);
  expect(short([unclosed])).toEqual([
    ['规章|0', '文件|4'],
    ...prose.map(block => (block.kind === 'paragraph' ? block.text : '')),
    ['规章|0|0|0', '规范性文件|4|2|19'],
  ]);
});

test('a table whose own cells carry the data keeps them, the small table inside follows', () => {
  const outer = table(['a', 'b', 'c', 'd'], ['1', [paragraph('2'), table(['x', 'y'])], '3', '4'], ['5', '6', '7', '8']);
  expect(short([outer])).toEqual([['a|b|c|d', '1|2|3|4', '5|6|7|8'], ['x|y']]);
});
