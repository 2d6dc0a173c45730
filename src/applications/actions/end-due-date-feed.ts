import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { removeDueDateFeed } from '../store/due-date-feed.store.ts';
import type { ActionDeps } from './deps.ts';

/** Shuts the feed of an officer's due days. */
export async function endDueDateFeed(
  { queries, now }: Pick<ActionDeps, 'queries' | 'now'>,
  officer: Officer,
): Promise<void> {
  await queries.transaction().execute(async transaction => {
    await removeDueDateFeed(transaction, officer.id);
    await appendJournal(transaction, {
      at: now(),
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'due-date-feed-ended',
      subject: `staff:${officer.id}`,
      detail: {},
    });
  });
}
