import type { AgencyCode } from '../../people/rules/agency.ts';
import { readSettings } from '../../people/store/setting.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { CLOCK_SETTINGS, clockReadingsFrom } from '../rules/clock-settings.ts';
import type { ClockReadings } from '../rules/contested-points.ts';

/** How an agency reads the points on which the counting of days is contested. */
export async function clockReadingsFor(queries: Queries, agency: AgencyCode): Promise<ClockReadings> {
  return clockReadingsFrom(await readSettings(queries, CLOCK_SETTINGS, agency));
}
