import { SUBMISSION_STATE_LABEL } from '../../annual-report/rules/collection/collected-report.ts';
import type { BoardLine } from '../../annual-report/rules/collection/board.ts';
import { ROUTE_LABEL } from '../../annual-report/rules/collection/submission.ts';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';

type ExportColumn = {
  readonly heading: string;
  readonly width: number;
  readonly value: (line: BoardLine) => string | number;
};

const COLUMNS: readonly ExportColumn[] = [
  { heading: '机构编码', width: 13, value: ({ agency }) => agency },
  { heading: '机关', width: 30, value: ({ name }) => name },
  { heading: '状态', width: 8, value: ({ state }) => SUBMISSION_STATE_LABEL[state] },
  { heading: '报送日期', width: 12, value: ({ submittedOn }) => submittedOn?.toString() ?? '' },
  { heading: '逾期天数', width: 10, value: ({ daysLate }) => daysLate },
  { heading: '错误', width: 8, value: ({ counts }) => counts?.error ?? '' },
  { heading: '警告', width: 8, value: ({ counts }) => counts?.warning ?? '' },
  { heading: '提示', width: 8, value: ({ counts }) => counts?.notice ?? '' },
  { heading: '报送方式', width: 16, value: ({ route }) => (route === null ? '' : ROUTE_LABEL[route]) },
  { heading: '报送次数', width: 10, value: ({ times }) => times },
  { heading: '公开日期', width: 12, value: ({ publishedOn }) => publishedOn?.toString() ?? '' },
];

const cell = (row: number, column: number, value: string | number, look: SheetCell['look']): SheetCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  value,
  look,
});

/** The board as a workbook of one sheet. */
export function boardWorkbook(board: readonly BoardLine[], year: number, issuer: string): Workbook {
  return {
    title: `${year}年度报告报送情况`,
    issuer,
    sheets: [
      {
        name: '报送情况',
        columnWidths: COLUMNS.map(({ width }) => width),
        rows: board.length + 1,
        cells: [
          ...COLUMNS.map(({ heading }, column) => cell(0, column, heading, 'column-head')),
          ...board.flatMap((line, row) =>
            COLUMNS.map(({ value }, column) => {
              const shown = value(line);
              return cell(row + 1, column, shown, typeof shown === 'number' ? 'figure' : 'text');
            }),
          ),
        ],
        headRows: 1,
        orientation: 'landscape',
      },
    ],
  };
}
