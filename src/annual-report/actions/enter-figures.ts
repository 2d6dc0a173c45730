import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { changesSince } from '../rules/figure-change.ts';
import type { FigureChange } from '../rules/figure-change.ts';
import { ENTERED_FIGURES } from '../rules/year-facts.ts';
import type { FigureKey } from '../rules/year-facts.ts';
import { insertEvidence } from '../store/evidence.store.ts';
import type { KeptEvidence } from '../store/evidence.store.ts';
import { findPublishedReport } from '../store/published-report.store.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/** Six decimals of 万元 are cents. */
const PER_UNIT = 1_000_000;

function faultIn(figures: Readonly<Partial<Record<FigureKey, number>>>, mayMakeRules: boolean): YearProblem | null {
  for (const { key, name, unit } of ENTERED_FIGURES) {
    const value = figures[key];
    if (value === undefined) continue;
    const isMoney = unit === 'wan-yuan';
    const isRight = isMoney ? Number.isInteger(Math.round(value * PER_UNIT * 10) / 10) : Number.isInteger(value);
    if (!Number.isFinite(value) || value < 0 || !isRight)
      return { field: key, message: `${name}应填${isMoney ? '不小于0、至多六位小数的数，单位万元' : '不小于0的整数'}` };
    if (key.startsWith('table2.regulatoryRule.') && value > 0 && !mayMakeRules)
      return { field: key, message: '本机关没有规章制定权，规章的件数应为0' };
  }
  return null;
}

/** The sentence for figures so far from last year's that nobody would believe them without a reason. */
function farFrom(changes: readonly FigureChange[]): YearProblem | null {
  const far = changes.filter(({ asksWhy }) => asksWhy);
  if (far.length === 0) return null;
  const named = far.map(({ name, before, after }) => `${name}上年${before}、本年${after}`).join('；');
  return { field: 'explanation', message: `与上年报告相差较大，请核对并写明原因：${named}` };
}

export type FiguresToEnter = {
  readonly figures: Readonly<Partial<Record<FigureKey, number>>>;
  readonly source: string;
  /** Why figures are far from last year's; empty where they are not. */
  readonly explanation?: string;
  /** The kept file that shows them. The caller drops it where the act is refused. */
  readonly evidence?: KeptEvidence;
  /** Sequence of the proposal that is taken, with its own evidence. */
  readonly proposal?: number;
};

/**
 * Enters figures that live elsewhere, with where they come from, the file that shows them and, where they are far from last
 * year's report, why. Refuses a figure without source, what is no such figure, and a proposal that has been decided.
 */
export async function enterFigures(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  input: FiguresToEnter,
): Promise<Result<null, YearProblem>> {
  const { figures, proposal } = input;
  const [source, explanation] = [input.source.trim(), input.explanation?.trim() ?? ''];
  if (Object.keys(figures).length === 0) return yearProblem('没有填写数据', 'source');
  if (source === '') return yearProblem('请写明数据的来源，例如“区行政审批系统年度统计表”', 'source');
  return performOnYear(deps, officer, ref, 'figures-entered', async ({ agency, state }, transaction) => {
    const fault = faultIn(figures, agency.mayMakeRules);
    if (fault !== null) return yearProblem(fault.message, fault.field);
    const proposed = state.proposals.find(({ sequence }) => sequence === proposal);
    if (proposal !== undefined && proposed === undefined)
      return yearProblem('导入的数据已经处理过，请刷新页面核对', 'source');
    const previous = await findPublishedReport(transaction, agency.code, ref.year - 1);
    const far = explanation === '' ? farFrom(changesSince(previous?.report ?? null, figures)) : null;
    if (far !== null) return yearProblem(far.message, far.field);
    const evidence =
      input.evidence === undefined
        ? proposed?.evidence
        : await insertEvidence(transaction, { agency: agency.code, year: ref.year }, input.evidence, deps.now());
    return ok({
      kind: 'figures-entered',
      figures,
      source,
      ...(evidence === undefined ? {} : { evidence }),
      ...(explanation === '' ? {} : { explanation }),
      ...(proposal === undefined ? {} : { proposal }),
    });
  });
}
