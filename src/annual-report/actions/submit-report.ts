import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { isOpenError } from '../rules/waiver.ts';
import { examineYear } from './examine-year.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/**
 * Submits a frozen report for approval. Refuses while an audit finds an error that nobody has waived, and where the registers
 * have moved on since the figures were frozen (E11).
 */
export async function submitReport(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
): Promise<Result<null, YearProblem>> {
  return performOnYear(deps, officer, ref, 'submitted', async (scene, transaction) => {
    const { result, differences } = await examineYear(transaction, scene);
    if (differences.length > 0)
      return yearProblem(`数据锁定以后登记簿有变化（${differences.length}格），请解除锁定、重新锁定后再提交`);
    const errors = result.findings.filter(isOpenError);
    return errors.length === 0
      ? ok({ kind: 'submitted' })
      : yearProblem(`审核发现${errors.length}处错误，请改正，或者写明理由予以豁免后再提交：${errors[0]!.message}`);
  });
}
