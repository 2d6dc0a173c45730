import type { CellPath } from '../../law/report-form/cells.ts';
import { valueAt } from './report.ts';
import type { AnnualReport } from './report.ts';
import { ENTERED_FIGURES } from './year-facts.ts';
import type { FigureKey } from './year-facts.ts';

/** An entered figure beside last year's report. */
export type FigureChange = {
  readonly key: FigureKey;
  readonly name: string;
  /** Null where last year's report does not say. */
  readonly before: number | null;
  readonly after: number;
  /** In percent of last year's, to one decimal; null without one, and where that was 0. */
  readonly ratio: number | null;
  /** So far from last year's that whoever enters it says why. */
  readonly asksWhy: boolean;
};

/** From half to double is how offices' figures move; a handful more or less says nothing. The limits are ours. */
const MOST = 100;
const LEAST = -50;
const FEW = 10;

function changeOf(key: FigureKey, name: string, before: number | null, after: number): FigureChange {
  const isKnown = before !== null && before !== 0;
  const ratio = isKnown ? Math.round(((after - before) / before) * 1000) / 10 : null;
  const isFar = ratio !== null && (ratio > MOST || ratio < LEAST);
  const asksWhy = before !== null && Math.abs(after - before) >= FEW && (isFar || before === 0);
  return { key, name, before, after, ratio, asksWhy };
}

/** Figures of table two held against last year's report, in the order of the form. */
export function changesSince(
  previous: AnnualReport | null,
  figures: Readonly<Partial<Record<FigureKey, number>>>,
): readonly FigureChange[] {
  return ENTERED_FIGURES.flatMap(({ key, name }) => {
    const after = figures[key];
    if (after === undefined) return [];
    const before = previous === null || !key.startsWith('table2.') ? null : valueAt(previous, key as CellPath);
    return [changeOf(key, name, before, after)];
  });
}
