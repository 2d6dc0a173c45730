import { isDatum } from '../recognisers/cell-value.ts';
import { findExactLabel, findLikelyLabel, isCaptionFragment } from '../recognisers/find-label.ts';

/** Pieces of a line and the column of characters where each begins. */
export type LinePart = { readonly text: string; readonly at: number };

const LONGEST = 20_000;

function partsAt(line: string, gap: RegExp): LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const match of line.matchAll(gap)) {
    if (match.index > from) parts.push({ text: line.slice(from, match.index), at: from });
    from = match.index + match[0].length;
  }
  if (from < line.length) parts.push({ text: line.slice(from), at: from });
  return parts;
}

/** Runs of texts between data, each joined: 「商业 企业 科研 机构 3 0」 has one. */
function textRuns(parts: readonly LinePart[]): string[][] {
  const runs: string[][] = [[]];
  for (const part of parts) {
    if (isDatum(part.text)) runs.push([]);
    else runs.at(-1)!.push(part.text);
  }
  return runs.filter(run => run.length > 0);
}

const endsInLabel = (run: readonly string[]): boolean => {
  for (let take = 1; take <= Math.min(4, run.length); take += 1)
    if (findLikelyLabel(run.slice(-take).join('')) !== undefined) return true;
  return false;
};

/**
 * Cuts a line at its spaces where it is a row of a table (规章 0 0 0), part of one, a header, or a whole table squeezed into one
 * line. Null for every other line: prose stays whole, whatever numbers are in it.
 */
export function cutAtSpaces(line: string): readonly LinePart[] | null {
  if (!/\S[\s\u3000]+\S/.test(line) || line.length > LONGEST) return null;
  const parts = partsAt(line, /[\s\u3000]+/g);
  const data = parts.filter(part => isDatum(part.text)).length;
  if (data === parts.length) return parts;
  const runs = textRuns(parts);
  if (data > 0 && !isDatum(parts[0]!.text)) {
    const labelled = runs.filter(endsInLabel).length;
    if (labelled * 2 >= runs.length && (data >= runs.length || labelled === runs.length)) return parts;
  }
  // Text in columns: two spaces or more between pieces that are all labels or parts of them.
  const wide = partsAt(line, /[\s\u3000]{2,}/g).map(part => ({ ...part, text: part.text.trim() }));
  if (isDataRow(wide)) return partsInWide(wide);
  if (wide.length > 1 && wide.every(part => isLabelOrPiece(part.text))) return wide;
  if (data === 0 && parts.length > 1 && parts.every(part => findExactLabel(part.text) !== undefined)) return parts;
  return null;
}

/** Text at the left, then at least two data: a row whose label is broken over several lines. */
function isDataRow(wide: readonly LinePart[]): boolean {
  const first = wide.findIndex(part => isData(part.text));
  return (
    first > 0 && first <= 3 && wide.slice(first).every(part => isData(part.text)) && dataIn(wide.slice(first)) >= 2
  );
}

const isData = (text: string): boolean => text.split(/\s+/).every(isDatum);
const dataIn = (parts: readonly LinePart[]): number =>
  parts.reduce((sum, part) => sum + part.text.split(/\s+/).length, 0);
const partsInWide = (wide: readonly LinePart[]): readonly LinePart[] =>
  wide.flatMap(part =>
    isData(part.text) ? partsAt(part.text, /\s+/g).map(piece => ({ ...piece, at: piece.at + part.at })) : [part],
  );

const isLabelOrPiece = (text: string): boolean =>
  text.length <= 60 &&
  !text.includes('。') &&
  (isDatum(text) || isCaptionFragment(text) || findLikelyLabel(text) !== undefined);
