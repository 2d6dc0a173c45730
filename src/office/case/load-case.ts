import type { FastifyRequest } from 'fastify';
import { findApplicationId } from '../../applications/rules/ids.ts';
import { clockFileOf } from '../../applications/rules/clock-file.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { replyClock } from '../../applications/rules/reply-clock.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { clockReadingsFor } from '../../applications/store/clock-readings.store.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { listHoldersOf } from '../../people/store/staff.register.store.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { officerOf } from '../gate/visit.ts';
import type { CaseContext } from './case-context.ts';

/** There is no such case for this officer; another agency's looks the same as one that does not exist. */
export class NoSuchCase extends Error {
  override readonly name = 'NoSuchCase';
  readonly statusCode = 404;
}

/** The context of a case as it stands, for the officer of the request. */
export async function contextOf(deps: ApplicationDeskDeps, officer: Officer, file: CaseFile): Promise<CaseContext> {
  const { database, calendar, today } = deps;
  const { queries } = database;
  const { agency } = file.registration;
  const workingDays = await calendar();
  const readings = await clockReadingsFor(queries, agency);
  const agencies = await listAgencies(queries);
  return {
    file,
    officer,
    today: today(),
    calendar: workingDays,
    readings,
    clock: replyClock(clockFileOf(file.log), workingDays, readings),
    colleagues: await listHoldersOf(queries, agency, ['case-handler', 'disclosure-head']),
    units: agencies.filter(({ code, kind }) => code !== agency && kind !== 'government'),
  };
}

/** The case that an address names, with everything that its pages need. Throws `NoSuchCase`. */
export async function loadCase(
  deps: ApplicationDeskDeps,
  request: FastifyRequest<{ Params: { readonly id: string } }>,
): Promise<CaseContext> {
  const officer = officerOf(request);
  const id = findApplicationId(request.params.id);
  const file = id === undefined ? undefined : await findCaseFile(deps.database.queries, id);
  if (file === undefined || !may(officer, 'read-applications', file.registration.agency)) throw new NoSuchCase();
  return contextOf(deps, officer, file);
}
