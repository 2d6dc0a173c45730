import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import { auditReport } from '../../audits/run-audits.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import { recheck } from '../../rules/rectification/recheck.ts';
import { listCollectedReports } from '../../store/collected-report.register.store.ts';
import { findPublishedReport } from '../../store/published-report.store.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { performOnRectification } from './perform-on-rectification.ts';
import type { RectificationDeps, SeenRectification } from './perform-on-rectification.ts';

/** Runs the audits anew on the report that counts now and notes of each ordered finding whether it is mended, stands or is waived. */
export async function checkRectification(
  deps: RectificationDeps,
  officer: Officer,
  ref: SeenRectification,
): Promise<Result<RectificationFile, RectificationRefusal>> {
  return performOnRectification(deps, officer, ref, 'checked', async ({ agency, year, state }, transaction) => {
    const [collected] = await listCollectedReports(transaction, { year, agencies: [agency] });
    if (collected === undefined) return refuse(notOpen('这个机关这一年度没有可以复核的报告，请先催报'));
    const previous = (await findPublishedReport(transaction, agency, year - 1))?.report;
    const published = await findPublishedReport(transaction, agency, year);
    const { findings } = auditReport(collected.report, {
      ...(previous === undefined ? {} : { previous }),
      ...(published === undefined ? {} : { publishedOn: published.publishedOn }),
    });
    // What was waived stands with the report that was collected; the audits alone know nothing of it.
    const waivers = new Map(collected.findings.map(({ fingerprint, waived }) => [fingerprint, waived]));
    const found = findings.map(one => {
      const waived = waivers.get(one.fingerprint);
      return waived === undefined ? one : { ...one, waived };
    });
    return ok({ verdicts: recheck(state.findings, found) });
  });
}
