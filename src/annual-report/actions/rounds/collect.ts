import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { RoundAct } from '../../rules/collection/round-log.ts';
import { collectorRefusal, performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Does an act of the supervising office in its round on a year, with the ability asked. */
export async function collect(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  act: RoundAct,
): Promise<Result<ReportRound, RoundRefusal>> {
  const lacking = collectorRefusal(officer, officer.agency);
  if (lacking !== null) return refuse(lacking);
  return performOnRound(deps, { office: officer.agency, year }, officer.id, () => ok({ acts: [act] }));
}
