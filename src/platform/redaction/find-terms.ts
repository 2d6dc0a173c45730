import { foldRadicals } from '../../kernel/cjk-radicals.ts';
import { union } from '../pdf/box.ts';
import type { Box } from '../pdf/box.ts';
import { linesOf } from './page-text.ts';
import type { PageCharacter, PageText } from './page-text.ts';
import type { Region } from './region.ts';

/** A place where a term stands: a box for every line that it takes, and the characters themselves. */
export type FoundTerm = {
  readonly term: string;
  readonly regions: readonly Region[];
  readonly characters: readonly (PageCharacter & { readonly page: number })[];
};

// Soft hyphens, joiners, marks of direction, and what PDFium writes for a hyphen at a line's end.
const UNSEEN = /[\s\p{Cc}\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF\uFFFE\uFFFF]/gu;

/** Text as it is compared: radicals as ideographs, compatibility forms as what they stand for, no spaces, no case. */
export const comparable = (text: string): string =>
  foldRadicals(text).normalize('NFKC').replaceAll(UNSEEN, '').toLowerCase();

type Placed = PageCharacter & { readonly page: number };
/** Where a text as it is seen does not go on: between the columns of a table. */
const BREAK = '\n';
type Running = { readonly text: string; readonly placed: readonly (Placed | null)[] };

/** A running text, and for every unit of it the character that it comes from. */
function running(characters: Iterable<Placed | typeof BREAK>): Running {
  let text = '';
  const placed: (Placed | null)[] = [];
  for (const character of characters) {
    if (character === BREAK) {
      text += BREAK;
      placed.push(null);
      continue;
    }
    const folded = comparable(character.text);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) placed.push(character);
  }
  return { text, placed };
}

function* drawn(pages: readonly PageText[]): Iterable<Placed> {
  for (const { page, characters } of pages) for (const character of characters) yield { ...character, page };
}

function* seen(pages: readonly PageText[]): Iterable<Placed | typeof BREAK> {
  for (const text of pages)
    for (const line of linesOf(text)) {
      if (line.beside) yield BREAK;
      for (const at of line.characters) yield { ...text.characters[at]!, page: text.page };
      if (line.beside) yield BREAK;
    }
}

/** Characters of a line further apart than this share of its height are covered each for itself. */
const MAX_GAP = 1.2;

/** The boxes of some characters that follow each other, one for every line. */
function boxesOf(characters: readonly Placed[]): Region[] {
  const boxes: { page: number; ink: Box; room: Box }[] = [];
  for (const { page, box, ink } of characters) {
    const last = boxes.at(-1);
    const overlap = last === undefined ? 0 : Math.min(last.room.bottom, box.bottom) - Math.max(last.room.top, box.top);
    const same =
      last?.page === page && overlap > 0.5 * Math.min(last.room.bottom - last.room.top, box.bottom - box.top);
    const near = same && Math.abs(box.left - last.room.right) < MAX_GAP * (box.bottom - box.top);
    if (near) Object.assign(last, { ink: union(last.ink, ink), room: union(last.room, box) });
    else boxes.push({ page, ink, room: box });
  }
  // As wide as the ink, so that the neighbours keep theirs; as high as the line, so that no outline shows what was there.
  return boxes.map(({ page, ink, room }) => ({
    page,
    left: Math.max(ink.left, room.left),
    right: Math.min(ink.right, room.right),
    top: room.top,
    bottom: room.bottom,
  }));
}

function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) found.push(at);
  return found;
}

/**
 * Every place of the terms in a document. The text is searched whole, in the order of drawing and in the order of seeing, so
 * that a term is found over the end of a line or of a page, and where a producer draws its characters apart.
 */
export function findTerms(pages: readonly PageText[], terms: readonly string[]): FoundTerm[] {
  const texts = [running(drawn(pages)), running(seen(pages))];
  const found = new Map<string, FoundTerm>();
  for (const term of terms) {
    const wanted = comparable(term);
    if (wanted === '') continue;
    for (const { text, placed } of texts)
      for (const at of occurrences(text, wanted)) {
        const characters = [...new Set(placed.slice(at, at + wanted.length).filter(character => character !== null))];
        const regions = boxesOf(characters);
        const key = `${term} ${JSON.stringify(regions)}`;
        if (!found.has(key)) found.set(key, { term, regions, characters });
      }
  }
  return [...found.values()];
}
