import { listForgottenImports } from '../../store/item-import.store.ts';
import type { PublishingDeps } from '../deps.ts';
import { changeItemImport } from './change-import.ts';

/** Cancels imports of what was sent that nobody has touched since a moment: their files hold what nobody looks after. */
export async function clearImports(
  deps: Pick<PublishingDeps, 'queries' | 'files' | 'now'>,
  before: Temporal.Instant,
): Promise<void> {
  for (const id of await listForgottenImports(deps.queries, before))
    await changeItemImport(deps, { kind: 'system' }, id, 'cancel');
}
