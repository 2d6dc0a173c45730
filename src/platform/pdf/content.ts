import { findAlignedRows, tabbedLines } from './aligned-rows.ts';
import { joinTables } from './join-tables.ts';
import type { PageLayout, TextLine } from './page-layout.ts';
import { joinParagraphs, measureText } from './paragraphs.ts';
import type { PlacedLine, TextMeasure } from './paragraphs.ts';
import type { RuledTable } from './ruled-table.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** A part of a document in reading order, with the 1-based page on which it begins. */
export type Block =
  | { readonly kind: 'paragraph'; readonly page: number; readonly text: string }
  /** A table without rules: lines with tabs between what stands apart. */
  | { readonly kind: 'aligned'; readonly page: number; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly page: number; readonly table: RuledTable };

function textBlocks(lines: readonly PlacedLine[], measure: TextMeasure): Block[] {
  const blocks: Block[] = [];
  const paragraphs = (part: readonly PlacedLine[]) => {
    for (const paragraph of joinParagraphs(part, measure)) blocks.push({ kind: 'paragraph', ...paragraph });
  };
  let done = 0;
  for (const { from, to } of findAlignedRows(lines.map(({ line }) => line))) {
    paragraphs(lines.slice(done, from));
    const part: TextLine[] = lines.slice(from, to).map(({ line }) => line);
    blocks.push({ kind: 'aligned', page: lines[from]!.page, lines: tabbedLines(part) });
    done = to;
  }
  paragraphs(lines.slice(done));
  return blocks;
}

/** The content of a document from its pages: running heads dropped, lines and tables joined over page ends. */
export function contentOf(pages: readonly PageLayout[]): Block[] {
  const cleaned = withoutRunningHeads(pages);
  const measure = measureText(
    cleaned.flatMap(({ page, items }) => items.flatMap(item => (item.kind === 'line' ? [{ page, line: item }] : []))),
  );
  const blocks: Block[] = [];
  let lines: PlacedLine[] = [];
  const endText = () => {
    blocks.push(...textBlocks(lines, measure));
    lines = [];
  };
  for (const { page, items } of cleaned)
    for (const [at, item] of items.entries()) {
      if (item.kind === 'line') {
        lines.push({ page, line: item });
        continue;
      }
      endText();
      const last = blocks.at(-1);
      const joined = at === 0 && last?.kind === 'table' ? joinTables(last.table, item.table) : null;
      if (joined !== null && last?.kind === 'table') blocks[blocks.length - 1] = { ...last, table: joined };
      else blocks.push({ kind: 'table', page, table: item.table });
    }
  endText();
  return blocks;
}
