import { SECTION_KEYS } from '../../../law/report-form/sections.ts';
import type { SectionKey } from '../../../law/report-form/sections.ts';
import type { AnnualReport } from '../report.ts';
import { compareCells } from './compare-cells.ts';
import type { CellChange } from './compare-cells.ts';
import { compareProse } from './compare-prose.ts';
import type { ProseComparison } from './compare-prose.ts';

export type ComparedReport = Pick<AnnualReport, 'agency' | 'year' | 'edition' | 'title'>;

/** Two reports side by side: two years of an agency, or two agencies. */
export type ReportComparison = {
  readonly older: ComparedReport;
  readonly newer: ComparedReport;
  readonly cells: readonly CellChange[];
  readonly sections: Readonly<Record<SectionKey, ProseComparison>>;
  /** What is not compared and why, in Chinese. */
  readonly notes: readonly string[];
};

const headOf = ({ agency, year, edition, title }: AnnualReport): ComparedReport => ({ agency, year, edition, title });

/** Compares every figure that both forms have, and the prose section by section. */
export function compareReports(older: AnnualReport, newer: AnnualReport): ReportComparison {
  const sections = Object.fromEntries(
    SECTION_KEYS.map(key => [key, compareProse(older.sections[key] ?? '', newer.sections[key] ?? '')]),
  ) as ReportComparison['sections'];
  const notes =
    older.edition === newer.edition
      ? []
      : ['两份报告用的是不同版本的格式：“其他处理”按一行比较，主动公开表中含义不同的栏目不比较'];
  return { older: headOf(older), newer: headOf(newer), cells: compareCells(older, newer), sections, notes };
}
