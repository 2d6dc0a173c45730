import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';
import { SITE_RETURN_FORM, siteUnitText, siteValueText } from '../rules/site-return-form.ts';
import type { SiteKey, SiteRow, SiteValues } from '../rules/site-return-form.ts';

/** A return as it leaves the desk or stands on the site. */
export type SiteReturnPaper = { readonly year: number; readonly issuer: string; readonly values: SiteValues };

const HEADINGS = ['类别', '项目', '单位', '内容'] as const;
const WIDTHS = [16, 44, 10, 30] as const;

export const siteReturnTitle = ({ year }: Pick<SiteReturnPaper, 'year'>): string =>
  `政府网站工作年度报表（${year}年度）`;

/** The rows of the form in its order, each with what it is counted in and what it says; heading names the part it begins. */
export function siteReturnRows(values: SiteValues): readonly {
  readonly row: SiteRow & { readonly key: SiteKey };
  readonly heading: string | null;
  readonly span: number;
  readonly unit: string;
  readonly text: string;
}[] {
  return SITE_RETURN_FORM.flatMap(({ heading, rows }) =>
    rows.map((row, index) => ({
      row,
      heading: index === 0 ? heading : null,
      span: rows.length,
      unit: siteUnitText(row),
      text: siteValueText(values[row.key]),
    })),
  );
}

/** The form as one table, for print, page and sheet. */
export function siteReturnTable(values: SiteValues): PrintedTable {
  const rows = siteReturnRows(values);
  const cells = rows.flatMap(({ row, heading, span, unit, text }, index): PrintedCell[] => {
    const at = index + 1;
    const one = (column: number, role: PrintedCell['role'], content: string, rowSpan = 1): PrintedCell => ({
      id: `${row.key}.${column}`,
      role,
      text: content,
      number: column === 3 && typeof values[row.key] === 'number' ? (values[row.key] as number) : null,
      row: at,
      column,
      rowSpan,
      columnSpan: 1,
      heads: [`head.${column}`],
    });
    return [
      ...(heading === null ? [] : [one(0, 'row-head', heading, span)]),
      one(1, 'row-head', row.name),
      one(2, 'figure', unit),
      one(3, 'figure', text),
    ];
  });
  const heads = HEADINGS.map((text, column): PrintedCell => ({
    id: `head.${column}`,
    role: 'column-head',
    text,
    number: null,
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    heads: [],
  }));
  return {
    key: 'site-return',
    caption: '政府网站工作年度报表',
    rows: rows.length + 1,
    columns: HEADINGS.length,
    widths: WIDTHS,
    headRows: 1,
    partsAt: rows.flatMap(({ heading }, index) => (heading === null ? [] : [index + 1])),
    keep: 'parts',
    cells: [...heads, ...cells],
  };
}

/** For Word and PDF. */
export function siteReturnDocument(paper: SiteReturnPaper): OfficialDocument {
  return {
    title: ['政府网站工作年度报表', `（${paper.year}年度）`],
    issuer: paper.issuer,
    blocks: [
      { kind: 'paragraph', text: `填报单位：${paper.issuer}` },
      { kind: 'table', table: siteReturnTable(paper.values) },
    ],
  };
}

/** One sheet, figures as numbers. */
export function siteReturnWorkbook(paper: SiteReturnPaper): Workbook {
  const table = siteReturnTable(paper.values);
  return {
    title: siteReturnTitle(paper),
    issuer: paper.issuer,
    sheets: [
      {
        name: '年度报表',
        columnWidths: [14, 40, 8, 30],
        rows: table.rows,
        cells: table.cells.map(({ row, column, rowSpan, columnSpan, role, text, number }): SheetCell => ({
          row,
          column,
          rowSpan,
          columnSpan,
          value: number ?? text,
          look: role,
        })),
        headRows: 1,
        orientation: 'portrait',
      },
    ],
  };
}
