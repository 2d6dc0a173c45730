// A table of an older site is imported while the program is killed at random moments: node scripts/import-rounds.ts [lines] [seconds between kills]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_AGENCIES } from '../sample/qingchuan/agencies.ts';
import { registerAgency } from '../src/people/actions/register-agency.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { saveColumns } from '../src/publishing/store/column.store.ts';
import { TEST_COLUMNS } from '../src/publishing/testing/contents.ts';
import { exportOf, runImportRounds } from '../src/publishing/testing/import-rounds.ts';

const count = Number(process.argv[2] ?? 10_000);
const between = Number(process.argv[3] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
const table = join(folder, '导出.csv');
writeFileSync(table, exportOf(count));
const hold = await holdServer(await settleHome(folder));
const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
const queries = openPool({ connectionString: address });
await migrate({ queries });
for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
await saveColumns(queries, TEST_COLUMNS);
const { kills, items, addresses, published, journalEntries, seconds } = await runImportRounds(
  queries,
  address,
  folder,
  table,
  () => (between === 0 ? null : (0.2 + Math.random() * 1.6) * between * 1000),
);
await queries.destroy();
await hold.release();
rmSync(folder, { recursive: true });
console.log(
  `${count} lines, killed ${kills} times: ${items} items, ${addresses} old addresses, ${published} lines came in, ` +
    `${journalEntries} entries in the journal, ${seconds.toFixed(1)} s, ${Math.round(items / seconds)} items a second`,
);
process.exitCode = [items, addresses, published].every(found => found === count) ? 0 : 1;
