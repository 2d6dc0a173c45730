import type { Queries } from '../database/pool.ts';
import type { Job } from './job.ts';
import { endRun, renewRun, takeRun } from './job-run.store.ts';
import type { TakenRun } from './job-run.store.ts';
import { lastOccurrence } from './schedule.ts';

export type RunnerOptions<Deps> = {
  readonly queries: Queries;
  readonly jobs: readonly Job<Deps>[];
  readonly deps: Deps;
  readonly now: () => Temporal.Instant;
  /** Told of runs that fail and of faults of the runner; it goes on. */
  readonly onFault: (error: unknown, job: string | null) => void;
};

export type Runner = {
  /** Runs what is due now; gives the names of the jobs that this process ran to their end. */
  readonly runDue: () => Promise<readonly string[]>;
  /** Lets the run under way end, and begins no other. */
  readonly end: () => void;
};

const EVERY_MS = 20_000;
const LEASE = Temporal.Duration.from({ minutes: 10 });
const RENEW_MS = 3 * 60_000;
const RETRY_AFTER = Temporal.Duration.from({ minutes: 10 });

/** No message of an error: it may hold personal data. */
function problemOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'Error';
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${name}${code}`.slice(0, 100);
}

/** Runs jobs one after the other when it is told to look. Throws a RangeError where two have one name. */
export function createRunner<Deps>({ queries, jobs, deps, now, onFault }: RunnerOptions<Deps>): Runner {
  const seen = new Set(jobs.map(({ name }) => name));
  if (seen.size !== jobs.length) throw new RangeError('Two jobs have one name');
  const done = new Map<string, Temporal.Instant>();
  const state = { ended: false };

  async function runTaken(job: Job<Deps>, run: TakenRun): Promise<boolean> {
    const renewal = setInterval(() => {
      renewRun(queries, run, { now: now(), lease: LEASE }).catch((error: unknown) => onFault(error, job.name));
    }, RENEW_MS);
    renewal.unref();
    try {
      await job.run(deps, { occurrence: run.occurrence, now: now(), previous: run.previous });
      await endRun(queries, run, { problem: null, now: now(), retryAt: now() });
      return true;
    } catch (error) {
      onFault(error, job.name);
      await endRun(queries, run, { problem: problemOf(error), now: now(), retryAt: now().add(RETRY_AFTER) });
      return false;
    } finally {
      clearInterval(renewal);
    }
  }

  async function runDue(): Promise<readonly string[]> {
    const ran: string[] = [];
    for (const job of jobs) {
      if (state.ended) break;
      const occurrence = lastOccurrence(job.schedule, now());
      if (done.get(job.name)?.equals(occurrence) === true) continue;
      const run = await takeRun(queries, job.name, occurrence, { now: now(), lease: LEASE });
      if (run === undefined || !(await runTaken(job, run))) continue;
      done.set(job.name, occurrence);
      ran.push(job.name);
    }
    return ran;
  }

  return { runDue, end: () => void (state.ended = true) };
}

/** Looks at once and from then on every 20 seconds, in as many processes as there are. `stop` waits for the run under way. */
export function startJobs<Deps>(options: RunnerOptions<Deps>): { readonly stop: () => Promise<void> } {
  const runner = createRunner(options);
  const state: { stopped: boolean; timer: NodeJS.Timeout | null; round: Promise<unknown> } = {
    stopped: false,
    timer: null,
    round: Promise.resolve(),
  };

  function schedule(milliseconds: number): void {
    state.timer = setTimeout(() => {
      state.round = runner
        .runDue()
        .catch((error: unknown) => options.onFault(error, null))
        .finally(() => {
          if (!state.stopped) schedule(EVERY_MS);
        });
    }, milliseconds);
    state.timer.unref();
  }

  schedule(0);
  return {
    stop: async () => {
      state.stopped = true;
      runner.end();
      if (state.timer !== null) clearTimeout(state.timer);
      await state.round;
    },
  };
}
