import type { Cell } from '../rules/cell.ts';

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** A number in plain decimal digits, never in powers of ten: 0.0000001, 1000000000000000000000. */
export function plainDecimal(value: number): string {
  const shortest = String(value);
  return shortest.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : shortest;
}

/**
 * Whose words are printed: `form` = the form's headings and figures in plain digits, for a report that is to be published;
 * `source` = headings and figures as they stood in the file that was read, for whoever checks it.
 */
export type Wording = 'form' | 'source';

/**
 * What is printed for a cell. A cell without a value is printed as it stood (a blank stays blank, a dash stays a dash), never
 * as 0. In the form's wording a value is printed in plain digits, those of the source where it had them (12.50).
 */
export function printedText(cell: Cell, wording: Wording): string {
  if (cell.value === null || wording === 'source') return cell.raw.trim();
  return PLAIN.test(cell.raw) && Number(cell.raw) === cell.value ? cell.raw : plainDecimal(cell.value);
}
