import { ok } from '../../kernel/result.ts';
import { openStops } from '../rules/fold.ts';
import { runGates } from '../rules/gates/run-gates.ts';
import type { ItemId } from '../rules/ids.ts';
import { examinedOf } from '../store/examined.store.ts';
import { keyedFindings, replaceFindings } from '../store/finding.store.ts';
import { findItemFile } from '../store/item.store.ts';
import { readingsOf } from '../store/reading.store.ts';
import { listItemsToRescan, PARTS } from '../store/rescan.store.ts';
import { perform } from './perform.ts';
import { readAttachments } from './read-attachments.ts';
import type { CheckDeps } from './read-attachments.ts';

/** What a round has looked at, and the items in which something is to be mended. */
export type Rescan = { readonly looked: number; readonly faulty: readonly ItemId[] };

/** The parts whose day has come after one day up to and including another: at most all of them, each once. */
export function partsBetween(after: Temporal.PlainDate | null, through: Temporal.PlainDate): readonly number[] {
  const parts = new Set<number>();
  const first = after === null ? through : after.add({ days: 1 });
  for (
    let day = through;
    Temporal.PlainDate.compare(day, first) >= 0 && parts.size < PARTS;
    day = day.subtract({ days: 1 })
  )
    if (day.day <= PARTS) parts.add(day.day - 1);
  return [...parts];
}

/**
 * Runs today's gates over what is public, a part each day, so that all of it is looked at once a month: what was overlooked, or
 * became wrong since, is owed to be mended. Attachments are
 * read again only where the readers have learnt something since; what was let stand stands. Only what has
 * changed since the last check is written.
 */
export async function rescanPublished(deps: CheckDeps, parts: readonly number[]): Promise<Rescan> {
  const faulty: ItemId[] = [];
  const ids = await listItemsToRescan(deps.queries, parts);
  for (const id of ids) {
    const known = await findItemFile(deps.queries, id);
    // What cannot be read now is looked at by what was read of it before.
    if (known !== undefined) await readAttachments(deps, known);
    const rescanned = await perform(deps, { kind: 'system' }, { id, version: null }, async (file, transaction) => {
      // A revision that has begun meanwhile is checked before it is submitted.
      if (file.publication.stage !== 'public') return ok({ acts: [] });
      const readings = await readingsOf(
        transaction,
        file.latest.content.attachments.map(attachment => attachment.id),
      );
      const findings = keyedFindings(runGates(await examinedOf(transaction, file, readings, deps.today())));
      const marks = findings.map(({ key, gate, level }) => ({ key, gate, level }));
      const known = new Set(file.publication.findings?.map(({ key }) => key));
      if (file.publication.findings !== null && marks.length === known.size && marks.every(({ key }) => known.has(key)))
        return ok({ acts: [] });
      const { edition } = file.publication;
      return ok({
        acts: [{ kind: 'checked', edition, findings: marks }],
        write: () => replaceFindings(transaction, id, edition, findings),
      });
    });
    if (rescanned.ok && openStops(rescanned.value.publication).length > 0) faulty.push(id);
  }
  return { looked: ids.length, faulty };
}
