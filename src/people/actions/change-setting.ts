import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { JournalJson } from '../rules/journal.ts';
import { may } from '../rules/may.ts';
import type { Officer } from '../rules/officer.ts';
import { isUppermost } from '../rules/overseen-agencies.ts';
import type { Setting } from '../rules/setting.ts';
import { listAgencies } from '../store/agency.register.store.ts';
import { appendJournal } from '../store/journal.store.ts';
import { readSetting } from '../store/setting.register.store.ts';
import { saveSetting } from '../store/setting.store.ts';

/** An administrator answers a setting for the installation or for their own agency. `value` is as a form gives it, read by the setting. */
export async function changeSetting(
  queries: Queries,
  officer: Officer,
  setting: Setting,
  value: unknown,
  now: Temporal.Instant,
): Promise<Result<null, string>> {
  if (!may(officer, 'administer-settings', officer.agency)) return refuse('您没有管理系统设置的权限');
  const read = setting.read(value);
  if (read === undefined) return refuse(`“${setting.title}”的值不能用，请按说明重新填写`);
  return queries.transaction().execute(async transaction => {
    if (setting.scope === 'installation' && !isUppermost(officer.agency, await listAgencies(transaction)))
      return refuse('这项设置对全部机构生效，请由最上级机构的系统管理员修改');
    const before = await readSetting(transaction, setting, officer.agency);
    await saveSetting(transaction, setting, officer.agency, read, now);
    await appendJournal(transaction, {
      at: now,
      agency: officer.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'setting-changed',
      subject: `setting:${setting.key}`,
      detail: { before: before as JournalJson, after: read as JournalJson },
    });
    return ok(null);
  });
}
