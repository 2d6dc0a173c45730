import type { AgencyCode } from '../../../people/rules/agency.ts';
import { LEVELS } from '../../../proofreading/finding.ts';
import type { Finding, Level } from '../../../proofreading/finding.ts';
import type { CollectedReport } from '../collection/collected-report.ts';
import { yearsOf } from './time-series.ts';

/** Findings that stand, by level; what somebody has waived is counted apart. */
export type FindingCounts = Readonly<Record<Level, number>> & { readonly waived: number };

export const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, notice: 0, waived: 0 };

/** Findings that stand. */
export const standing = (counts: FindingCounts): number => counts.error + counts.warning + counts.notice;

/** The gravest level that stands in a cell; null where nothing does. */
export const gravestOf = (counts: FindingCounts): Level | null => LEVELS.find(level => counts[level] > 0) ?? null;

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { ...NO_FINDINGS };
  for (const { level, waived } of findings) counts[waived === undefined ? level : 'waived'] += 1;
  return counts;
}

/** The more errors the worse, then the more warnings, then the more notices. */
export const byHarm = (a: FindingCounts, b: FindingCounts): number =>
  b.error - a.error || b.warning - a.warning || b.notice - a.notice;

export type HeatMapRow = {
  readonly agency: AgencyCode;
  readonly agencyName: string;
  readonly total: FindingCounts;
  /** By audit; an audit that found nothing is not in it. */
  readonly cells: ReadonlyMap<string, FindingCounts>;
};
export type HeatMapColumn = { readonly id: string; readonly title: string; readonly total: FindingCounts };

/** Agencies × audits, the worst first in both directions. Audits that found nothing anywhere are `clean` and no column. */
export type HeatMap = {
  readonly columns: readonly HeatMapColumn[];
  readonly rows: readonly HeatMapRow[];
  readonly clean: readonly { readonly id: string; readonly title: string }[];
  readonly total: FindingCounts;
};

/** The heat map of the reports of one year. */
export function heatMapOf(
  reports: readonly CollectedReport[],
  audits: readonly { readonly id: string; readonly title: string }[],
): HeatMap {
  const byAudit = Map.groupBy(
    reports.flatMap(({ findings }) => findings),
    ({ audit }) => audit,
  );
  const columns = audits.map(({ id, title }) => ({ id, title, total: countFindings(byAudit.get(id) ?? []) }));
  const rows = reports.map(({ agency, agencyName, findings }): HeatMapRow => {
    const cells = [...Map.groupBy(findings, ({ audit }) => audit)].map(
      ([id, found]) => [id, countFindings(found)] as const,
    );
    return { agency, agencyName, total: countFindings(findings), cells: new Map(cells) };
  });
  const found = ({ total }: HeatMapColumn) => standing(total) + total.waived > 0;
  return {
    columns: columns.filter(found).sort((a, b) => byHarm(a.total, b.total)),
    clean: columns.filter(column => !found(column)).map(({ id, title }) => ({ id, title })),
    rows: rows.sort((a, b) => byHarm(a.total, b.total) || a.agency.localeCompare(b.agency)),
    total: countFindings(reports.flatMap(({ findings }) => findings)),
  };
}

/** What the audits found in a year. */
export type AuditYear = {
  readonly year: number;
  readonly reports: number;
  readonly clean: number;
  readonly counts: FindingCounts;
};

/** How findings go over the years; a report without an error or a warning is clean. */
export function auditTrendOf(reports: readonly CollectedReport[]): readonly AuditYear[] {
  return yearsOf(reports).map(year => {
    const those = reports.filter(report => report.year === year).map(({ findings }) => countFindings(findings));
    const sum = (level: keyof FindingCounts) => those.reduce((so, counts) => so + counts[level], 0);
    return {
      year,
      reports: those.length,
      clean: those.filter(({ error, warning }) => error + warning === 0).length,
      counts: { error: sum('error'), warning: sum('warning'), notice: sum('notice'), waived: sum('waived') },
    };
  });
}
