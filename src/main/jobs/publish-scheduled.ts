import { publishScheduled } from '../../publishing/actions/publish-scheduled.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { JobDeps } from './job-deps.ts';

/** Publishes what was approved for a time that has come. What is refused stays where it is; its page and the list say so. */
export const publishScheduledJob = defineJob<JobDeps>({
  name: 'publish-scheduled',
  every: '5 minutes',
  run: async deps => void (await publishScheduled(deps)),
});
