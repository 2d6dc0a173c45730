import type { Queries } from '../../platform/database/pool.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { Role } from '../rules/role.ts';
import type { StaffFacts } from '../rules/staff.ts';
import type { StaffId } from '../rules/staff-id.ts';

export type NewStaff = Omit<StaffFacts, 'agency' | 'roles'> & {
  readonly roles: readonly Role[];
  readonly id: StaffId;
  readonly agency: AgencyCode | null;
  readonly passwordHash: string | null;
  readonly passwordMustChange: boolean;
};

async function writeRoles(queries: Queries, id: StaffId, roles: readonly Role[]): Promise<void> {
  await queries.deleteFrom('staff_roles').where('staff', '=', id).execute();
  if (roles.length > 0)
    await queries
      .insertInto('staff_roles')
      .values(roles.map(role => ({ staff: id, role })))
      .execute();
}

/** Writes a new account. The username must be free. */
export async function insertStaff(queries: Queries, staff: NewStaff): Promise<void> {
  await queries
    .insertInto('staff')
    .values({
      id: staff.id,
      username: staff.username,
      name: staff.name,
      agency: staff.agency,
      email: staff.email,
      password_hash: staff.passwordHash,
      password_must_change: staff.passwordMustChange,
      federated_subject: staff.federatedSubject,
    })
    .execute();
  await writeRoles(queries, staff.id, staff.roles);
}

export async function updateStaff(queries: Queries, id: StaffId, facts: StaffFacts): Promise<void> {
  await queries
    .updateTable('staff')
    .set({
      username: facts.username,
      name: facts.name,
      agency: facts.agency,
      email: facts.email,
      federated_subject: facts.federatedSubject,
    })
    .where('id', '=', id)
    .execute();
  await writeRoles(queries, id, facts.roles);
}

export async function putIntoAgency(queries: Queries, id: StaffId, agency: AgencyCode): Promise<void> {
  await queries.updateTable('staff').set({ agency }).where('id', '=', id).execute();
}

export async function setEnabled(
  queries: Queries,
  id: StaffId,
  enabled: boolean,
  now: Temporal.Instant,
): Promise<void> {
  await queries
    .updateTable('staff')
    .set({ disabled_at: enabled ? null : now.toString() })
    .where('id', '=', id)
    .execute();
}

/** How many accounts there are; enough to know a first start. */
export async function countStaff(queries: Queries): Promise<number> {
  const { count } = await queries
    .selectFrom('staff')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Enabled administrators besides somebody: the last one cannot be taken away. */
export async function countOtherAdministrators(queries: Queries, id: StaffId): Promise<number> {
  const { count } = await queries
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff', 'staff.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('staff_roles.role', '=', 'administrator')
    .where('staff.disabled_at', 'is', null)
    .where('staff.id', '<>', id)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertDelegation(
  queries: Queries,
  delegation: {
    readonly id: string;
    readonly absent: StaffId;
    readonly delegate: StaffId;
    readonly firstDay: Temporal.PlainDate;
    readonly lastDay: Temporal.PlainDate;
    readonly recordedBy: StaffId;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await queries
    .insertInto('delegations')
    .values({
      id: delegation.id,
      absent: delegation.absent,
      delegate: delegation.delegate,
      first_day: delegation.firstDay.toString(),
      last_day: delegation.lastDay.toString(),
      recorded_by: delegation.recordedBy,
      recorded_at: delegation.at.toString(),
    })
    .execute();
}

/** Ends a delegation early. False where it is not that officer's or already over. */
export async function revokeDelegation(
  queries: Queries,
  id: string,
  absent: StaffId,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await queries
    .updateTable('delegations')
    .set({ revoked_at: now.toString() })
    .where('id', '=', id)
    .where('absent', '=', absent)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
