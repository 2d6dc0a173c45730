import type { Queries } from '../../platform/database/pool.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { Setting } from '../rules/setting.ts';

/** A set of settings by names of the reader's own, such as `{ payment: PAYMENT_PERIOD }`. */
export type SettingSet = Readonly<Record<string, Setting>>;
export type SettingValues<Set extends SettingSet> = {
  readonly [Name in keyof Set]: Set[Name] extends Setting<infer Value> ? Value : never;
};

export const scopeOf = (setting: Setting, agency: AgencyCode | null): string =>
  setting.scope === 'installation' ? '*' : (agency ?? '*');

/** The values of several settings in one query: what was chosen for the agency or the installation, else the standard. */
export async function readSettings<const Set extends SettingSet>(
  queries: Queries,
  settings: Set,
  agency: AgencyCode | null,
): Promise<SettingValues<Set>> {
  const rows = await queries
    .selectFrom('settings')
    .select(['scope', 'key', 'value'])
    .where('scope', 'in', ['*', ...(agency === null ? [] : [agency])])
    .where('key', 'in', ['', ...Object.values(settings).map(({ key }) => key)])
    .execute();
  const values = Object.entries(settings).map(([name, setting]) => {
    const scope = scopeOf(setting, agency);
    const row = rows.find(row => row.key === setting.key && row.scope === scope);
    const chosen = row === undefined ? undefined : setting.read(row.value);
    return [name, chosen ?? setting.standard] as const;
  });
  return Object.fromEntries(values) as SettingValues<Set>;
}

/** The value of one setting. */
export async function readSetting<Value>(
  queries: Queries,
  setting: Setting<Value>,
  agency: AgencyCode | null = null,
): Promise<Value> {
  const { value } = await readSettings(queries, { value: setting }, agency);
  return value;
}
