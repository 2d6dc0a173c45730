import type { JournalAnchor } from '../../people/store/journal.store.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Configuration } from '../configuration.ts';

export type Installation = {
  readonly configuration: Configuration;
  readonly database: Database;
  /** An end of the journal that was noted earlier, outside this system. */
  readonly anchor: JournalAnchor | null;
};

export type Verdict = { readonly ok: boolean; readonly sentence: string };

/** One thing that `gongkai doctor` looks at. It changes nothing. */
export type Check = {
  readonly name: string;
  readonly run: (installation: Installation) => Promise<Verdict>;
};
