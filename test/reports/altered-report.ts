import type { CellPath } from '../../src/law/report-form/cells.ts';
import type { SectionKey } from '../../src/law/report-form/sections.ts';
import type { Cell, UnreadKind } from '../../src/annual-report/rules/cell.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';

const RAW_OF = { blank: '', dash: '/', missing: '', ambiguous: '', 'not-a-number': '无' } as const satisfies Record<
  UnreadKind,
  string
>;

type CellChange = number | UnreadKind | Cell;

function cellOf(change: CellChange): Cell {
  if (typeof change === 'number') return { kind: 'number', value: change, raw: String(change) };
  return typeof change === 'string' ? { kind: change, value: null, raw: RAW_OF[change] } : change;
}

/** The report with other cells: a number, the kind of a cell that could not be read, or a whole cell. */
export function withCells(
  report: AnnualReport,
  changes: Readonly<Partial<Record<CellPath, CellChange>>>,
): AnnualReport {
  const cells = Object.entries(changes).map(([path, change]) => [path, cellOf(change)]);
  return { ...report, cells: { ...report.cells, ...(Object.fromEntries(cells) as AnnualReport['cells']) } };
}

/** The report with other prose in some sections; null removes a section together with its heading. */
export function withProse(
  report: AnnualReport,
  prose: Readonly<Partial<Record<SectionKey, string | null>>>,
): AnnualReport {
  return {
    ...report,
    sections: { ...report.sections, ...prose },
    headings: report.headings.filter(({ section }) => prose[section] !== null),
  };
}

/** The report with a passage of one section replaced. Throws when the section does not have it: a test that changes nothing tests nothing. */
export function withReplaced(report: AnnualReport, section: SectionKey, from: string, to: string): AnnualReport {
  const text = report.sections[section];
  if (text?.includes(from) !== true) throw new Error(`“${from}” is not in section ${section}`);
  return withProse(report, { [section]: text.replace(from, to) });
}

/** The report with text added at the end of a section. */
export function withAdded(report: AnnualReport, section: SectionKey, text: string): AnnualReport {
  return withProse(report, { [section]: `${report.sections[section] ?? ''}${text}` });
}

/** The report of another agency: title and name changed, the rest as it was. */
export function ofAgency(report: AnnualReport, agency: string): AnnualReport {
  return { ...report, agency, title: `${agency}${report.year}年政府信息公开工作年度报告` };
}
