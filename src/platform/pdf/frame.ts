import type { Stroke } from './page-marks.ts';
import type { RulingLines } from './ruling-lines.ts';

/** One field of a frame: the rectangle of rows and columns between rules that nothing divides. */
export type Field = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/**
 * Rules that meet, as a grid: `xs` are the places of its columns' edges from left to right, `ys` those of its rows from top
 * to bottom, `fields` the cells in reading order.
 */
export type Frame = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly fields: readonly Field[];
};

/** Rules nearer than this are one (double lines, borders of neighbouring cells): no row is so low, no column so narrow. */
const SAME_EDGE = 3.5;
const MEETS = 3.5;
/** The share of a cell's side that must be drawn for the side to count. */
const DRAWN_SHARE = 0.6;
/** More lines or fields than a table has: a map or a drawing. */
const MAX_LINES = 2500;
const MAX_FIELDS = 50_000;

type Edge = { readonly at: number; readonly strokes: readonly Stroke[] };

function edgesOf(strokes: readonly Stroke[], ends: readonly [number, number]): Edge[] {
  const clusters: { last: number; strokes: Stroke[] }[] = [];
  for (const stroke of strokes.toSorted((one, other) => one.at - other.at)) {
    const cluster = clusters.at(-1);
    if (cluster !== undefined && stroke.at - cluster.last <= SAME_EDGE) {
      cluster.strokes.push(stroke);
      cluster.last = stroke.at;
    } else clusters.push({ last: stroke.at, strokes: [stroke] });
  }
  const edges = clusters.map(({ strokes }) => {
    const total = strokes.reduce((sum, { from, to }) => sum + to - from, 0);
    return { at: strokes.reduce((sum, { at, from, to }) => sum + at * (to - from), 0) / total, strokes };
  });
  // Sides left open, as in tables without outer lines left and right, or cut by the page.
  const [low, high] = ends;
  if (edges.length > 0 && edges[0]!.at - low > SAME_EDGE) edges.unshift({ at: low, strokes: [] });
  if (edges.length > 0 && high - edges.at(-1)!.at > SAME_EDGE) edges.push({ at: high, strokes: [] });
  return edges;
}

function isDrawn(edge: Edge, from: number, to: number): boolean {
  const pieces = edge.strokes
    .map(stroke => [Math.max(stroke.from, from), Math.min(stroke.to, to)] as const)
    .filter(([start, end]) => end > start)
    .sort((one, other) => one[0] - other[0]);
  let covered = 0;
  let reached = from;
  for (const [start, end] of pieces) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered >= DRAWN_SHARE * (to - from);
}

/** Groups of lines that meet each other. */
function groupMeeting(lines: RulingLines): RulingLines[] {
  const all = [...lines.across, ...lines.down];
  const parent = all.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top]!;
    parent[at] = top;
    return top;
  };
  for (const [at, across] of lines.across.entries())
    for (const [offset, down] of lines.down.entries())
      if (
        down.at >= across.from - MEETS &&
        down.at <= across.to + MEETS &&
        across.at >= down.from - MEETS &&
        across.at <= down.to + MEETS
      )
        parent[root(at)] = root(lines.across.length + offset);
  const groups = Map.groupBy(all.keys(), root);
  return [...groups.values()].map(members => ({
    across: members.filter(at => at < lines.across.length).map(at => all[at]!),
    down: members.filter(at => at >= lines.across.length).map(at => all[at]!),
  }));
}

const endsOf = (strokes: readonly Stroke[]): [number, number] => [
  Math.min(...strokes.map(({ from }) => from)),
  Math.max(...strokes.map(({ to }) => to)),
];

function frameOf(lines: RulingLines): Frame | null {
  if (lines.across.length === 0 || lines.down.length === 0) return null;
  const columns = edgesOf(lines.down, endsOf(lines.across));
  const rows = edgesOf(lines.across, endsOf(lines.down));
  const [width, height] = [columns.length - 1, rows.length - 1];
  if (width < 1 || height < 1 || width * height > MAX_FIELDS) return null;

  const dividedRight = (row: number, column: number) => isDrawn(columns[column + 1]!, rows[row]!.at, rows[row + 1]!.at);
  const dividedBelow = (row: number, column: number) =>
    isDrawn(rows[row + 1]!, columns[column]!.at, columns[column + 1]!.at);
  const rightOf = grid(height, width, (row, column) => column + 1 === width || dividedRight(row, column));
  const belowOf = grid(height, width, (row, column) => row + 1 === height || dividedBelow(row, column));

  // An edge that divides nothing (an underline, a stray piece) is no edge.
  const keptRows = [...rows.keys()].filter(
    at => at === 0 || at === height || belowOf[at - 1]!.some((drawn, column) => drawn && column < width),
  );
  const keptColumns = [...columns.keys()].filter(
    at => at === 0 || at === width || rightOf.some(row => row[at - 1] === true),
  );
  const right = grid(keptRows.length - 1, keptColumns.length - 1, (row, column) =>
    rightOf.slice(keptRows[row], keptRows[row + 1]).some(units => units[keptColumns[column + 1]! - 1] === true),
  );
  const below = grid(keptRows.length - 1, keptColumns.length - 1, (row, column) =>
    belowOf[keptRows[row + 1]! - 1]!.slice(keptColumns[column], keptColumns[column + 1]).some(Boolean),
  );
  return {
    xs: keptColumns.map(at => columns[at]!.at),
    ys: keptRows.map(at => rows[at]!.at),
    fields: fieldsOf(right, below),
  };
}

const grid = (rows: number, columns: number, value: (row: number, column: number) => boolean): boolean[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => value(row, column)));

/** Neighbours that no edge divides become one field; a group that is no rectangle is cut into rectangles. */
function fieldsOf(right: readonly (readonly boolean[])[], below: readonly (readonly boolean[])[]): Field[] {
  const height = right.length;
  const width = right[0]!.length;
  const group = Array.from({ length: height }, () => Array.from({ length: width }, () => -1));
  let groups = 0;
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      if (group[row]![column] !== -1) continue;
      const open = [[row, column] as const];
      group[row]![column] = groups;
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [r, c] = next;
        const neighbours = [
          right[r]![c] === false ? ([r, c + 1] as const) : null,
          below[r]![c] === false ? ([r + 1, c] as const) : null,
          c > 0 && right[r]![c - 1] === false ? ([r, c - 1] as const) : null,
          r > 0 && below[r - 1]![c] === false ? ([r - 1, c] as const) : null,
        ];
        for (const neighbour of neighbours)
          if (neighbour !== null && group[neighbour[0]]?.[neighbour[1]] === -1) {
            group[neighbour[0]]![neighbour[1]] = groups;
            open.push(neighbour);
          }
      }
      groups += 1;
    }

  const taken = grid(height, width, () => false);
  const fields: Field[] = [];
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      if (taken[row]![column]!) continue;
      const own = group[row]![column];
      const free = (r: number, c: number) => group[r]?.[c] === own && taken[r]![c] === false;
      let columnSpan = 1;
      while (column + columnSpan < width && free(row, column + columnSpan)) columnSpan += 1;
      let rowSpan = 1;
      while (
        row + rowSpan < height &&
        Array.from({ length: columnSpan }, (_, at) => free(row + rowSpan, column + at)).every(Boolean)
      )
        rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) taken[r]!.fill(true, column, column + columnSpan);
      fields.push({ row, column, rowSpan, columnSpan });
    }
  return fields;
}

/**
 * The frames drawn on a page that can be tables: at least two columns. Page borders, boxes round a
 * text, underlines and the axes of charts are none. Smaller frames come first, so that a table within a box is met
 * before the box. Drawings with more lines than any table has give none.
 */
export function findFrames(lines: RulingLines): Frame[] {
  if (lines.across.length > MAX_LINES || lines.down.length > MAX_LINES) return [];
  const area = ({ xs, ys }: Frame) => (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);
  return groupMeeting(lines)
    .flatMap(group => frameOf(group) ?? [])
    .filter(({ xs, fields }) => xs.length > 2 && fields.length > 1)
    .sort((one, other) => area(one) - area(other));
}
