import { defineJob } from '../../platform/jobs/job.ts';
import { partsBetween, rescanPublished } from '../../publishing/actions/rescan-published.ts';
import type { JobDeps } from './job-deps.ts';

const ZONE = 'Asia/Shanghai';
const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(ZONE).toPlainDate();

/** At night: a part of everything published is checked again, all of it within a month; parts of days that were missed too. */
export const rescanPublishedJob = defineJob<JobDeps>({
  name: 'rescan-published',
  every: 'day at 02:30 Asia/Shanghai',
  run: async (deps, { occurrence, previous }) =>
    void (await rescanPublished(deps, partsBetween(previous === null ? null : dayOf(previous), dayOf(occurrence)))),
});
