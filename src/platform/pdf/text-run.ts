import { union } from './box.ts';
import type { Box } from './box.ts';
import type { Glyph } from './page-marks.ts';

/** Glyphs drawn one after the other on one line without a gap. */
export type Run = Box & { readonly glyphs: readonly Glyph[]; readonly baseline: number; readonly size: number };

export function runOf(glyphs: readonly Glyph[]): Run {
  const box = glyphs.map((glyph): Box => glyph).reduce(union);
  return {
    left: box.left,
    top: box.top,
    right: box.right,
    bottom: box.bottom,
    glyphs,
    baseline: glyphs[0]!.baseline,
    size: Math.max(...glyphs.map(({ size }) => size)),
  };
}

const NEAR = 0.3;

/** A glyph printed twice almost in the same place is bold type made by printing twice. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter(glyph => {
    const cells = [-1, 0, 1].flatMap(x => [-1, 0, 1].map(y => key(glyph, x, y)));
    const doubled = cells.some(cell =>
      seen
        .get(cell)
        ?.some(
          other =>
            Math.abs(other.left - glyph.left) < 0.15 * glyph.size &&
            Math.abs(other.baseline - glyph.baseline) < 0.15 * glyph.size,
        ),
    );
    if (!doubled) {
      const own = key(glyph, 0, 0);
      seen.set(own, [...(seen.get(own) ?? []), glyph]);
    }
    return !doubled;
  });
}

const key = (glyph: Glyph, x: number, y: number) =>
  `${glyph.text}/${Math.round(glyph.left / 4) + x}/${Math.round(glyph.baseline / 4) + y}`;

/** The glyphs of a page as runs, in the order in which they are drawn. */
export function findRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Glyph[][] = [];
  for (const glyph of withoutDoubles(glyphs)) {
    const last = runs.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      last.turn === glyph.turn &&
      last.downwards === glyph.downwards &&
      glyph.turn === 0 &&
      !glyph.downwards &&
      !glyph.spaced &&
      Math.abs(last.baseline - glyph.baseline) < 0.1 * glyph.size &&
      Math.abs(glyph.left - last.right) < NEAR * glyph.size;
    if (follows) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map(runOf);
}
