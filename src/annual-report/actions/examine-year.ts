import { citationText } from '../../law/citation.ts';
import { REMEDY_BASIS } from '../../law/remedies.ts';
import type { AuditFinding } from '../audits/audit.ts';
import { byPlace } from '../audits/computed/place-order.ts';
import { reconsiderationFirst } from '../audits/reconsideration-first.ts';
import { auditReport } from '../audits/run-audits.ts';
import type { AuditResult } from '../audits/run-audits.ts';
import { composeReport } from '../rules/compose-report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { applyWaivers } from '../rules/waiver.ts';
import { differencesBetween } from '../rules/year-facts.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { findPublishedReport } from '../store/published-report.store.ts';
import { listRouteConflicts } from '../store/route-conflict.store.ts';
import type { CompiledReport } from './compile-report.ts';

/** The report of a year as it would be published now, and what the audits say to it. */
export type ExaminedYear = {
  /** Made of the frozen facts where they are frozen, else of the live ones. */
  readonly report: AnnualReport;
  readonly result: AuditResult;
  /** The cells in which the registers have moved on since the figures were frozen. */
  readonly differences: ReturnType<typeof differencesBetween>;
};

/** A report alone cannot say which answer a suit is about and is given a notice; the register of disputes can say it. */
function withRouteConflicts(result: AuditResult, conflicts: readonly string[]): AuditResult {
  const others = result.findings.filter(({ audit }) => audit !== reconsiderationFirst.id);
  const where = 'table4.litigationDirect.total';
  const found = conflicts.map((message): AuditFinding => ({
    audit: reconsiderationFirst.id,
    level: 'warning',
    where,
    quote: '',
    message,
    basis: citationText(REMEDY_BASIS.reconsiderationFirst),
    suggestion: '请核对案件是否漏选了此前的行政复议；经过复议的，计入“复议后起诉”',
    cells: [where],
  }));
  return { ...result, findings: [...others, ...found].toSorted(byPlace) };
}

/** Audits a year's report, with last year's beside it and the waivers applied. */
export async function examineYear(queries: Queries, compiled: CompiledReport): Promise<ExaminedYear> {
  const { agency, facts, prose, state } = compiled;
  const frozen = state?.frozen?.facts ?? null;
  const report = composeReport(frozen ?? facts, prose);
  const previous = await findPublishedReport(queries, agency.code, facts.year - 1);
  const audited = withRouteConflicts(
    auditReport(report, previous === undefined ? {} : { previous: previous.report }),
    await listRouteConflicts(queries, agency.code, facts.year),
  );
  return {
    report,
    result: applyWaivers(audited, state?.waivers ?? []).result,
    differences: frozen === null ? [] : differencesBetween(frozen, facts),
  };
}
