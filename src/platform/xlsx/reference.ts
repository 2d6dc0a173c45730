/** A cell's place in a sheet, 0-based. */
export type SheetPosition = { readonly row: number; readonly column: number };

/** `B3` as row 2, column 1; undefined if it is none or lies outside of any sheet. */
export function findPosition(reference: string): SheetPosition | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row: row - 1, column: column - 1 } : undefined;
}

/** `A1:C3` as its two corners. */
export function findRange(reference: string): { readonly from: SheetPosition; readonly to: SheetPosition } | undefined {
  const [first, last] = reference.split(':');
  const from = findPosition(first ?? '');
  const to = findPosition(last ?? first ?? '');
  return from === undefined || to === undefined || to.row < from.row || to.column < from.column
    ? undefined
    : { from, to };
}
