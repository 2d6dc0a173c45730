import { recomputeAfterCalendarChange } from '../../applications/actions/recompute-due-dates.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { JobDeps } from './job-deps.ts';

/** The days of open files follow the calendar also where a restart cut their computation short, or a new version brought a notice. */
export const dueDates = defineJob<JobDeps>({
  name: 'due-dates',
  every: 'hour at :05',
  run: async deps => void (await recomputeAfterCalendarChange(deps)),
});
