import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import { collect } from './collect.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Opens a round again that was ended, with the reason. */
export async function reopenRound(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  reason: string,
): Promise<Result<ReportRound, RoundRefusal>> {
  return collect(deps, officer, year, { kind: 'reopened', reason: reason.trim() });
}
