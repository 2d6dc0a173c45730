import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { hashPassword } from '../../platform/password/password-hash.ts';
import { removeTotp, savePassword } from '../store/credential.store.ts';
import { appendJournal } from '../store/journal.store.ts';
import { endSessions, forgetDevices } from '../store/session.store.ts';
import { findStaffMemberByUsername } from '../store/staff.register.store.ts';
import { setEnabled } from '../store/staff.store.ts';
import { newOneTimePassword } from './one-time-password.ts';

/** The operator opens an account again from the server's terminal, when no administrator can; gives the one-time password. */
export async function resetAtTerminal(
  queries: Queries,
  username: string,
  now: Temporal.Instant,
): Promise<Result<string, string>> {
  const oneTimePassword = newOneTimePassword();
  const hash = await hashPassword(oneTimePassword);
  return queries.transaction().execute(async transaction => {
    const member = await findStaffMemberByUsername(transaction, username);
    if (member === undefined) return refuse(`没有“${username}”这个账号`);
    await savePassword(transaction, member.id, hash, true);
    await removeTotp(transaction, member.id);
    await setEnabled(transaction, member.id, true, now);
    await endSessions(transaction, member.id, null, now);
    await forgetDevices(transaction, member.id);
    await appendJournal(transaction, {
      at: now,
      agency: member.agency,
      actor: { kind: 'system' },
      event: 'account-reset-at-terminal',
      subject: `staff:${member.id}`,
      detail: {},
    });
    return ok(oneTimePassword);
  });
}
