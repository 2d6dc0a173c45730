import { randomBytes } from 'node:crypto';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { setDueDateFeed } from '../store/due-date-feed.store.ts';
import type { ActionDeps } from './deps.ts';

const TOKEN_BYTES = 32;

/** The digest under which a feed's token is kept: whoever reads the database can open no feed. */
export const feedTokenDigest = (sealing: ActionDeps['sealing'], token: string): string =>
  sealing.digest(token, 'due-date-feed');

/** Gives an officer a new address for the feed of due days and shuts the old one; the token is told once. */
export async function renewDueDateFeed(
  { queries, sealing, now }: Pick<ActionDeps, 'queries' | 'sealing' | 'now'>,
  officer: Officer,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await queries.transaction().execute(async transaction => {
    await setDueDateFeed(transaction, officer.id, feedTokenDigest(sealing, token), now());
    await appendJournal(transaction, {
      at: now(),
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'due-date-feed-renewed',
      subject: `staff:${officer.id}`,
      detail: {},
    });
  });
  return token;
}
