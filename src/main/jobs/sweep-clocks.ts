import { sweepClocks } from '../../applications/actions/sweep-clocks.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { JobDeps } from './job-deps.ts';

/** Before work begins: reminders of what is due, and opinions that nobody gave in time. */
export const sweepClocksJob = defineJob<JobDeps>({
  name: 'sweep-clocks',
  every: 'day at 07:00 Asia/Shanghai',
  run: async deps => void (await sweepClocks(deps)),
});
