import { startJobs } from '../platform/jobs/runner.ts';
import { createMailer } from '../platform/mail/mailer.ts';
import { startDispatcher } from '../platform/outbox/dispatcher.ts';
import { createSmsHook } from '../platform/web-hook/sms-hook.ts';
import type { ImportDeps } from '../publishing/actions/import/import-deps.ts';
import type { Configuration } from './configuration.ts';
import { createPackageSender } from './exchange.ts';
import { startImporter } from './importer.ts';
import { JOBS } from './jobs/index.ts';
import type { JobDeps } from './jobs/job-deps.ts';

export type BackgroundOptions = {
  readonly configuration: Pick<Configuration, 'mail' | 'smsHook' | 'exchange'>;
  readonly deps: JobDeps & ImportDeps;
  readonly onFault: (error: unknown, task: string) => void;
};

/** What a serving process does besides answering: sends the outbox, runs the daily jobs, imports what was sent. `stop` lets all end in order. */
export function startBackground({ configuration, deps, onFault }: BackgroundOptions) {
  const { queries, sealing, files, now } = deps;
  const dispatcher = startDispatcher({
    queries,
    sealing,
    mail: configuration.mail === null ? null : createMailer(configuration.mail),
    sms: configuration.smsHook === null ? null : createSmsHook(configuration.smsHook),
    packages:
      configuration.exchange === null ? null : createPackageSender({ queries, files, now }, configuration.exchange),
    now,
    onFault: error => onFault(error, 'outbox'),
  });
  const jobs = startJobs({
    queries,
    jobs: JOBS,
    deps,
    now,
    onFault: (error, job) => onFault(error, job ?? 'jobs'),
  });
  const importer = startImporter({ deps, onFault: error => onFault(error, 'item-imports') });
  return {
    stop: async () => {
      await Promise.all([dispatcher.stop(), jobs.stop(), importer.stop()]);
    },
  };
}
