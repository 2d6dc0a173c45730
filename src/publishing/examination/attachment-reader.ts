import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import { unread } from '../rules/gates/reading.ts';
import type { AttachmentReading } from '../rules/gates/reading.ts';
import type { AttachmentJob } from './job.ts';

const LIMITS = { seconds: 20, mebibytes: 500 } as const;
const WAITING = 200;

/** Reads attachments in processes apart, because they come from outside. */
export type AttachmentReader = {
  /** What is in a file; null where it was not read now (too many wait, the process ended) and may be read later. */
  readonly read: (file: AttachmentJob) => Promise<AttachmentReading | null>;
  readonly close: () => void;
};

/** Opens the room with so many processes; they start with the first file. */
export function openAttachmentReader(processes: number): AttachmentReader {
  const sandbox = createSandbox<AttachmentJob, AttachmentReading>({
    module: new URL('./job.ts', import.meta.url),
    limits: LIMITS,
    processes,
    waiting: WAITING,
  });
  return {
    read: async file => {
      const outcome = await sandbox.run(file);
      switch (outcome.kind) {
        case 'done':
          return outcome.value;
        case 'out-of-time':
        case 'out-of-memory':
          return unread('文件过于复杂，没有读完');
        case 'busy':
        case 'crashed':
          return null;
      }
    },
    close: sandbox.close,
  };
}
