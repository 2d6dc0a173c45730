import { isDatum } from '../recognisers/cell-value.ts';

const fieldsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/[｜│┃┆┊¦︱]/g, '|')
    .split('|');
const filledOf = (line: string): string[] => fieldsOf(line).filter(field => field.trim() !== '');
const starts = (line: string): boolean => /^\s*[|｜│┃┆┊¦︱]/.test(line);
const ends = (line: string): boolean => /[|｜│┃┆┊¦︱]\s*$/.test(line);
const isRow = (line: string): boolean => filledOf(line).length >= 3 && !/^[\s|:-]*$/.test(line);

/** How the rows of a table between bars are written: with a bar before the first cell, with one behind the last. */
export type BarStyle = { readonly opens: boolean; readonly closes: boolean };

/** The style of the rows in a block of lines; null where no row has three cells in one line. */
export function barStyleOf(lines: readonly string[]): BarStyle | null {
  const rows = lines.filter(isRow);
  if (rows.length < 3) return null;
  const share = (holds: (line: string) => boolean) => rows.filter(holds).length / rows.length;
  return { opens: share(starts) > 0.5, closes: share(ends) > 0.5 };
}

/**
 * Joins rows that were broken where a cell is blank (`规章 | 0 |` / `| 0 |`): in a block whose rows do not begin with a bar, a line
 * that does, and has no label, is the rest of the row before it. The line joined away becomes an empty one, so that places stay.
 */
export function joinBrokenRows(lines: readonly string[], style: BarStyle | null): readonly string[] {
  if (style === null || style.opens || !style.closes) return lines;
  const joined = [...lines];
  let row: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [first] = filledOf(line);
    const continues =
      row !== null && starts(line) && (first === undefined || isDatum(first)) && !/^\s*\|{2,}\s*$/.test(line);
    if (continues) {
      joined[row!] = `${joined[row!]} ${line.trim()}`;
      joined[index] = '';
    } else row = ends(line) && first !== undefined ? index : null;
  }
  return joined;
}
