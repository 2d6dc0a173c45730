import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import { collect } from './collect.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Ends a round when every agency's report was accepted. Corrections of published reports still come in. */
export async function closeRound(
  deps: RoundDeps,
  officer: Officer,
  year: number,
): Promise<Result<ReportRound, RoundRefusal>> {
  return collect(deps, officer, year, { kind: 'closed' });
}
