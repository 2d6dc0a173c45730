import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import { collect } from './collect.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Moves the day by which reports are to come in, never behind the law's 31 January. */
export async function moveDeadline(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  deadlineOn: Temporal.PlainDate,
): Promise<Result<ReportRound, RoundRefusal>> {
  return collect(deps, officer, year, { kind: 'deadline-moved', deadlineOn });
}
