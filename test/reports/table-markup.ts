import type { Random } from './random-source.ts';
import type { SpanCell, SpanTable } from './form-tables.ts';
import type { TableShape } from './table-shapes.ts';
import { byItems, cutByPage, withHeaderApart, withoutMerges, withWrongSpans } from './table-shapes.ts';

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
  '<table class="table table-bordered" border="1"><caption></caption><tbody>',
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

/** A table in the pieces that a shape makes of it. */
const shaped =
  (shape: TableShape, markup: TableMarkup, between: readonly [string, ...string[]] = ['\n']): TableMarkup =>
  (table, random) =>
    shape(table, random)
      .map(part => markup(part, random))
      .join(random.pick(between));

export const flatTable = shaped(withoutMerges, plainTable);
export const wrongSpans = shaped(withWrongSpans, wordTable);
export const cutTable = shaped(cutByPage, wpsTable, ['\n', '\n<p>&nbsp;</p>\n']);
export const headerApart = shaped(withHeaderApart, plainTable);
export const blocksApart = shaped(byItems, plainTable);

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
