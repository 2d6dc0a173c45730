import { randomUUIDv7 } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { readSetting } from '../../people/store/setting.register.store.ts';
import type { Content } from '../rules/content.ts';
import { foldPublication } from '../rules/fold.ts';
import type { ItemId } from '../rules/ids.ts';
import { indexNumber, institutionCode } from '../rules/index-number.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import { projectionOf } from '../rules/project.ts';
import type { Entry } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import { CREDIT_CODE } from '../rules/settings.ts';
import { takeIndexSerials } from '../store/index-number.store.ts';
import { insertItems } from '../store/item.store.ts';
import { referencesOf } from './content-references.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { actorOf, journalEntryOf } from './perform.ts';

export type ItemDraft = { readonly agency: AgencyCode; readonly kind: ItemKind; readonly content: Content };

/**
 * Begins an item: takes its 索引号, which stays taken whatever becomes of it, and keeps the first edition. Attachments are added
 * afterwards, and named by the next edition.
 */
export async function draftItem(
  deps: PublishingDeps,
  party: Party,
  { agency, kind, content }: ItemDraft,
): Promise<Result<ItemFile, Refusal>> {
  if (party.kind === 'officer' && !may(party.officer, 'draft-item', agency))
    return refuse({ kind: 'forbidden', ability: 'draft-item' });
  const calendar = await deps.calendar();
  return undoingRefusals(deps.queries, async transaction => {
    const usable = await referencesOf(transaction, { agency, kind }, null, content);
    if (!usable.ok) return usable;
    const [at, by, { year }] = [deps.now(), actorOf(party), deps.today()];
    const institution = institutionCode(await readSetting(transaction, CREDIT_CODE, agency), agency);
    const serial = await takeIndexSerials(transaction, agency, year, 1);
    const registration = {
      id: randomUUIDv7() as string as ItemId,
      agency,
      kind,
      indexNumber: indexNumber(institution, year, serial),
    };
    const entry: Entry = { sequence: 1, at, by, act: { kind: 'drafted', itemKind: kind, edition: 1 } };
    const publication = foldPublication([entry]);
    const author = by.kind === 'officer' ? by.id : null;
    const latest = { edition: 1, content, author, savedAt: at };
    const [number] = await insertItems(transaction, [
      {
        registration,
        entries: [entry],
        editions: [latest],
        projection: projectionOf(publication, content, calendar),
      },
    ]);
    await appendJournal(transaction, journalEntryOf(registration, entry));
    return ok({
      registration: { ...registration, number: number! },
      log: [entry],
      publication,
      latest,
      attachments: [],
    });
  });
}
