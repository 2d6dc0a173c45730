import type { StaffId } from '../../../people/rules/staff-id.ts';
import { listStaffNames } from '../../../people/store/staff.register.store.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import type { ItemId } from '../../../publishing/rules/ids.ts';
import type { Entry } from '../../../publishing/rules/publication-log.ts';
import { listItemLines } from '../../../publishing/store/item-desk.store.ts';
import type { ActNames } from './act-words.ts';

/** What everyone and everything is called that the entries of a log refer to by id. */
export async function namesOf(queries: Queries, log: readonly Entry[]): Promise<ActNames> {
  const staff = new Set<StaffId>();
  const items = new Set<ItemId>();
  for (const { by, act } of log) {
    if (by.kind === 'officer') staff.add(by.id);
    if (act.kind === 'validity-changed' && act.basis.kind === 'item') items.add(act.basis.item);
  }
  const lines = await listItemLines(queries, [...items]);
  return {
    staff: await listStaffNames(queries, [...staff]),
    items: new Map(lines.map(({ id, title }) => [id, `《${title}》`])),
  };
}
