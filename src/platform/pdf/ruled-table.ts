import { holds } from './box.ts';
import type { Box } from './box.ts';
import type { Frame } from './frame.ts';
import { groupIntoLines, lineText, spaceAtLineEnd } from './line-text.ts';
import type { Glyph } from './page-marks.ts';
import { runOf } from './text-run.ts';
import type { Run } from './text-run.ts';
import { turnGlyphBack } from './turn.ts';

/** A cell of a table: its text, and its 0-based place and extent in rows and columns. */
export type TableCell = {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** A cell with what only joining at page ends asks: whether its last line is full, so that its text may go on. */
export type FilledCell = TableCell & { readonly full: boolean };

/** A table drawn with rules. `xs` and `ys` are its edges on the page where it begins. */
export type RuledTable = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly FilledCell[];
};

/** What cells usually leave free left and right together. */
const CELL_PADDING = 8;

const intervalOf = (edges: readonly number[], at: number): number =>
  Math.min(
    Math.max(
      edges.findLastIndex(edge => edge <= at),
      0,
    ),
    edges.length - 2,
  );

/** Cuts a run where a rule passes between two of its glyphs that were drawn one by one. */
function cutAtRules(run: Run, frame: Frame): Run[] {
  const row = intervalOf(frame.ys, (run.top + run.bottom) / 2);
  const rules = new Set(
    frame.fields.flatMap(field =>
      field.row <= row && row < field.row + field.rowSpan
        ? [frame.xs[field.column]!, frame.xs[field.column + field.columnSpan]!]
        : [],
    ),
  );
  const parts: Glyph[][] = [[]];
  for (const glyph of run.glyphs) {
    const last = parts.at(-1)!.at(-1);
    const slack = 0.2 * glyph.size;
    const cut =
      last !== undefined &&
      !glyph.attached &&
      [...rules].some(
        rule => last.right - slack <= rule && rule <= glyph.left + slack && last.left < rule && rule < glyph.right,
      );
    if (cut) parts.push([glyph]);
    else parts.at(-1)!.push(glyph);
  }
  return parts.map(runOf);
}

/** Turned or downward text stood upright, so that it reads from left to right and line by line. */
function uprightRuns(runs: readonly Run[]): Run[] {
  const glyphs = runs.flatMap(run => run.glyphs);
  const turned = glyphs.filter(glyph => glyph.turn !== 0);
  const downwards = glyphs.filter(glyph => glyph.downwards);
  if (turned.length * 2 > glyphs.length) {
    const { turn } = turned[0]!;
    return glyphs.filter(glyph => glyph.turn === turn).map(glyph => runOf([turnGlyphBack(glyph, turn)]));
  }
  if (downwards.length * 2 > glyphs.length)
    return downwards.map(glyph => {
      // Columns from right to left, each from top to bottom.
      const box: Box = { left: glyph.top, right: glyph.bottom, top: -glyph.right, bottom: -glyph.left };
      return runOf([{ ...glyph, ...box, baseline: box.bottom }]);
    });
  return [...runs];
}

/** Whether something this wide would still have fitted on the line. */
const leavesRoom = (line: readonly Run[], glyph: number, width: number): boolean =>
  width - (line.at(-1)!.right - line[0]!.left) > 1.5 * glyph + CELL_PADDING;

/** The text of a cell: its lines joined, a number broken by the edge of the cell made whole again. */
function cellText(runs: readonly Run[], width: number): Pick<FilledCell, 'text' | 'full'> {
  const lines = groupIntoLines(uprightRuns(runs));
  let text = '';
  for (const [at, line] of lines.entries()) {
    const next = lineText(line.flatMap(run => run.glyphs));
    const previous = lines[at - 1];
    const first = line[0]!.glyphs[0]!;
    const broken =
      previous !== undefined &&
      /[\d.,]$/.test(text) &&
      /^[\d.,]/.test(next) &&
      !leavesRoom(previous, first.right - first.left, width);
    text += (broken ? '' : spaceAtLineEnd(text, next)) + next;
  }
  const last = lines.at(-1);
  return { text, full: last !== undefined && !leavesRoom(last, last[0]!.size, width) };
}

/** The runs that stand within a frame. */
export function isWithin(frame: Frame, run: Run): boolean {
  const { xs, ys } = frame;
  const box = { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! };
  return holds(box, (run.left + run.right) / 2, (run.top + run.bottom) / 2);
}

/** Fills a frame with the runs that stand within it: each goes where its middle is. */
export function fillFrame(frame: Frame, runs: readonly Run[]): RuledTable {
  const { xs, ys, fields } = frame;
  const owner = new Map<string, number>();
  for (const [at, field] of fields.entries())
    for (let row = field.row; row < field.row + field.rowSpan; row += 1)
      for (let column = field.column; column < field.column + field.columnSpan; column += 1)
        owner.set(`${row}/${column}`, at);
  const contents = Map.groupBy(
    runs.flatMap(run => cutAtRules(run, frame)),
    run => owner.get(`${intervalOf(ys, (run.top + run.bottom) / 2)}/${intervalOf(xs, (run.left + run.right) / 2)}`)!,
  );
  const cells = fields.map((field, at) => {
    const width = xs[field.column + field.columnSpan]! - xs[field.column]!;
    return { ...cellText(contents.get(at) ?? [], width), ...field };
  });
  return { xs, ys, rows: ys.length - 1, columns: xs.length - 1, cells };
}
