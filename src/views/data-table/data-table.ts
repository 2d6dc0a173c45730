import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

export type SortDirection = 'ascending' | 'descending';

export type Column<Row> = {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => HtmlValue;
  /** `code` is an identifier that must not be broken over lines. */
  readonly kind?: 'text' | 'figure' | 'date' | 'code' | 'acts';
  /** The column that names the row; one of each table. */
  readonly rowHeading?: boolean;
  readonly sortable?: boolean;
};

export type DataTable<Row> = {
  /** What the table holds; `unseen` where a heading above it says the same. */
  readonly caption: string;
  readonly captionUnseen?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: {
    readonly column: string;
    readonly direction: SortDirection;
    readonly href: (column: string, direction: SortDirection) => string;
  };
  /** What is said where there is no row: why, and what to do. */
  readonly empty: HtmlValue;
  /** Marks a row, such as one that is overdue; the row's cells must say it in words too. */
  readonly look?: (row: Row) => 'urgent' | 'quiet' | null;
};

const other = (direction: SortDirection): SortDirection => (direction === 'ascending' ? 'descending' : 'ascending');

function columnHead<Row>({ key, heading, kind, sortable }: Column<Row>, sort: DataTable<Row>['sort']): Html {
  const look = kind === undefined || kind === 'text' ? false : html` class="${kind}"`;
  if (sort === undefined || sortable !== true) return html`<th scope="col" role="columnheader"${look}>${heading}</th>`;
  const sorted = sort.column === key ? sort.direction : null;
  const next = sorted === null ? 'ascending' : other(sorted);
  return html`<th scope="col" role="columnheader"${look}${sorted !== null && html` aria-sort="${sorted}"`}><a class="sort" href="${sort.href(key, next)}">${heading}<span aria-hidden="true">${
    sorted === null ? '↕' : sorted === 'ascending' ? '↑' : '↓'
  }</span></a></th>`;
}

function cellOf<Row>({ heading, cell, kind, rowHeading }: Column<Row>, row: Row): Html {
  const look = kind === undefined || kind === 'text' ? false : html` class="${kind}"`;
  return rowHeading === true
    ? html`<th scope="row" role="rowheader"${look}>${cell(row)}</th>`
    : html`<td role="cell" data-heading="${heading}"${look}>${cell(row)}</td>`;
}

/**
 * Rows of facts. Sorting is a link, so it works everywhere and can be shared. On a phone each row becomes a block whose cells bear
 * their headings; the roles say that it is still a table, which browsers forget when a table is laid out otherwise.
 */
export function dataTable<Row>(table: DataTable<Row>): Html {
  const { caption, captionUnseen, columns, rows, sort, empty, look } = table;
  if (rows.length === 0)
    return html`<div class="empty">${typeof empty === 'string' ? html`<p>${empty}</p>` : empty}</div>
`;
  return html`<table class="data" role="table">
<caption${captionUnseen === true && html` class="unseen"`}>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(column => columnHead(column, sort))}</tr></thead>
<tbody role="rowgroup">
${rows.map(row => {
  const rowLook = look?.(row) ?? null;
  return html`<tr role="row"${rowLook !== null && html` class="${rowLook}"`}>${columns.map(column => cellOf(column, row))}</tr>
`;
})}</tbody>
</table>
`;
}
