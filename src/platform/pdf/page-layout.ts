import { union } from './box.ts';
import type { Box } from './box.ts';
import { findFrames } from './frame.ts';
import type { Frame } from './frame.ts';
import { groupIntoLines, lineText } from './line-text.ts';
import type { PageMarks } from './page-marks.ts';
import { fillFrame, isWithin } from './ruled-table.ts';
import type { RuledTable } from './ruled-table.ts';
import { findRulingLines } from './ruling-lines.ts';
import { findSideColumn } from './side-column.ts';
import { findRuns } from './text-run.ts';
import type { Run } from './text-run.ts';
import { readable } from './turn.ts';

/** A piece of a line without a wide gap. */
export type Segment = Box & { readonly text: string };

/** A line of text outside the tables. `segments` are its parts between wide gaps. */
export type TextLine = Box & {
  readonly kind: 'line';
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  /** A space was drawn before its first character: at the end of the line above. */
  readonly spaced: boolean;
  readonly segments: readonly Segment[];
};
export type LaidTable = Box & { readonly kind: 'table'; readonly table: RuledTable };
export type LaidItem = TextLine | LaidTable;

/** What stands on a page, in reading order. */
export type PageLayout = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly LaidItem[];
};

/** Parts of a line further apart than this many characters are segments of their own. */
const WIDE_GAP = 1.4;

function lineOf(runs: readonly Run[]): TextLine {
  const sizes = runs.flatMap(run => run.glyphs.map(glyph => glyph.size)).sort((one, other) => one - other);
  const size = sizes[sizes.length >> 1]!;
  const parts: Run[][] = [];
  for (const run of runs) {
    const last = parts.at(-1)?.at(-1);
    if (last !== undefined && run.left - last.right < WIDE_GAP * size) parts.at(-1)!.push(run);
    else parts.push([run]);
  }
  const segments = parts.map(part => ({
    ...part.map(({ left, right, top, bottom }): Box => ({ left, right, top, bottom })).reduce(union),
    text: lineText(part.flatMap(run => run.glyphs)),
  }));
  return {
    kind: 'line',
    ...segments.map(({ left, right, top, bottom }): Box => ({ left, right, top, bottom })).reduce(union),
    text: segments.map(({ text }) => text).join(' '),
    baseline: runs[0]!.baseline,
    size,
    spaced: runs[0]!.glyphs[0]!.spaced,
    segments,
  };
}

const MIN_LINES_OF_A_COLUMN = 8;

/**
 * Where the white band between two columns of running text lies; null on a page with one column. Short lines side by side
 * (a table without rules, a list) are no columns of text.
 */
function findGutter(lines: readonly TextLine[], width: number): number | null {
  const segments = lines.flatMap(line => line.segments);
  const candidates = [...Array(31).keys()].map(at => width * (0.35 + at * 0.01));
  let best: { x: number; crossing: number } | null = null;
  for (const x of candidates) {
    const crossing = segments.filter(({ left, right }) => left < x && right > x).length;
    if (best === null || crossing < best.crossing) best = { x, crossing };
  }
  if (best === null) return null;
  const { x, crossing } = best;
  const left = segments.filter(segment => segment.right <= x);
  const right = segments.filter(segment => segment.left >= x);
  const full = (column: readonly Segment[]) => {
    const widest = column.reduce((most, segment) => Math.max(most, segment.right - segment.left), 0);
    return (
      widest > 0.25 * width &&
      column.filter(segment => segment.right - segment.left > 0.85 * widest).length * 2 > column.length
    );
  };
  const enough = left.length >= MIN_LINES_OF_A_COLUMN && right.length >= MIN_LINES_OF_A_COLUMN;
  return enough && crossing * 4 < segments.length && full(left) && full(right) ? x : null;
}

/** Lines from top to bottom; where text runs in two columns, the left column before the right one between full lines. */
function inReadingOrder(items: readonly LaidItem[], gutter: number | null): LaidItem[] {
  const sorted = items.toSorted((one, other) => one.top - other.top || one.left - other.left);
  if (gutter === null) return sorted;
  const ordered: LaidItem[] = [];
  let right: LaidItem[] = [];
  for (const item of sorted) {
    if (item.left >= gutter) right.push(item);
    else {
      if (item.right > gutter) {
        ordered.push(...right);
        right = [];
      }
      ordered.push(item);
    }
  }
  return [...ordered, ...right];
}

/** The parts of a page, above and below, where running heads and page numbers stand. */
export const MARGIN_SHARE = 0.12;

/**
 * Two fields are a table only as a row that the page has cut from the rest of its table: nothing but a running head stands above, or
 * nothing but a page number below.
 */
const isAtPageEdge = (frame: Frame, page: PageMarks, runs: readonly Run[]): boolean =>
  runs.every(run => run.bottom > frame.ys[0]! || run.bottom < MARGIN_SHARE * page.height) ||
  runs.every(run => run.top < frame.ys.at(-1)! || run.top > (1 - MARGIN_SHARE) * page.height);

/** Finds tables and lines of text on a page. */
export function layOutPage(marks: PageMarks): PageLayout {
  const page = readable(marks);
  let free = findRuns(page.glyphs);
  const tables: LaidTable[] = [];
  for (const frame of findFrames(findRulingLines(page))) {
    const inside = free.filter(run => isWithin(frame, run));
    if (inside.length === 0 || (frame.fields.length === 2 && !isAtPageEdge(frame, page, free))) continue;
    free = free.filter(run => !isWithin(frame, run));
    const table = fillFrame(frame, inside);
    const { xs, ys } = table;
    tables.push({ kind: 'table', left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, table });
  }
  const upright = free.filter(run => run.glyphs[0]!.turn === 0);
  const { page: number, width, height } = page;
  const side = findSideColumn(upright, tables, page);
  if (side === null) return { page: number, width, height, items: inColumns(upright, tables, width) };
  const navigation = inColumns([...side.runs], [], width);
  const text = inColumns(
    upright.filter(run => !side.runs.has(run)),
    tables,
    width,
  );
  const at = side.side === 'left' ? side.top : side.bottom;
  const before = text.filter(item => item.top < at);
  const items = [...before, ...navigation, ...text.filter(item => item.top >= at)];
  return { page: number, width, height, items };
}

/** Lines and tables in reading order, running text in two columns one after the other. */
function inColumns(runs: readonly Run[], tables: readonly LaidTable[], width: number): LaidItem[] {
  const rows = groupIntoLines(runs);
  const lines = rows.map(lineOf);
  const gutter = findGutter(lines, width);
  const split =
    gutter === null
      ? lines
      : rows.flatMap(row =>
          [row.filter(run => run.right <= gutter), row.filter(run => run.right > gutter)]
            .filter(part => part.length > 0)
            .map(lineOf),
        );
  return inReadingOrder([...tables, ...split], gutter);
}
