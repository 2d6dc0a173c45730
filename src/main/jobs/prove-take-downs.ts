import { proveTakeDowns } from '../../publishing/actions/verify-addresses.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { JobDeps } from './job-deps.ts';

/** Asks the public addresses of what was taken down until they prove that it is gone. */
export const proveTakeDownsJob = defineJob<JobDeps>({
  name: 'prove-take-downs',
  every: '10 minutes',
  run: async deps => void (await proveTakeDowns(deps)),
});
