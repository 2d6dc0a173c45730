import type { Brand } from '../../kernel/brand.ts';

/** A UUID of version 7. */
export type ItemId = Brand<string, 'ItemId'>;
export type AttachmentId = Brand<string, 'AttachmentId'>;

/** Names a column for ever, in the whole installation; it is the first part of the addresses of what was published in it. */
export type ColumnCode = Brand<string, 'ColumnCode'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in an address or a form, or undefined where the text is none. */
export function findItemId(text: string): ItemId | undefined {
  return UUID.test(text) ? (text as ItemId) : undefined;
}

/** An attachment's id in an address or a form, or undefined where the text is none. */
export function findAttachmentId(text: string): AttachmentId | undefined {
  return UUID.test(text) ? (text as AttachmentId) : undefined;
}
