import type { Glyph } from './page-marks.ts';
import type { Run } from './text-run.ts';

/** Characters as wide as the line is high, between which Chinese writes no space. */
const WIDE =
  /[\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u2014\u2018-\u201D\u2026\u2460-\u24FF\u{20000}-\u{3FFFF}]/u;
const DIGIT = /[\d.,%]/;

const isWide = (text: string) => WIDE.test(text);

/** The white space between two neighbours on a line, from what was drawn and how far they stand apart. */
function spaceBetween(one: Glyph, other: Glyph): '' | ' ' {
  const gap = (other.left - one.right) / Math.max(one.size, other.size);
  const [before, after] = [one.text.at(-1)!, other.text[0]!];
  if (isWide(before) && isWide(after)) return gap >= 0.9 ? ' ' : '';
  if (isWide(before) || isWide(after)) return gap >= 0.9 || (other.spaced && gap > 0.15) ? ' ' : '';
  if (other.spaced && gap > 0.1) return ' ';
  return gap >= (DIGIT.test(before) && DIGIT.test(after) ? 0.5 : 0.25) ? ' ' : '';
}

/** The text of the glyphs of one line. */
export function lineText(glyphs: readonly Glyph[]): string {
  const sorted = glyphs.toSorted((one, other) => one.left - other.left);
  return sorted.map((glyph, at) => (at === 0 ? '' : spaceBetween(sorted[at - 1]!, glyph)) + glyph.text).join('');
}

/** Runs by line, from top to bottom; runs whose baselines differ by less than half their size are on one line. */
export function groupIntoLines(runs: readonly Run[]): Run[][] {
  const lines: { baseline: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((one, other) => one.baseline - other.baseline)) {
    const last = lines.at(-1);
    if (last !== undefined && run.baseline - last.baseline < 0.45 * Math.min(run.size, last.size)) last.runs.push(run);
    else lines.push({ baseline: run.baseline, size: run.size, runs: [run] });
  }
  return lines.map(line => line.runs.sort((one, other) => one.left - other.left));
}

/** The beginning of a numbered heading or item: 一、 （一） 1. ① */
export const BEGINS_ITEM =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节条是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])/;

/** What stands between two lines of one text when they are joined; `spaced` where a space was drawn at the end of the first. */
export function spaceAtLineEnd(before: string, after: string, spaced = false): '' | ' ' {
  const [end, start] = [before.at(-1) ?? '', after[0] ?? ''];
  if (spaced && isWide(end) !== isWide(start)) return ' ';
  return /[\p{L}\p{N},;:.)]/u.test(end) && /[\p{L}\p{N}(]/u.test(start) && !isWide(end) && !isWide(start) ? ' ' : '';
}
