import type { Box } from './box.ts';
import { groupIntoLines } from './line-text.ts';
import type { Run } from './text-run.ts';

/** A navigation beside the running text of a page: its runs, and between which heights it stands. */
export type SideColumn = {
  readonly side: 'left' | 'right';
  readonly runs: ReadonlySet<Run>;
  readonly top: number;
  readonly bottom: number;
};

const FEWEST_LINES = 6;
/** So many lines of the smallest type take these points. */
const LOWEST_COLUMN = 45;
const SHARES = [...Array(32).keys()].map(at => 0.05 + at * 0.01);
/** A page with more runs is a drawing or a table without rules. */
const MOST_RUNS = 1500;

type Line = Box & { readonly baseline: number; readonly size: number; readonly characters: number };

function lineOf(runs: readonly Run[]): Line {
  const [first] = runs;
  return {
    left: Math.min(...runs.map(run => run.left)),
    right: Math.max(...runs.map(run => run.right)),
    top: Math.min(...runs.map(run => run.top)),
    bottom: Math.max(...runs.map(run => run.bottom)),
    baseline: first!.baseline,
    size: first!.size,
    characters: runs.reduce((sum, run) => sum + run.glyphs.length, 0),
  };
}
const linesOf = (runs: readonly Run[]): readonly Line[] => groupIntoLines(runs).map(lineOf);

/** The stretches of a page in which nothing crosses `x`. */
function bandsAt(x: number, boxes: readonly Box[], height: number): readonly { top: number; bottom: number }[] {
  const crossing = boxes.filter(box => box.left < x && box.right > x).toSorted((one, other) => one.top - other.top);
  const bands: { top: number; bottom: number }[] = [];
  let top = 0;
  for (const box of crossing) {
    if (box.top > top) bands.push({ top, bottom: box.top });
    top = Math.max(top, box.bottom);
  }
  return [...bands, { top, bottom: height }];
}

/** Lines of a navigation stand at heights of their own: those of a table or of labels stand beside what they belong to. */
const standsApart = (narrow: readonly Line[], wide: readonly Line[]): boolean =>
  narrow.filter(line => wide.some(other => Math.abs(other.baseline - line.baseline) < 0.1 * line.size)).length * 2 <
  narrow.length;

const isRunningText = (lines: readonly Line[], width: number): boolean => {
  const widest = Math.max(0, ...lines.map(line => line.right - line.left));
  const full = lines.filter(line => line.right - line.left > 0.6 * widest);
  return widest > 0.35 * width && full.length >= FEWEST_LINES && full.length * 3 >= lines.length;
};

/**
 * The column of a navigation beside the text, as on web pages that were printed; null on nearly every page. `tables` are the areas of
 * the ruled tables: none may reach into the column.
 */
export function findSideColumn(
  runs: readonly Run[],
  tables: readonly Box[],
  page: { readonly width: number; readonly height: number },
): SideColumn | null {
  if (runs.length > MOST_RUNS) return null;
  let best: (SideColumn & { readonly lines: number }) | null = null;
  for (const side of ['left', 'right'] as const)
    for (const share of SHARES) {
      const x = page.width * (side === 'left' ? share : 1 - share);
      for (const { top, bottom } of bandsAt(x, [...runs, ...tables], page.height)) {
        if (bottom - top < LOWEST_COLUMN) continue;
        const within = runs.filter(run => run.top >= top && run.bottom <= bottom);
        const beside = within.filter(run => (side === 'left' ? run.right <= x : run.left >= x));
        if (beside.length < FEWEST_LINES) continue;
        const narrow = linesOf(beside);
        const words = narrow.filter(line => line.characters >= 2);
        if (words.length < FEWEST_LINES || words.length * 2 < narrow.length) continue;
        const own = new Set(beside);
        const wide = linesOf(within.filter(run => !own.has(run)));
        if (!isRunningText(wide, page.width) || !standsApart(narrow, wide)) continue;
        if (best === null || narrow.length > best.lines) best = { side, runs: own, top, bottom, lines: narrow.length };
      }
    }
  return best;
}
