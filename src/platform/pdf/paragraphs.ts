import { BEGINS_ITEM, spaceAtLineEnd } from './line-text.ts';
import type { TextLine } from './page-layout.ts';

/** A line with the page it stands on. */
export type PlacedLine = { readonly page: number; readonly line: TextLine };
export type Paragraph = { readonly page: number; readonly text: string };

const INDENT = 1.2;
/** Closing punctuation may not begin a line, so that a full line can end this many characters early. */
const RAGGED = 2.2;
const LARGER_GAP = 1.4;
const ENDS_SENTENCE = /[。！？；：.!?;:…”）)]$/;

type Margins = { readonly left: number; readonly right: number };

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

/** Where the text of a page (or of its column) begins and ends: the outermost long lines. */
function marginsOf(lines: readonly TextLine[]): Margins {
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}

/** Lines of one column: those that overlap the line sideways and reach neither margin of the other column. */
function columnOf(line: TextLine, lines: readonly TextLine[]): TextLine[] {
  return lines.filter(other => other.left < line.right && other.right > line.left);
}

function usualPitch(lines: readonly PlacedLine[]): number {
  const pitches = lines.flatMap(({ page, line }, at) => {
    const next = lines[at + 1];
    if (next === undefined || next.page !== page) return [];
    const pitch = (next.line.baseline - line.baseline) / line.size;
    return pitch > 0.9 && pitch < 4 && Math.abs(next.line.size / line.size - 1) < 0.08 ? [pitch] : [];
  });
  return pitches.length === 0 ? 1.8 : median(pitches);
}

/**
 * Joins wrapped lines to paragraphs. A line goes on in the next when it reaches the right margin, the next one is as large,
 * not set further down than usual, and neither indented like a first line nor the beginning of a numbered item. `lines` are
 * in reading order and have nothing between them; pages may change.
 */
export function joinParagraphs(lines: readonly PlacedLine[], all: readonly PlacedLine[]): Paragraph[] {
  const pages = Map.groupBy(all, ({ page }) => page);
  const widest = median([...pages.values()].map(own => marginsOf(own.map(({ line }) => line)).right));
  const margins = new Map<TextLine, Margins>();
  for (const own of pages.values()) {
    const texts = own.map(({ line }) => line);
    for (const line of texts) margins.set(line, marginsOf(columnOf(line, texts)));
  }
  const pitch = usualPitch(all);

  const goesOn = (one: PlacedLine, other: PlacedLine): boolean => {
    const [before, after] = [one.line, other.line];
    const size = before.size;
    const { right } = margins.get(before)!;
    const { left } = margins.get(after)!;
    if (Math.abs(after.size / size - 1) > 0.08) return false;
    const reaches = Math.max(right, before.segments.length === 1 ? Math.min(widest, right + 3 * size) : right);
    if (before.right < reaches - RAGGED * size) return false;
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
