import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ability } from '../../people/rules/ability.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import { appendJournalEntries } from '../../people/store/journal.store.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { foldEntry } from '../rules/catalogue/catalogue-act.ts';
import type { CatalogueAct, CatalogueLogEntry, EntryState } from '../rules/catalogue/catalogue-act.ts';
import type { EntryId } from '../rules/catalogue/stored-entry.ts';
import type { ItemId } from '../rules/ids.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertEntryActs, listEntryLogs, lockEntry } from '../store/catalogue.store.ts';
import { listItemLines } from '../store/item-desk.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { actorOf } from './perform.ts';

/** Which ability an act takes of somebody who does not keep the catalogue, in the agency that it concerns; null where only the keeper may. */
function abilityOf(act: CatalogueAct, own: AgencyCode): Ability | null {
  switch (act.kind) {
    case 'linked':
    case 'event-noted':
    case 'reviewed':
      return act.agency === null || act.agency === own ? 'draft-item' : null;
    case 'unlinked':
    case 'event-dropped':
      return 'draft-item';
    case 'set-aside':
    case 'taken-up':
    case 'deadline-set':
    case 'publishers-set':
      return null;
  }
}

/** Whose link or event an act takes back: nobody takes back another agency's. */
function isOthers(act: CatalogueAct, state: EntryState, own: AgencyCode): boolean {
  const agency =
    act.kind === 'unlinked'
      ? state.links.find(({ item }) => item === act.item)?.agency
      : act.kind === 'event-dropped'
        ? state.events.find(({ event }) => event === act.event)?.agency
        : undefined;
  return agency !== undefined && agency !== null && agency !== own;
}

/** Why an act makes no sense as the entry stands; null where it does. */
function senselessness(act: CatalogueAct, { links, events, setAside }: EntryState): string | null {
  switch (act.kind) {
    case 'linked':
      return links.some(({ item, agency }) => item === act.item && agency === act.agency) ? '这条信息已经关联' : null;
    case 'unlinked':
      return links.some(({ item }) => item === act.item) ? null : '这条信息没有关联，请刷新页面';
    case 'event-dropped':
      return events.some(({ event }) => event === act.event) ? null : '这个情形已经撤销，请刷新页面';
    case 'set-aside':
      return setAside.some(({ agency }) => agency === act.agency) ? '这个事项已经列为不适用' : null;
    case 'taken-up':
      return setAside.some(({ agency }) => agency === act.agency) ? null : '这个事项没有列为不适用，请刷新页面';
    case 'event-noted':
    case 'reviewed':
    case 'deadline-set':
    case 'publishers-set':
      return null;
  }
}

/**
 * Does acts on an entry of a catalogue, all or none of them. Who drafts items links those of the own agency and notes what came about
 * there; everything else is the keeper's. An item that is linked must be one of the agency that links it, or of one that the keeper
 * keeps the catalogue for.
 */
export async function actOnEntry(
  deps: Pick<PublishingDeps, 'queries' | 'now'>,
  party: Party,
  id: EntryId,
  acts: readonly CatalogueAct[],
): Promise<Result<EntryState, Refusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    const entry = await lockEntry(transaction, id);
    if (entry === undefined) return refuse({ kind: 'not-found' });
    const log: CatalogueLogEntry[] = [...((await listEntryLogs(transaction, [id])).get(id) ?? [])];
    const before = log.length;
    const isKeeper = party.kind === 'system' || may(party.officer, 'keep-catalogue', entry.keeper);
    const linked = acts.flatMap(act => (act.kind === 'linked' ? [act.item] : []));
    const lines = new Map((await listItemLines(transaction, linked)).map(line => [line.id, line]));
    const isForeign = (item: ItemId) =>
      party.kind === 'officer' && !isKeeper && lines.get(item)?.agency !== party.officer.agency;
    for (const act of acts) {
      const state = foldEntry(log);
      if (party.kind === 'officer' && !isKeeper) {
        const { officer } = party;
        const ability = abilityOf(act, officer.agency);
        if (ability === null || !may(officer, ability, officer.agency) || isOthers(act, state, officer.agency))
          return refuse({ kind: 'forbidden', ability: ability ?? 'keep-catalogue' });
      }
      if (act.kind === 'linked' && (!lines.has(act.item) || isForeign(act.item))) return refuse({ kind: 'not-found' });
      const senseless = senselessness(act, state);
      if (senseless !== null) return refuse(notOpen(senseless));
      log.push({ sequence: log.length + 1, at: deps.now(), by: actorOf(party), act });
    }
    const added = log.slice(before);
    await insertEntryActs(
      transaction,
      added.map(one => ({ id, entry: one })),
    );
    await appendJournalEntries(
      transaction,
      added.map(({ sequence, at, by, act }) => ({
        at,
        agency: party.kind === 'officer' ? party.officer.agency : entry.keeper,
        actor: by,
        event: `catalogue-${act.kind}`,
        subject: `catalogue-entry:${id}`,
        detail: { sequence },
      })),
    );
    return ok(foldEntry(log));
  });
}
