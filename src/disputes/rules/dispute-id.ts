import type { Brand } from '../../kernel/brand.ts';

/** A UUID of version 7: disputes entered later sort later. */
export type DisputeId = Brand<string, 'DisputeId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in an address or a form, or undefined where the text is none. */
export function findDisputeId(text: string): DisputeId | undefined {
  return UUID.test(text) ? (text as DisputeId) : undefined;
}
