import type { ImportDeps } from '../publishing/actions/import/import-deps.ts';
import { runImport } from '../publishing/actions/import/run-import.ts';
import { listUploadsUnderWay } from '../publishing/store/item-import.store.ts';

const LOOK_EVERY_MS = 2000;
/** After a fault of ours, or while the database is away, it is not tried again at once. */
const REST_MS = 60_000;

/**
 * Works on the imports that were sent to the desk: looks every two seconds for one whose trial or import goes on. In as many processes as
 * there are; one at a time has an import. `stop` lets the batch under way end.
 */
export function startImporter({
  deps,
  onFault,
}: {
  readonly deps: ImportDeps;
  readonly onFault: (error: unknown) => void;
}): { readonly stop: () => Promise<void> } {
  const state: { stopped: boolean; timer: NodeJS.Timeout | null; round: Promise<void> } = {
    stopped: false,
    timer: null,
    round: Promise.resolve(),
  };

  async function runAll(): Promise<void> {
    for (const id of await listUploadsUnderWay(deps.queries)) {
      if (state.stopped) return;
      await runImport(deps, id, { mayGoOn: () => !state.stopped });
    }
  }

  async function round(): Promise<void> {
    let next = LOOK_EVERY_MS;
    try {
      await runAll();
    } catch (error) {
      onFault(error);
      next = REST_MS;
    }
    if (!state.stopped) schedule(next);
  }

  function schedule(milliseconds: number): void {
    state.timer = setTimeout(() => {
      state.round = round();
    }, milliseconds);
    state.timer.unref();
  }

  schedule(LOOK_EVERY_MS);
  return {
    stop: async () => {
      state.stopped = true;
      if (state.timer !== null) clearTimeout(state.timer);
      await state.round;
    },
  };
}
