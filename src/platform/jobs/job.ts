import { readSchedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';

/** Mirrors the check of `job_runs`. */
export const RUN_STATES = ['running', 'done', 'failed'] as const;

/** What a run is told. */
export type Run = {
  /** The moment for which it runs; several that were missed are made up for by one run for the latest. */
  readonly occurrence: Temporal.Instant;
  /** When it really runs. */
  readonly now: Temporal.Instant;
  /** The latest occurrence before that was run to its end; null at the first time. */
  readonly previous: Temporal.Instant | null;
};

export type Job<Deps> = {
  readonly name: string;
  readonly schedule: Schedule;
  readonly run: (deps: Deps, run: Run) => Promise<void>;
};

/**
 * Defines a job that runs once for each occurrence, whatever the number of processes, and at the next start where an
 * occurrence was missed. A run that a kill has cut short is run again, so a run must be able to begin anew: write in one
 * transaction, or what it has written before must not count twice. Throws a RangeError for a name or schedule that is none.
 */
export function defineJob<Deps>(definition: {
  /** Kebab-case; under it the runs are noted, so it may not change. */
  readonly name: string;
  /** `day at 07:30 Asia/Shanghai`, `hour at :15` or `5 minutes`. */
  readonly every: string;
  readonly run: Job<Deps>['run'];
}): Job<Deps> {
  const { name, every, run } = definition;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new RangeError(`No name of a job: ${name}`);
  return { name, schedule: readSchedule(every), run };
}
