import { foldWithPlaces } from './fold-text.ts';

/** A piece of text that is shown; `hit` is what was looked for. */
export type Piece = { readonly text: string; readonly hit: boolean };

type Span = { readonly from: number; readonly to: number };

/** Where the words stand in the text, in order, without overlaps. */
function spansOf(text: string, words: readonly string[], most: number): readonly Span[] {
  const { folded, places } = foldWithPlaces(text);
  const spans: Span[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0 && spans.length < most; at = folded.indexOf(word, at + word.length)) {
      const last = places[at + word.length - 1]!;
      spans.push({ from: places[at]!, to: last + String.fromCodePoint(text.codePointAt(last)!).length });
    }
  }
  const ordered = spans.toSorted((one, other) => one.from - other.from || other.to - one.to);
  return ordered.filter((span, index) => ordered.slice(0, index).every(earlier => earlier.to <= span.from));
}

function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

const MOST_SPANS = 50;

/** The whole text with the words marked. `words` are folded. */
export function markWords(text: string, words: readonly string[]): readonly Piece[] {
  return piecesOf(text, spansOf(text, words, MOST_SPANS));
}

const BEFORE = 30;
const LENGTH = 120;
const isTrail = (text: string, at: number) => at > 0 && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;

/** A place of the word: as it stands, or, where it is written in another width or with spaces, by folding the whole text. */
function placeOf(text: string, word: string): Span | undefined {
  const at = text.indexOf(word);
  return at >= 0 ? { from: at, to: at + word.length } : spansOf(text, [word], 1)[0];
}

/**
 * The part of a long text around the first place where one of the words stands, with all words in it marked; null where none
 * stands in it.
 */
export function snippetOf(text: string, words: readonly string[]): readonly Piece[] | null {
  const first = words
    .map(word => placeOf(text, word))
    .filter(span => span !== undefined)
    .toSorted((one, other) => one.from - other.from)[0];
  if (first === undefined) return null;
  const rough = Math.max(0, first.from - BEFORE);
  const from = isTrail(text, rough) ? rough - 1 : rough;
  const end = Math.min(text.length, Math.max(from + LENGTH, first.to));
  const to = isTrail(text, end) ? end + 1 : end;
  const shown = text.slice(from, to).replaceAll(/\s+/gu, ' ');
  const around = `${from > 0 ? '……' : ''}${shown}${to < text.length ? '……' : ''}`;
  return markWords(around, words);
}
