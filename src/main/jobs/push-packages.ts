import { defineJob } from '../../platform/jobs/job.ts';
import { pushChanges } from '../../publishing/actions/push-package.ts';
import { exchangeDepsOf } from '../exchange.ts';
import type { JobDeps } from './job-deps.ts';

/** Hands over to the platform of the province what it lacks, where one is configured. */
export const pushPackagesJob = defineJob<JobDeps>({
  name: 'push-packages',
  every: '5 minutes',
  run: async deps => {
    if (deps.pushesPackages) await pushChanges(await exchangeDepsOf(deps));
  },
});
