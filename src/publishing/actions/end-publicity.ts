import { ok } from '../../kernel/result.ts';
import type { ItemId } from '../rules/ids.ts';
import { PUBLICITY_OVER, publicityEndOn } from '../rules/publicity.ts';
import { listEndingPublicity } from '../store/publicity.store.ts';
import { findEdition } from '../store/item.store.ts';
import type { PublishingDeps } from './deps.ts';
import { perform } from './perform.ts';

/**
 * Ends every 公示 whose last day has passed, as its public edition says: the page stays with a banner, or goes. The end is counted
 * anew by today's calendar, because a holiday notice may have moved it since it was published. Gives the items that were ended.
 */
export async function endPublicity(deps: PublishingDeps): Promise<readonly ItemId[]> {
  const [calendar, today] = [await deps.calendar(), deps.today()];
  const ended: ItemId[] = [];
  for (const id of await listEndingPublicity(deps.queries, today)) {
    const done = await perform(
      deps,
      { kind: 'system' },
      { id, version: null },
      async ({ publication }, transaction) => {
        const { publicEdition, publishedOn } = publication;
        const edition = publicEdition === null ? undefined : await findEdition(transaction, id, publicEdition);
        const publicity = edition?.content.publicity;
        const endedOn =
          publicity === undefined || publishedOn === null ? null : publicityEndOn(publicity, publishedOn, calendar);
        if (publicity === undefined || endedOn === null || Temporal.PlainDate.compare(today, endedOn) <= 0)
          return ok({ acts: [] });
        const { atEnd } = publicity;
        return ok({ acts: [{ kind: 'publicity-ended', endedOn, atEnd, explanation: PUBLICITY_OVER }] });
      },
    );
    if (done.ok && done.value.publication.publicityEndedOn !== null) ended.push(id);
  }
  return ended;
}
