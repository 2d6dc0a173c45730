import { isDeepStrictEqual } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { columnPath } from '../rules/column.ts';
import { isTakeDownOpen } from '../rules/fold.ts';
import type { ItemId } from '../rules/ids.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { answersAt, NO_ANSWER, publicPlacesOf } from '../rules/public-places.ts';
import type { AskPublic, PlacedItem } from '../rules/public-places.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { listColumns } from '../store/column.register.store.ts';
import { findPublished, listPublished, listRelated } from '../store/item.register.store.ts';
import { listAttachments } from '../store/item.store.ts';
import { listPictures } from '../store/picture.register.store.ts';
import { listUnprovenTakeDowns } from '../store/take-down.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { perform, performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

export type VerifyDeps = PublishingDeps & { readonly askPublic: AskPublic };

/** The addresses of the site map hold so many items each; asked are as many as there are, and one that has just become empty. */
const ITEMS_OF_A_SITE_MAP = 50_000;

/** What another process keeps is made anew within a second. */
const PAUSES = [300, 1000].map(milliseconds => async () => {
  await setTimeout(milliseconds);
});

type Placed = { readonly item: PlacedItem; readonly version: number };

async function placedItem(queries: Queries, id: ItemId): Promise<Placed | undefined> {
  const shown = await findPublished(queries, id);
  if (shown === undefined) return undefined;
  const { line, edition, publication } = shown;
  const [columns, related, kept, { total }] = await Promise.all([
    listColumns(queries, line.agency),
    listRelated(queries, id),
    listAttachments(queries, id),
    listPublished(queries, {}, { limit: 1, offset: 0 }),
  ]);
  const pictures = await listPictures(
    queries,
    kept.map(one => one.id),
  );
  const named = new Set<string>(shown.attachments.map(one => one.id));
  const item: PlacedItem = {
    number: line.number,
    address: line.address!,
    title: edition.content.title,
    agency: line.agency,
    columns: columnPath(columns, line.column).map(({ code }) => code),
    visibility: publication.visibility,
    attachments: kept.map(({ id: attachment, name }) => ({
      id: attachment,
      name,
      named: named.has(attachment),
      widths: (pictures.get(attachment) ?? []).filter(one => !one.isWhole).map(({ width }) => width),
    })),
    related: related.map(({ item }) => ({ title: item.title, address: item.address! })),
    siteMapParts: Math.floor(total / ITEMS_OF_A_SITE_MAP) + 1,
  };
  return { item, version: publication.version };
}

/**
 * Asks every public address of an item again, as a reader would, and keeps what they answered: what was taken down counts as taken
 * down only once they have proved it. Refuses what was never published.
 */
export async function verifyItemAddresses(
  deps: VerifyDeps,
  party: Party,
  ref: ItemRef,
): Promise<Result<ItemFile, Refusal>> {
  const placed = await placedItem(deps.queries, ref.id);
  if (placed === undefined) return refuse(notOpen('这条信息没有发布过，没有公开网址'));
  const answers = await answersAt(publicPlacesOf(placed.item), deps.askPublic, PAUSES);
  return performAct(deps, party, ref, { kind: 'addresses-verified', answers });
}

const AT_ONCE = 200;

/**
 * Asks again for what was taken down and is not proved to be gone; gives how many were asked and how many are proved now. Answers
 * that are as they were are not written again.
 */
export async function proveTakeDowns(deps: VerifyDeps): Promise<{ readonly asked: number; readonly proved: number }> {
  const ids = await listUnprovenTakeDowns(deps.queries, AT_ONCE);
  let proved = 0;
  for (const id of ids) {
    const placed = await placedItem(deps.queries, id);
    if (placed === undefined) continue;
    const answers = await answersAt(publicPlacesOf(placed.item), deps.askPublic, PAUSES);
    // A site that does not answer at all is asked again another time.
    if (answers.every(({ actual }) => actual === NO_ANSWER)) break;
    // Where it was published again meanwhile, the answers prove nothing: it is overtaken and looked at another time.
    const verified = await perform(deps, { kind: 'system' }, { id, version: placed.version }, ({ publication }) =>
      ok({
        acts: isDeepStrictEqual(publication.verification?.answers, answers)
          ? []
          : [{ kind: 'addresses-verified', answers }],
      }),
    );
    if (verified.ok && !isTakeDownOpen(verified.value.publication)) proved += 1;
  }
  return { asked: ids.length, proved };
}
