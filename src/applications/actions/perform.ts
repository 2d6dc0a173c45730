import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { JournalEntry } from '../../people/rules/journal.ts';
import { may } from '../../people/rules/may.ts';
import type { Ability } from '../../people/rules/ability.ts';
import { appendJournalEntries } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { ABILITY_FOR, ABILITY_FOR_STEP } from '../rules/act-abilities.ts';
import { refusalOf } from '../rules/admit.ts';
import type { AdmissionContext } from '../rules/admit.ts';
import type { Act, Actor, Entry } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { foldApplication } from '../rules/fold.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { projectionOf } from '../rules/project.ts';
import type { Refusal } from '../rules/refusal.ts';
import { appendEntries, lockApplication } from '../store/application-log.store.ts';
import { findCaseFile } from '../store/application.store.ts';
import { clockReadingsFor } from '../store/clock-readings.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { tellApplicant } from './tell-applicant.ts';

/** The file as the person who acts saw it: with another version than the log has, somebody else was faster. Null where it does not matter. */
export type FileRef = { readonly id: ApplicationId; readonly version: number | null };

/** What an act comes to: entries for the log, and what must be written with them or not at all. */
export type Decision = {
  readonly acts: readonly Act[];
  readonly write?: (transaction: Queries) => Promise<void>;
};

export const actorOf = (party: Party): Actor =>
  party.kind === 'officer' || party.kind === 'unit' ? { kind: 'officer', id: party.officer.id } : { kind: party.kind };

/** What the journal says of an entry: that it was made, never what stands in it. */
export function journalEntryOf(
  { registration }: Pick<CaseFile, 'registration'>,
  { sequence, at, by, act }: Entry,
): JournalEntry {
  return {
    at,
    agency: registration.agency,
    actor: by.kind === 'third-party' ? { kind: 'visitor' } : by,
    event: `application-${act.kind}`,
    subject: `application:${registration.id}`,
    detail: { sequence },
  };
}

/** What the party must be allowed to for an act; null where the act is not an officer's or needs nothing. */
function abilityFor(act: Act): Ability | null {
  return act.kind === 'letter-passed' || act.kind === 'letter-returned'
    ? ABILITY_FOR_STEP[act.step]
    : ABILITY_FOR[act.kind];
}

/** The ability that an officer lacks for an act; an applicant's and a third party's acts are guarded by their codes. */
function lackingAbility(party: Party, file: CaseFile, act: Act): Ability | null {
  if (party.kind === 'unit') return act.kind === 'search-answered' ? null : 'handle-application';
  if (party.kind !== 'officer') return null;
  const ability = abilityFor(act);
  return ability === null || may(party.officer, ability, file.registration.agency) ? null : ability;
}

/** An officer's file as they may see it; one of another agency is not found, as one that does not exist. */
export function isVisibleTo(party: Party, file: Pick<CaseFile, 'registration'>): boolean {
  return party.kind !== 'officer' || may(party.officer, 'read-applications', file.registration.agency);
}

/** The log with a decision's acts behind it, each admitted in its turn. */
function grownBy(
  decision: Decision,
  file: CaseFile,
  party: Party,
  at: Temporal.Instant,
  context: Pick<AdmissionContext, 'today' | 'calendar' | 'readings'>,
): Result<readonly Entry[], Refusal> {
  const by = actorOf(party);
  const log: Entry[] = [...file.log];
  for (const act of decision.acts) {
    const ability = lackingAbility(party, file, act);
    if (ability !== null) return refuse({ kind: 'forbidden', ability });
    const refusal = refusalOf(foldApplication(log), act, { ...context, log, by });
    if (refusal !== null) return refuse(refusal);
    log.push({ sequence: log.length + 1, at, by, act });
  }
  return ok(log);
}

/**
 * Does an act on a file: loads it under a lock, asks `decide` what the act comes to, refuses what ability, law or procedure do
 * not allow, and appends entries, projection and journal in one transaction. Two officers at once are put in a row: the
 * second is told what happened meanwhile, and nothing of theirs is written.
 */
export async function perform(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  decide: (file: CaseFile, transaction: Queries) => Promise<Result<Decision, Refusal>> | Result<Decision, Refusal>,
): Promise<Result<CaseFile, Refusal>> {
  const calendar = await deps.calendar();
  return undoingRefusals(deps.queries, async transaction => {
    const version = await lockApplication(transaction, ref.id);
    const file = version === undefined ? undefined : await findCaseFile(transaction, ref.id);
    if (file === undefined || !isVisibleTo(party, file)) return refuse({ kind: 'not-found' });
    const { registration, log } = file;
    const seen = ref.version;
    if (seen !== null && seen < file.application.version)
      return refuse({ kind: 'overtaken', meanwhile: log.filter(entry => entry.sequence > seen) });

    const decision = await decide(file, transaction);
    if (!decision.ok) return decision;
    const readings = await clockReadingsFor(transaction, registration.agency);
    const at = deps.now();
    const grown = grownBy(decision.value, file, party, at, { today: deps.today(), calendar, readings });
    if (!grown.ok) return grown;
    const application = foldApplication(grown.value);
    const added = grown.value.slice(log.length);
    if (added.length > 0) {
      await appendEntries(transaction, ref.id, added, projectionOf(application, grown.value, calendar, readings));
      await appendJournalEntries(
        transaction,
        added.map(entry => journalEntryOf(file, entry)),
      );
    }
    await decision.value.write?.(transaction);
    await tellApplicant(transaction, deps, registration, added);
    return ok({ registration, log: grown.value, application });
  });
}

/** Does one act that needs nothing but itself. */
export async function performAct(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  act: Act,
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, () => ok({ acts: [act] }));
}
