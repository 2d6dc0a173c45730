import type { Queries } from '../../platform/database/pool.ts';
import { getAgencyCode } from '../rules/agency.ts';
import type { AgencyCode } from '../rules/agency.ts';
import { getStaffId } from '../rules/staff-id.ts';
import type { StaffId } from '../rules/staff-id.ts';

/** What somebody can prove who they are with. `totpSecret` is sealed and counts once confirmed. */
export type Credentials = {
  readonly id: StaffId;
  readonly username: string;
  readonly name: string;
  readonly agency: AgencyCode | null;
  readonly enabled: boolean;
  readonly passwordHash: string | null;
  readonly passwordMustChange: boolean;
  readonly totpSecret: string | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number | null;
  readonly federatedSubject: string | null;
};

async function findBy(
  queries: Queries,
  column: 'id' | 'username' | 'federated_subject',
  value: string,
  lock = false,
): Promise<Credentials | undefined> {
  const query = queries.selectFrom('staff').selectAll().where(column, '=', value);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: getStaffId(row.id),
    username: row.username,
    name: row.name,
    agency: row.agency === null ? null : getAgencyCode(row.agency),
    enabled: row.disabled_at === null,
    passwordHash: row.password_hash,
    passwordMustChange: row.password_must_change,
    totpSecret: row.totp_secret,
    totpConfirmed: row.totp_confirmed_at !== null,
    totpLastStep: row.totp_last_step,
    federatedSubject: row.federated_subject,
  };
}

export const findCredentials = (queries: Queries, username: string) => findBy(queries, 'username', username);
export const findFederatedCredentials = (queries: Queries, subject: string) =>
  findBy(queries, 'federated_subject', subject);
/** Locked until the transaction ends, so that a code is used once. */
export const lockCredentials = (transaction: Queries, id: StaffId) => findBy(transaction, 'id', id, true);

export async function savePassword(queries: Queries, id: StaffId, hash: string, mustChange: boolean): Promise<void> {
  await queries
    .updateTable('staff')
    .set({ password_hash: hash, password_must_change: mustChange })
    .where('id', '=', id)
    .execute();
}

/** Keeps a sealed secret that is not confirmed yet; one that is in use stays in use until then only if it is given up first. */
export async function saveTotpSecret(queries: Queries, id: StaffId, sealed: string): Promise<void> {
  await queries
    .updateTable('staff')
    .set({ totp_secret: sealed, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', id)
    .execute();
}

export async function confirmTotp(queries: Queries, id: StaffId, step: number, now: Temporal.Instant): Promise<void> {
  await queries
    .updateTable('staff')
    .set({ totp_confirmed_at: now.toString(), totp_last_step: step })
    .where('id', '=', id)
    .execute();
}

export async function noteTotpStep(queries: Queries, id: StaffId, step: number): Promise<void> {
  await queries.updateTable('staff').set({ totp_last_step: step }).where('id', '=', id).execute();
}

export async function removeTotp(queries: Queries, id: StaffId): Promise<void> {
  await queries
    .updateTable('staff')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', id)
    .execute();
  await queries.deleteFrom('recovery_codes').where('staff', '=', id).execute();
}

/** Puts new recovery codes in place of all earlier ones. */
export async function replaceRecoveryCodes(queries: Queries, id: StaffId, digests: readonly string[]): Promise<void> {
  await queries.deleteFrom('recovery_codes').where('staff', '=', id).execute();
  await queries
    .insertInto('recovery_codes')
    .values(digests.map(digest => ({ staff: id, code_digest: digest })))
    .execute();
}

/** Uses a recovery code up; false where there is none such, or it was used. */
export async function consumeRecoveryCode(
  queries: Queries,
  id: StaffId,
  digest: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await queries
    .updateTable('recovery_codes')
    .set({ used_at: now.toString() })
    .where('staff', '=', id)
    .where('code_digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function countRecoveryCodes(queries: Queries, id: StaffId): Promise<number> {
  const { count } = await queries
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('staff', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether a secret was made, confirmed or not. */
export async function hasTotpSecret(queries: Queries, id: StaffId): Promise<boolean> {
  const row = await queries.selectFrom('staff').select('totp_secret').where('id', '=', id).executeTakeFirst();
  return row !== undefined && row.totp_secret !== null;
}
