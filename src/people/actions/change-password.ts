import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { hashPassword, isPassword } from '../../platform/password/password-hash.ts';
import { checkPassword } from '../rules/password.ts';
import type { FieldProblemOf } from '../rules/field-problem.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { lockCredentials, savePassword } from '../store/credential.store.ts';
import { appendJournal } from '../store/journal.store.ts';
import { endSessions, forgetDevices } from '../store/session.store.ts';
import { findStaffMember } from '../store/staff.register.store.ts';

export type PasswordChange = {
  readonly staff: StaffId;
  readonly current: string;
  readonly password: string;
  readonly repeated: string;
  /** The session that stays; all others end. */
  readonly session: string;
};

/** Somebody changes their own password. Refuses per field. */
export async function changePassword(
  queries: Queries,
  change: PasswordChange,
  now: Temporal.Instant,
): Promise<Result<null, FieldProblemOf<'current' | 'password' | 'repeated'>>> {
  const { staff, current, password, repeated, session } = change;
  const member = await findStaffMember(queries, staff);
  if (member === undefined) throw new Error(`No account ${staff}`);
  const checked = checkPassword(password, [member.username, member.name]);
  if (!checked.ok) return refuse({ field: 'password', message: checked.problem });
  if (password !== repeated) return refuse({ field: 'repeated', message: '两次输入的新密码不一样，请重新输入' });
  if (password === current) return refuse({ field: 'password', message: '新密码与现在的密码相同，请换一个' });
  const hash = await hashPassword(password);
  return queries.transaction().execute(async transaction => {
    const credentials = await lockCredentials(transaction, staff);
    if (!(await isPassword(current, credentials?.passwordHash ?? null)))
      return refuse({ field: 'current', message: '现在的密码不对，请重新输入' });
    await savePassword(transaction, staff, hash, false);
    await endSessions(transaction, staff, session, now);
    await forgetDevices(transaction, staff);
    await appendJournal(transaction, {
      at: now,
      agency: member.agency,
      actor: { kind: 'officer', id: staff },
      event: 'password-changed',
      subject: `staff:${staff}`,
      detail: {},
    });
    return ok(null);
  });
}
