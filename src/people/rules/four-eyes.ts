import type { Ability } from './ability.ts';
import type { AgencyCode } from './agency.ts';
import { hasAbility, may } from './may.ts';
import type { Officer } from './officer.ts';
import type { StaffId } from './staff-id.ts';

/**
 * Four eyes: whoever had a hand in a draft does not approve it, and nobody approves it in the name of somebody who had.
 * `drafters` are all who wrote or changed the draft.
 */
export function mayApprove(
  officer: Officer,
  ability: Ability,
  agency: AgencyCode,
  drafters: readonly StaffId[],
): boolean {
  if (!may(officer, ability, agency) || drafters.includes(officer.id)) return false;
  return (
    hasAbility(officer.roles, ability) ||
    officer.actingFor.some(({ absent, roles }) => !drafters.includes(absent) && hasAbility(roles, ability))
  );
}

/** Nobody changes their own roles or switches their own account off: another administrator has to. */
export const mayChangeAccountOf = (officer: Officer, subject: StaffId): boolean => officer.id !== subject;
