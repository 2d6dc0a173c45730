import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { ProposalOrigin } from '../rules/year-log.ts';
import type { FigureKey } from '../rules/year-facts.ts';
import { insertEvidence } from '../store/evidence.store.ts';
import type { KeptEvidence } from '../store/evidence.store.ts';
import { performOnYear } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/**
 * Lays figures from a file or from the 双公示 system before the office. Nothing of the report changes until an officer takes
 * them (`enterFigures`). The kept file is dropped by the caller where the act is refused.
 */
export async function proposeFigures(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  input: {
    readonly by: ProposalOrigin;
    readonly figures: Readonly<Partial<Record<FigureKey, number>>>;
    readonly source: string;
    readonly evidence: KeptEvidence;
  },
): Promise<Result<null, YearProblem>> {
  const { by, figures, source } = input;
  return performOnYear(deps, officer, ref, 'figures-proposed', async ({ agency }, transaction) => {
    const year = { agency: agency.code, year: ref.year };
    const evidence = await insertEvidence(transaction, year, input.evidence, deps.now());
    return ok({ kind: 'figures-proposed', by, figures, source, evidence });
  });
}
