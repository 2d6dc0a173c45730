// Two programs register applications at once on the embedded server: node scripts/registration-rounds.ts [applications a program]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRegistrationRound } from '../src/applications/testing/registration-round.ts';
import { registerAgency } from '../src/people/actions/register-agency.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { SAMPLE_AGENCIES } from '../sample/qingchuan/agencies.ts';

const count = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), 'gongkai-registration-'));
const hold = await holdServer(await settleHome(folder));
const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
const queries = openPool({ connectionString: address });
await migrate({ queries });
for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
const { acknowledged, registered, seconds } = await runRegistrationRound(queries, address, folder, count, null);
await queries.destroy();
await hold.release();
rmSync(folder, { recursive: true });

const missing = Array.from({ length: registered.length }, (_, index) => index + 1).filter(
  (number, index) => registered[index] !== number,
);
console.log(
  `${acknowledged.length} applications acknowledged, ${registered.length} registered, ${missing.length} numbers missing or twice, ` +
    `${seconds.toFixed(1)} s, ${Math.round(registered.length / seconds)} a second`,
);
process.exitCode = registered.length === 2 * count && missing.length === 0 ? 0 : 1;
