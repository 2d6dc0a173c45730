import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/** Leaves imported figures unused, with the reason; they stay in the log. */
export async function declineProposal(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  input: { readonly proposal: number; readonly reason: string },
): Promise<Result<null, YearProblem>> {
  const reason = input.reason.trim();
  if (reason === '') return yearProblem('请写明不采用的原因', 'reason');
  return performOnYear(deps, officer, ref, 'proposal-declined', ({ state }) =>
    state.proposals.some(({ sequence }) => sequence === input.proposal)
      ? ok({ kind: 'proposal-declined', proposal: input.proposal, reason })
      : yearProblem('导入的数据已经处理过，请刷新页面核对', 'reason'),
  );
}
