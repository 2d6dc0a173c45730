import type { PrintedTable } from './printed-table.ts';

/**
 * A block of an official document's body. Heading level 1 is 一、, level 2 is （一）. `lead` is the beginning of a paragraph's text
 * that serves as its heading of level 2: 「（一）主动公开。」 with the paragraph going on behind it.
 */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'table'; readonly table: PrintedTable };

/** An official document (公文) before it takes the form of a file: what GB/T 9704 sets in type, without the type. */
export type OfficialDocument = {
  /** The lines of the title, broken by sense. */
  readonly title: readonly string[];
  /** Who issues it, for the file's properties; null when not known. */
  readonly issuer: string | null;
  readonly blocks: readonly DocumentBlock[];
};
