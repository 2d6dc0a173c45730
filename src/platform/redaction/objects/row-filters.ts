function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/** Undoes the filters of PNG, which PDF's predictors 10 to 15 are: rows of so many bytes, each behind its filter's number. */
export function undoRowFilters(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y += 1) {
    const kind = bytes[y * (row + 1)]!;
    for (let x = 0; x < row; x += 1) {
      const left = x >= pixel ? out[y * row + x - pixel]! : 0;
      const up = y > 0 ? out[(y - 1) * row + x]! : 0;
      const corner = x >= pixel && y > 0 ? out[(y - 1) * row + x - pixel]! : 0;
      const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[y * row + x] = bytes[y * (row + 1) + 1 + x]! + added;
    }
  }
  return out;
}
