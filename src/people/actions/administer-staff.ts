import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { hashPassword } from '../../platform/password/password-hash.ts';
import type { JournalJson } from '../rules/journal.ts';
import { mayChangeAccountOf } from '../rules/four-eyes.ts';
import { may } from '../rules/may.ts';
import type { Officer } from '../rules/officer.ts';
import type { StaffFacts, StaffMember, StaffProblem } from '../rules/staff.ts';
import { getStaffId } from '../rules/staff-id.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { removeTotp, savePassword } from '../store/credential.store.ts';
import { appendJournal } from '../store/journal.store.ts';
import { endSessions, forgetDevices } from '../store/session.store.ts';
import { findStaffMember, findStaffMemberByUsername } from '../store/staff.register.store.ts';
import { countOtherAdministrators, insertStaff, setEnabled, updateStaff } from '../store/staff.store.ts';
import { newOneTimePassword } from './one-time-password.ts';

const NOT_YOURS = '您没有管理这个机构人员的权限';
const NOT_YOUR_OWN = '不能修改自己的账号，请由另一位系统管理员修改';
const LAST_ONE = '这是最后一位可用的系统管理员，请先增加另一位，再停用或者改变角色';
const NOT_FOUND = '没有找到这个账号，可能已经改动，请回到人员名单重新查看';

type Problems = readonly StaffProblem[];
const problem = (field: string, message: string): Result<never, Problems> => refuse([{ field, message }]);

async function note(
  transaction: Queries,
  officer: Officer,
  subject: Pick<StaffMember, 'id' | 'agency'>,
  event: string,
  now: Temporal.Instant,
  detail: { readonly [key: string]: JournalJson } = {},
): Promise<void> {
  await appendJournal(transaction, {
    at: now,
    agency: subject.agency,
    actor: { kind: 'officer', id: officer.id },
    event,
    subject: `staff:${subject.id}`,
    detail,
  });
}

export type AddedStaff = { readonly id: StaffId; readonly oneTimePassword: string };

/** An administrator adds an account; the one-time password is known only now and must be changed at the first sign-in. */
export async function addStaff(
  queries: Queries,
  officer: Officer,
  facts: StaffFacts,
  now: Temporal.Instant,
): Promise<Result<AddedStaff, Problems>> {
  if (!may(officer, 'administer-staff', facts.agency)) return problem('agency', NOT_YOURS);
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  return queries.transaction().execute(async transaction => {
    if ((await findStaffMemberByUsername(transaction, facts.username)) !== undefined)
      return problem('username', '这个账号名已经有人使用，请换一个');
    const id = getStaffId(randomUUIDv7());
    await insertStaff(transaction, { ...facts, id, passwordHash, passwordMustChange: true });
    await note(transaction, officer, { id, agency: facts.agency }, 'staff-added', now, { roles: facts.roles });
    return ok({ id, oneTimePassword });
  });
}

/** The account that an administrator wants to change, if they may. */
async function findSubject(transaction: Queries, officer: Officer, id: StaffId): Promise<Result<StaffMember, string>> {
  const member = await findStaffMember(transaction, id);
  // An account of an agency that is none of the officer's business is answered like one that does not exist.
  if (member === undefined || member.agency === null || !may(officer, 'administer-staff', member.agency))
    return refuse(NOT_FOUND);
  return mayChangeAccountOf(officer, id) ? ok(member) : refuse(NOT_YOUR_OWN);
}

const losesAdministrator = (before: StaffMember, after: Pick<StaffFacts, 'roles'>) =>
  before.roles.includes('administrator') && !after.roles.includes('administrator');

/** An administrator changes name, agency, roles and the like of an account. Whoever changes the agency must administer both. */
export async function changeStaff(
  queries: Queries,
  officer: Officer,
  id: StaffId,
  facts: StaffFacts,
  now: Temporal.Instant,
): Promise<Result<null, Problems>> {
  return queries.transaction().execute(async transaction => {
    const subject = await findSubject(transaction, officer, id);
    if (!subject.ok) return problem('username', subject.problem);
    if (!may(officer, 'administer-staff', facts.agency)) return problem('agency', NOT_YOURS);
    const holder = await findStaffMemberByUsername(transaction, facts.username);
    if (holder !== undefined && holder.id !== id) return problem('username', '这个账号名已经有人使用，请换一个');
    if (losesAdministrator(subject.value, facts) && (await countOtherAdministrators(transaction, id)) === 0)
      return problem('roles', LAST_ONE);
    await updateStaff(transaction, id, facts);
    const detail = { rolesBefore: subject.value.roles, roles: facts.roles, agencyBefore: subject.value.agency };
    await note(transaction, officer, { id, agency: facts.agency }, 'staff-changed', now, detail);
    return ok(null);
  });
}

async function act(
  queries: Queries,
  officer: Officer,
  id: StaffId,
  work: (transaction: Queries, subject: StaffMember) => Promise<Result<null, string>>,
): Promise<Result<null, string>> {
  return queries.transaction().execute(async transaction => {
    const subject = await findSubject(transaction, officer, id);
    return subject.ok ? work(transaction, subject.value) : subject;
  });
}

/** An administrator switches an account off, which ends its sessions, or on again. Accounts are never deleted. */
export async function switchStaff(
  queries: Queries,
  officer: Officer,
  id: StaffId,
  enabled: boolean,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  return act(queries, officer, id, async (transaction, subject) => {
    if (!enabled && subject.roles.includes('administrator') && (await countOtherAdministrators(transaction, id)) === 0)
      return refuse(LAST_ONE);
    await setEnabled(transaction, id, enabled, now);
    if (!enabled) await endSessions(transaction, id, null, now);
    await note(transaction, officer, subject, enabled ? 'staff-enabled' : 'staff-disabled', now);
    return ok(null);
  });
}

/** An administrator gives a new one-time password; all sessions end. */
export async function resetPassword(
  queries: Queries,
  officer: Officer,
  id: StaffId,
  now: Temporal.Instant,
): Promise<Result<string, string>> {
  const oneTimePassword = newOneTimePassword();
  const hash = await hashPassword(oneTimePassword);
  const done = await act(queries, officer, id, async (transaction, subject) => {
    await savePassword(transaction, id, hash, true);
    await endSessions(transaction, id, null, now);
    await forgetDevices(transaction, id);
    await note(transaction, officer, subject, 'password-reset', now);
    return ok(null);
  });
  return done.ok ? ok(oneTimePassword) : done;
}

/** An administrator takes the authenticator off an account whose telephone is lost; all sessions end. */
export async function resetSecondFactor(
  queries: Queries,
  officer: Officer,
  id: StaffId,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  return act(queries, officer, id, async (transaction, subject) => {
    await removeTotp(transaction, id);
    await endSessions(transaction, id, null, now);
    await note(transaction, officer, subject, 'second-factor-reset', now);
    return ok(null);
  });
}

/** An administrator ends all sessions of an account. */
export async function endSessionsOf(
  queries: Queries,
  officer: Officer,
  id: StaffId,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  return act(queries, officer, id, async (transaction, subject) => {
    const count = await endSessions(transaction, id, null, now);
    await note(transaction, officer, subject, 'sessions-ended', now, { count });
    return ok(null);
  });
}
