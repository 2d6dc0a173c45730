import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import type { CatalogueEntry } from '../rules/catalogue/catalogue-entry.ts';
import { compareCatalogue, isUnchanged } from '../rules/catalogue/compare-catalogue.ts';
import type { CatalogueComparison } from '../rules/catalogue/compare-catalogue.ts';
import type { EntryId } from '../rules/catalogue/stored-entry.ts';
import type { Refusal } from '../rules/refusal.ts';
import { listEntries } from '../store/catalogue.register.store.ts';
import { endEntries, insertEntries, insertVersion, lockCatalogue } from '../store/catalogue.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { actorOf } from './perform.ts';

export type Adoption = {
  readonly keeper: AgencyCode;
  readonly entries: readonly CatalogueEntry[];
  /** Name of the file that they were read from. */
  readonly source: string;
  /** The version with which they were compared; null where it does not matter. */
  readonly seen: number | null;
};

export type Adopted = { readonly version: number; readonly comparison: CatalogueComparison };

/**
 * Makes the entries of a file the next version of an agency's catalogue. Fields that the file does not have stay as they were; an
 * entry that only reads differently keeps its id, and with it everything that fulfils it. Refused where somebody else was faster, or
 * where nothing would change.
 */
export async function adoptCatalogue(
  deps: Pick<PublishingDeps, 'queries' | 'now'>,
  party: Party,
  { keeper, entries, source, seen }: Adoption,
): Promise<Result<Adopted, Refusal>> {
  if (party.kind === 'officer' && !may(party.officer, 'keep-catalogue', keeper))
    return refuse({ kind: 'forbidden', ability: 'keep-catalogue' });
  return undoingRefusals(deps.queries, async transaction => {
    const before = await lockCatalogue(transaction, keeper);
    if (seen !== null && seen !== before)
      return refuse(notOpen('您比对以后，其他人已经更新了目录；请重新选择文件，比对以后再确认'));
    const comparison = compareCatalogue(await listEntries(transaction, keeper), entries);
    if (isUnchanged(comparison)) return refuse(notOpen('文件的内容和现行目录完全一致，没有需要更新的'));
    const { fields, added, changed, moved, gone } = comparison;
    const version = before + 1;
    const by = actorOf(party);
    await insertVersion(transaction, {
      keeper,
      version,
      at: deps.now(),
      by,
      source,
      fields,
      added: added.length,
      changed: changed.length,
      gone: gone.length,
    });
    const reworded = [...changed, ...moved];
    await endEntries(transaction, [...reworded.map(({ before: { id } }) => id), ...gone.map(({ id }) => id)], version);
    const ids = new Map<CatalogueEntry, EntryId>(reworded.map(({ before: { id }, after }) => [after, id]));
    await insertEntries(
      transaction,
      keeper,
      version,
      [...added, ...reworded.map(({ after }) => after)].map(entry => ({
        id: ids.get(entry) ?? (randomUUIDv7() as string as EntryId),
        entry,
        position: entry.line,
      })),
    );
    await appendJournal(transaction, {
      at: deps.now(),
      agency: keeper,
      actor: by,
      event: 'catalogue-adopted',
      subject: `catalogue:${keeper}`,
      detail: { version, added: added.length, changed: changed.length, gone: gone.length },
    });
    return ok({ version, comparison });
  });
}
