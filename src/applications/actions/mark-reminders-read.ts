import type { Officer } from '../../people/rules/officer.ts';
import { readReminders } from '../store/reminder.store.ts';
import type { ActionDeps } from './deps.ts';

/** Notes that an officer has seen the reminders that stood on a page made at `until`; later ones stay unread. */
export async function markRemindersRead(
  { queries, now }: Pick<ActionDeps, 'queries' | 'now'>,
  officer: Officer,
  until: Temporal.Instant,
): Promise<void> {
  await readReminders(queries, officer.id, until, now());
}
