import { FORM_CELLS } from '../../law/report-form/cells.ts';
import type { CellPath, TableKey } from '../../law/report-form/cells.ts';
import { decodeText } from '../../platform/text/decode-text.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Cell } from '../rules/cell.ts';
import { MISSING_CELL } from '../rules/cell.ts';
import { readReportJson } from '../rules/interchange.ts';
import type { AnnualReport, ReadingNote } from '../rules/report.ts';
import { cellsFor } from '../rules/report.ts';
import type { Piece, ReaderOutput, SourceFormat, Unreadable } from './piece.ts';
import { readPieces } from './readers/index.ts';
import { assignSections } from './refiners/assign-sections.ts';
import type { RowOfCells } from './refiners/concluded-cells.ts';
import { concludeLabels } from './refiners/conclude-labels.ts';
import { concludeTableFour, measuredFour } from './refiners/conclude-table-four.ts';
import { concludeTableThree, measuredThree } from './refiners/conclude-table-three.ts';
import { concludeTableTwo, measuredTwo } from './refiners/conclude-table-two.ts';
import { decideEdition } from './refiners/decide-edition.ts';
import { findFrontMatter } from './refiners/find-front-matter.ts';
import { readPageElements } from './refiners/page-elements.ts';
import { readPageText } from './refiners/page-text.ts';
import { restrictToYear } from './refiners/restrict-to-year.ts';
import type { PageElement } from './refiners/page-element.ts';
import { readTables } from './refiners/read-tables.ts';
import { separateReports } from './refiners/separate-reports.ts';

const NO_TABLES =
  '没有找到年度报告的表格（表二、表三、表四都没有），表格可能是图片、附件或尚未附上，请改用带有表格文字的文件';

/** A report has about 400 cells and 300 lines; a yearbook of reports fits into this, a list of records does not. */
const MOST_CELLS = 60_000;
const TOO_MUCH = '内容过多（超过 6 万个单元格或行），不像一份年度报告，请只保留年度报告部分后重试';

/** Lines and cells of all pieces together. */
function extentOf(pieces: readonly Piece[]): number {
  let extent = 0;
  for (const piece of pieces) {
    extent += piece.kind === 'grid' ? piece.grid.cells.length : 1;
    if (piece.kind === 'verbatim')
      for (const line of piece.lines) extent += line === '' ? 0.1 : 1 + (line.match(/[\t|｜│]/g)?.length ?? 0);
  }
  return extent;
}

function cellsOf(rows: readonly RowOfCells[]): ReadonlyMap<CellPath, Cell> {
  const cells = new Map<CellPath, Cell>();
  for (const row of rows)
    for (const [path, cell] of row.cells) if ((cells.get(path)?.value ?? null) === null) cells.set(path, cell);
  return cells;
}

/** One report from its part of a page; undefined where it has no table of the form. */
function concludeReport(elements: readonly PageElement[], output: ReaderOutput): AnnualReport | undefined {
  const page = readTables(elements);
  const isFound: Readonly<Record<TableKey, boolean>> = {
    table2: page.two.length > 0,
    table3: page.three.length > 0,
    table4: page.four.length > 0,
  };
  if (!Object.values(isFound).some(Boolean)) return undefined;
  const text = assignSections(readPageText(elements, page.used));
  const front = findFrontMatter(text.front, output.title);
  const edition = decideEdition(page, front.year);
  const readings = restrictToYear(page, edition, front.year);
  const all = [...measuredTwo(readings.two, edition), ...measuredThree(readings.three), ...measuredFour(readings.four)];
  const two = concludeTableTwo(readings.two, edition, all);
  const three = concludeTableThree(readings, edition, all);
  const four = concludeTableFour(readings.four, all);
  const rows = [...two, ...three.rows, ...four];
  const cells = cellsOf(rows);
  const leftOut = (output.notes ?? []).map(message => ({ kind: 'left-out', message }));
  const presence = (table: TableKey) => (isFound[table] ? 'found' : 'absent');
  return {
    title: front.title,
    agency: front.agency,
    year: front.year,
    edition,
    sections: { ...text.sections, preface: front.preface },
    headings: text.headings,
    cells: cellsFor(edition, path => cells.get(path) ?? MISSING_CELL),
    tables: { table2: presence('table2'), table3: presence('table3'), table4: presence('table4') },
    labels: concludeLabels(readings, edition),
    notes: [...leftOut, ...front.notes, ...rows.flatMap(row => row.notes), ...three.notes],
  };
}

const hasSameNumbers = (one: AnnualReport, other: AnnualReport): boolean =>
  FORM_CELLS[one.edition].every(({ path }) => one.cells[path]?.value === other.cells[path]?.value);

const MOST_TITLES = 5;
const titleOf = ({ title }: AnnualReport): string => (title === null ? '没有标题的一份' : `“${title}”`);

/** What is said of further reports on a page; nothing of the same report printed twice. */
function furtherNote(report: AnnualReport, further: readonly AnnualReport[]): readonly ReadingNote[] {
  const others = further.filter(other => !hasSameNumbers(report, other));
  if (others.length === 0) return [];
  const titles = others.slice(0, MOST_TITLES).map(titleOf).join('、') + (others.length > MOST_TITLES ? '等' : '');
  const message = `文件里有 ${others.length + 1} 份年度报告，只读取了第一份（${titleOf(report)}），没有读取${titles}，请把各份报告分成单独的文件后分别检查`;
  return [{ kind: 'further-reports', message }];
}

/**
 * The annual report on a page: readers gave its pieces; here the layout is taken away, labels and data are recognised, and every
 * cell of the form is filled with what was read, or with the reason why it was not. Of several reports the first is read, and a
 * note names the others. Refuses a page without any table of the form.
 */
export function recogniseReport(output: ReaderOutput): Result<AnnualReport, Unreadable> {
  if (extentOf(output.pieces) > MOST_CELLS) return refuse({ message: TOO_MUCH });
  const parts = separateReports(readPageElements(output.pieces));
  const [report, ...further] = parts.flatMap(part => concludeReport(part, output) ?? []);
  if (report === undefined) return refuse({ message: NO_TABLES });
  return ok({ ...report, notes: [...furtherNote(report, further), ...report.notes] });
}

/** The report in a file of the project's own JSON; undefined for any other file. */
function findJson(bytes: Uint8Array, name: string): Result<AnnualReport, Unreadable> | undefined {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!start.startsWith('{') && !(start.startsWith('[') && /\.json$/i.test(name))) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(decodeText(bytes).text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse({ message: 'JSON 格式有误，无法解析，请用 gongkai report read --json 重新生成' });
  }
  const report = readReportJson(Array.isArray(parsed) && parsed.length === 1 ? parsed[0] : parsed);
  return report.ok ? report : refuse({ message: report.problem });
}

/** The annual report in the bytes of a file, of any format a reader exists for. `name` is for sentences and the ending only. */
export async function readReport(
  bytes: Uint8Array,
  name: string,
): Promise<Result<{ readonly format: SourceFormat; readonly report: AnnualReport }, Unreadable>> {
  const json = findJson(bytes, name);
  if (json !== undefined) return json.ok ? ok({ format: 'json', report: json.value }) : json;
  const output = await readPieces(bytes, name);
  if (!output.ok) return output;
  const report = recogniseReport(output.value);
  return report.ok ? ok({ format: output.value.format, report: report.value }) : report;
}
