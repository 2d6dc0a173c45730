import { readMigrations } from '../../platform/database/migration-files.ts';
import type { Check } from './check.ts';

/** Whether the database has exactly the steps of this version. Opening it has refused foreign ones already. */
export const migrationCheck: Check = {
  name: '数据库结构',
  run: async ({ database }) => {
    const known = await readMigrations();
    const applied = await database.queries.selectFrom('schema_migrations').select('number').execute();
    const ok = applied.length === known.length;
    return { ok, sentence: `已升级 ${applied.length} 步，本版本共 ${known.length} 步` };
  },
};
