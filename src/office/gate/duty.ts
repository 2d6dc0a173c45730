import type { Role } from '../../people/rules/role.ts';
import type { StaffMember } from '../../people/rules/staff.ts';

/** What somebody has to do before anything else, in this order. */
export type Duty = 'change-password' | 'enrol-second-factor' | 'set-up';

export const DUTY_PATH = {
  'change-password': '/office/account/password',
  'enrol-second-factor': '/office/account/second-factor',
  'set-up': '/office/set-up',
} as const satisfies Record<Duty, string>;

/** The duty of somebody who has signed in; null where the way is free. `secondFactorRoles` must have a second factor. */
export function dutyOf(
  member: Pick<StaffMember, 'passwordMustChange' | 'hasSecondFactor' | 'roles' | 'agency'>,
  secondFactorRoles: readonly Role[],
): Duty | null {
  if (member.passwordMustChange) return 'change-password';
  if (!member.hasSecondFactor && member.roles.some(role => secondFactorRoles.includes(role)))
    return 'enrol-second-factor';
  return member.agency === null ? 'set-up' : null;
}
