import type { Queries } from '../../platform/database/pool.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { appendJournal } from '../store/journal.store.ts';
import { endSession, endSessions } from '../store/session.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';

/** `this` is signing out. */
export type SessionEnd =
  | { readonly kind: 'this'; readonly session: string }
  | { readonly kind: 'one'; readonly session: string }
  | { readonly kind: 'all-but'; readonly session: string };

/** Somebody ends a session of their own, or all others; gives how many ended. */
export async function endOwnSessions(
  queries: Queries,
  staff: StaffId,
  end: SessionEnd,
  now: Temporal.Instant,
): Promise<number> {
  return queries.transaction().execute(async transaction => {
    const count =
      end.kind === 'all-but'
        ? await endSessions(transaction, staff, end.session, now)
        : Number(await endSession(transaction, staff, end.session, now));
    if (count > 0)
      await appendJournal(transaction, {
        at: now,
        agency: (await findStaffMember(transaction, staff))?.agency ?? null,
        actor: { kind: 'officer', id: staff },
        event: end.kind === 'this' ? 'signed-out' : 'sessions-ended',
        subject: `staff:${staff}`,
        detail: { count },
      });
    return count;
  });
}
