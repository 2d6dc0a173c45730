import { z } from 'zod';
import { DIAGRAM, diagramText } from './diagram.ts';

// The body of an item is a closed structure: what it cannot say (scripts, styles, foreign pictures, hidden text) cannot be
// published, whatever was pasted. Pages are rendered from it alone.

const inline = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string(), strong: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal('link'), text: z.string(), href: z.string() }),
]);
const inlines = z.array(inline).readonly();

const cell = z.strictObject({
  text: z.string(),
  heading: z.boolean(),
  rowSpan: z.number().int().min(1).max(1000),
  columnSpan: z.number().int().min(1).max(100),
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paragraph'),
    inlines,
    align: z.enum(['start', 'center', 'end']).optional(),
  }),
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), entries: z.array(inlines).readonly() }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string().nullable(),
    rows: z.array(z.array(cell).readonly()).readonly(),
  }),
  z.strictObject({ kind: z.literal('image'), attachment: z.string(), alt: z.string(), caption: z.string().nullable() }),
  DIAGRAM,
]);

/** A body from stored JSON or from an interface; throws for what is none. */
export const BODY = z.array(block).readonly();

export type Inline = z.infer<typeof inline>;
/** A cell of a table; `heading` cells name a row or a column. */
export type BodyCell = z.infer<typeof cell>;
/** A part of a body, in reading order. Pictures are attachments of the item: nothing is fetched from elsewhere. */
export type BodyBlock = z.infer<typeof block>;
export type Body = z.infer<typeof BODY>;

const textOf = (parts: readonly Inline[]): string => parts.map(({ text }) => text).join('');

/** The text of one block, rows of a table a line each with tabs between cells. */
export function blockText(part: BodyBlock): string {
  switch (part.kind) {
    case 'paragraph':
      return textOf(part.inlines);
    case 'heading':
      return part.text;
    case 'list':
      return part.entries.map(textOf).join('\n');
    case 'table':
      return [
        ...(part.caption === null ? [] : [part.caption]),
        ...part.rows.map(row => row.map(({ text }) => text).join('\t')),
      ].join('\n');
    case 'image':
      return part.caption ?? part.alt;
    case 'diagram':
      return diagramText(part);
  }
}

/** The whole body as plain text, for search, proofreading and summaries: a block a line. */
export function bodyText(body: Body): string {
  return body.map(blockText).join('\n');
}

/** Paragraphs of plain text as a body. */
export function bodyOfParagraphs(paragraphs: readonly string[]): Body {
  return paragraphs.map(text => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] }));
}

/** Every address that the body links to, in order. */
export function linksOf(body: Body): readonly { readonly text: string; readonly href: string }[] {
  return body
    .flatMap(part => (part.kind === 'paragraph' ? part.inlines : part.kind === 'list' ? part.entries.flat() : []))
    .filter(part => part.kind === 'link');
}

const SUMMARY_LENGTH = 150;

/** The first sentences of a body for the tag Description, at most 150 characters; empty for a body without text. */
export function summaryOf(body: Body): string {
  const text = body
    .filter(({ kind }) => kind === 'paragraph')
    .map(blockText)
    .join('')
    .replaceAll(/\s+/gu, '');
  if (text.length <= SUMMARY_LENGTH) return text;
  const cut = text.slice(0, SUMMARY_LENGTH);
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'));
  return end > SUMMARY_LENGTH / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, -1)}…`;
}
