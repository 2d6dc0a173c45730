import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { FIRST_REPORT_YEAR } from '../../law/report-form/edition.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { composeReport } from '../rules/compose-report.ts';
import { draftProse } from '../rules/draft-prose.ts';
import type { Prose } from '../rules/draft-prose.ts';
import { foldYear } from '../rules/report-year.ts';
import type { ReportYear } from '../rules/report-year.ts';
import type { AnnualReport } from '../rules/report.ts';
import type { YearFacts } from '../rules/year-facts.ts';
import type { YearEntry } from '../rules/year-log.ts';
import { listYearEntries } from '../store/report-year.store.ts';
import { gatherFacts } from '../store/year-facts.store.ts';

/** A year's report from the registers as they are now, with what it was made of. */
export type CompiledReport = {
  readonly agency: Agency;
  readonly facts: YearFacts;
  readonly prose: Prose;
  readonly report: AnnualReport;
  readonly log: readonly YearEntry[];
  /** Null while nobody has begun the year. */
  readonly state: ReportYear | null;
};

/**
 * Compiles an agency's report on a year from the live registers: every cell counted, the prose as it was written or, where nobody
 * has, drafted. Reads only. Refuses an agency that is not registered, years before the form of 2021, and years to come.
 */
export async function compileReport(
  queries: Queries,
  code: AgencyCode,
  year: number,
  today: Temporal.PlainDate,
): Promise<Result<CompiledReport, string>> {
  if (!Number.isInteger(year) || year < FIRST_REPORT_YEAR['2021'] || year > today.year)
    return refuse(
      `只能编制 ${FIRST_REPORT_YEAR['2021']} 年至 ${today.year} 年的年度报告；更早的报告请读取原来公布的文件`,
    );
  const agency = await findAgency(queries, code);
  if (agency === undefined) return refuse(`机构 ${code} 尚未登记；请核对机构编码`);
  const log = await listYearEntries(queries, { agency: code, year });
  const state = log.length === 0 ? null : foldYear(log);
  const facts = await gatherFacts(queries, agency, year, state?.entered ?? {});
  const prose = state?.prose ?? draftProse(facts);
  return ok({ agency, facts, prose, report: composeReport(facts, prose), log, state });
}
