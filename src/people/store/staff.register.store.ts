import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { getAgencyCode } from '../rules/agency.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { Delegation } from '../rules/delegation.ts';
import type { Officer } from '../rules/officer.ts';
import { overseenAgencies } from '../rules/overseen-agencies.ts';
import { DELEGABLE_ROLES, ROLES } from '../rules/role.ts';
import type { Role } from '../rules/role.ts';
import type { StaffMember } from '../rules/staff.ts';
import { getStaffId } from '../rules/staff-id.ts';
import type { StaffId } from '../rules/staff-id.ts';
import { listAgencies } from './agency.register.store.ts';

type StaffRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly agency: string | null;
  readonly email: string | null;
  readonly enabled: boolean;
  readonly passwordMustChange: boolean;
  readonly hasSecondFactor: boolean;
  readonly federatedSubject: string | null;
  readonly roles: readonly string[];
};

const rolesOf = (names: readonly string[]): readonly Role[] => ROLES.filter(role => names.includes(role));

function memberOf(row: StaffRow): StaffMember {
  return {
    ...row,
    id: getStaffId(row.id),
    agency: row.agency === null ? null : getAgencyCode(row.agency),
    roles: rolesOf(row.roles),
  };
}

const selectStaff = (queries: Queries) =>
  queries
    .selectFrom('staff')
    .select(({ eb }) => [
      'staff.id',
      'staff.username',
      'staff.name',
      'staff.agency',
      'staff.email',
      eb('staff.disabled_at', 'is', null).$castTo<boolean>().as('enabled'),
      'staff.password_must_change as passwordMustChange',
      eb('staff.totp_confirmed_at', 'is not', null).$castTo<boolean>().as('hasSecondFactor'),
      'staff.federated_subject as federatedSubject',
      sql<string[]>`array(select role from staff_roles where staff_roles.staff = staff.id)`.as('roles'),
    ]);

/** Accounts of the given agencies by agency and account name, the disabled ones last. */
export async function listStaff(queries: Queries, agencies: readonly AgencyCode[]): Promise<readonly StaffMember[]> {
  if (agencies.length === 0) return [];
  const rows = await selectStaff(queries)
    .where('staff.agency', 'in', agencies)
    .orderBy(sql`staff.disabled_at is not null`)
    .orderBy('staff.agency')
    .orderBy('staff.username')
    .execute();
  return rows.map(memberOf);
}

export async function findStaffMember(queries: Queries, id: StaffId): Promise<StaffMember | undefined> {
  const row = await selectStaff(queries).where('staff.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : memberOf(row);
}

export async function findStaffMemberByUsername(queries: Queries, username: string): Promise<StaffMember | undefined> {
  const row = await selectStaff(queries).where('staff.username', '=', username).executeTakeFirst();
  return row === undefined ? undefined : memberOf(row);
}

/** Names of accounts, the disabled ones too: whoever acted once keeps a name. */
export async function listStaffNames(queries: Queries, ids: readonly StaffId[]): Promise<ReadonlyMap<StaffId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(row => [getStaffId(row.id), row.name]));
}

/** Enabled accounts of an agency that have one of the roles, by account name: whom work can be given to. */
export async function listHoldersOf(
  queries: Queries,
  agency: AgencyCode,
  roles: readonly Role[],
): Promise<readonly StaffMember[]> {
  const staff = await listStaff(queries, [agency]);
  return staff.filter(member => member.enabled && member.roles.some(role => roles.includes(role)));
}

export type RecordedDelegation = Delegation & {
  readonly id: string;
  readonly delegate: StaffId;
  readonly delegateName: string;
};

/** Delegations by or to somebody that are not over, the first to begin first. */
export async function listDelegations(
  queries: Queries,
  side: 'absent' | 'delegate',
  id: StaffId,
  today: Temporal.PlainDate,
): Promise<readonly RecordedDelegation[]> {
  const rows = await queries
    .selectFrom('delegations')
    .innerJoin('staff as absentee', 'absentee.id', 'delegations.absent')
    .innerJoin('staff as standin', 'standin.id', 'delegations.delegate')
    .select([
      'delegations.id',
      'delegations.absent',
      'delegations.delegate',
      'delegations.first_day',
      'delegations.last_day',
      'absentee.name as absentName',
      'standin.name as delegateName',
      sql<string[]>`array(select role from staff_roles where staff_roles.staff = absentee.id)`.as('roles'),
    ])
    .where(`delegations.${side}`, '=', id)
    .where('delegations.revoked_at', 'is', null)
    .where('delegations.last_day', '>=', today.toString())
    .whereRef('absentee.agency', '=', 'standin.agency')
    .where('absentee.disabled_at', 'is', null)
    .orderBy('delegations.first_day')
    .execute();
  return rows.map(row => ({
    id: row.id,
    absent: getStaffId(row.absent),
    absentName: row.absentName,
    delegate: getStaffId(row.delegate),
    delegateName: row.delegateName,
    roles: rolesOf(row.roles).filter(role => DELEGABLE_ROLES.includes(role)),
    firstDay: Temporal.PlainDate.from(row.first_day),
    lastDay: Temporal.PlainDate.from(row.last_day),
  }));
}

/** The officer behind an account as they are today; undefined for a disabled account and for one without an agency. */
export async function findOfficer(
  queries: Queries,
  id: StaffId,
  today: Temporal.PlainDate,
): Promise<Officer | undefined> {
  const member = await findStaffMember(queries, id);
  if (member === undefined || !member.enabled || member.agency === null) return undefined;
  const delegations = await listDelegations(queries, 'delegate', id, today);
  const agencies = await listAgencies(queries);
  return {
    id,
    name: member.name,
    agency: member.agency,
    roles: member.roles,
    actingFor: delegations.filter(({ firstDay }) => Temporal.PlainDate.compare(firstDay, today) <= 0),
    oversees: overseenAgencies(member.agency, agencies),
  };
}
