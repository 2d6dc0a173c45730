import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { withinTransaction } from '../../platform/database/within-transaction.ts';
import { readReportJson, reportJsonOf } from '../rules/interchange.ts';
import { appendVersion, isCurrent, lockAgency } from '../store/published-report.store.ts';
import type { ReportToFile } from '../store/published-report.store.ts';

/** A report that is already published elsewhere and is to be kept here, as contract JSON. */
export type ReportFiling = {
  readonly agency: AgencyCode;
  readonly year: number;
  readonly publishedOn: Temporal.PlainDate;
  readonly json: unknown;
};

export type Filed = { readonly kind: 'filed'; readonly version: number } | { readonly kind: 'already-filed' };

/** 政府信息公开条例 has been in force since 2008, and with it the yearly report. */
const FIRST_YEAR = 2008;

/** PostgreSQL's jsonb holds every character but U+0000 and halves of surrogate pairs. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).flat().every(isStorable);
}

function readFiling({ agency, year, publishedOn, json }: ReportFiling): Result<ReportToFile, string> {
  const report = readReportJson(json);
  if (!report.ok) return report;
  const printed = report.value.year;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > publishedOn.year)
    return refuse(`${publishedOn.toString()} 公布的不会是 ${year} 年度的报告；请核对年度和公布日期`);
  if (printed !== null && printed !== year)
    return refuse(`报告写明的年度是 ${printed} 年，不是 ${year} 年；请核对后再归档`);
  if (!isStorable(reportJsonOf(report.value)))
    return refuse('报告的文字中有不能保存的控制字符；请从原文件重新读取后再归档');
  return ok({ agency, year, publishedOn, report: report.value });
}

/**
 * Keeps a published report as the agency's next version for that year; the same report filed again changes nothing.
 * Refuses, in one Chinese sentence, what is no report, another year's report, and an agency that is not registered.
 */
export async function filePublishedReport(queries: Queries, filing: ReportFiling): Promise<Result<Filed, string>> {
  const read = readFiling(filing);
  if (!read.ok) return read;
  return withinTransaction(queries, async transaction => {
    if (!(await lockAgency(transaction, filing.agency)))
      return refuse(`机构 ${filing.agency} 尚未登记；请先登记该机构`);
    if (await isCurrent(transaction, read.value)) return ok({ kind: 'already-filed' as const });
    return ok({ kind: 'filed' as const, version: await appendVersion(transaction, read.value) });
  });
}
