import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { Content } from '../rules/content.ts';
import { contentsBySection, issueText } from '../rules/gazette.ts';
import type { Gazette } from '../rules/gazette.ts';
import { itemDocument } from './item-document.ts';

/** The blocks of one of several texts: tables bear keys that no other text has. */
const ownBlocks = (blocks: readonly DocumentBlock[], text: number): readonly DocumentBlock[] =>
  blocks.map(block => {
    if (block.kind !== 'table') return block;
    const key = `text${text}-${block.table.key}`;
    const cells = block.table.cells.map(cell => ({ ...cell, id: `text${text}-${cell.id}` }));
    return { kind: 'table', table: { ...block.table, key, cells } };
  });

/** An issue as a document to be typeset: its table of contents, then every text in that order. */
export function gazetteDocument(
  { title, issuer, details }: Content & { readonly details: Gazette },
  texts: readonly Content[],
): OfficialDocument {
  const sections = contentsBySection(details.contents);
  const lines = sections.flatMap(({ issuer: section, entries }): readonly DocumentBlock[] => [
    { kind: 'paragraph', text: section },
    ...entries.map(entry => ({
      kind: 'paragraph' as const,
      text: `· ${entry.title}${entry.documentNumber === null ? '' : `（${entry.documentNumber}）`}`,
    })),
  ]);
  return {
    title: [title.replace(issueText(details), ''), issueText(details)].filter(line => line !== ''),
    issuer,
    blocks: [
      { kind: 'heading', level: 1, text: '目录' },
      ...lines,
      ...texts.flatMap((text, at): readonly DocumentBlock[] => [
        { kind: 'heading', level: 1, text: text.title },
        ...ownBlocks(itemDocument(text).blocks, at),
      ]),
    ],
  };
}
