import { expect, test } from 'vitest';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import type { PrintedTable } from '../../views/official-document/printed-table.ts';
import { reportTable } from './report-tables.ts';

const EDITIONS = ['2021', '2019'] as const;
const TABLES = ['table2', 'table3', 'table4'] as const;
const everyTable = EDITIONS.flatMap(edition => TABLES.map(key => ({ edition, key })));

const find = (table: PrintedTable, text: string) => table.cells.find(cell => cell.text === text);
const span = (table: PrintedTable, text: string) => [find(table, text)?.rowSpan, find(table, text)?.columnSpan];

test.each(everyTable)('every slot of $key of $edition belongs to one cell', ({ edition, key }) => {
  const table = reportTable(sampleReport(edition), key);
  const taken = new Map<string, number>();
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        taken.set(`${row},${column}`, (taken.get(`${row},${column}`) ?? 0) + 1);
  expect(taken.size).toBe(table.rows * table.columns);
  expect([...taken.values()].every(times => times === 1)).toBe(true);
  expect(table.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
});

test.each(everyTable)('$key of $edition prints exactly the cells of the form, in its order', ({ edition, key }) => {
  const figures = reportTable(sampleReport(edition), key).cells.filter(({ role }) => role === 'figure');
  expect(figures.map(({ id }) => id)).toEqual(
    FORM_CELLS[edition].filter(({ table }) => table === key).map(({ path }) => path),
  );
});

test('item three of table three spans 22 rows in the edition of 2021 and 20 in that of 2019', () => {
  const table = reportTable(sampleReport('2021'), 'table3');
  expect([table.rows, table.columns]).toEqual([28, 10]);
  expect(span(table, '三、本年度办理结果')).toEqual([22, 1]);
  expect(
    ['（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理'].map(text => span(table, text)[0]),
  ).toEqual([8, 3, 5, 3]);
  const former = reportTable(sampleReport('2019'), 'table3');
  expect(former.rows).toBe(26);
  expect(span(former, '三、本年度办理结果')).toEqual([20, 1]);
  expect(span(former, '（六）其他处理')).toEqual([1, 2]);
});

test('the head of table three nests: 3×3 corner, 申请人情况 over seven, 法人或其他组织 over five columns', () => {
  const table = reportTable(sampleReport('2021'), 'table3');
  expect(span(table, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')).toEqual([3, 3]);
  expect(span(table, '申请人情况')).toEqual([1, 7]);
  expect(span(table, '法人或其他组织')).toEqual([1, 5]);
  expect(span(table, '自然人')).toEqual([2, 1]);
  expect(span(table, '总计')).toEqual([2, 1]);
});

test('a figure names all its heads, outermost first', () => {
  const table = reportTable(sampleReport('2021'), 'table3');
  const heads = table.cells.find(({ id }) => id === 'table3.withheld.third-party-interest.enterprise')?.heads ?? [];
  expect(heads.map(id => table.cells.find(cell => cell.id === id)?.text)).toEqual([
    '三、本年度办理结果',
    '（三）不予公开',
    '4.保护第三方合法权益',
    '申请人情况',
    '法人或其他组织',
    '商业企业',
  ]);
});

test('in table two the last column of a block takes the columns that are left', () => {
  const boxes = reportTable(sampleReport('2021'), 'table2')
    .cells.filter(({ role }) => role === 'figure')
    .map(({ id, column, columnSpan }) => [id, column, columnSpan]);
  expect(boxes).toContainEqual(['table2.license.decisions', 1, 3]);
  expect(boxes).toContainEqual(['table2.normativeDocument.inForce', 3, 1]);
  const former = reportTable(sampleReport('2019'), 'table2').cells;
  expect(former.find(({ id }) => id === 'table2.procurement.amount')).toMatchObject({ column: 2, columnSpan: 2 });
});
