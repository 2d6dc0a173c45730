import type { Queries } from '../../platform/database/pool.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { Setting } from '../rules/setting.ts';
import { scopeOf } from './setting.register.store.ts';

/** Writes a setting's value in place of what was chosen before. */
export async function saveSetting<Value>(
  queries: Queries,
  setting: Setting<Value>,
  agency: AgencyCode | null,
  value: Value,
  now: Temporal.Instant,
): Promise<void> {
  const facts = { value: JSON.stringify(value), changed_at: now.toString() };
  await queries
    .insertInto('settings')
    .values({ scope: scopeOf(setting, agency), key: setting.key, ...facts })
    .onConflict(conflict => conflict.columns(['scope', 'key']).doUpdateSet(facts))
    .execute();
}
