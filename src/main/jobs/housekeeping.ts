import { clearFormDrafts } from '../../applications/actions/clear-form-drafts.ts';
import { clearImports } from '../../publishing/actions/import/clear-imports.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { clearRuns } from '../../platform/jobs/job-run.store.ts';
import { clearOutbox } from '../../platform/outbox/outbox.store.ts';
import type { JobDeps } from './job-deps.ts';

const hoursOfDays = (days: number) => ({ hours: days * 24 });

/** Removes what is of no use any more. Messages stay for three months, so that their fate can be looked up. */
export const housekeeping = defineJob<JobDeps>({
  name: 'housekeeping',
  every: 'day at 03:30 Asia/Shanghai',
  run: async (deps, { now }) => {
    const { queries, limiter } = deps;
    await clearFormDrafts(deps);
    await clearImports(deps, now.subtract(hoursOfDays(30)));
    await clearOutbox(queries, now.subtract(hoursOfDays(90)));
    await clearRuns(queries, now.subtract(hoursOfDays(400)));
    await limiter.clear(now);
  },
});
