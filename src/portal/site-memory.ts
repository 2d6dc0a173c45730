import type { Agency, AgencyCode } from '../people/rules/agency.ts';
import { listAgencies } from '../people/store/agency.register.store.ts';
import type { Queries } from '../platform/database/pool.ts';
import { keepUntilChange } from '../platform/site-changes/kept.ts';
import type { Kept } from '../platform/site-changes/kept.ts';
import type { SiteChanges } from '../platform/site-changes/site-changes.ts';
import type { Column } from '../publishing/rules/column.ts';
import { listColumns } from '../publishing/store/column.register.store.ts';
import type { SiteFacts } from '../views/page-frame/page-frame.ts';
import { readSite } from './site.ts';

/** What nearly every page shows, read once and kept until it changes. */
export type SiteMemory = {
  readonly agencies: Kept<readonly Agency[]>;
  /** Columns of all agencies, those that are closed left out. */
  readonly columns: Kept<readonly Column[]>;
  /** The same by agency: one list as long as nothing changes. */
  readonly columnsOf: (agency: AgencyCode) => Promise<readonly Column[]>;
  /** The facts of the site, without its domain. */
  readonly facts: Kept<SiteFacts>;
};

const NONE: readonly Column[] = [];

/** Opens the memory; it reads nothing before it is asked. */
export function openSiteMemory(queries: Queries, changes: SiteChanges): SiteMemory {
  const columns = keepUntilChange(changes, () => listColumns(queries));
  const byAgency = keepUntilChange(changes, async () => Map.groupBy(await columns(), ({ agency }) => agency));
  return {
    agencies: keepUntilChange(changes, () => listAgencies(queries)),
    columns,
    columnsOf: async agency => (await byAgency()).get(agency) ?? NONE,
    facts: keepUntilChange(changes, () => readSite({ queries }, null)),
  };
}
