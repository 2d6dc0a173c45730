import type { PageMarks, Stroke } from './page-marks.ts';

/** Straight lines of a page with their pieces joined: dashes, dots, and the borders of one cell after the other. */
export type RulingLines = { readonly across: readonly Stroke[]; readonly down: readonly Stroke[] };

const SAME_LINE = 1;
const GAP_WITHIN_LINE = 5;
const MIN_DOTS_IN_A_ROW = 6;
const MIN_LENGTH = 4;

/** Strokes on one line (within a point) that touch or nearly touch become one. */
function joinStrokes(strokes: readonly Stroke[]): Stroke[] {
  const joined: Stroke[] = [];
  const lines: { at: number; pieces: Stroke[] }[] = [];
  for (const stroke of strokes.toSorted((one, other) => one.at - other.at)) {
    const last = lines.at(-1);
    if (last !== undefined && stroke.at - last.at <= SAME_LINE) last.pieces.push(stroke);
    else lines.push({ at: stroke.at, pieces: [stroke] });
  }
  for (const { pieces } of lines) {
    let current: { at: number; from: number; to: number } | null = null;
    for (const piece of pieces.sort((one, other) => one.from - other.from)) {
      if (current !== null && piece.from - current.to <= GAP_WITHIN_LINE) {
        // The place of the longer part counts: dots and corner pieces may lie beside the line.
        if (piece.to - piece.from > current.to - current.from) current.at = piece.at;
        current.to = Math.max(current.to, piece.to);
      } else {
        current = { ...piece };
        joined.push(current);
      }
    }
  }
  return joined;
}

/** Rows of dots as strokes, read along the first coordinate. */
function strokesOfDots(dots: readonly (readonly [along: number, at: number])[]): Stroke[] {
  const single = dots.map(([along, at]) => ({ at, from: along, to: along, dots: 1 }));
  const rows: { at: number; from: number; to: number; dots: number }[] = [];
  for (const dot of single.sort((one, other) => Math.round(one.at) - Math.round(other.at) || one.from - other.from)) {
    const last = rows.at(-1);
    const gap = dot.from - (last?.to ?? 0);
    if (last !== undefined && Math.abs(dot.at - last.at) <= SAME_LINE && gap >= 0 && gap <= GAP_WITHIN_LINE) {
      last.to = dot.to;
      last.dots += 1;
    } else rows.push(dot);
  }
  return rows.filter(row => row.dots >= MIN_DOTS_IN_A_ROW);
}

const longEnough = (stroke: Stroke): boolean => stroke.to - stroke.from >= MIN_LENGTH;

/** The ruling lines of a page. */
export function findRulingLines(marks: PageMarks): RulingLines {
  const across = joinStrokes([...marks.across, ...strokesOfDots(marks.dots)]);
  const down = joinStrokes([...marks.down, ...strokesOfDots(marks.dots.map(([x, y]) => [y, x]))]);
  return { across: across.filter(longEnough), down: down.filter(longEnough) };
}
