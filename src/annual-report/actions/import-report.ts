import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { ABILITIES } from '../../people/rules/ability.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { withinTransaction } from '../../platform/database/within-transaction.ts';
import { reportJsonOf } from '../rules/interchange.ts';
import type { AnnualReport } from '../rules/report.ts';
import { findPublishedReport, lockAgency } from '../store/published-report.store.ts';
import { filePublishedReport } from './file-published-report.ts';
import { yearProblem } from './perform-on-year.ts';
import type { YearDeps, YearProblem } from './perform-on-year.ts';

/**
 * Takes over a report that the agency published elsewhere, for years before this system. Refuses a year whose report stands here
 * already: that one is corrected, with its note, and never replaced in silence.
 */
export async function importReport(
  deps: YearDeps,
  officer: Officer,
  input: { readonly year: number; readonly publishedOn: Temporal.PlainDate; readonly report: AnnualReport },
): Promise<Result<null, YearProblem>> {
  const { agency } = officer;
  const { year, publishedOn, report } = input;
  if (!may(officer, 'publish-report', agency))
    return yearProblem(`您没有“${ABILITIES['publish-report']}”的权限，请联系本机关的系统管理员`);
  if (Temporal.PlainDate.compare(publishedOn, deps.today()) > 0)
    return yearProblem('公布日期还没有到，请填实际公布的日期', 'publishedOn');
  return withinTransaction(deps.queries, async transaction => {
    await lockAgency(transaction, agency);
    if ((await findPublishedReport(transaction, agency, year)) !== undefined)
      return yearProblem(`${year} 年的报告已经在本系统公布；内容有误的，请开始编制这一年的报告并写明更正说明`);
    const filed = await filePublishedReport(transaction, { agency, year, publishedOn, json: reportJsonOf(report) });
    if (!filed.ok) return yearProblem(filed.problem);
    await appendJournal(transaction, {
      at: deps.now(),
      agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'annual-report-imported',
      subject: `annual-report:${agency}:${year}`,
      detail: {},
    });
    return ok(null);
  });
}
