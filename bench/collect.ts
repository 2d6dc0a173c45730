// A thousand reports uploaded to a round, in the formats in which offices publish: read, audited and filed, on all cores.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { sampleReportOf } from '../sample/qingchuan/collected-reports.ts';
import { keepRoundFiles } from '../src/annual-report/actions/rounds/keep-round-files.ts';
import { openRound } from '../src/annual-report/actions/rounds/open-round.ts';
import { readRoundFiles } from '../src/annual-report/actions/rounds/read-round-files.ts';
import { openExamination } from '../src/annual-report/examination/examination.ts';
import { renderReport } from '../src/annual-report/press/render-report.ts';
import { reportDocument } from '../src/annual-report/render/report-document.ts';
import { aggregateDistrict } from '../src/annual-report/rules/collection/district-aggregate.ts';
import { listCollectedReports } from '../src/annual-report/store/collected-report.register.store.ts';
import { getAgencyCode } from '../src/people/rules/agency.ts';
import type { Officer } from '../src/people/rules/officer.ts';
import { getStaffId } from '../src/people/rules/staff-id.ts';
import { insertStaff } from '../src/people/store/staff.store.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import { openFileStore } from '../src/platform/files/file-store.ts';
import { openSealing } from '../src/platform/sealing/sealing.ts';
import { createTypesetter } from '../src/platform/typst/typeset.ts';

const REPORTS = 1000;
const YEAR = 2025;
const OFFICE = getAgencyCode('990101-000');
/** Of twenty reports. */
const FORMATS = [...Array<'html'>(10).fill('html'), ...Array<'docx'>(7).fill('docx'), 'pdf', 'xlsx', 'txt'] as const;

const codeOf = (number: number) => getAgencyCode(`99${String(number).padStart(4, '0')}-001`);
const nameOf = (number: number) => `示范市晴川区第${number}事务局`;

const typesetter = createTypesetter(null);

async function fileOf(number: number) {
  const format = FORMATS[number % FORMATS.length]!;
  const figures = { carriedIn: 1, granted: number, notHeld: 3, received: number + 4, carriedOut: 2 };
  const work = { licences: number, penalties: 7, inForce: 5, published: 400 };
  const report = sampleReportOf(nameOf(number), { year: YEAR, ...figures, ...work }, number);
  const bytes = format === 'pdf' ? typesetter.document(reportDocument(report)) : await renderReport(report, format);
  return { name: `${nameOf(number)}.${format}`, bytes };
}

/** Prints reports a second, from files that wait to reports that are filed, and the time for the sum of all. */
export async function benchCollect(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const hold = await holdServer(await settleHome(folder));
  const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
  const queries = openPool({ connectionString: address, max: 4 });
  const examination = openExamination(availableParallelism());
  try {
    await migrate({ queries });
    const sealing = await openSealing({ keyText: null, dataFolder: folder });
    const files = await openFileStore({ folder: join(folder, 'files'), sealing });
    const numbers = Array.from({ length: REPORTS }, (_, index) => index + 1);
    const agencies = numbers.map(codeOf);
    await sql`
      insert into agencies (code, name, short_name, kind)
      values (${OFFICE}, '示范市晴川区人民政府办公室', '区政府办', 'government-office')`.execute(queries);
    await sql`
      insert into agencies (code, name, short_name, kind, parent)
      select '99' || lpad(n::text, 4, '0') || '-001', '示范市晴川区第' || n || '事务局', '第' || n || '局', 'department', ${OFFICE}::text
      from generate_series(1, ${REPORTS}::integer) n`.execute(queries);
    const id = getStaffId('01989f00-0000-7000-8000-000000000001');
    const account = { email: null, federatedSubject: null, passwordHash: null, passwordMustChange: false };
    await insertStaff(queries, {
      ...account,
      id,
      username: 'bench',
      name: '测试',
      agency: OFFICE,
      roles: ['disclosure-head'],
    });
    const officer: Officer = {
      id,
      name: '测试',
      agency: OFFICE,
      roles: ['disclosure-head'],
      actingFor: [],
      oversees: agencies,
    };
    const deps = {
      queries,
      files,
      examination,
      scanner: async () => ({ kind: 'not-scanned' as const }),
      today: () => Temporal.PlainDate.from('2026-01-20'),
      now: () => Temporal.Instant.from('2026-01-20T02:00:00Z'),
    };
    await openRound(deps, officer, {
      year: YEAR,
      deadlineOn: Temporal.PlainDate.from('2026-01-26'),
      agencies,
      excluded: [],
    });
    const sent = [];
    for (const number of numbers) sent.push(await fileOf(number));
    examination.warm();
    const keeping = performance.now();
    await keepRoundFiles(deps, officer, YEAR, sent);
    const reading = performance.now();
    while ((await readRoundFiles(deps)) > 0);
    const summing = performance.now();
    const collected = await listCollectedReports(queries, { year: YEAR });
    const expected = new Map(numbers.map(number => [codeOf(number), nameOf(number)]));
    const sum = aggregateDistrict(collected, expected, { name: '示范市晴川区人民政府', year: YEAR });
    const end = performance.now();
    const rate = collected.length / ((summing - reading) / 1000);
    console.log(
      `\n${collected.length} uploaded reports: kept in ${((reading - keeping) / 1000).toFixed(1)} s, read, audited and filed at ${rate.toFixed(0)}/s (aim 50), added up in ${((end - summing) / 1000).toFixed(2)} s: ${sum.parts.length} parts, ${collected.filter(({ findings }) => findings.some(({ level }) => level === 'error')).length} with errors`,
    );
  } finally {
    examination.close();
    await queries.destroy();
    await hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
