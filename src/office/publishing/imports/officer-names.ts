import type { StaffId } from '../../../people/rules/staff-id.ts';
import { listStaffNames } from '../../../people/store/staff.register.store.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import type { ItemImport } from '../../../publishing/rules/import/item-import.ts';

/** The names of those who prepared and started imports. */
export async function officerNamesOf(
  queries: Queries,
  imports: readonly ItemImport[],
): Promise<ReadonlyMap<StaffId, string>> {
  const ids = imports.flatMap(({ preparedBy, startedBy }) => [preparedBy, startedBy]).filter(id => id !== null);
  return listStaffNames(queries, [...new Set(ids)]);
}
