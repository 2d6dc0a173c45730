import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing/test-database.ts';
import type { Queries } from '../database/pool.ts';
import { defineJob, RUN_STATES } from './job.ts';
import type { Job, Run } from './job.ts';
import { listLatestRuns, takeRun } from './job-run.store.ts';
import { createRunner, startJobs } from './runner.ts';

type Log = { readonly runs: Run[]; readonly faults: unknown[] };
type Clock = { now: Temporal.Instant };

const at = (text: string) => Temporal.Instant.from(text);
const NOON = at('2026-11-25T12:00:00+08:00');
const THIS_MORNING = at('2026-11-25T07:30:00+08:00');
const sweep = defineJob<Log>({
  name: 'clock-sweep',
  every: 'day at 07:30 Asia/Shanghai',
  run: async (log, run) => void log.runs.push(run),
});

function runnerOn(queries: Queries, clock: Clock, log: Log, jobs: readonly Job<Log>[] = [sweep]) {
  return createRunner({
    queries,
    jobs,
    deps: log,
    now: () => clock.now,
    onFault: error => void log.faults.push(error),
  });
}

const newLog = (): Log => ({ runs: [], faults: [] });

test('an occurrence is run once, however many processes look and however often', async () => {
  await using database = await openTestDatabase();
  const log = newLog();
  const runners = Array.from({ length: 5 }, () => runnerOn(database.queries, { now: NOON }, log));
  await Promise.all(runners.flatMap(runner => [runner.runDue(), runner.runDue()]));
  expect(log.runs).toEqual([{ occurrence: THIS_MORNING, now: NOON, previous: null }]);
  expect(log.faults).toEqual([]);
});

test('the next day it runs again and knows when it ran before; days that were missed are made up for once', async () => {
  await using database = await openTestDatabase();
  const log = newLog();
  const clock = { now: NOON };
  const runner = runnerOn(database.queries, clock, log);
  await runner.runDue();
  clock.now = NOON.add({ hours: 24 });
  expect(await runner.runDue()).toEqual(['clock-sweep']);
  expect(await runner.runDue()).toEqual([]);
  clock.now = NOON.add({ hours: 24 * 10 });
  const later = runnerOn(database.queries, clock, log);
  await later.runDue();
  expect(log.runs.map(({ occurrence, previous }) => [String(occurrence), previous && String(previous)])).toEqual([
    ['2026-11-24T23:30:00Z', null],
    ['2026-11-25T23:30:00Z', '2026-11-24T23:30:00Z'],
    ['2026-12-04T23:30:00Z', '2026-11-25T23:30:00Z'],
  ]);
});

test('a run that fails is noted without its message, tried again later, and left after six attempts', async () => {
  await using database = await openTestDatabase();
  const log = newLog();
  const clock = { now: NOON };
  const failing = defineJob<Log>({
    name: 'failing',
    every: 'day at 07:30 Asia/Shanghai',
    run: async (log, run) => {
      log.runs.push(run);
      throw new TypeError('王小明 has no address');
    },
  });
  const runner = runnerOn(database.queries, clock, log, [failing, sweep]);
  expect(await runner.runDue()).toEqual(['clock-sweep']);
  await runner.runDue();
  expect(log.faults).toHaveLength(1);
  expect(await listLatestRuns(database.queries)).toMatchObject([
    { job: 'clock-sweep', state: 'done', problem: null },
    { job: 'failing', state: 'failed', problem: 'TypeError' },
  ]);
  for (let round = 0; round < 10; round += 1) {
    clock.now = clock.now.add({ minutes: 10 });
    await runner.runDue();
  }
  expect(log.faults).toHaveLength(6);
});

test('a run whose process was killed is taken over when its lease has ended, not before', async () => {
  await using database = await openTestDatabase();
  const lease = Temporal.Duration.from({ minutes: 10 });
  await takeRun(database.queries, 'clock-sweep', THIS_MORNING, { now: NOON, lease });
  const log = newLog();
  const clock = { now: NOON.add({ minutes: 9 }) };
  const runner = runnerOn(database.queries, clock, log);
  await runner.runDue();
  expect(log.runs).toEqual([]);
  clock.now = NOON.add({ minutes: 10 });
  await runner.runDue();
  expect(log.runs).toHaveLength(1);
});

test('a started runner looks at once, and its stop waits for the run under way', async () => {
  await using database = await openTestDatabase();
  const log = newLog();
  const { promise: began, resolve: begin } = Promise.withResolvers<void>();
  const slow = defineJob<Log>({
    name: 'slow',
    every: 'hour at :00',
    run: async (log, run) => {
      begin();
      await new Promise(resolve => void setTimeout(resolve, 50));
      log.runs.push(run);
    },
  });
  const onFault = (error: unknown) => void log.faults.push(error);
  const jobs = startJobs({ queries: database.queries, jobs: [slow], deps: log, now: () => NOON, onFault });
  await began;
  await jobs.stop();
  expect(log.runs).toHaveLength(1);
  expect(await listLatestRuns(database.queries)).toMatchObject([{ job: 'slow', state: 'done' }]);
});

test('two jobs under one name are refused; the database knows the same states', async () => {
  await using database = await openTestDatabase();
  expect(() => runnerOn(database.queries, { now: NOON }, newLog(), [sweep, sweep])).toThrow(RangeError);
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'job_runs_state_check'`.execute(
    database.queries,
  );
  expect([...rows[0]!.text.matchAll(/'([a-z-]+)'::text/g)].map(match => match[1])).toEqual(RUN_STATES);
});
