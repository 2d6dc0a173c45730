import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { runGates } from '../rules/gates/run-gates.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { examinedOf } from '../store/examined.store.ts';
import { keyedFindings, replaceFindings } from '../store/finding.store.ts';
import { findItemFile } from '../store/item.store.ts';
import { readingsOf } from '../store/reading.store.ts';
import type { Party } from './deps.ts';
import { isVisibleTo, perform } from './perform.ts';
import type { ItemRef } from './perform.ts';
import { readAttachments } from './read-attachments.ts';
import type { CheckDeps } from './read-attachments.ts';

export type { CheckDeps } from './read-attachments.ts';

/**
 * Runs the gates over the newest edition with all its attachments and keeps what they found. Nothing can be submitted without,
 * nor while something that stops is neither mended nor let stand.
 */
export async function checkItem(deps: CheckDeps, party: Party, ref: ItemRef): Promise<Result<ItemFile, Refusal>> {
  const file = await findItemFile(deps.queries, ref.id);
  if (file === undefined || !isVisibleTo(party, file.registration)) return refuse({ kind: 'not-found' });
  const left = await readAttachments(deps, file);
  if (left.length > 0) return refuse(notOpen(`附件“${left[0]!}”现在读不了，请一分钟后再检查`));
  return perform(deps, party, ref, async (current, transaction) => {
    const named = current.latest.content.attachments.map(({ id }) => id);
    const readings = await readingsOf(transaction, named);
    const found = runGates(await examinedOf(transaction, current, readings, deps.today()));
    const findings = keyedFindings(found);
    const { edition } = current.publication;
    return ok({
      acts: [{ kind: 'checked', edition, findings: findings.map(({ key, gate, level }) => ({ key, gate, level })) }],
      write: () => replaceFindings(transaction, ref.id, edition, findings),
    });
  });
}
