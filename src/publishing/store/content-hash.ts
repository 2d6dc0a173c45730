import { createHash } from 'node:crypto';
import { contentJson } from '../rules/content.ts';
import type { Content } from '../rules/content.ts';
import type { Attachment } from '../rules/item-file.ts';

/** SHA-256 in hex of what an edition says, the attachments it names by their own hashes. */
export function contentHashOf(content: Content, attachments: readonly Attachment[]): string {
  const named = content.attachments.map(({ id }) => attachments.find(one => one.id === id)?.sha256 ?? '');
  return createHash('sha256')
    .update(`${contentJson(content)}\n${named.join('\n')}`)
    .digest('hex');
}
