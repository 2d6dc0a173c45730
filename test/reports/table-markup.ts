import type { Random } from './random-source.ts';
import type { SpanCell, SpanTable } from './form-tables.ts';
import { rowsOfTable } from './form-tables.ts';

/** How an editor writes a table: one table of the form as the markup of a page. */
export type TableMarkup = (table: SpanTable, random: Random) => string;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const spans = ({ rowSpan, columnSpan }: SpanCell) =>
  `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;

type CellMarkup = (cell: SpanCell, random: Random, at: { readonly row: number; readonly headerRows: number }) => string;

function tableOf(open: string, cellOf: CellMarkup, rowOpen = '<tr>'): TableMarkup {
  return (table, random) =>
    [
      open,
      ...table.rows.map(
        (cells, row) =>
          `${rowOpen}${cells.map(cell => cellOf(cell, random, { row, headerRows: table.headerRows })).join('')}</tr>`,
      ),
      '</tbody></table>',
    ].join('\n');
}

/** What an online editor leaves of a table. */
export const plainTable: TableMarkup = tableOf(
  '<table border="1" cellspacing="0" style="width:100%;border-collapse:collapse;"><tbody>',
  cell => `<td${spans(cell)}>${escaped(cell.text)}</td>`,
);

/** Pasted from Word: a paragraph in every cell, digits in spans of their own, `<o:p>` behind them. */
export const wordTable: TableMarkup = tableOf(
  `<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=605 style='width:453.75pt;border-collapse:collapse;mso-yfti-tbllook:1184'><tbody>`,
  (cell, random) => {
    const text = escaped(cell.text);
    const half = Math.floor(text.length / 2);
    const run = (part: string) =>
      `<span lang=EN-US style='font-size:9.0pt;font-family:宋体;mso-bidi-font-family:宋体'>${part}</span>`;
    const inner = !cell.isDatum
      ? `<span style='font-size:9.0pt;font-family:宋体'>${text}</span>`
      : text.length > 1 && random.chance(0.5)
        ? `${run(text.slice(0, half))}${run(`${text.slice(half)}<o:p></o:p>`)}`
        : run(`${text === '' ? '&nbsp;' : text}<o:p></o:p>`);
    return `<td width=62${spans(cell)} valign=top style='width:46.5pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'>\r\n  <p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>${inner}</p>\r\n  </td>`;
  },
  `<tr style='mso-yfti-irow:0;height:14.2pt'>`,
);

/** Pasted from WPS: columns declared first, every number between invisible characters or hard spaces. */
export const wpsTable: TableMarkup = (table, random) =>
  tableOf(
    `<table width="604" cellpadding="0" cellspacing="0" border="1"><colgroup>${'<col width="60" style="width:45.00pt;"/>'.repeat(table.columns)}</colgroup><tbody>`,
    (cell, own) => {
      const text = escaped(cell.text);
      const padded =
        cell.isDatum && text !== ''
          ? own.pick([text, `&nbsp;${text}`, `${text}&nbsp;&nbsp;`, `\u200b${text}`, ` \u3000${text}`, `${text}\ufeff`])
          : text;
      return `<td class="et3" height="18"${spans(cell)} width="60" x:num="${cell.isDatum ? text : ''}"><p style="margin:0;text-align:center;"><font face="宋体" size="2">${padded === '' ? '<br/>' : padded}</font></p></td>`;
    },
    '<tr height="19" style="height:14.25pt;mso-height-source:userset;">',
  )(table, random);

/** Labels broken with `<br>` to fit narrow columns, 商业 / 企业, and header cells as `<th>`. */
export const brokenLabels: TableMarkup = tableOf(
  '<table class="table table-bordered"><caption></caption><tbody>',
  (cell, random, { row, headerRows }) => {
    const broken =
      !cell.isDatum && cell.rowSpan > 3
        ? cell.text.split('').join('<br>')
        : !cell.isDatum && cell.text.length >= 4 && cell.text.length <= 6 && random.chance(0.6)
          ? `${cell.text.slice(0, 2)}<br />${cell.text.slice(2)}`
          : escaped(cell.text);
    const tag = row < headerRows ? 'th' : 'td';
    return `<${tag}${spans(cell)} scope="col"><div><p>&nbsp;</p><p><strong>${broken}</strong></p></div></${tag}>`;
  },
);

/** No merged cells at all: the label of a group stands in every row that it covers, a wide label in its first column. */
export const flatTable: TableMarkup = (table, random) => {
  const grid: SpanCell[][] = table.rows.map(() => []);
  for (const [row, cells] of table.rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column += 1;
      for (let below = row; below < Math.min(row + cell.rowSpan, table.rows.length); below += 1)
        for (let right = column; right < column + cell.columnSpan; right += 1)
          grid[below]![right] = {
            text:
              below === row && right === column
                ? cell.text
                : right === column && !cell.isDatum && row >= table.headerRows
                  ? cell.text
                  : '',
            rowSpan: 1,
            columnSpan: 1,
            isDatum: cell.isDatum,
          };
    }
  }
  return plainTable({ ...table, rows: grid }, random);
};

/** The label that spans all results spans one row too many or too few, as happens when rows are added by hand. */
export const wrongSpans: TableMarkup = (table, random) => {
  const by = random.pick([-1, 1]);
  const rows = table.rows.map(cells =>
    cells.map(cell => (cell.rowSpan > 10 ? { ...cell, rowSpan: cell.rowSpan + by } : cell)),
  );
  return wordTable({ ...table, rows }, random);
};

/** Cut where a page of the Word file ended: two tables, the header only in the first, or once more in the second. */
export const cutTable: TableMarkup = (table, random) => {
  if (table.key !== 'table3') return wpsTable(table, random);
  const cut = 8 + random.below(10);
  const second = rowsOfTable(table, cut, table.rows.length);
  const header = random.chance(0.5) ? rowsOfTable(table, 0, table.headerRows).rows : [];
  return [rowsOfTable(table, 0, cut), { ...second, rows: [...header, ...second.rows] }]
    .map(part => plainTable(part, random))
    .join(random.pick(['\n', '\n<p>&nbsp;</p>\n']));
};

/** The header is a table of its own over that of the data. */
export const headerApart: TableMarkup = (table, random) =>
  table.key === 'table2'
    ? blocksApart(table, random)
    : [rowsOfTable(table, 0, table.headerRows), rowsOfTable(table, table.headerRows, table.rows.length)]
        .map(part => plainTable(part, random))
        .join('\n');

/** Table two as one table for each item of article 20. */
export const blocksApart: TableMarkup = (table, random) => {
  if (table.key !== 'table2') return plainTable(table, random);
  const starts = table.rows.flatMap((cells, row) => (cells.length === 1 ? [row] : []));
  return starts
    .map((from, index) => plainTable(rowsOfTable(table, from, starts[index + 1] ?? table.rows.length), random))
    .join('\n');
};

/** Capital tags without ends, as old editors wrote them. */
export const oldTable: TableMarkup = table =>
  [
    '<TABLE cellSpacing=0 cellPadding=0 width="98%" border=1>',
    ...table.rows.map(
      cells =>
        `<TR>${cells.map(cell => `<TD${spans(cell)} align=middle><FONT face=宋体 size=3>${escaped(cell.text)}</FONT>`).join('\n')}`,
    ),
    '</TABLE>',
  ].join('\n');
