import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import type { Workbook } from '../../views/workbook/workbook.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import type { PressJob } from './job.ts';

/** Makes files of documents in a process apart. Fails only for a fault of ours. */
export type Press = {
  readonly document: (document: OfficialDocument, format: 'pdf' | 'docx') => Promise<Uint8Array>;
  readonly letter: (letter: OfficialLetter, format: 'pdf' | 'docx') => Promise<Uint8Array>;
  /** An Excel file. */
  readonly workbook: (workbook: Workbook) => Promise<Uint8Array>;
  readonly warm: () => void;
  readonly close: () => void;
};

/** Fonts and typesetter take about 170 MiB; a document's own part is small beside it. */
const LIMITS = { seconds: 30, mebibytes: 900 } as const;

/** Documents that may wait; a document takes some tens of milliseconds. */
const WAITING = 200;

/**
 * Opens the press; its process starts with the first document, or with `warm`. `fontFolder` holds an office's own licensed fonts,
 * which are used where the form names them; null for the open ones alone.
 */
export function openPress(fontFolder: string | null): Press {
  const sandbox = createSandbox<PressJob, Uint8Array>({
    module: new URL('./job.ts', import.meta.url),
    limits: LIMITS,
    processes: 1,
    waiting: WAITING,
    nativeCode: true,
  });

  async function print(job: PressJob): Promise<Uint8Array> {
    const outcome = await sandbox.run(job);
    if (outcome.kind !== 'done')
      throw new Error(
        `document not printed: ${outcome.kind}${outcome.kind === 'crashed' ? ` (${outcome.reason})` : ''}`,
      );
    return outcome.value;
  }

  return {
    document: (document, format) => print({ kind: 'document', document, format, fontFolder }),
    letter: (letter, format) => print({ kind: 'letter', letter, format, fontFolder }),
    workbook: workbook => print({ kind: 'workbook', workbook }),
    warm: sandbox.warm,
    close: sandbox.close,
  };
}
