import type { Officer } from '../../people/rules/officer.ts';
import { removeView } from '../store/saved-view.store.ts';
import type { ActionDeps } from './deps.ts';

/** Forgets a saved view of the officer's own; any other id changes nothing. */
export async function removeDeskView(
  { queries }: Pick<ActionDeps, 'queries'>,
  officer: Officer,
  id: string,
): Promise<void> {
  if (/^[0-9a-f-]{36}$/.test(id)) await removeView(queries, officer.id, id);
}
