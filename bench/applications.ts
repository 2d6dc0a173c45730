// Folding a log, the lists of the desk over 100,000 files, and new due dates after a change of the calendar.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { recomputeDueDates } from '../src/applications/actions/recompute-due-dates.ts';
import type { Act, Entry } from '../src/applications/rules/application-log.ts';
import { foldApplication } from '../src/applications/rules/fold.ts';
import { findLetterId } from '../src/applications/rules/ids.ts';
import { actFacts } from '../src/kernel/act-log.ts';
import { readAct } from '../src/applications/rules/application-log.ts';
import { urgencyDaysOf } from '../src/applications/rules/urgency.ts';
import { countDesk, listByUrgency, listRegister } from '../src/applications/store/register.store.ts';
import { NATIONAL_CALENDAR } from '../src/calendar/national-calendar.ts';
import { registerAgency } from '../src/people/actions/register-agency.ts';
import { getAgencyCode } from '../src/people/rules/agency.ts';
import { getStaffId } from '../src/people/rules/staff-id.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import type { Queries } from '../src/platform/database/pool.ts';
import { SAMPLE_AGENCIES } from '../sample/qingchuan/agencies.ts';
import { measure } from './measure.ts';

const FILES = 100_000;
const OFFICE = getAgencyCode('990101-001');
const officer = getStaffId('01989f00-0000-7000-8000-000000000001');
const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-11-25');

/** A log of thirty acts, as a file with a clarification and several letters has. */
function logOfThirty(): readonly Entry[] {
  const on = day('2026-03-02');
  const acts: Act[] = [
    {
      kind: 'lodged',
      caseKind: 'information',
      intake: { channel: 'in-person', submittedOn: on, arrivedOn: null, signedOn: null },
      applicantKind: 'naturalPerson',
      applicants: 1,
      parent: null,
    },
    { kind: 'assigned', to: officer, remark: null },
    { kind: 'clarification-requested', on, letter: null, workingDays: 15, deliveredOn: on, lateReason: null },
    { kind: 'clarification-received', on: on.add({ days: 5 }) },
  ];
  for (let number = 1; acts.length < 30; number += 1) {
    const letter = findLetterId(`01989f00-0000-7000-8000-${String(number).padStart(12, '0')}`)!;
    const steps = ['review', 'sign'] as const;
    acts.push(
      { kind: 'letter-drafted', letter, letterKind: 'search-request' },
      { kind: 'letter-submitted', letter, version: 1, reply: null, steps },
      { kind: 'letter-passed', letter, version: 1, step: 'review' },
      { kind: 'letter-signed', letter, version: 1, documentNumber: null, on },
      { kind: 'letter-dispatched', letter, method: 'post', on, trackingNumber: 'XA1' },
      { kind: 'letter-delivered', letter, on },
      { kind: 'noted', text: '备注' },
    );
  }
  acts.length = 30;
  const at = Temporal.Instant.from('2026-03-02T01:00:00Z');
  return acts.map((act, index) => ({ sequence: index + 1, at, by: { kind: 'officer', id: officer }, act }));
}

/** Files and their logs, written by the database itself: open ones due over sixty days, and three in four settled. */
async function fill(queries: Queries): Promise<void> {
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await sql`
    insert into applications (
      id, agency, year, number, case_kind, query_code, requested_description, supply_form, supply_route, search_terms,
      lodged_at, version, stage, applicant_kind, channel, received_on, reply_due_on, next_due_on, waits_for, settled_on, outcome
    )
    select gen_random_uuid(), ${OFFICE}, 2026, n, 'information',
           translate(lpad(n::text, 12, '0'), '0123456789', 'ABCDEFGHJK'), '第' || n || '号征收补偿方案', 'paper', 'post',
           array_to_tsvector(array['征收', '收补', '补偿', '偿方', '方案', n::text]), timestamptz '2026-01-01' + n * interval '4 minutes', 1,
           case when n % 4 = 0 then 'in-hand' else 'settled' end, 'naturalPerson', 'in-person',
           date '2026-10-20' + n % 30, date '2026-11-10' + n % 60, case when n % 4 = 0 then date '2026-11-10' + n % 60 end,
           case when n % 4 = 0 then 'agency' end, case when n % 4 = 0 then null else date '2026-10-25' + n % 20 end,
           case when n % 4 = 0 then null else 'granted' end
    from generate_series(1, ${FILES}::integer) n`.execute(queries);
  await sql`
    insert into applicants (application, position, kind, sealed, masked_name, name_digest)
    select id, 1, 'naturalPerson', 's1.x.x', '张**', number::text from applications`.execute(queries);
  await sql`
    insert into application_acts (application, sequence, kind, at, actor_kind, facts)
    select id, 1, 'lodged', lodged_at, 'applicant', jsonb_build_object(
      'caseKind', 'information', 'applicantKind', 'naturalPerson', 'applicants', 1, 'parent', null,
      'intake', jsonb_build_object('channel', 'in-person', 'submittedOn', received_on, 'arrivedOn', null, 'signedOn', null))
    from applications`.execute(queries);
  // What the server does by itself after so many rows.
  await sql`vacuum analyze applications, applicants, application_acts`.execute(queries);
}

/** Milliseconds of which half, and of which nineteen in twenty runs stay below. */
async function percentiles(work: () => Promise<unknown>): Promise<{ readonly p50: number; readonly p95: number }> {
  for (let run = 0; run < 10; run += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < 100; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  return { p50: times[50]!, p95: times[95]! };
}

async function benchDesk(queries: Queries): Promise<void> {
  const days = urgencyDaysOf(NATIONAL_CALENDAR, TODAY);
  const open = { agencies: [OFFICE], open: true } as const;
  const words = { agencies: [OFFICE], text: '补偿方案' } as const;
  const order = { by: 'due', descending: false } as const;
  const page = { offset: 0, limit: 50 } as const;
  const floor = await percentiles(async () => sql`select 1`.execute(queries));
  const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'desk by urgency',
      async () => listByUrgency(queries, open, days, ['overdue', 'due-today', 'within-1', 'within-3'], 20),
    ],
    ['figures of the desk', async () => countDesk(queries, [OFFICE], officer, ['review'], days)],
    ['list by due day', async () => listRegister(queries, open, days, order, page)],
    ['search for words', async () => listRegister(queries, words, days, { by: 'number', descending: true }, page)],
  ];
  console.log(`\nthe desk over ${FILES} files on PostgreSQL\n`);
  for (const [name, work] of cases) {
    const { p50, p95 } = await percentiles(work);
    console.log(
      `${name.padEnd(22)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms (aim 30)   ${(p50 / floor.p50).toFixed(0).padStart(5)} × an empty query`,
    );
  }
}

/** Prints what folding, the desk and a change of the calendar take. */
export async function benchApplications(): Promise<void> {
  const log = logOfThirty();
  const rows = log.map(({ act }) => ({ kind: act.kind, facts: JSON.stringify(actFacts(act)) }));
  const parse = await measure(async () => rows.map(({ facts }) => JSON.parse(facts) as unknown));
  const read = await measure(async () => rows.map(({ kind, facts }) => readAct(kind, JSON.parse(facts))));
  const fold = await measure(async () => {
    for (let turn = 0; turn < 100; turn += 1) foldApplication(log);
  });
  console.log('\na log of 30 acts, warm, one core\n');
  console.log(
    `folding     ${(fold * 10).toFixed(1).padStart(8)} µs (aim 20)   ${(fold / 100 / parse).toFixed(2)} × JSON.parse of the same log`,
  );
  console.log(
    `reading     ${(read * 1000).toFixed(1).padStart(8)} µs              ${(read / parse).toFixed(2)} × JSON.parse`,
  );

  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const hold = await holdServer(await settleHome(folder));
  const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
  const queries = openPool({ connectionString: address, max: 4 });
  try {
    await migrate({ queries });
    await fill(queries);
    await benchDesk(queries);
    const started = performance.now();
    const { files, moved } = await recomputeDueDates({
      queries,
      calendar: async () => NATIONAL_CALENDAR,
      now: () => Temporal.Instant.from('2026-11-25T01:00:00Z'),
    });
    const seconds = (performance.now() - started) / 1000;
    const million = (seconds / files) * 1e6;
    console.log(
      `\nnew due dates of ${files} open files (${moved} moved) in ${seconds.toFixed(1)} s; 1,000,000 files at that pace in ${(million / 60).toFixed(1)} min (aim 5)`,
    );
  } finally {
    await queries.destroy();
    await hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
