import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import type { CellPath } from '../../law/report-form/cells.ts';
import { SECTION_HEADING } from '../../law/report-form/sections.ts';
import type { NumberedSection } from '../../law/report-form/sections.ts';
import { cellAt, cellsFor, NO_SECTIONS } from './report.ts';
import type { AnnualReport } from './report.ts';

/** A unit's report, by the name under which its faults are told. */
export type AggregatePart = { readonly file: string; readonly report: AnnualReport };

export type CellInParts = { readonly path: CellPath; readonly name: string; readonly files: readonly string[] };

export type Aggregate = {
  readonly report: AnnualReport;
  /** Cells without a sum, with the parts in which they are missing or could not be read. */
  readonly unread: readonly CellInParts[];
  /** Cells that some parts left blank or crossed out, as offices print 0: taken for 0 and said. */
  readonly blank: readonly CellInParts[];
};

/** Millionths of 万元: sums of money must not be sums of fractions. */
const PER_UNIT = 1_000_000;

const isBlank = ({ report }: AggregatePart, path: CellPath): boolean =>
  ['blank', 'dash'].includes(cellAt(report, path).kind);
const isUnread = (part: AggregatePart, path: CellPath): boolean =>
  cellAt(part.report, path).value === null && !isBlank(part, path);

function sumOf(parts: readonly AggregatePart[], path: CellPath): number | null {
  if (parts.some(part => isUnread(part, path))) return null;
  const sum = parts.reduce((so, { report }) => so + Math.round((cellAt(report, path).value ?? 0) * PER_UNIT), 0);
  return sum / PER_UNIT;
}

function cellsWhere(
  parts: readonly AggregatePart[],
  edition: AnnualReport['edition'],
  holds: (part: AggregatePart, path: CellPath) => boolean,
): readonly CellInParts[] {
  return FORM_CELLS[edition].flatMap(({ path, name }) => {
    const files = parts.filter(part => holds(part, path)).map(({ file }) => file);
    return files.length === 0 ? [] : [{ path, name, files }];
  });
}

/**
 * E10: each cell is the sum of the cells of all units, none missing. A cell that one of them lacks has no sum, never a lesser one.
 * Refuses other years, other editions, and the same agency twice.
 */
export function aggregateReports(
  parts: readonly AggregatePart[],
  { agency, year }: { readonly agency: string; readonly year: number },
): Result<Aggregate, string> {
  const edition = parts[0]?.report.edition ?? '2021';
  const seen = new Map<string, string>();
  for (const { file, report } of parts) {
    if (report.year !== null && report.year !== year)
      return refuse(`${file}：报告年份是 ${report.year} 年，不是 ${year} 年，不能汇总在一起`);
    if (report.edition !== edition) return refuse(`${file}：用的是 ${report.edition} 年格式，与其他报告不同，不能相加`);
    const twin = report.agency === null ? undefined : seen.get(report.agency);
    if (twin !== undefined) return refuse(`${twin} 和 ${file} 都是“${report.agency!}”的报告，请只保留一份`);
    if (report.agency !== null) seen.set(report.agency, file);
  }
  const sums = new Map(FORM_CELLS[edition].map(({ path }) => [path, sumOf(parts, path)]));
  const numbered = Object.keys(SECTION_HEADING) as readonly NumberedSection[];
  return ok({
    unread: cellsWhere(parts, edition, isUnread),
    blank: cellsWhere(parts, edition, isBlank),
    report: {
      title: `${agency}${year}年政府信息公开工作年度报告`,
      agency,
      year,
      edition,
      sections: { ...NO_SECTIONS, '2': '', '3': '', '4': '' },
      headings: numbered.map(section => ({ section, text: SECTION_HEADING[section] })),
      cells: cellsFor(edition, path => {
        const value = sums.get(path) ?? null;
        return value === null
          ? { kind: 'missing', value: null, raw: '' }
          : { kind: 'computed', value, raw: String(value) };
      }),
      tables: { table2: 'found', table3: 'found', table4: 'found' },
      labels: [],
      notes: [],
    },
  });
}
