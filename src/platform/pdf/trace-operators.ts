import { foldRadicals } from '../../kernel/cjk-radicals.ts';
import { boxOf, holds, intersection, mapBox } from './box.ts';
import type { Box } from './box.ts';
import { compose, IDENTITY, mapPoint } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import type { Glyph, PageMarks, Stroke, Turn } from './page-marks.ts';
import { horizontalForm } from './vertical-forms.ts';

/** The numbers pdf.js gives its drawing operators. */
export type OperatorCodes = Readonly<Record<string, number>>;
export type OperatorList = { readonly fnArray: ArrayLike<number>; readonly argsArray: ArrayLike<unknown> };
export type Font = { readonly fontMatrix: readonly number[]; readonly vertical: boolean };

type DrawnGlyph = {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number];
};

/** Thicker than this is an area, not a rule. */
const MAX_RULE_THICKNESS = 3.5;
/** A small mark this much longer than wide is a dash. */
const DASH_RATIO = 1.8;
const MAX_TILT = 0.7;

type State = {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly font: Font;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
};

const PLAIN_FONT: Font = { fontMatrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false };

function turnOf(matrix: Matrix): Turn | null {
  const degrees = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
  const turn = Math.round(degrees / 90) * 90;
  return Math.abs(degrees - turn) > 3 ? null : (((turn + 360) % 360) as Turn);
}

/**
 * Replays the operators of a page and notes where each character and each straight rule comes to stand. Characters that are no
 * part of a text as it is read (tilted, tiny, beside the paper or cut away) are left out, unless `everything` is asked for.
 */
export function traceOperators(
  operators: OperatorList,
  codes: OperatorCodes,
  view: { readonly page: number; readonly width: number; readonly height: number; readonly matrix: Matrix },
  findFont: (name: string) => Font | undefined,
  { everything = false }: { readonly everything?: boolean } = {},
): PageMarks {
  const paper: Box = { left: 0, top: 0, right: view.width, bottom: view.height };
  const glyphs: Glyph[] = [];
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  const dots: (readonly [number, number])[] = [];
  const stack: State[] = [];
  let state: State = {
    matrix: view.matrix,
    clip: paper,
    font: PLAIN_FONT,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  let textMatrix = IDENTITY;
  let lineStart: readonly [number, number] = [0, 0];
  let pen: readonly [number, number] = [0, 0];
  let clipNext = false;
  let spaced = false;

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const moveLine = (x: number, y: number) => {
    lineStart = [lineStart[0] + x, lineStart[1] + y];
    pen = lineStart;
  };

  function addRule(box: Box) {
    const shown = intersection(box, state.clip);
    const width = shown.right - shown.left;
    const height = shown.bottom - shown.top;
    if (!(width >= -0.01 && height >= -0.01)) return;
    const middle = [(shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2] as const;
    const small = width <= MAX_RULE_THICKNESS && height <= MAX_RULE_THICKNESS;
    if (small && width < DASH_RATIO * height && height < DASH_RATIO * width) dots.push(middle);
    else if (height <= MAX_RULE_THICKNESS && width > height)
      across.push({ at: middle[1], from: shown.left, to: shown.right });
    else if (width <= MAX_RULE_THICKNESS) down.push({ at: middle[0], from: shown.top, to: shown.bottom });
  }

  function addPath(code: number, data: ArrayLike<number>) {
    const outlines = outlinesOf(data, state.matrix);
    if (STROKING.has(code))
      for (const { points } of outlines)
        for (let at = 1; at < points.length; at += 1) {
          const piece = boxOf([points[at - 1]!, points[at]!]);
          if (Math.min(piece.right - piece.left, piece.bottom - piece.top) <= MAX_TILT) addRule(piece);
        }
    if (FILLING.has(code)) {
      const boxes = outlines.filter(({ curved }) => !curved).map(({ points }) => boxOf(points));
      for (const box of boxes) addRule(box);
      // A frame filled between its outer and its inner rectangle.
      for (const [at, outer] of boxes.entries()) {
        const inner = boxes[at + 1];
        if (inner !== undefined) for (const edge of frameEdges(outer, inner)) addRule(edge);
      }
    }
  }

  const STROKING = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      name => codes[name]!,
    ),
  );
  const FILLING = new Set(
    ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(name => codes[name]!),
  );

  function show(items: readonly (DrawnGlyph | number)[]) {
    const { font, fontSize, charSpacing, wordSpacing, stretch, rise } = state;
    const matrix = compose(state.matrix, textMatrix);
    const turn = turnOf([matrix[0] * Math.sign(fontSize), matrix[1] * Math.sign(fontSize), 0, 0, 0, 0]);
    const size = Math.abs(fontSize) * Math.hypot(matrix[2], matrix[3]);
    const unit = fontSize * font.fontMatrix[0]!;
    let advance = 0;
    let attached = false;
    for (const item of items) {
      if (typeof item === 'number') {
        advance += ((font.vertical ? 1 : -1) * item * Math.abs(fontSize)) / 1000;
        if (item < -200) attached = false;
        continue;
      }
      const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
      const [down, side, up] = item.vmetric ?? [0, 0, 0];
      const origin = font.vertical
        ? ([pen[0] - side * unit, pen[1] + rise - advance - up * unit] as const)
        : ([pen[0] + advance * stretch, pen[1] + rise] as const);
      const width = item.width * unit * stretch;
      const text = horizontalForm(foldRadicals(item.unicode)).replaceAll(/[\s\u200B-\u200D\u00AD\uFEFF]/g, '');
      if (text === '') {
        spaced = true;
        attached = false;
      } else if (everything || (turn !== null && size >= 1)) {
        const box = mapBox(matrix, {
          left: origin[0],
          right: origin[0] + width,
          top: origin[1] - 0.12 * fontSize,
          bottom: origin[1] + 0.88 * fontSize,
        });
        if (everything || holds(state.clip, (box.left + box.right) / 2, (box.top + box.bottom) / 2, 1)) {
          const baseline = mapPoint(matrix, origin[0], origin[1])[1];
          glyphs.push({ ...box, text, baseline, size, turn: turn ?? 0, downwards: font.vertical, attached, spaced });
        }
        spaced = false;
        attached = Math.abs(spacing) < 0.2 * Math.abs(fontSize);
      }
      advance += font.vertical ? -down * unit - spacing : item.width * unit + spacing;
    }
    pen = font.vertical ? [pen[0], pen[1] - advance] : [pen[0] + advance * stretch, pen[1]];
  }

  const setFont = (name: string, size: number) => set({ font: findFont(name) ?? PLAIN_FONT, fontSize: size });

  const actions = new Map<number, (args: never) => void>(
    Object.entries({
      save: () => stack.push(state),
      restore: () => {
        state = stack.pop() ?? state;
      },
      transform: (args: Matrix) => set({ matrix: compose(state.matrix, args) }),
      paintFormXObjectBegin: ([matrix, bbox]: readonly [Matrix | null, readonly number[] | null]) => {
        stack.push(state);
        if (matrix !== null) set({ matrix: compose(state.matrix, matrix) });
        if (bbox !== null) {
          const [left, top, right, bottom] = bbox as [number, number, number, number];
          set({ clip: intersection(state.clip, mapBox(state.matrix, { left, top, right, bottom })) });
        }
      },
      paintFormXObjectEnd: () => {
        state = stack.pop() ?? state;
      },
      beginGroup: () => stack.push(state),
      endGroup: () => {
        state = stack.pop() ?? state;
      },
      clip: () => {
        clipNext = true;
      },
      eoClip: () => {
        clipNext = true;
      },
      constructPath: ([code, [data]]: readonly [number, readonly [ArrayLike<number> | null]]) => {
        if (data !== null) addPath(code, data);
        if (clipNext && data !== null) {
          const boxes = outlinesOf(data, state.matrix).map(({ points }) => boxOf(points));
          if (boxes.length > 0)
            set({
              clip: intersection(
                state.clip,
                boxOf(
                  boxes.flatMap(({ left, top, right, bottom }) => [[left, top] as const, [right, bottom] as const]),
                ),
              ),
            });
        }
        clipNext = false;
      },
      beginText: () => {
        textMatrix = IDENTITY;
        lineStart = [0, 0];
        pen = lineStart;
      },
      setTextMatrix: ([matrix]: readonly [ArrayLike<number>]) => {
        textMatrix = Array.from(matrix) as unknown as Matrix;
        lineStart = [0, 0];
        pen = lineStart;
      },
      setFont: ([name, size]: readonly [string, number]) => setFont(name, size),
      setGState: ([entries]: readonly [readonly (readonly [string, unknown])[]]) => {
        for (const [key, value] of entries)
          if (key === 'Font' && Array.isArray(value)) setFont(String(value[0]), Number(value[1]));
      },
      setCharSpacing: ([charSpacing]: readonly [number]) => set({ charSpacing }),
      setWordSpacing: ([wordSpacing]: readonly [number]) => set({ wordSpacing }),
      setHScale: ([percent]: readonly [number]) => set({ stretch: percent / 100 }),
      setLeading: ([leading]: readonly [number]) => set({ leading: -leading }),
      setTextRise: ([rise]: readonly [number]) => set({ rise }),
      moveText: ([x, y]: readonly [number, number]) => moveLine(x, y),
      setLeadingMoveText: ([x, y]: readonly [number, number]) => {
        set({ leading: y });
        moveLine(x, y);
      },
      nextLine: () => moveLine(0, state.leading),
      showText: ([items]: readonly [readonly (DrawnGlyph | number)[]]) => show(items),
    }).map(([name, action]) => [codes[name]!, action as (args: never) => void]),
  );

  for (let at = 0; at < operators.fnArray.length; at += 1)
    actions.get(operators.fnArray[at]!)?.((operators.argsArray[at] ?? []) as never);
  return { page: view.page, width: view.width, height: view.height, glyphs, across, down, dots };
}

type Outline = { readonly points: readonly (readonly [number, number])[]; readonly curved: boolean };

/** The outlines of a path on the page, broken at curves. pdf.js writes 0 move, 1 line, 2 curve, 3 quadratic, 4 close. */
function outlinesOf(data: ArrayLike<number>, matrix: Matrix): Outline[] {
  const outlines: { points: (readonly [number, number])[]; curved: boolean }[] = [];
  const begin = (x: number, y: number, curved: boolean) => outlines.push({ points: [mapPoint(matrix, x, y)], curved });
  for (let at = 0; at < data.length;) {
    const operator = data[at]!;
    const operands = [2, 2, 6, 4, 0][operator] ?? 0;
    const [x, y] = [data[at + operands - 1]!, data[at + operands]!];
    const current = outlines.at(-1);
    if (operator === 0 || current === undefined) begin(x, y, false);
    else if (operator === 1) current.points.push(mapPoint(matrix, x, y));
    else if (operator === 4) current.points.push(current.points[0]!);
    else {
      current.curved = true;
      begin(x, y, true);
    }
    at += 1 + operands;
  }
  return outlines.filter(({ points }) => points.length > 1);
}

/** The four sides of the band between two rectangles; none where the band is too wide to be a rule. */
function frameEdges(outer: Box, inner: Box): Box[] {
  const bands = [
    inner.left - outer.left,
    outer.right - inner.right,
    inner.top - outer.top,
    outer.bottom - inner.bottom,
  ];
  if (bands.some(band => band < 0 || band > MAX_RULE_THICKNESS)) return [];
  return [
    { ...outer, right: inner.left },
    { ...outer, left: inner.right },
    { ...outer, bottom: inner.top },
    { ...outer, top: inner.bottom },
  ];
}
