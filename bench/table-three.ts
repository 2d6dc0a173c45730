// Table three of one agency's year, and of every agency's, from a register of a million applications.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { countTableThree } from '../src/annual-report/store/table-three.store.ts';
import { countsOfGroups, tableThreeOf } from '../src/annual-report/rules/tally.ts';
import { getAgencyCode } from '../src/people/rules/agency.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import type { Queries } from '../src/platform/database/pool.ts';
import { measure } from './measure.ts';

const FILES = 1_000_000;
const AGENCIES = 6000;
const YEAR = 2025;

const codeOf = (number: number) => getAgencyCode(`99${String(number).padStart(4, '0')}-001`);

/** Five years of applications, one in ten open; one agency in a hundred has twenty times as many as the others. */
async function fill(queries: Queries): Promise<void> {
  await sql`
    insert into agencies (code, name, short_name, kind)
    select '99' || lpad(n::text, 4, '0') || '-001', '示范机关' || n, '机关' || n, 'department' from generate_series(1, ${AGENCIES}::integer) n
  `.execute(queries);
  await sql`
    insert into applications (
      id, agency, year, number, case_kind, query_code, requested_description, supply_form, supply_route, lodged_at, version, stage,
      applicant_kind, channel, received_on, settled_on, outcome, counted_on, counted_outcome
    )
    select gen_random_uuid(), '99' || lpad((1 + case when n % 6 = 0 then n % 60 else n % ${AGENCIES}::integer end)::text, 4, '0') || '-001', 2021 + n % 5, n,
           'information', translate(lpad(n::text, 12, '0'), '0123456789', 'ABCDEFGHJK'), '征收补偿方案', 'paper', 'post', now(), 1,
           case when n % 10 = 0 then 'in-hand' else 'settled' end,
           (array['naturalPerson', 'enterprise', 'legalService', 'otherOrganization'])[1 + n % 4], 'in-person',
           date '2021-01-01' + (n::bigint * 7919 % 1826)::integer, s.on_day, s.outcome, s.on_day, s.outcome
    from generate_series(1, ${FILES}::integer) n, lateral (
      select case when n % 10 > 0 then date '2021-01-01' + (n::bigint * 7919 % 1826)::integer + n % 45 end as on_day,
             case when n % 10 > 0 then (array['granted', 'unavailable.not-held', 'withheld.deliberative'])[1 + n % 3] end as outcome
    ) s`.execute(queries);
  await sql`vacuum analyze applications`.execute(queries);
}

/** Prints what counting takes, beside an empty query. */
export async function benchTableThree(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const hold = await holdServer(await settleHome(folder));
  const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
  const queries = openPool({ connectionString: address, max: 2 });
  try {
    await migrate({ queries });
    await fill(queries);
    const floor = await measure(async () => sql`select 1`.execute(queries));
    const cases = [
      ['an agency with few files', [codeOf(101)], 10],
      ['an agency with many', [codeOf(7)], 10],
      ['all agencies', Array.from({ length: AGENCIES }, (_, index) => codeOf(index + 1)), 1000],
    ] as const;
    console.log(`\ntable three of ${YEAR} from ${FILES} applications\n`);
    for (const [name, agencies, aim] of cases) {
      const time = await measure(async () => {
        const counted = await countTableThree(queries, agencies, YEAR);
        return [...counted.values()].map(tableThreeOf);
      });
      const files = tableThreeOf(
        (await countTableThree(queries, agencies, YEAR)).get(agencies[0]) ?? countsOfGroups([]),
      );
      console.log(
        `${name.padEnd(26)}${time.toFixed(1).padStart(9)} ms (aim ${aim})   ${(time / floor).toFixed(0).padStart(5)} × an empty query   first: ${files['table3.new.total']} new`,
      );
    }
  } finally {
    await queries.destroy();
    await hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
