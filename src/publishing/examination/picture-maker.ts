import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import type { PictureAnswer, PictureJob, Rendition } from './picture-job.ts';

export type { Rendition } from './picture-job.ts';

const LIMITS = { seconds: 60, mebibytes: 900 } as const;
const WAITING = 200;

/** Makes the public forms of uploaded pictures in a process apart, which a bad picture can end but not harm. */
export type PictureMaker = {
  /** The whole picture first, then narrower ones; none for what is no readable picture; null where it may be tried again later. */
  readonly make: (bytes: Uint8Array) => Promise<readonly Rendition[] | null>;
  readonly close: () => void;
};

/** Opens the room; its process starts with the first picture. */
export function openPictureMaker(): PictureMaker {
  const sandbox = createSandbox<PictureJob, PictureAnswer>({
    module: new URL('./picture-job.ts', import.meta.url),
    limits: LIMITS,
    processes: 1,
    waiting: WAITING,
    nativeCode: true,
  });
  return {
    make: async bytes => {
      const outcome = await sandbox.run({ bytes });
      switch (outcome.kind) {
        case 'done':
          return outcome.value.renditions;
        case 'out-of-time':
        case 'out-of-memory':
          return [];
        case 'crashed':
          return outcome.reason === 'the sandbox is closed' ? null : [];
        case 'busy':
          return null;
      }
    },
    close: sandbox.close,
  };
}
