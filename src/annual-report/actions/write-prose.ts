import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { SECTION_NAME } from '../../law/report-form/sections.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { PROSE_SECTIONS } from '../rules/draft-prose.ts';
import type { Prose } from '../rules/draft-prose.ts';
import { unknownFigures } from '../rules/live-figures.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

const LONGEST = 20_000;

/** Keeps the prose as somebody wrote it, every version. Refuses a live figure that there is not, and text beyond all measure. */
export async function writeProse(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  prose: Prose,
): Promise<Result<null, YearProblem>> {
  for (const section of PROSE_SECTIONS) {
    const [unknown] = unknownFigures(prose[section]);
    if (unknown !== undefined)
      return yearProblem(`${SECTION_NAME[section]}里的“{{${unknown}}}”不是可用的数字，请从列表中选用`, section);
    if (prose[section].length > LONGEST) return yearProblem(`${SECTION_NAME[section]}过长，请精简`, section);
  }
  return performOnYear(deps, officer, ref, 'prose-written', () => ok({ kind: 'prose-written', prose }));
}
