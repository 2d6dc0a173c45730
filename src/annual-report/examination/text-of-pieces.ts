import type { Piece } from '../parse/piece.ts';

function textOf(piece: Piece): string {
  switch (piece.kind) {
    case 'line':
      return piece.text;
    case 'verbatim':
      return piece.lines.join('\n');
    case 'grid': {
      const rows = Map.groupBy(piece.grid.cells, cell => cell.row);
      return [...rows.values()].map(cells => cells.map(cell => cell.text).join('\t')).join('\n');
    }
  }
}

/** The running text of a document, a paragraph or a table row a line, cells separated by tabs. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(textOf).join('\n');
}
