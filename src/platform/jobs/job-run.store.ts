import { sql } from 'kysely';
import type { Queries } from '../database/pool.ts';

/** A run that belongs to this process until its lease ends. */
export type TakenRun = {
  readonly job: string;
  readonly occurrence: Temporal.Instant;
  readonly attempts: number;
  /** The latest occurrence before that was run to its end. */
  readonly previous: Temporal.Instant | null;
};

/** After so many attempts that failed an occurrence is left; the next one comes. */
const MAX_ATTEMPTS = 6;

type Moments = { readonly now: Temporal.Instant; readonly lease: Temporal.Duration };

/** Takes an occurrence, unless it is done, under way elsewhere, or was tried often enough. */
export async function takeRun(
  queries: Queries,
  job: string,
  occurrence: Temporal.Instant,
  { now, lease }: Moments,
): Promise<TakenRun | undefined> {
  const { rows } = await sql<{ attempts: number; previous: string | null }>`
    insert into job_runs as runs (job, occurrence, state, leased_until, attempts, began_at)
    values (${job}, ${occurrence.toString()}, 'running', ${now.add(lease).toString()}, 1, ${now.toString()})
    on conflict (job, occurrence) do update
      set state = 'running', leased_until = excluded.leased_until, attempts = runs.attempts + 1,
          began_at = excluded.began_at, ended_at = null, problem = null
      where runs.state <> 'done' and runs.leased_until <= ${now.toString()} and runs.attempts < ${MAX_ATTEMPTS}
    returning attempts, (
      select max(earlier.occurrence) from job_runs earlier
      where earlier.job = ${job} and earlier.state = 'done' and earlier.occurrence < ${occurrence.toString()}
    ) as previous`.execute(queries);
  const [row] = rows;
  if (row === undefined) return undefined;
  const previous = row.previous === null ? null : Temporal.Instant.from(row.previous);
  return { job, occurrence, attempts: row.attempts, previous };
}

/** Keeps a run that takes long. False when it was taken by another process meanwhile. */
export async function renewRun(queries: Queries, run: TakenRun, { now, lease }: Moments): Promise<boolean> {
  const [result] = await queries
    .updateTable('job_runs')
    .set({ leased_until: now.add(lease).toString() })
    .where('job', '=', run.job)
    .where('occurrence', '=', run.occurrence.toString())
    .where('attempts', '=', run.attempts)
    .where('state', '=', 'running')
    .execute();
  return Number(result?.numUpdatedRows ?? 0) > 0;
}

/** Notes the end of a run; one that failed may be taken again at `retryAt`. */
export async function endRun(
  queries: Queries,
  run: TakenRun,
  end: { readonly problem: string | null; readonly now: Temporal.Instant; readonly retryAt: Temporal.Instant },
): Promise<void> {
  await queries
    .updateTable('job_runs')
    .set({
      state: end.problem === null ? 'done' : 'failed',
      problem: end.problem,
      ended_at: end.now.toString(),
      leased_until: end.retryAt.toString(),
    })
    .where('job', '=', run.job)
    .where('occurrence', '=', run.occurrence.toString())
    .where('attempts', '=', run.attempts)
    .execute();
}

/** The latest run of each job, for the page of the administrator and for `doctor`. */
export type LatestRun = {
  readonly job: string;
  readonly occurrence: Temporal.Instant;
  readonly state: string;
  readonly problem: string | null;
};

export async function listLatestRuns(queries: Queries): Promise<readonly LatestRun[]> {
  const rows = await queries
    .selectFrom('job_runs')
    .distinctOn('job')
    .select(['job', 'occurrence', 'state', 'problem'])
    .orderBy('job')
    .orderBy('occurrence', 'desc')
    .execute();
  return rows.map(row => ({ ...row, occurrence: Temporal.Instant.from(row.occurrence) }));
}

/** Removes what is known of occurrences before the moment. */
export async function clearRuns(queries: Queries, before: Temporal.Instant): Promise<void> {
  await queries.deleteFrom('job_runs').where('occurrence', '<', before.toString()).execute();
}
