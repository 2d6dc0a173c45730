import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { JournalEntry } from '../../people/rules/journal.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournalEntries } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { abilityFor } from '../rules/act-abilities.ts';
import { refusalOf } from '../rules/admit.ts';
import type { Content } from '../rules/content.ts';
import { foldPublication } from '../rules/fold.ts';
import type { Publication } from '../rules/fold.ts';
import type { ItemId } from '../rules/ids.ts';
import type { ItemEdition, ItemFile, ItemRegistration } from '../rules/item-file.ts';
import { projectionOf } from '../rules/project.ts';
import type { Act, Actor, Entry } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import { appendEntries } from '../store/item-log.store.ts';
import { findEdition, insertEdition, listAttachments, lockItemFile } from '../store/item.store.ts';
import type { Party, PublishingDeps } from './deps.ts';

/** The item as the person who acts saw it: with another version than the log has, somebody else was faster. Null where it does not matter. */
export type ItemRef = { readonly id: ItemId; readonly version: number | null };

/** What an act comes to: entries for the log, the edition that they make, and what must be written with them or not at all. */
export type Decision = {
  readonly acts: readonly Act[];
  readonly edition?: ItemEdition;
  readonly write?: (transaction: Queries) => Promise<void>;
};

export const actorOf = (party: Party): Actor =>
  party.kind === 'officer' ? { kind: 'officer', id: party.officer.id } : { kind: 'system' };

/** What the journal says of an entry: that it was made, never what stands in it. */
export function journalEntryOf(
  { agency, id }: Pick<ItemRegistration, 'agency' | 'id'>,
  { sequence, at, by, act }: Entry,
): JournalEntry {
  return { at, agency, actor: by, event: `item-${act.kind}`, subject: `item:${id}`, detail: { sequence } };
}

/** Whether an item is the business of who asks; one of another agency is not found, as one that does not exist. */
export const isVisibleTo = (party: Party, { agency }: Pick<ItemRegistration, 'agency'>): boolean =>
  party.kind === 'system' || may(party.officer, 'read-items', agency);

/** The log with a decision's acts behind it, each admitted in its turn. */
function grownBy(
  acts: readonly Act[],
  file: ItemFile,
  party: Party,
  {
    content,
    ...time
  }: { readonly content: Content; readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Result<readonly Entry[], Refusal> {
  const by = actorOf(party);
  const log: Entry[] = [...file.log];
  for (const act of acts) {
    const ability = abilityFor(act);
    if (party.kind === 'officer' && ability !== null && !may(party.officer, ability, file.registration.agency))
      return refuse({ kind: 'forbidden', ability });
    const refusal = refusalOf(foldPublication(log), act, { by, content, ...time });
    if (refusal !== null) return refuse(refusal);
    log.push({ sequence: log.length + 1, at: time.now, by, act });
  }
  return ok(log);
}

/** The content that lists show: the public edition's where there is one, else the newest. */
async function shownContent(
  transaction: Queries,
  id: ItemId,
  { publicEdition }: Publication,
  latest: ItemEdition,
): Promise<Content> {
  if (publicEdition === null || publicEdition === latest.edition) return latest.content;
  const edition = await findEdition(transaction, id, publicEdition);
  if (edition === undefined) throw new Error(`The public edition of item ${id} is missing`);
  return edition.content;
}

async function writeGrown(
  transaction: Queries,
  { registration, log: before, latest, attachments }: ItemFile,
  log: readonly Entry[],
  decision: Decision,
  calendar: WorkingCalendar,
): Promise<ItemFile> {
  const { id } = registration;
  const publication = foldPublication(log);
  const newest = decision.edition ?? latest;
  if (decision.edition !== undefined) await insertEdition(transaction, id, decision.edition);
  const added = log.slice(before.length);
  if (added.length > 0) {
    const shown = await shownContent(transaction, id, publication, newest);
    await appendEntries(transaction, id, added, projectionOf(publication, shown, calendar));
    await appendJournalEntries(
      transaction,
      added.map(entry => journalEntryOf(registration, entry)),
    );
  }
  const file = { registration, log, publication, latest: newest };
  if (decision.write === undefined) return { ...file, attachments };
  await decision.write(transaction);
  return { ...file, attachments: await listAttachments(transaction, id) };
}

/**
 * Does an act on an item: loads it under a lock, asks `decide` what the act comes to, refuses what ability, law or procedure do
 * not allow, and appends entries, edition, projection and journal in one transaction. Two officers at once are put in a row: the
 * second is told what happened meanwhile, and nothing of theirs is written.
 */
export async function perform(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  decide: (file: ItemFile, transaction: Queries) => Promise<Result<Decision, Refusal>> | Result<Decision, Refusal>,
): Promise<Result<ItemFile, Refusal>> {
  const calendar = await deps.calendar();
  return undoingRefusals(deps.queries, async transaction => {
    const file = await lockItemFile(transaction, ref.id);
    if (file === undefined || !isVisibleTo(party, file.registration)) return refuse({ kind: 'not-found' });
    const seen = ref.version;
    if (seen !== null && seen < file.publication.version)
      return refuse({ kind: 'overtaken', meanwhile: file.log.filter(entry => entry.sequence > seen) });

    const decision = await decide(file, transaction);
    if (!decision.ok) return decision;
    const { content } = decision.value.edition ?? file.latest;
    const grown = grownBy(decision.value.acts, file, party, { content, now: deps.now(), today: deps.today() });
    if (!grown.ok) return grown;
    return ok(await writeGrown(transaction, file, grown.value, decision.value, calendar));
  });
}

/** Does one act that needs nothing but itself. */
export async function performAct(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  act: Act,
): Promise<Result<ItemFile, Refusal>> {
  return perform(deps, party, ref, () => ok({ acts: [act] }));
}
