import type { CellPath, FormCell } from '../../law/report-form/cells.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { valueAt } from '../../annual-report/rules/report.ts';
import type { PublishedReport } from '../../annual-report/store/published-report.store.ts';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';
import { reportPath, versionPath } from '../annual-reports/report-entry.ts';

/** A published report with the name of its agency. */
export type NamedReport = PublishedReport & { readonly agencyName: string };

/** Every cell of both editions of the form, the present one first; a cell that both have stands once. */
export const DATA_CELLS: readonly FormCell[] = [
  ...FORM_CELLS['2021'],
  ...FORM_CELLS['2019'].filter(({ path }) => FORM_CELLS['2021'].every(cell => cell.path !== path)),
];

const HEADS = [
  { key: 'agency', name: '机构编码' },
  { key: 'agencyName', name: '机关' },
  { key: 'year', name: '年度' },
  { key: 'edition', name: '格式' },
  { key: 'publishedOn', name: '公布日期' },
  { key: 'version', name: '版本' },
  { key: 'url', name: '网址' },
] as const;

const addressOf = ({ agency, year }: NamedReport) => reportPath({ agencyCode: agency, year });

type Line = readonly (string | number)[];

/** One report a line; a cell that its edition does not have, or that has no readable number, is empty and never 0. */
function lineOf(report: NamedReport, cells: readonly FormCell[], origin: string): Line {
  const { agency, agencyName, year, version, publishedOn } = report;
  return [
    agency,
    agencyName,
    year,
    report.report.edition,
    publishedOn.toString(),
    version,
    `${origin}${addressOf(report)}`,
    ...cells.map(({ path }) => valueAt(report.report, path) ?? ''),
  ];
}

/** The reports for programs: a column a cell, headed by its path as the contract has it. */
export function reportLines(reports: readonly NamedReport[], origin: string): readonly Line[] {
  return [
    [...HEADS.map(({ key }) => key), ...DATA_CELLS.map(({ path }) => path)],
    ...reports.map(report => lineOf(report, DATA_CELLS, origin)),
  ];
}

/** The reports as JSON: figures by path, null where none could be read; what the edition does not have is not there. */
export function reportData(report: NamedReport, origin: string) {
  const { agency, agencyName, year, version, publishedOn } = report;
  const { edition, title } = report.report;
  return {
    agency,
    agencyName,
    year,
    edition,
    title,
    publishedOn: publishedOn.toString(),
    version,
    url: `${origin}${addressOf(report)}`,
    versionUrl: `${origin}${versionPath({ agencyCode: agency, year }, version)}`,
    cells: Object.fromEntries(
      FORM_CELLS[edition].map(({ path }): [CellPath, number | null] => [path, valueAt(report.report, path)]),
    ),
  };
}

/** What the paths mean. */
export const cellDictionary = () =>
  DATA_CELLS.map(({ path, name, table, unit }) => ({
    path,
    name,
    table,
    unit,
    editions: (['2019', '2021'] as const).filter(edition => FORM_CELLS[edition].some(cell => cell.path === path)),
  }));

/** The reports for people: a sheet for each edition of the form that there are reports of, columns headed by the form's words. */
export function reportsWorkbook(reports: readonly NamedReport[], issuer: string, origin: string): Workbook {
  const editions = (['2021', '2019'] as const).filter(edition => reports.some(one => one.report.edition === edition));
  const cell = (row: number, column: number, value: string | number): SheetCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    value,
    look: row === 0 ? 'column-head' : typeof value === 'number' && column >= HEADS.length ? 'figure' : 'text',
  });
  return {
    title: '政府信息公开工作年度报告数据',
    issuer,
    sheets: (editions.length === 0 ? (['2021'] as const) : editions).map(edition => {
      const form = FORM_CELLS[edition];
      const lines: readonly Line[] = [
        [...HEADS.map(({ name }) => name), ...form.map(({ name }) => name)],
        ...reports.filter(one => one.report.edition === edition).map(one => lineOf(one, form, origin)),
      ];
      return {
        name: `${edition}年格式`,
        columnWidths: [13, 30, 8, 8, 12, 6, 40, ...form.map(() => 12)],
        rows: lines.length,
        cells: lines.flatMap((line, row) => line.map((value, column) => cell(row, column, value))),
        headRows: 1,
        orientation: 'landscape',
      };
    }),
  };
}
