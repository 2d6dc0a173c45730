import type { Place } from '../../rules/cell.ts';
import { isDatum, isPageNumber } from '../recognisers/cell-value.ts';
import { findLikelyLabel } from '../recognisers/find-label.ts';
import { findSectionHeading } from '../recognisers/section-heading.ts';
import type { ElementBuilder, RawCell } from './element-builder.ts';
import { isProse } from './element-builder.ts';
import { cutAtSpaces } from './spaced-line.ts';

const BARS = /[|｜│┃┆┊¦︱]/;
const EVERY_BAR = /[｜│┃┆┊¦︱]/g;
const RULE = /^[\s|:+\-=─━┄┈┌┐└┘├┤┬┴┼╋┏┓┗┛┣┫┳┻═╔╗╚╝╠╣╦╩╬_]*$/;
// A dash alone between bars is a cell.
const DRAWN = /[-=]{3}|:-|-:|[─━═┄┈┌└├]{2}/;
const MOST_BLANKS = 40;

const startsRow = (text: string): boolean => {
  const kind = text.length > 90 ? undefined : findLikelyLabel(text)?.meaning.kind;
  return kind === 'row-two' || kind === 'row-three' || kind === 'group-three';
};

/** Fields of a line between bars. Bars directly side by side in a line with spaced bars are what merging left, not cells. */
function fieldsOf(line: string, isClosed: boolean): { fields: string[]; leads: boolean; trails: boolean } {
  const isSpaced = /\S \||\| \S|\|\s+\|/.test(line);
  const plain = isSpaced ? line.replace(/\|{2,}/g, '|') : line;
  const fields = plain.split('|');
  const leads = fields.length > 1 && fields[0]!.trim() === '';
  const trails = isClosed && fields.length > 1 && fields.at(-1)!.trim() === '';
  return { fields: fields.slice(leads ? 1 : 0, trails ? -1 : undefined), leads, trails };
}

/**
 * Reads lines one after another, in whatever layout each of them is: fields between tabs or bars, one cell a line with or without
 * bars and empty lines between, columns held apart by spaces, or prose. `unit` is how many line ends lie between two cells,
 * `isClosed` whether a row ends with a bar.
 */
export function createLineReader(into: ElementBuilder, unit: number, isClosed = true) {
  let bars = 0;
  let afterRow = false;

  function gapBlanks(place: Place, lineEnds: number): void {
    const blanks = bars > 0 ? bars - 1 : lineEnds % unit === 0 ? lineEnds / unit - 1 : 0;
    for (let index = 0; index < Math.min(blanks, MOST_BLANKS); index += 1)
      into.loose({ text: '', isBlank: true, certain: false, place });
  }

  /** A line that is one cell. */
  function single(text: string, place: Place, lineEnds: number, isCell: boolean): void {
    const printed = text.trim();
    // Empty lines before anything but a datum or the next row are the spacing of the page, not blank cells.
    if (isDatum(printed) || (bars > 0 && isCell) || startsRow(printed)) gapBlanks(place, lineEnds);
    if (isDatum(printed)) into.loose({ text: printed, isBlank: false, certain: true, place });
    else if (isCell && !isProse(printed) && findSectionHeading(printed, false) === undefined)
      into.text(printed, place, { layout: 'bars' });
    else into.line(printed, place);
    afterRow = false;
  }

  function row(fields: readonly string[], place: Place): void {
    const cells: RawCell[] = fields.map((text, column) => ({ text, column, place: { ...place, column: column + 1 } }));
    into.row(cells, 'fields');
    bars = 0;
    afterRow = true;
  }

  function barred(line: string, place: Place): void {
    const { fields, leads, trails } = fieldsOf(line.trim(), isClosed);
    const filled = fields.filter(field => field.trim() !== '');
    if (filled.length === 0) {
      // `|||` alone is what a merged cell left; `|` alone, and bars with spaces between, hold blank cells apart.
      const compact = line.trim();
      if (!/^\|{2,}$/.test(compact)) bars += compact.split('|').length - 1;
      return;
    }
    const isRow = fields.length > 1;
    const continues = isRow && isDatum(filled[0]!.trim()) && into.isOpen() && !afterRow;
    if (isRow && !continues) return row(fields, place);
    bars += leads ? 1 : 0;
    for (const [index, field] of fields.entries()) {
      if (index > 0) bars += 1;
      if (field.trim() === '') continue;
      single(field, place, 1, true);
      bars = 0;
    }
    bars = trails ? 1 : 0;
    // Bars behind the last field of a broken row.
    const behind = /(?:\|\s*)+$/.exec(line.trim())?.[0].split('|').length ?? 1;
    if (continues) bars = Math.max(bars, behind - 1);
  }

  /** One line; `lineEnds` is the number of line ends since the last line that was not empty, 1 where there is no empty one. */
  function read(line: string, place: Place, lineEnds: number, heading?: number): void {
    const printed = line.trim();
    if (printed === '') return;
    if (heading !== undefined) {
      bars = 0;
      return into.line(printed, place, heading);
    }
    if (isPageNumber(printed)) return;
    const unified = BARS.test(printed) ? line.replace(EVERY_BAR, '|') : line;
    if (unified.includes('|')) {
      if (RULE.test(unified) && DRAWN.test(unified)) return;
      const fields = unified.split('|').map(field => field.trim());
      // 「首页|政务公开|年报」 may stand in a sentence; a row of a table has data or labels and no full stop.
      const isSentence =
        isProse(printed) && (fields.length <= 2 || (/[。！？]/.test(printed) && !fields.some(isDatum)));
      if (!isSentence) return barred(unified, place);
    }
    if (line.includes('\t') && findSectionHeading(printed.replaceAll('\t', ' '), false) === undefined) {
      const fields = line.split('\t');
      const filled = fields.filter(field => field.trim() !== '');
      const isRow =
        filled.length > 1 || (fields.findIndex(field => field.trim() !== '') < fields.length - 1 && !isProse(printed));
      if (isRow && !(filled.length <= 2 && isProse(printed))) return row(fields, place);
    }
    const parts = printed.includes('。') ? null : cutAtSpaces(printed);
    if (parts !== null) {
      into.row(
        parts.map(part => ({ text: part.text, column: part.at, place })),
        'spaces',
        printed,
      );
      bars = 0;
      afterRow = true;
      return;
    }
    // After a row on one line, a bare number on the next is a page number.
    if (afterRow && isDatum(printed)) return;
    single(printed, place, lineEnds, bars > 0 && !isProse(printed) && printed.length < 60);
    bars = 0;
  }

  return {
    read,
    settle: () => {
      bars = 0;
      afterRow = false;
    },
  };
}

/** How many line ends lie between two cells in a layout of one cell a line: 1 without, 2 with an empty line between. */
export function lineEndsPerCell(lines: readonly string[]): number {
  const counts = new Map<number, number>();
  let [ends, previous] = [0, ''];
  for (const line of lines) {
    ends += 1;
    const printed = line.trim();
    if (printed === '') continue;
    if (ends <= 4 && printed.length <= 40 && previous.length <= 40 && (isDatum(printed) || isDatum(previous)))
      counts.set(ends, (counts.get(ends) ?? 0) + 1);
    [ends, previous] = [0, printed];
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 2;
}
