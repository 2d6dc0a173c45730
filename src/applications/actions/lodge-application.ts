import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournalEntries } from '../../people/store/journal.store.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { ClockReadings } from '../rules/contested-points.ts';
import { refusalOf } from '../rules/admit.ts';
import type { Act, Actor, CaseKind, Entry, IntakeFacts } from '../rules/application-log.ts';
import type { Applicant, RequestedInformation } from '../rules/applicant.ts';
import type { NotifyBy, Registration } from '../rules/case-file.ts';
import { foldApplication } from '../rules/fold.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { projectionOf } from '../rules/project.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertApplicants } from '../store/applicant.store.ts';
import { insertFileRow } from '../store/application-file.store.ts';
import type { KeptFile } from '../store/application-file.store.ts';
import { keepForm } from '../store/application-form.store.ts';
import { takeApplicationNumber, waitForOthersLodging } from '../store/application-log.store.ts';
import { findRegistration, insertApplication } from '../store/application.store.ts';
import { clockReadingsFor } from '../store/clock-readings.store.ts';
import { randomCode } from '../../platform/spoken-code/spoken-code.ts';
import type { ActionDeps, Party } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { actorOf, journalEntryOf } from './perform.ts';
import { tellApplicant } from './tell-applicant.ts';

/** An application as it is lodged: parsed at the edge, from the citizen's form or from a clerk who copies a letter. */
export type Lodging = {
  readonly agency: AgencyCode;
  readonly caseKind: CaseKind;
  readonly intake: IntakeFacts;
  /** The first signatory first; one at least. */
  readonly applicants: readonly [Applicant, ...Applicant[]];
  readonly requested: RequestedInformation;
  readonly assistance: string | null;
  readonly notifyBy: NotifyBy | null;
  /** The form exactly as the citizen saw it, or the clerk's. */
  readonly form: string;
  readonly files: readonly KeptFile[];
};

/** What the applicant needs to ask about the application later; the password is shown once and kept only as a digest. */
export type Lodged = {
  readonly id: ApplicationId;
  readonly registration: Registration;
  readonly queryCode: string;
  readonly password: string;
};

/** What an application is found by, drawn before it is lodged: lodging with the same once more gives the one that is there. */
export type Prepared = Pick<Lodged, 'id' | 'queryCode' | 'password'>;

/** Draws id, query code and password of an application to be lodged. */
export function prepareLodging(): Prepared {
  return { id: randomUUIDv7() as ApplicationId, queryCode: randomCode(12), password: randomCode(8) };
}

/** What is compared when somebody asks with a password; small letters and spaces are forgiven. */
export function passwordDigest(sealing: ActionDeps['sealing'], queryCode: string, password: string): string {
  return sealing.digest(password.replaceAll(/[\s-]/g, '').toUpperCase(), `query-password:${queryCode}`);
}

/** The entries that begin a log, each admitted by the rules as if it stood alone. */
function admitted(
  acts: readonly Act[],
  at: Temporal.Instant,
  by: Actor,
  context: { today: Temporal.PlainDate; calendar: WorkingCalendar; readings: ClockReadings },
): Result<readonly Entry[], Refusal> {
  const log: Entry[] = [];
  for (const act of acts) {
    if (log.length > 0) {
      const refusal = refusalOf(foldApplication(log), act, { ...context, log, by });
      if (refusal !== null) return refuse(refusal);
    }
    log.push({ sequence: log.length + 1, at, by, act });
  }
  return ok(log);
}

/** Registers an application inside a transaction: number, log, applicants, form and files together or not at all. */
export async function lodgeWithin(
  transaction: Queries,
  deps: ActionDeps,
  party: Party,
  lodging: Lodging,
  following: readonly Act[],
  parent: ApplicationId | null,
  { id, queryCode, password }: Prepared = prepareLodging(),
): Promise<Result<Lodged, Refusal>> {
  const today = deps.today();
  const at = deps.now();
  const readings = await clockReadingsFor(transaction, lodging.agency);
  const calendar = await deps.calendar();
  const first: Act = {
    kind: 'lodged',
    caseKind: lodging.caseKind,
    intake: lodging.intake,
    applicantKind: lodging.applicants[0].kind,
    applicants: lodging.applicants.length,
    parent,
  };
  const log = admitted([first, ...following], at, actorOf(party), { today, calendar, readings });
  if (!log.ok) return log;

  const registration: Registration = {
    id,
    agency: lodging.agency,
    year: today.year,
    number: await takeApplicationNumber(transaction, lodging.agency, today.year),
    caseKind: lodging.caseKind,
    queryCode,
    requested: lodging.requested,
    assistance: lodging.assistance,
    notifyBy: lodging.notifyBy,
    lodgedAt: at,
  };
  await insertApplication(transaction, {
    registration,
    passwordHash: passwordDigest(deps.sealing, queryCode, password),
    log: log.value,
    projection: projectionOf(foldApplication(log.value), log.value, calendar, readings),
  });
  await insertApplicants(transaction, deps.sealing, id, lodging.applicants);
  await keepForm(transaction, deps.sealing, { application: id, part: 'application', text: lodging.form, at });
  for (const file of lodging.files) await insertFileRow(transaction, deps.sealing, id, file);
  await appendJournalEntries(
    transaction,
    log.value.map(entry => journalEntryOf({ registration }, entry)),
  );
  await tellApplicant(transaction, deps, registration, log.value);
  return ok({ id, registration, queryCode, password });
}

/**
 * Lodges an application (提出、登记, Art. 29, 45). `following` are acts that happen at once, such as the clerk's confirmation or
 * taking it in hand. Lodging with the same `prepared` twice, one after the other or at once, registers one application and gives it
 * twice. Refuses an agency that is not registered, an officer of another agency, and days that cannot be.
 */
export async function lodgeApplication(
  deps: ActionDeps,
  party: Party,
  lodging: Lodging,
  following: readonly Act[] = [],
  prepared: Prepared = prepareLodging(),
): Promise<Result<Lodged, Refusal>> {
  if (party.kind === 'officer' && !may(party.officer, 'register-application', lodging.agency))
    return refuse({ kind: 'forbidden', ability: 'register-application' } as const);
  return undoingRefusals(deps.queries, async transaction => {
    if ((await findAgency(transaction, lodging.agency)) === undefined)
      return refuse(notOpen('没有这个行政机关，请从列表中选择'));
    await waitForOthersLodging(transaction, prepared.id);
    const lodged = await findRegistration(transaction, prepared.id);
    if (lodged !== undefined) return ok({ ...prepared, registration: lodged });
    return lodgeWithin(transaction, deps, party, lodging, following, null, prepared);
  });
}
