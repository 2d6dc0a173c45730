import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { CorrectionNote } from '../rules/year-log.ts';
import { findPublishedReport } from '../store/published-report.store.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/** Begins to correct a published report, with what is wrong and why: the note that readers will see. */
export async function beginCorrection(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  input: CorrectionNote,
): Promise<Result<null, YearProblem>> {
  const [what, why] = [input.what.trim(), input.why.trim()];
  if (what === '') return yearProblem('请写明更正什么', 'what');
  if (why === '') return yearProblem('请写明为什么更正', 'why');
  return performOnYear(deps, officer, ref, 'correction-begun', async ({ agency }, transaction) =>
    (await findPublishedReport(transaction, agency.code, ref.year)) === undefined
      ? yearProblem('这一年的报告还没有公布，直接修改即可，不需要更正')
      : ok({ kind: 'correction-begun', what, why }),
  );
}
