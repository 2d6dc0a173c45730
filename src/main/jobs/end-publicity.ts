import { endPublicity } from '../../publishing/actions/end-publicity.ts';
import { proveTakeDowns } from '../../publishing/actions/verify-addresses.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import type { JobDeps } from './job-deps.ts';

/** After midnight: what was shown for a period that is over goes, and the public addresses are asked whether it did. */
export const endPublicityJob = defineJob<JobDeps>({
  name: 'end-publicity',
  every: 'day at 00:05 Asia/Shanghai',
  run: async deps => {
    const ended = await endPublicity(deps);
    if (ended.length > 0) await proveTakeDowns(deps);
  },
});
