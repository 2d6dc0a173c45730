import type { FlatBlock } from '../../../platform/document/block.ts';
import type { Piece } from '../piece.ts';

/** Blocks of a document as pieces; paragraphs and tables are numbered from 1, each kind for itself. Empty paragraphs are left out. */
export function piecesOf(blocks: readonly FlatBlock[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let [line, table] = [0, 0];
  for (const block of blocks) {
    if (block.kind === 'table') {
      table += 1;
      const { rows, columns, cells } = block;
      pieces.push({ kind: 'grid', grid: { rows, columns, cells }, place: { table } });
    } else if (block.text !== '') {
      line += 1;
      const { text, heading } = block;
      pieces.push({ kind: 'line', text, ...(heading === undefined ? {} : { heading }), place: { line } });
    }
  }
  return pieces;
}
