import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import { unread } from '../rules/gates/reading.ts';
import type { AttachmentReading } from '../rules/gates/reading.ts';
import type { AttachmentJob } from './job.ts';
import type { MaskingAnswer, MaskingJob } from './masking/masking-job.ts';

const LIMITS = { seconds: 20, mebibytes: 500 } as const;
const WAITING = 200;

/** Reads attachments in processes apart, because they come from outside. */
export type AttachmentReader = {
  /** What is in a file; null where it was not read now (too many wait, the process ended) and may be read later. */
  readonly read: (file: AttachmentJob) => Promise<AttachmentReading | null>;
  /** A copy with personal data masked and nothing in it that is not seen. */
  readonly mask: (file: MaskingJob) => Promise<MaskingAnswer>;
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
  const masking = createSandbox<MaskingJob, MaskingAnswer>({
    module: new URL('./masking/masking-job.ts', import.meta.url),
    limits: LIMITS,
    processes: 1,
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
    mask: async file => {
      const outcome = await masking.run(file);
      switch (outcome.kind) {
        case 'done':
          return outcome.value;
        case 'out-of-time':
        case 'out-of-memory':
          return { kind: 'refused', why: '文件过于复杂，没有处理完，请分成几份再处理' };
        case 'busy':
        case 'crashed':
          return { kind: 'refused', why: '现在处理不了，请一分钟后再试' };
      }
    },
    close: () => {
      sandbox.close();
      masking.close();
    },
  };
}
