import { REACHING_ABILITIES, ROLE_ABILITIES } from './ability.ts';
import type { Ability } from './ability.ts';
import type { AgencyCode } from './agency.ts';
import { isInForce } from './delegation.ts';
import type { Delegation } from './delegation.ts';
import type { Officer } from './officer.ts';
import type { Role } from './role.ts';

export const hasAbility = (roles: readonly Role[], ability: Ability): boolean =>
  roles.some(role => (ROLE_ABILITIES[role] as readonly Ability[]).includes(ability));

/**
 * Whether an officer may do something in an agency: by their own roles or by those of somebody they act for today. In
 * another agency nobody may anything, but for what a supervising office may in those below it.
 */
export function may(officer: Officer, ability: Ability, agency: AgencyCode): boolean {
  if (agency === officer.agency)
    return hasAbility(officer.roles, ability) || officer.actingFor.some(({ roles }) => hasAbility(roles, ability));
  return (
    REACHING_ABILITIES.includes(ability) && officer.oversees.includes(agency) && hasAbility(officer.roles, ability)
  );
}

/** The agencies in which an officer may do something, their own first. */
export function agenciesWhere(officer: Officer, ability: Ability): readonly AgencyCode[] {
  return [officer.agency, ...officer.oversees].filter(agency => may(officer, ability, agency));
}

/** Those for whom the officer acts when using an ability: none where their own roles already give it. */
export function actsFor(officer: Officer, ability: Ability, today: Temporal.PlainDate): readonly Delegation[] {
  if (hasAbility(officer.roles, ability)) return [];
  return officer.actingFor.filter(delegation => isInForce(delegation, today) && hasAbility(delegation.roles, ability));
}
