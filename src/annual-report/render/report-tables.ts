import type { CellPath, TableKey } from '../../law/report-form/cells.ts';
import {
  LITIGATION_LABEL,
  REDRESS_COLUMN_LABEL,
  REDRESS_COLUMNS,
  REDRESS_GROUP_LABEL,
  REDRESS_GROUPS,
} from '../../law/report-form/table-four.ts';
import {
  APPLICANT_COLUMN_LABEL,
  APPLICANT_COLUMNS,
  OUTCOME_GROUPS,
  OUTCOME_ROWS,
  outcomeGroupOf,
  RESULTS_LABEL,
  TABLE_THREE_CAPTIONS,
  TABLE_THREE_LABEL,
} from '../../law/report-form/table-three.ts';
import type { TableThreeRow } from '../../law/report-form/table-three.ts';
import { TABLE_TWO, TABLE_TWO_FIRST_COLUMN } from '../../law/report-form/table-two.ts';
import type { TableTwoBlock, TableTwoRow } from '../../law/report-form/table-two.ts';
import type { PrintedCell, PrintedCellRole, PrintedTable } from '../../views/official-document/printed-table.ts';
import { cellAt } from '../rules/report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { printedText } from './printed-text.ts';
import type { Wording } from './printed-text.ts';

/** What fills the tables: the cells of a report, and whose words they are printed in. */
type Figures = Pick<AnnualReport, 'edition' | 'cells'> & { readonly wording: Wording };

type Box = { readonly row: number; readonly column: number; readonly rowSpan?: number; readonly columnSpan?: number };

function head(
  role: Exclude<PrintedCellRole, 'figure'>,
  id: string,
  text: string,
  box: Box,
  heads: readonly string[] = [],
): PrintedCell {
  return { id, role, text, number: null, rowSpan: 1, columnSpan: 1, ...box, heads };
}

function figure(figures: Figures, path: CellPath, box: Box, heads: readonly string[]): PrintedCell {
  const cell = cellAt(figures, path);
  return {
    id: path,
    role: 'figure',
    text: printedText(cell, figures.wording),
    number: cell.value,
    rowSpan: 1,
    columnSpan: 1,
    ...box,
    heads,
  };
}

const TABLE_TWO_COLUMNS = 4;

/** How the columns of a block share the four columns of the table: the last one takes what is left. */
const columnBox = (index: number, count: number) => ({
  column: index + 1,
  columnSpan: index === count - 1 ? TABLE_TWO_COLUMNS - 1 - index : 1,
});

function blockCells(figures: Figures, block: TableTwoBlock, index: number, top: number): PrintedCell[] {
  const item = `table2.item-${index + 1}`;
  const content = `${item}.content`;
  const columns: TableTwoRow['columns'] = block.rows[0]!.columns;
  return [
    head('column-head', item, block.heading, { row: top, column: 0, columnSpan: TABLE_TWO_COLUMNS }),
    head('column-head', content, TABLE_TWO_FIRST_COLUMN, { row: top + 1, column: 0 }, [item]),
    ...columns.map((column, at) =>
      head('column-head', `${item}.${column.key}`, column.label, { row: top + 1, ...columnBox(at, columns.length) }, [
        item,
      ]),
    ),
    ...block.rows.flatMap((row, rowAt) => [
      head('row-head', `table2.${row.key}`, row.label, { row: top + 2 + rowAt, column: 0 }, [item, content]),
      ...row.columns.map((column, at) =>
        figure(
          figures,
          `table2.${row.key}.${column.key}` as CellPath,
          { row: top + 2 + rowAt, ...columnBox(at, row.columns.length) },
          [item, `table2.${row.key}`, `${item}.${column.key}`],
        ),
      ),
    ]),
  ];
}

/** Table two (二、主动公开政府信息情况): one block an item of art. 20, each with its own column heads, in four columns. */
function tableTwo(figures: Figures): PrintedTable {
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[figures.edition];
  const heights = blocks.map(block => block.rows.length + 2);
  const partsAt = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  return {
    key: 'table2',
    caption: '表二：主动公开情况统计',
    rows: heights.reduce((sum, height) => sum + height, 0),
    columns: TABLE_TWO_COLUMNS,
    widths: [34, 22, 22, 22],
    headRows: 0,
    partsAt,
    keep: 'parts',
    cells: blocks.flatMap((block, index) => blockCells(figures, block, index, partsAt[index]!)),
  };
}

const LABEL_COLUMNS = 3;
const TABLE_THREE_HEAD_ROWS = 3;
const CORNER = 'table3.corner';
const APPLICANTS = 'table3.applicants';
const ORGANIZATIONS = 'table3.organizations';
const RESULTS = 'table3.results';

const columnHeads: readonly PrintedCell[] = [
  head('column-head', CORNER, TABLE_THREE_CAPTIONS.corner, {
    row: 0,
    column: 0,
    rowSpan: TABLE_THREE_HEAD_ROWS,
    columnSpan: LABEL_COLUMNS,
  }),
  head('column-head', APPLICANTS, TABLE_THREE_CAPTIONS.applicants, { row: 0, column: LABEL_COLUMNS, columnSpan: 7 }),
  ...APPLICANT_COLUMNS.filter(column => column === 'naturalPerson').map(column =>
    head(
      'column-head',
      `table3.${column}`,
      APPLICANT_COLUMN_LABEL[column],
      { row: 1, column: LABEL_COLUMNS, rowSpan: 2 },
      [APPLICANTS],
    ),
  ),
  head(
    'column-head',
    ORGANIZATIONS,
    TABLE_THREE_CAPTIONS.organizations,
    { row: 1, column: LABEL_COLUMNS + 1, columnSpan: 5 },
    [APPLICANTS],
  ),
  head('column-head', 'table3.total', APPLICANT_COLUMN_LABEL.total, { row: 1, column: LABEL_COLUMNS + 6, rowSpan: 2 }, [
    APPLICANTS,
  ]),
  ...APPLICANT_COLUMNS.slice(1, 6).map((column, index) =>
    head(
      'column-head',
      `table3.${column}`,
      APPLICANT_COLUMN_LABEL[column],
      { row: 2, column: LABEL_COLUMNS + 1 + index },
      [APPLICANTS, ORGANIZATIONS],
    ),
  ),
];

function rowFigures(figures: Figures, row: TableThreeRow, at: number, rowHeads: readonly string[]): PrintedCell[] {
  return APPLICANT_COLUMNS.map((column, index) =>
    figure(figures, `table3.${row}.${column}`, { row: at, column: LABEL_COLUMNS + index }, [
      ...rowHeads,
      ...columnHeads.find(({ id }) => id === `table3.${column}`)!.heads,
      `table3.${column}`,
    ]),
  );
}

/** A row whose label takes all three label columns: items one, two and four of the table. */
function wholeRow(figures: Figures, row: TableThreeRow, at: number): PrintedCell[] {
  const id = `table3.${row}`;
  return [
    head('row-head', id, TABLE_THREE_LABEL[row], { row: at, column: 0, columnSpan: LABEL_COLUMNS }),
    ...rowFigures(figures, row, at, [id]),
  ];
}

/** Item three: its label beside all its rows, the labels of the groups beside theirs. */
function resultRows(figures: Figures, top: number): PrintedCell[] {
  const rows: readonly TableThreeRow[] = [...OUTCOME_ROWS[figures.edition], 'settled'];
  return rows.flatMap((row, index) => {
    const at = top + index;
    const id = `table3.${row}`;
    const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(row));
    const cells: PrintedCell[] = [];
    if (index === 0) cells.push(head('row-head', RESULTS, RESULTS_LABEL, { row: at, column: 0, rowSpan: rows.length }));
    if (group === undefined) {
      cells.push(head('row-head', id, TABLE_THREE_LABEL[row], { row: at, column: 1, columnSpan: 2 }, [RESULTS]));
      return [...cells, ...rowFigures(figures, row, at, [RESULTS, id])];
    }
    const groupId = `table3.${group.key}`;
    const members = rows.filter(other => outcomeGroupOf(other) === group.key);
    if (members[0] === row)
      cells.push(head('row-head', groupId, group.label, { row: at, column: 1, rowSpan: members.length }, [RESULTS]));
    cells.push(head('row-head', id, TABLE_THREE_LABEL[row], { row: at, column: 2 }, [RESULTS, groupId]));
    return [...cells, ...rowFigures(figures, row, at, [RESULTS, groupId, id])];
  });
}

const NARROWEST_FIGURES = 6.5;
const WIDEST_FIGURES = 7.2;

/** The share of a column of figures: five digits of 9 pt fit the narrowest on A4, six the widest; writers set longer ones smaller. */
function figureShare(cells: readonly PrintedCell[]): number {
  const longest = Math.max(...cells.map(({ role, text }) => (role === 'figure' ? text.length : 0)));
  return Math.min(WIDEST_FIGURES, NARROWEST_FIGURES + Math.max(0, longest - 5) * 0.7);
}

/** Table three (三、收到和处理政府信息公开申请情况): ten columns; item three spans 22 rows in the edition of 2021, 20 in that of 2019. */
function tableThree(figures: Figures): PrintedTable {
  const first = TABLE_THREE_HEAD_ROWS;
  const results = resultRows(figures, first + 2);
  const last = results.at(-1)!.row + 1;
  const cells = [
    ...columnHeads,
    ...wholeRow(figures, 'new', first),
    ...wholeRow(figures, 'carried-in', first + 1),
    ...results,
    ...wholeRow(figures, 'carried-out', last),
  ];
  const share = figureShare(cells);
  return {
    key: 'table3',
    caption: '表三：依申请公开情况统计',
    rows: last + 1,
    columns: LABEL_COLUMNS + APPLICANT_COLUMNS.length,
    widths: [6, 11, 83 - 7 * share, ...APPLICANT_COLUMNS.map(() => share)],
    headRows: TABLE_THREE_HEAD_ROWS,
    partsAt: [first, first + 1, first + 2, last],
    keep: 'table',
    cells,
  };
}

const LITIGATION = 'table4.litigation';
const TABLE_FOUR_COLUMNS = REDRESS_GROUPS.length * REDRESS_COLUMNS.length;

function redressCells(figures: Figures): PrintedCell[] {
  return REDRESS_GROUPS.flatMap((group, groupAt) => {
    const id = `table4.${group}`;
    const left = groupAt * REDRESS_COLUMNS.length;
    const above = group === 'reconsideration' ? [] : [LITIGATION];
    const groupHead =
      group === 'reconsideration'
        ? { row: 0, column: left, rowSpan: 2, columnSpan: REDRESS_COLUMNS.length }
        : { row: 1, column: left, columnSpan: REDRESS_COLUMNS.length };
    return [
      head('column-head', id, REDRESS_GROUP_LABEL[group], groupHead, above),
      ...REDRESS_COLUMNS.flatMap((column, index) => {
        const path = `table4.${group}.${column}` as const;
        const columnId = `${path}.head`;
        return [
          head('column-head', columnId, REDRESS_COLUMN_LABEL[column], { row: 2, column: left + index }, [...above, id]),
          figure(figures, path, { row: 3, column: left + index }, [...above, id, columnId]),
        ];
      }),
    ];
  });
}

/** Table four (四、政府信息公开行政复议、行政诉讼情况): one row of fifteen figures under three rows of heads. */
function tableFour(figures: Figures): PrintedTable {
  const litigation = head('column-head', LITIGATION, LITIGATION_LABEL, { row: 0, column: 5, columnSpan: 10 });
  return {
    key: 'table4',
    caption: '表四：复议诉讼情况统计',
    rows: 4,
    columns: TABLE_FOUR_COLUMNS,
    widths: Array.from({ length: TABLE_FOUR_COLUMNS }, () => 100 / TABLE_FOUR_COLUMNS),
    headRows: 3,
    partsAt: [3],
    keep: 'table',
    cells: [litigation, ...redressCells(figures)].sort(
      (one, other) => one.row - other.row || one.column - other.column,
    ),
  };
}

const LAYOUT = { table2: tableTwo, table3: tableThree, table4: tableFour } as const satisfies Record<
  TableKey,
  (figures: Figures) => PrintedTable
>;

/** One table of the report as the form of its edition lays it out. */
export function reportTable(
  report: Pick<AnnualReport, 'edition' | 'cells'>,
  key: TableKey,
  wording: Wording = 'form',
): PrintedTable {
  return LAYOUT[key]({ edition: report.edition, cells: report.cells, wording });
}
