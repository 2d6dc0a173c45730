import type { Queries } from '../../platform/database/pool.ts';
import { hashPassword } from '../../platform/password/password-hash.ts';
import { getAgencyCode } from '../rules/agency.ts';
import type { Role } from '../rules/role.ts';
import { SECOND_FACTOR_ROLES } from '../rules/settings.ts';
import { getStaffId } from '../rules/staff-id.ts';
import { findStaffMember } from '../store/staff.register.store.ts';
import { insertStaff } from '../store/staff.store.ts';
import { saveSetting } from '../store/setting.store.ts';

export type SampleAccount = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly Role[];
};

/**
 * Adds the accounts of the sample district that are not there yet, all with one password, and asks none of them for a second
 * factor. Gives how many were added. Never for a real office: the caller has made sure that there is none here.
 */
export async function addSampleStaff(
  queries: Queries,
  accounts: readonly SampleAccount[],
  password: string,
  now: Temporal.Instant,
): Promise<number> {
  const missing: SampleAccount[] = [];
  for (const account of accounts)
    if ((await findStaffMember(queries, getStaffId(account.id))) === undefined) missing.push(account);
  if (missing.length === 0) return 0;
  const passwordHash = await hashPassword(password);
  await queries.transaction().execute(async transaction => {
    for (const { id, username, name, agency, roles } of missing)
      await insertStaff(transaction, {
        id: getStaffId(id),
        username,
        name,
        agency: getAgencyCode(agency),
        email: null,
        roles,
        federatedSubject: null,
        passwordHash,
        passwordMustChange: false,
      });
    await saveSetting(transaction, SECOND_FACTOR_ROLES, null, [], now);
  });
  return missing.length;
}
