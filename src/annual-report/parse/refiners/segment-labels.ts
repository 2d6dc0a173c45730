import type { LabelFound } from '../recognisers/find-label.ts';
import { findExactLabel, findLikelyLabel, isCaptionFragment, mayBeLabel } from '../recognisers/find-label.ts';
import type { LabelText } from './page-element.ts';

/** Texts that together are one label of the form, or one text that is none. */
export type Segment = {
  readonly texts: readonly LabelText[];
  /** As printed, joined. */
  readonly printed: string;
  readonly found: LabelFound | null;
};

const MOST_JOINED = 8;
const MOST_JOINED_LIKELY = 5;
const LONGEST_JOINED = 140;
const UNKNOWN = 0.7;
const FRAGMENT = 0.35;
const JOIN = 0.02;

const printedOf = (texts: readonly LabelText[]): string => texts.map(({ text }) => text).join('');

/** Whether texts may be one cell broken over lines: nothing stands between them, and they are near in the same table. */
const mayJoin = (texts: readonly LabelText[]): boolean =>
  texts.slice(0, -1).every(text => text.below.length === 0 && !text.slots.some(slot => !slot.isBlank)) &&
  texts.every(text => text.layout !== 'line' || text.text.length <= 60);

/**
 * Cuts a run of texts into labels of the form, so that together they are the likeliest reading: 商业 / 企业 is one label, and so is
 * 5.要求行政机关确认或重 / 新出具已获取信息. Outside a table (`isLenient` false) only the form's own words count.
 */
export function segmentLabels(run: readonly LabelText[], isLenient: boolean): readonly Segment[] {
  const alone = run.map(text => findExactLabel(text.text));
  const best: { cost: number; from: number; found: LabelFound | null }[] = [{ cost: 0, from: 0, found: null }];
  for (let end = 1; end <= run.length; end += 1) {
    const last = run[end - 1]!;
    const unknown = isCaptionFragment(last.text) ? FRAGMENT : UNKNOWN;
    let choice = { cost: best[end - 1]!.cost + unknown, from: end - 1, found: null as LabelFound | null };
    let length = 0;
    let allStrange = true;
    for (let from = end - 1; from >= Math.max(0, end - MOST_JOINED); from -= 1) {
      const count = end - from;
      length += run[from]!.text.length;
      if (count > 1 && length > LONGEST_JOINED) break;
      allStrange &&= alone[from] === undefined;
      const texts = run.slice(from, end);
      if (count > 1 && (!mayBeLabel(run[from]!.text) || !mayJoin(texts))) break;
      const printed = printedOf(texts);
      const found =
        (count === 1 ? alone[from] : findExactLabel(printed)) ??
        (isLenient && allStrange && count <= MOST_JOINED_LIKELY ? findLikelyLabel(printed, count === 1) : undefined);
      if (found === undefined) continue;
      const cost = best[from]!.cost + found.cost + JOIN * (count - 1);
      if (cost < choice.cost) choice = { cost, from, found };
    }
    best.push(choice);
  }
  const segments: Segment[] = [];
  for (let end = run.length; end > 0; end = best[end]!.from) {
    const texts = run.slice(best[end]!.from, end);
    segments.push({ texts, printed: printedOf(texts), found: best[end]!.found });
  }
  return segments.reverse();
}
