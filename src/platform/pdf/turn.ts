import { assertNever } from '../../kernel/assert-never.ts';
import { mapBox } from './box.ts';
import { IDENTITY } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import type { Glyph, PageMarks, Stroke, Turn } from './page-marks.ts';

/** The part of a glyph's height below its baseline. */
const BELOW_BASELINE = 0.12;

/** The map that turns a page of this size back by `turn`. */
function turnBack(turn: Turn, width: number, height: number): Matrix {
  switch (turn) {
    case 0:
      return IDENTITY;
    case 90:
      return [0, -1, 1, 0, 0, width];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, 1, -1, 0, height, 0];
  }
  return assertNever(turn);
}

/** The glyph with its page turned back by `turn`. */
export function turnGlyphBack(glyph: Glyph, turn: Turn, width = 0, height = 0): Glyph {
  if (turn === 0) return glyph;
  const box = mapBox(turnBack(turn, width, height), glyph);
  const turned = ((glyph.turn - turn + 360) % 360) as Turn;
  return { ...glyph, ...box, turn: turned, baseline: box.bottom - BELOW_BASELINE * glyph.size };
}

/** The turn most characters of the page have. */
function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = Map.groupBy(glyphs, glyph => glyph.turn);
  const [main] = [...counts].sort((one, other) => other[1].length - one[1].length);
  return main?.[0] ?? 0;
}

/** The page turned so that most of its text reads from left to right: wide tables are often printed lying on their side. */
export function readable(marks: PageMarks): PageMarks {
  const turn = mainTurn(marks.glyphs);
  if (turn === 0) return marks;
  const { width, height } = marks;
  const matrix = turnBack(turn, width, height);
  const boxes = [
    ...marks.across.map(({ at, from, to }) => ({ left: from, right: to, top: at, bottom: at })),
    ...marks.down.map(({ at, from, to }) => ({ left: at, right: at, top: from, bottom: to })),
  ].map(box => mapBox(matrix, box));
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  for (const { left, right, top, bottom } of boxes)
    if (right - left > bottom - top) across.push({ at: top, from: left, to: right });
    else down.push({ at: left, from: top, to: bottom });
  const sideways = turn !== 180;
  return {
    page: marks.page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    glyphs: marks.glyphs.map(glyph => turnGlyphBack(glyph, turn, width, height)),
    across,
    down,
    dots: marks.dots.map(([x, y]) => {
      const { left, top } = mapBox(matrix, { left: x, right: x, top: y, bottom: y });
      return [left, top] as const;
    }),
  };
}
