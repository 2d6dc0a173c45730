import { MARGIN_SHARE } from './page-layout.ts';
import type { LaidItem, PageLayout, TextLine } from './page-layout.ts';

const PAGE_NUMBER =
  /^[—–―─\-－·•~～\s]*(?:第\s*)?(?:\d{1,3}|[ivxl]{1,6}|[一二三四五六七八九十百]{1,4})(?:\s*页)?(?:\s*[，,/／]?\s*共?\s*\d{1,3}\s*页?)?[—–―─\-－·•~～\s]*$/i;
const SAME_HEIGHT = 4;

const pattern = (line: TextLine) => line.text.replaceAll(/\d+/g, '0').replaceAll(/\s/g, '');

/** The lines in the upper and lower margin of a page that have no table between them and the edge. */
function marginLines({ items, height }: PageLayout): TextLine[] {
  const tables = items.filter(item => item.kind === 'table');
  return items.filter(
    (item): item is TextLine =>
      item.kind === 'line' &&
      ((item.bottom < height * MARGIN_SHARE && tables.every(table => table.top > item.bottom)) ||
        (item.top > height * (1 - MARGIN_SHARE) && tables.every(table => table.bottom < item.top))),
  );
}

/**
 * The pages without page numbers, and without lines that return at the same height of at least two pages (two in five of
 * them), figures aside.
 */
export function withoutRunningHeads(pages: readonly PageLayout[]): PageLayout[] {
  const seen = new Map<string, { height: number; pages: Set<number> }[]>();
  const margins = pages.map(page => ({ page, lines: marginLines(page) }));
  const recordOf = (line: TextLine) =>
    seen.get(pattern(line))?.find(({ height }) => Math.abs(height - line.baseline) <= SAME_HEIGHT);
  for (const { page, lines } of margins)
    for (const line of lines) {
      const record = recordOf(line);
      if (record === undefined)
        seen.set(pattern(line), [
          ...(seen.get(pattern(line)) ?? []),
          { height: line.baseline, pages: new Set([page.page]) },
        ]);
      else record.pages.add(page.page);
    }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return margins.map(({ page, lines }) => {
    const dropped = new Set<LaidItem>(
      lines.filter(line => {
        const first = page.items[0] === line;
        const last = page.items.at(-1) === line;
        return ((first || last) && PAGE_NUMBER.test(line.text)) || (recordOf(line)?.pages.size ?? 0) >= enough;
      }),
    );
    return { ...page, items: page.items.filter(item => !dropped.has(item)) };
  });
}
