import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { examineYear } from './examine-year.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

const LONGEST = 500;

/** Lets a finding stand, in the officer's name and with the reason; both go with the report. Refuses what no audit found. */
export async function waiveFinding(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  input: { readonly fingerprint: string; readonly reason: string },
): Promise<Result<null, YearProblem>> {
  const reason = input.reason.trim();
  if (reason === '' || reason.length > LONGEST) return yearProblem(`请写明豁免的理由，${LONGEST}字以内`, 'reason');
  return performOnYear(deps, officer, ref, 'finding-waived', async (scene, transaction) => {
    const { result } = await examineYear(transaction, scene);
    if (!result.findings.some(({ fingerprint }) => fingerprint === input.fingerprint))
      return yearProblem('没有这一处审核发现，报告可能已经修改，请刷新页面核对', 'reason');
    const waiver = { fingerprint: input.fingerprint, by: officer.name, reason, on: deps.today() };
    return ok({ kind: 'finding-waived', waiver });
  });
}
