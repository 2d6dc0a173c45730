import { UnexpectedPdf } from './lexer.ts';
import { entriesIn, itemsIn, nameIn, resolve } from './pdf-object.ts';
import type { PdfEntries, PdfObject, PdfObjects } from './pdf-object.ts';

const MAX_PAGES = 5_000;
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** The pages of the tree in their order, each with what it inherits. */
export function pagesOf(file: PdfObjects): PdfEntries[] {
  const root = entriesIn(resolve(file, file.trailer.get('Root')));
  const pages: PdfEntries[] = [];
  const seen = new Set<PdfObject>();
  type Branch = { readonly node: PdfObject; readonly inherited: PdfEntries };
  const stack: Branch[] = [{ node: resolve(file, root.get('Pages')), inherited: new Map() }];
  for (let branch = stack.pop(); branch !== undefined; branch = stack.pop()) {
    const entries = entriesIn(branch.node);
    const own = new Map([
      ...branch.inherited,
      ...[...entries].filter(([key]) => INHERITED.some(known => known === key)),
    ]);
    const kids = itemsIn(resolve(file, entries.get('Kids')));
    if (kids.length > 0 && !seen.has(branch.node)) {
      seen.add(branch.node);
      stack.push(...kids.map(kid => ({ node: resolve(file, kid), inherited: own })).toReversed());
    } else if (nameIn(entries.get('Type') ?? null) === 'Page' || entries.has('Contents'))
      pages.push(new Map([...own, ...entries]));
    if (pages.length > MAX_PAGES) throw new UnexpectedPdf('too many pages');
  }
  return pages;
}
