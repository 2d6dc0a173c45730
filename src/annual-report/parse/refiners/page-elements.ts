import type { Piece } from '../piece.ts';
import { barStyleOf, joinBrokenRows } from './barred-rows.ts';
import { createElementBuilder } from './element-builder.ts';
import { readGrid } from './grid-elements.ts';
import { createLineReader, lineEndsPerCell } from './line-elements.ts';
import { withoutMarkup } from './markup-residue.ts';
import type { PageElement } from './page-element.ts';

const MARKDOWN_HEADING = /^ {0,3}(#{1,6})\s+(.*)$/;
// CommonMark lets a backslash stand before any ASCII punctuation. An escaped bar stays: it parts no cells.
const ESCAPED = /\\([!-/:-@[-`{}~])/g;

/** Markdown's marks of emphasis, the hashes of a heading, and the backslashes before what is meant literally, taken away. */
function withoutMarks(line: string): { text: string; heading?: number } {
  const text = line.includes('**') || line.includes('__') ? line.replace(/\*\*|__(?=\S)|(?<=\S)__/g, '') : line;
  const heading = MARKDOWN_HEADING.exec(text);
  if (heading === null) return { text: text.replace(ESCAPED, '$1') };
  return { text: heading[2]!.replace(/\s+#+\s*$/, '').replace(ESCAPED, '$1'), heading: heading[1]!.length };
}

/** Takes the layout away: the pieces of a page as headings, prose, and short texts with the data that stand behind them. */
export function readPageElements(pieces: readonly Piece[]): readonly PageElement[] {
  const into = createElementBuilder();
  const paragraphs = createLineReader(into, 1);
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'grid':
        readGrid(piece.grid, piece.place, into);
        paragraphs.settle();
        break;
      case 'line':
        for (const line of piece.text.split('\n')) paragraphs.read(line, piece.place, 1, piece.heading);
        break;
      case 'verbatim': {
        into.nextTable();
        const printed = withoutMarkup(piece.lines);
        const style = barStyleOf(printed);
        const lines = joinBrokenRows(printed, style);
        const reader = createLineReader(into, lineEndsPerCell(lines), style?.closes ?? true);
        let lineEnds = 0;
        for (const [index, line] of lines.entries()) {
          lineEnds += 1;
          if (line.trim() === '') continue;
          const { text, heading } = withoutMarks(line);
          reader.read(text, { ...piece.place, line: (piece.place.line ?? 1) + index }, lineEnds, heading);
          lineEnds = 0;
        }
      }
    }
  }
  return into.elements();
}
