import { union } from '../pdf/box.ts';
import type { Box } from '../pdf/box.ts';

/** A character drawn on a page. `ink` is what it blackens, `box` the room it takes in its line, in displayed points. */
export type PageCharacter = { readonly text: string; readonly ink: Box; readonly box: Box };

/** A page with the characters drawn on it, in the order of drawing; sizes are displayed points. */
export type PageText = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly characters: readonly PageCharacter[];
};

/**
 * One line as it is seen on a page: its text, its room, and the places of its characters in the page's list. `beside` says that
 * other lines stand at the same height, as in a table.
 */
export type PageLine = {
  readonly text: string;
  readonly box: Box;
  readonly characters: readonly number[];
  readonly beside: boolean;
};

const heightOf = ({ top, bottom }: Box) => bottom - top;
const middleOf = ({ top, bottom }: Box) => (top + bottom) / 2;
/** A gap wider than this share of the line's height is a space; wider than the other, two lines side by side. */
const SPACE = 0.4;
const COLUMN_GAP = 4;

type Row = { middle: number; height: number; members: number[] };

/** The lines of a page from top to bottom, each from left to right. */
export function linesOf({ characters }: PageText): PageLine[] {
  const order = characters
    .map((_, at) => at)
    .toSorted((one, other) => middleOf(characters[one]!.box) - middleOf(characters[other]!.box));
  const rows: Row[] = [];
  for (const at of order) {
    const { box } = characters[at]!;
    const last = rows.at(-1);
    if (last !== undefined && middleOf(box) - last.middle < Math.max(last.height, heightOf(box)) * 0.4)
      last.members.push(at);
    else rows.push({ middle: middleOf(box), height: heightOf(box), members: [at] });
  }
  return rows.flatMap(({ members }) => {
    const parts: number[][] = [];
    const sorted = members.toSorted((one, other) => characters[one]!.box.left - characters[other]!.box.left);
    for (const at of sorted) {
      const before = parts.at(-1)?.at(-1);
      const gap = before === undefined ? Infinity : characters[at]!.box.left - characters[before]!.box.right;
      if (gap > COLUMN_GAP * Math.max(1, heightOf(characters[at]!.box))) parts.push([at]);
      else parts.at(-1)!.push(at);
    }
    return parts.map(part => ({
      text: part
        .map((at, place) => {
          const before = place === 0 ? null : characters[part[place - 1]!]!.box;
          const { text, box } = characters[at]!;
          return before !== null && box.left - before.right > SPACE * heightOf(box) ? ` ${text}` : text;
        })
        .join(''),
      box: part.map(at => characters[at]!.box).reduce(union),
      characters: part,
      beside: parts.length > 1,
    }));
  });
}
