import { assertNever } from '../../kernel/assert-never.ts';
import type { CellPath, FormCell, TableKey } from '../../law/report-form/cells.ts';
import type { Cell } from '../rules/cell.ts';
import { cellAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { cellName, lineName, lineOf } from './computed/cell-name.ts';
import { FORM_ROWS } from './computed/form-rows.ts';
import { enumerated } from './computed/enumeration.ts';

type Printed = { readonly form: FormCell; readonly cell: Cell };

/** From so many wholly empty rows on, it is one habit of filling in (only totals written), not so many slips. */
const HABIT_ROWS = 4;
const MAX_DECIMALS_OF_FEE = 6;

const isEmpty = ({ cell }: Printed) => cell.kind === 'blank' || cell.kind === 'dash';
const shown = (cell: Cell) => (cell.raw.trim() === '' ? '（空白）' : cell.raw.trim());
const isTotal = ({ form }: Printed) => form.path.endsWith('.total');
const pathsOf = (cells: readonly Printed[]): CellPath[] => cells.map(({ form }) => form.path);

function emptyCell({ form, cell }: Printed): Found {
  const what = cell.kind === 'blank' ? '没有填写' : `写的是“${shown(cell)}”`;
  return {
    level: 'warning',
    where: form.path,
    quote: shown(cell),
    message: `“${form.name}”一格${what}，没有发生的也应填0`,
    suggestion: '填0；如有发生，填实际数量',
    cells: [form.path],
  };
}

function emptyRow(cells: readonly Printed[]): Found {
  const { form, cell } = cells[0]!;
  // Rules are made by few bodies: a stroke through that row says "not ours", which the form writes as 0.
  const level = form.path.startsWith('table2.regulatoryRule.') ? 'notice' : 'warning';
  return {
    level,
    where: lineOf(form.path),
    quote: shown(cell),
    message: `“${lineName(form.path)}”一行的${cells.length}格都没有填数字，没有发生的也应填0`,
    suggestion: '逐格填0；如有发生，填实际数量',
    cells: pathsOf(cells),
  };
}

function emptyRows(table: TableKey, rows: readonly (readonly Printed[])[]): Found {
  const cells = rows.flat();
  const names = rows.map(row => lineName(row[0]!.form.path));
  return {
    level: 'warning',
    where: table,
    quote: shown(cells[0]!.cell),
    message: `${enumerated(names, '行')}没有逐格填写（共${cells.length}格），没有发生的也应填0`,
    suggestion: '空格处逐格填0，不要只写总计',
    cells: pathsOf(cells),
  };
}

/** Rows in which nothing but perhaps the total is filled in, rows wholly lacking left out: those are the audit `tables`. */
function isWhollyEmpty(row: readonly Printed[]): boolean {
  const parts = row.filter(printed => !isTotal(printed));
  return parts.length > 1 && parts.every(isEmpty);
}

function emptyCellsOf(table: TableKey, rows: readonly (readonly Printed[])[]): Found[] {
  const whole = rows.filter(isWhollyEmpty).map(row => row.filter(isEmpty));
  const single = rows.filter(row => !isWhollyEmpty(row)).flatMap(row => row.filter(isEmpty));
  const ofRows = whole.length >= HABIT_ROWS ? [emptyRows(table, whole)] : whole.map(emptyRow);
  return [...ofRows, ...single.map(emptyCell)];
}

function unreadableCellsOf(row: readonly Printed[]): Found[] {
  const missing = row.filter(({ cell }) => cell.kind === 'missing');
  const lacking: Found[] =
    missing.length === 0 || missing.length === row.length
      ? []
      : [
          {
            level: 'warning',
            where: missing[0]!.form.path,
            quote: '（缺格）',
            message: `“${lineName(missing[0]!.form.path)}”一行应有${row.length}格，少了${missing.length}格`,
            suggestion: '按格式补齐本行各格',
            cells: pathsOf(missing),
          },
        ];
  const words = row.filter(({ cell }) => cell.kind === 'not-a-number');
  return [
    ...lacking,
    ...words.map(({ form, cell }): Found => ({
      level: 'warning',
      where: form.path,
      quote: shown(cell),
      message: `“${form.name}”一格写的是“${shown(cell)}”，不是数字`,
      suggestion: '改填阿拉伯数字，没有发生的填0',
      cells: [form.path],
    })),
  ];
}

/** What is wrong with a number for the unit of its cell; undefined when nothing is. */
function findFault(unit: FormCell['unit'], value: number): Pick<Found, 'level' | 'message'> | undefined {
  if (value < 0 && unit !== 'signed') return { level: 'error', message: '是负数，这一格不能小于0' };
  if ((unit === 'count' || unit === 'signed') && !Number.isInteger(value))
    return { level: 'error', message: '不是整数，这一格按件（项）计数' };
  const decimals = String(value).split('.')[1]?.length ?? 0;
  if (unit === 'wan-yuan' && decimals > MAX_DECIMALS_OF_FEE)
    return { level: 'warning', message: `有${decimals}位小数，比1分钱还小，请核对单位（万元）` };
  return undefined;
}

function wrongNumbersOf(row: readonly Printed[]): Found[] {
  return row.flatMap(({ form, cell }): Found[] => {
    const fault = cell.value === null ? undefined : findFault(form.unit, cell.value);
    if (fault === undefined) return [];
    return [
      {
        level: fault.level,
        where: form.path,
        quote: shown(cell),
        message: `“${form.name}”的${shown(cell)}${fault.message}`,
        suggestion: '请核对原始台账后改正',
        cells: [form.path],
      },
    ];
  });
}

/** How a number was printed that the form wants plain; undefined when it is plain. */
function findOddity({ form, cell }: Printed): string | undefined {
  switch (cell.kind) {
    case 'full-width':
      return '用了全角数字';
    case 'with-unit':
      return '带了单位';
    case 'chinese-numeral':
      return '用了汉字数字';
    case 'signed':
      return form.unit === 'signed' && /^[+\-－＋−]/u.test(cell.raw.trim()) ? undefined : '带了增减字样或正负号';
    case 'number':
    case 'grouped':
    case 'computed':
    case 'blank':
    case 'dash':
    case 'missing':
    case 'ambiguous':
    case 'not-a-number':
      return undefined;
  }
  return assertNever(cell);
}

function odditiesOf(table: TableKey, rows: readonly (readonly Printed[])[]): Found[] {
  const odd = rows.flat().flatMap(printed => {
    const oddity = findOddity(printed);
    return oddity === undefined ? [] : [{ printed, oddity }];
  });
  return [...Map.groupBy(odd, ({ oddity }) => oddity)].map(([oddity, cells]): Found => {
    const paths = cells.map(({ printed }) => printed.form.path);
    return {
      level: 'notice',
      where: paths.length === 1 ? paths[0]! : table,
      quote: shown(cells[0]!.printed.cell),
      message: `${enumerated(paths.map(cellName), '格')}${oddity}`,
      suggestion: '表内只写半角阿拉伯数字',
      cells: paths,
    };
  });
}

const isPlain = (form: FormCell, cell: Cell) =>
  cell.kind === 'number' && findFault(form.unit, cell.value) === undefined;

function ofTable(facts: Pick<ReportFacts, 'cells' | 'edition'>, table: TableKey) {
  const form = FORM_ROWS[facts.edition][table];
  if (form.every(row => row.every(cell => isPlain(cell, cellAt(facts, cell.path))))) return { found: [], lost: [] };
  const rows = form.map(row => row.map((form): Printed => ({ form, cell: cellAt(facts, form.path) })));
  return {
    found: [
      ...emptyCellsOf(table, rows),
      ...rows.flatMap(row => [...unreadableCellsOf(row), ...wrongNumbersOf(row)]),
      ...odditiesOf(table, rows),
    ],
    lost: rows.filter(row => row.some(({ cell }) => cell.kind === 'ambiguous')).map(row => lineName(row[0]!.form.path)),
  };
}

/** E7: every cell of the form is filled in with a plain number: a whole number ≥ 0, money with at most six decimals. */
export const cellForm = defineAudit({
  id: 'cell-form',
  title: '表内每一格都填写了符合要求的数字',
  basis: { source: 'report-form-2021', part: '第二、三、四部分表格' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts => {
    const tables = (['table2', 'table3', 'table4'] as const).filter(table => facts.tables[table] === 'found');
    if (tables.length === 0) return notAssessable('没有读到任何表格');
    const results = tables.map(table => ofTable(facts, table));
    const lost = results.flatMap(result => result.lost);
    return checked(
      results.flatMap(result => result.found),
      lost.length === 0 ? [] : [`${enumerated(lost, '行')}的空格在提取时丢失，无法判断各数属于哪一列，请对照原件`],
    );
  },
});
