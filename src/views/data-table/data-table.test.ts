import { expect, test } from 'vitest';
import { dataTable } from './data-table.ts';
import type { DataTable } from './data-table.ts';

type Row = { readonly number: string; readonly days: number };
const TABLE: DataTable<Row> = {
  caption: '申请',
  columns: [
    { key: 'number', heading: '编号', cell: row => row.number, rowHeading: true, sortable: true },
    { key: 'days', heading: '剩余', cell: row => row.days, kind: 'figure', sortable: true },
  ],
  rows: [{ number: '1<2', days: 3 }],
  sort: { column: 'days', direction: 'ascending', href: (column, direction) => `?sort=${column}.${direction}` },
  empty: '没有符合条件的申请。',
  look: row => (row.days < 5 ? 'urgent' : null),
};

test('each row has its heading, each cell knows its column, and what is typed is escaped', () => {
  const { markup } = dataTable(TABLE);
  expect(markup).toContain('<th scope="row" role="rowheader">1&lt;2</th>');
  expect(markup).toContain('<td role="cell" data-heading="剩余" class="figure">3</td>');
  expect(markup).toContain('<tr role="row" class="urgent">');
});

test('the sorted column says so and its link turns the order; the others begin ascending', () => {
  const { markup } = dataTable(TABLE);
  expect(markup).toContain('aria-sort="ascending"><a class="sort" href="?sort=days.descending">');
  expect(markup).toContain('href="?sort=number.ascending"');
  expect(markup.match(/aria-sort/g)).toHaveLength(1);
});

test('an empty table is a sentence, not a head without rows', () => {
  const { markup } = dataTable({ ...TABLE, rows: [] });
  expect(markup).toContain('<p>没有符合条件的申请。</p>');
  expect(markup).not.toContain('<table');
});
