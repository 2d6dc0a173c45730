import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { ENTERED_FIGURES } from '../rules/year-facts.ts';
import type { FigureKey } from '../rules/year-facts.ts';
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

/** Enters figures that live elsewhere, with where they come from. Refuses a figure without source, and what is no such figure. */
export async function enterFigures(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  input: { readonly figures: Readonly<Partial<Record<FigureKey, number>>>; readonly source: string },
): Promise<Result<null, YearProblem>> {
  const source = input.source.trim();
  if (Object.keys(input.figures).length === 0) return yearProblem('没有填写数据', 'source');
  if (source === '') return yearProblem('请写明数据的来源，例如“区行政审批系统年度统计表”', 'source');
  return performOnYear(deps, officer, ref, 'figures-entered', ({ agency }) => {
    const fault = faultIn(input.figures, agency.mayMakeRules);
    if (fault !== null) return yearProblem(fault.message, fault.field);
    return ok({ kind: 'figures-entered', figures: input.figures, source });
  });
}
