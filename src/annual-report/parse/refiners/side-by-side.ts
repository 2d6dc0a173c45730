import type { Slot } from './page-element.ts';

/** The year that a header cell names, and nothing else: 2023年, 2023年度. */
export function findHeaderYear(text: string): number | undefined {
  const year = /^((?:19|20)\d{2})年?度?$/.exec(text.replace(/\s+/g, ''))?.[1];
  return year === undefined ? undefined : Number(year);
}

/**
 * The data of one year from a row that prints two years side by side. The header must name both, either once (all columns of one
 * year, then all of the other) or over every column in turn, and the report's own year must be one of them; in every other case
 * the row stays as it is, and its data cannot be placed.
 */
export function slotsOfYear(
  slots: readonly Slot[],
  width: number,
  years: readonly number[],
  year: number | null,
): readonly Slot[] {
  if (year === null || slots.length !== width * 2 || slots.some(slot => slot.isBlank)) return slots;
  const [first, second] = years;
  if (first === undefined || second === undefined || first === second) return slots;
  const side = [first, second].indexOf(year);
  if (side < 0 || !years.every((own, index) => own === (index % 2 === 0 ? first : second))) return slots;
  if (years.length === 2) return slots.slice(side * width, (side + 1) * width);
  return years.length === width * 2 ? slots.filter((_, index) => index % 2 === side) : slots;
}
