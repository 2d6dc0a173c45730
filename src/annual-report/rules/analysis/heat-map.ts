import type { AgencyCode } from '../../../people/rules/agency.ts';
import { LEVELS } from '../../../proofreading/finding.ts';
import type { Finding, Level } from '../../../proofreading/finding.ts';
import type { CollectedReport } from '../collection/collected-report.ts';
import { countFindings } from '../collection/finding-counts.ts';
import type { FindingCounts } from '../collection/finding-counts.ts';
import { yearsOf } from './time-series.ts';

/** Findings that stand, by level, and beside them those that somebody lets stand with a reason. */
export type AuditCounts = FindingCounts & { readonly waived: number };

/** Findings that stand. */
export const standing = (counts: AuditCounts): number => counts.error + counts.warning + counts.notice;

/** The gravest level that stands in a cell; null where nothing does. */
export const gravestOf = (counts: AuditCounts): Level | null => LEVELS.find(level => counts[level] > 0) ?? null;

export function auditCountsOf(findings: readonly Finding[]): AuditCounts {
  return { ...countFindings(findings), waived: findings.filter(({ waived }) => waived !== undefined).length };
}

/** The more errors the worse, then the more warnings, then the more notices. */
export const byHarm = (a: AuditCounts, b: AuditCounts): number =>
  b.error - a.error || b.warning - a.warning || b.notice - a.notice;

export type HeatMapRow = {
  readonly agency: AgencyCode;
  readonly agencyName: string;
  readonly total: AuditCounts;
  /** By audit; an audit that found nothing is not in it. */
  readonly cells: ReadonlyMap<string, AuditCounts>;
};
export type HeatMapColumn = { readonly id: string; readonly title: string; readonly total: AuditCounts };

/** Agencies × audits, the worst first in both directions. Audits that found nothing anywhere are `clean` and no column. */
export type HeatMap = {
  readonly columns: readonly HeatMapColumn[];
  readonly rows: readonly HeatMapRow[];
  readonly clean: readonly { readonly id: string; readonly title: string }[];
  readonly total: AuditCounts;
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
  const columns = audits.map(({ id, title }) => ({ id, title, total: auditCountsOf(byAudit.get(id) ?? []) }));
  const rows = reports.map(({ agency, agencyName, findings }): HeatMapRow => {
    const cells = [...Map.groupBy(findings, ({ audit }) => audit)].map(
      ([id, found]) => [id, auditCountsOf(found)] as const,
    );
    return { agency, agencyName, total: auditCountsOf(findings), cells: new Map(cells) };
  });
  const found = ({ total }: HeatMapColumn) => standing(total) + total.waived > 0;
  return {
    columns: columns.filter(found).sort((a, b) => byHarm(a.total, b.total)),
    clean: columns.filter(column => !found(column)).map(({ id, title }) => ({ id, title })),
    rows: rows.sort((a, b) => byHarm(a.total, b.total) || a.agency.localeCompare(b.agency)),
    total: auditCountsOf(reports.flatMap(({ findings }) => findings)),
  };
}

/** What the audits found in a year. */
export type AuditYear = {
  readonly year: number;
  readonly reports: number;
  readonly clean: number;
  readonly counts: AuditCounts;
};

/** How findings go over the years; a report without an error or a warning is clean. */
export function auditTrendOf(reports: readonly CollectedReport[]): readonly AuditYear[] {
  return yearsOf(reports).map(year => {
    const those = reports.filter(report => report.year === year).map(({ findings }) => auditCountsOf(findings));
    const sum = (level: keyof AuditCounts) => those.reduce((so, counts) => so + counts[level], 0);
    return {
      year,
      reports: those.length,
      clean: those.filter(({ error, warning }) => error + warning === 0).length,
      counts: { error: sum('error'), warning: sum('warning'), notice: sum('notice'), waived: sum('waived') },
    };
  });
}
