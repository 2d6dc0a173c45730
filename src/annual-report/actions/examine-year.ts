import { auditReport } from '../audits/run-audits.ts';
import type { AuditResult } from '../audits/run-audits.ts';
import { composeReport } from '../rules/compose-report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { applyWaivers } from '../rules/waiver.ts';
import { differencesBetween } from '../rules/year-facts.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { findPublishedReport } from '../store/published-report.store.ts';
import type { CompiledReport } from './compile-report.ts';

/** The report of a year as it would be published now, and what the audits say to it. */
export type ExaminedYear = {
  /** Made of the frozen facts where they are frozen, else of the live ones. */
  readonly report: AnnualReport;
  readonly result: AuditResult;
  /** The cells in which the registers have moved on since the figures were frozen. */
  readonly differences: ReturnType<typeof differencesBetween>;
};

/** Audits a year's report, with last year's beside it and the waivers applied. */
export async function examineYear(queries: Queries, compiled: CompiledReport): Promise<ExaminedYear> {
  const { agency, facts, prose, state } = compiled;
  const frozen = state?.frozen?.facts ?? null;
  const report = composeReport(frozen ?? facts, prose);
  const previous = await findPublishedReport(queries, agency.code, facts.year - 1);
  const audited = auditReport(report, previous === undefined ? {} : { previous: previous.report });
  return {
    report,
    result: applyWaivers(audited, state?.waivers ?? []).result,
    differences: frozen === null ? [] : differencesBetween(frozen, facts),
  };
}
