import { readRoundFiles } from './read-round-files.ts';
import type { RoundReadingDeps } from './read-round-files.ts';

/** What reads files that were sent to rounds, beside the answering of requests. */
export type RoundReader = {
  /** Says that files wait. Reads them all, unless it is at it already. */
  readonly wake: () => void;
  /** Done when nothing is being read; files that wait then, wait for the next start. */
  readonly stop: () => Promise<void>;
};

/** Opens a reader of round files; wake it once at the start, for what was left by a program that was ended. */
export function createRoundReader(deps: RoundReadingDeps, onFault: (error: unknown) => void): RoundReader {
  const state: { running: Promise<void> | null; asked: boolean; stopped: boolean } = {
    running: null,
    asked: false,
    stopped: false,
  };

  async function readAll(): Promise<void> {
    try {
      do {
        state.asked = false;
        while (!state.stopped && (await readRoundFiles(deps)) > 0);
      } while (state.asked && !state.stopped);
    } catch (error) {
      onFault(error);
    } finally {
      state.running = null;
    }
  }

  return {
    wake: () => {
      state.asked = true;
      if (!state.stopped) state.running ??= readAll();
    },
    stop: async () => {
      state.stopped = true;
      await state.running;
    },
  };
}
