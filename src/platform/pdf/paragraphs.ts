import { BEGINS_ITEM, spaceAtLineEnd } from './line-text.ts';
import type { TextLine } from './page-layout.ts';

/** A line with the page it stands on. */
export type PlacedLine = { readonly page: number; readonly line: TextLine };
export type Paragraph = { readonly page: number; readonly text: string };

const INDENT = 1.2;
/** Closing punctuation may not begin a line, so that a full line can end this many characters early. */
const RAGGED = 2.2;
/** A line of fewer characters is full by chance only. */
const MIN_FULL_LINE = 14;
const LARGER_GAP = 1.4;
const ENDS_SENTENCE = /[。！？；：.!?;:…”）)]$/;

type Margins = { readonly left: number; readonly right: number };

/** What the text of a document is measured by: how wide its lines run, and how far apart they stand in character heights. */
export type TextMeasure = {
  readonly margins: ReadonlyMap<TextLine, Margins>;
  readonly usualRight: number;
  readonly pitch: number;
};

/** Above this many lines a page is no text, and its columns are not told apart. */
const MAX_LINES_IN_COLUMNS = 1000;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

const widest = (lines: readonly TextLine[]): Margins =>
  lines.reduce(
    (margins, line) => ({ left: Math.min(margins.left, line.left), right: Math.max(margins.right, line.right) }),
    { left: Infinity, right: -Infinity },
  );

/** The lines above and below a line, those of another column left out. */
const columnOf = (line: TextLine, lines: readonly TextLine[]): readonly TextLine[] =>
  lines.filter(other => other.left < line.right && other.right > line.left);

function usualPitch(lines: readonly PlacedLine[]): number {
  const pitches = lines.flatMap(({ page, line }, at) => {
    const next = lines[at + 1];
    if (next === undefined || next.page !== page) return [];
    const pitch = (next.line.baseline - line.baseline) / line.size;
    return pitch > 0.9 && pitch < 4 && Math.abs(next.line.size / line.size - 1) < 0.08 ? [pitch] : [];
  });
  return pitches.length === 0 ? 1.8 : median(pitches);
}

/** Measures all lines of a document outside its tables. */
export function measureText(lines: readonly PlacedLine[]): TextMeasure {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()].map(own => own.map(({ line }) => line));
  const margins = new Map(
    pages.flatMap(own => {
      const whole = widest(own);
      return own.map(line => [line, own.length > MAX_LINES_IN_COLUMNS ? whole : widest(columnOf(line, own))] as const);
    }),
  );
  return { margins, usualRight: median(pages.map(own => widest(own).right)), pitch: usualPitch(lines) };
}

/**
 * Joins wrapped lines to paragraphs. A line goes on in the next when it reaches the right margin, the next one is as large,
 * not set further down than usual, and neither indented like a first line nor the beginning of a numbered item. `lines` are
 * in reading order and have nothing between them; pages may change.
 */
export function joinParagraphs(lines: readonly PlacedLine[], measure: TextMeasure): Paragraph[] {
  const { margins, usualRight, pitch } = measure;
  const goesOn = (one: PlacedLine, other: PlacedLine): boolean => {
    const [before, after] = [one.line, other.line];
    const size = before.size;
    const { right } = margins.get(before)!;
    const { left } = margins.get(after)!;
    if (Math.abs(after.size / size - 1) > 0.08) return false;
    const reaches = Math.max(right, before.segments.length === 1 ? Math.min(usualRight, right + 3 * size) : right);
    if (before.right < reaches - RAGGED * size || before.right - before.left < MIN_FULL_LINE * size) return false;
    const below = (after.baseline - before.baseline) / size;
    if (one.page === other.page && below > 0 && below > LARGER_GAP * pitch) return false;
    if (ENDS_SENTENCE.test(before.text) && BEGINS_ITEM.test(after.text)) return false;
    const indented = after.left - left >= INDENT * size;
    // A block set in from the left as a whole: its lines begin alike and break within a sentence.
    return !indented || (Math.abs(after.left - before.left) < 0.5 * size && !ENDS_SENTENCE.test(before.text));
  };

  const paragraphs: { page: number; text: string; last: PlacedLine }[] = [];
  for (const placed of lines) {
    const current = paragraphs.at(-1);
    if (current !== undefined && goesOn(current.last, placed)) {
      current.text += spaceAtLineEnd(current.text, placed.line.text, placed.line.spaced) + placed.line.text;
      current.last = placed;
    } else paragraphs.push({ page: placed.page, text: placed.line.text, last: placed });
  }
  return paragraphs.map(({ page, text }) => ({ page, text }));
}
