import type { FastifyRequest } from 'fastify';
import { ABILITIES } from '../../people/rules/ability.ts';
import type { Ability } from '../../people/rules/ability.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { StaffMember } from '../../people/rules/staff.ts';
import type { Session } from '../../people/store/session.store.ts';

/** Who is behind a request. `officer` is null while something has to be done first (see `Duty`). */
export type Visit = {
  readonly session: Session;
  readonly member: StaffMember;
  readonly officer: Officer | null;
  readonly agency: Agency | null;
};

/** The request's officer may not do what the request asks for. Answered with a page that says which permission is missing. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly ability: Ability;
  constructor(ability: Ability) {
    super(`Not permitted: ${ability}`);
    this.ability = ability;
  }
}

/** There is no such thing, or none that is the officer's business: the two are answered alike. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

export const forbiddenSentence = (ability: Ability): string =>
  `您没有“${ABILITIES[ability]}”的权限；需要的话，请联系本机关的系统管理员。`;

const visits = new WeakMap<FastifyRequest, Visit>();

export function noteVisit(request: FastifyRequest, visit: Visit): void {
  visits.set(request, visit);
}

export const findVisit = (request: FastifyRequest): Visit | undefined => visits.get(request);

export function getVisit(request: FastifyRequest): Visit {
  const visit = visits.get(request);
  if (visit === undefined) throw new Error('The request was let in without a session');
  return visit;
}

/** The officer who sends the request. Every page of a desk has one; those before (see `Duty`) use `getVisit`. */
export function officerOf(request: FastifyRequest): Officer {
  const { officer } = getVisit(request);
  if (officer === null) throw new Error('The request was let in without an officer');
  return officer;
}

/** The officer, who must be allowed to do something in an agency (their own where none is given); else throws `Forbidden`. */
export function officerWho(request: FastifyRequest, ability: Ability, agency?: AgencyCode): Officer {
  const officer = officerOf(request);
  if (!may(officer, ability, agency ?? officer.agency)) throw new Forbidden(ability);
  return officer;
}
