import type { Job } from '../../platform/jobs/job.ts';
import { dueDates } from './due-dates.ts';
import { endPublicityJob } from './end-publicity.ts';
import { housekeeping } from './housekeeping.ts';
import type { JobDeps } from './job-deps.ts';
import { proveTakeDownsJob } from './prove-take-downs.ts';
import { pushPackagesJob } from './push-packages.ts';
import { publishScheduledJob } from './publish-scheduled.ts';
import { rescanPublishedJob } from './rescan-published.ts';
import { sweepClocksJob } from './sweep-clocks.ts';

/** Everything that runs by the calendar, one job a file, in the order in which it runs when several are due. */
export const JOBS: readonly Job<JobDeps>[] = [
  publishScheduledJob,
  dueDates,
  sweepClocksJob,
  endPublicityJob,
  proveTakeDownsJob,
  rescanPublishedJob,
  pushPackagesJob,
  housekeeping,
];
