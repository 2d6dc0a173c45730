import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { hashPassword } from '../../platform/password/password-hash.ts';
import { getStaffId } from '../rules/staff-id.ts';
import { appendJournal } from '../store/journal.store.ts';
import { countStaff, insertStaff } from '../store/staff.store.ts';
import { newOneTimePassword } from './one-time-password.ts';

/** Any number, as long as every version of this program has the same. */
const FIRST_START_LOCK = 779_020_154;

export type FirstAdministrator = { readonly username: string; readonly oneTimePassword: string };

/**
 * Makes the first account where there is none, with a one-time password for the terminal; null where there are accounts.
 * Two programs that start at once make one account.
 */
export async function createFirstAdministrator(
  queries: Queries,
  now: Temporal.Instant,
): Promise<FirstAdministrator | null> {
  if ((await countStaff(queries)) > 0) return null;
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  return queries.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${FIRST_START_LOCK})`.execute(transaction);
    if ((await countStaff(transaction)) > 0) return null;
    const id = getStaffId(randomUUIDv7());
    const facts = { username: 'admin', name: '系统管理员', agency: null, email: null, federatedSubject: null };
    await insertStaff(transaction, { ...facts, id, roles: ['administrator'], passwordHash, passwordMustChange: true });
    await appendJournal(transaction, {
      at: now,
      agency: null,
      actor: { kind: 'system' },
      event: 'first-administrator-created',
      subject: `staff:${id}`,
      detail: {},
    });
    return { username: facts.username, oneTimePassword };
  });
}
