import { html } from '../../../views/html/html.ts';
import type { Html, HtmlValue } from '../../../views/html/html.ts';
import { rowsOf } from '../../../views/official-document/printed-table.ts';
import type { PrintedCell, PrintedTable } from '../../../views/official-document/printed-table.ts';
import { linkedContent, markClass } from './marked-words.ts';
import type { Anchored } from './marked-words.ts';
import { gravest } from './report-marks.ts';
import type { PlacedMarks, ReportMark } from './report-marks.ts';

/** What stands around a table: its marks, and how its ids begin, so that two reports may share a page. */
export type TableSetting = {
  readonly marks: PlacedMarks;
  readonly anchored: Anchored;
  readonly idPrefix: string;
  /** Where what a figure counts can be seen; cells that bear marks lead to those. */
  readonly hrefOf?: ((cell: string) => string | undefined) | undefined;
};

const span = ({ rowSpan, columnSpan }: PrintedCell): HtmlValue => [
  rowSpan > 1 && html` rowspan="${rowSpan}"`,
  columnSpan > 1 && html` colspan="${columnSpan}"`,
];

/** In narrow columns a label breaks behind its ordinal: （三） | 不予公开. */
function label({ role, rowSpan, text }: PrintedCell): HtmlValue {
  const ordinal = role === 'row-head' && rowSpan > 1 ? /^(?:（.）|.、)/.exec(text)?.[0] : undefined;
  return ordinal === undefined ? text : html`${ordinal}<wbr>${text.slice(ordinal.length)}`;
}

const BLANK = html`<span class="unseen">空白</span>`;

/** The marks on a cell itself, and the level of those on the head of its row or column. */
function marksAt(
  cell: PrintedCell,
  { cells }: PlacedMarks,
): { own: readonly ReportMark[]; around: readonly ReportMark[] } {
  return { own: cells.get(cell.id) ?? [], around: cell.heads.flatMap(id => cells.get(id) ?? []) };
}

/**
 * The table as accessible markup. Every head has an id and a scope, and every figure names its heads, because no scope alone
 * can say that a figure stands under 法人或其他组织 and beside （三）不予公开. It scrolls in a frame that the keyboard reaches.
 */
export function reportTable(table: PrintedTable, { marks, anchored, idPrefix, hrefOf }: TableSetting): Html {
  const tableId = `${idPrefix}${table.key}`;
  const headIds = new Map(
    table.cells.filter(({ role }) => role !== 'figure').map((cell, index) => [cell.id, `${tableId}-h${index + 1}`]),
  );
  const rows = rowsOf(table);

  function cellMarkup(cell: PrintedCell): Html {
    const { own, around } = marksAt(cell, marks);
    const blank = cell.text === '';
    const href = cell.role === 'figure' && !blank ? hrefOf?.(cell.id) : undefined;
    const plain = href === undefined ? label(cell) : html`<a href="${href}">${cell.text}</a>`;
    const content = own.length > 0 ? linkedContent(blank ? BLANK : label(cell), own, anchored) : plain;
    const classes = [
      cell.role === 'figure' && 'figure',
      blank && 'blank',
      own.length > 0 && markClass(gravest(own)),
      own.length === 0 && around.length > 0 && `mark-around mark-around-${gravest(around)}`,
    ]
      .filter(Boolean)
      .join(' ');
    const classAttribute = classes !== '' && html` class="${classes}"`;
    const heads = cell.heads.map(id => headIds.get(id)!).join(' ');
    const headers = heads !== '' && html` headers="${heads}"`;
    if (cell.role === 'figure') return html`<td${classAttribute}${headers}${span(cell)}>${content}</td>`;
    const scope = cell.role === 'row-head' ? 'row' : 'col';
    return html`<th${classAttribute} id="${headIds.get(cell.id)}" scope="${scope}"${headers}${span(cell)}>${content}</th>`;
  }

  const rowMarkup = (row: readonly PrintedCell[]) => html`<tr>${row.map(cellMarkup)}</tr>
`;
  const onTable = marks.tables.get(table.key) ?? [];
  const level = onTable.length > 0 && html` ${markClass(gravest(onTable))}`;
  const parts = table.partsAt.map((from, index) => rows.slice(from, table.partsAt[index + 1]));
  return html`<div class="table-frame" role="region" aria-labelledby="${tableId}-caption" tabindex="0">
<table class="report-table report-${table.key}" id="${tableId}">
<caption id="${tableId}-caption" class="table-caption${level}">${onTable.length > 0 ? linkedContent(table.caption, onTable, anchored) : table.caption}</caption>
<colgroup>${table.widths.map((_, index) => html`<col class="column-${index + 1}">`)}</colgroup>
${
  table.headRows > 0 &&
  html`<thead>
${rows.slice(0, table.headRows).map(rowMarkup)}</thead>
`
}${parts.map(
    part => html`<tbody>
${part.map(rowMarkup)}</tbody>
`,
  )}</table>
</div>`;
}
