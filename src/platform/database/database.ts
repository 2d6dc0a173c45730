import type { Queries } from './pool.ts';

/** Where the records are kept: a PostgreSQL server by its address, else the embedded server in the data folder. */
export type DatabasePlace = { readonly url?: string | null; readonly dataFolder: string };

/** An open database. `close` gives every connection back; the embedded server stops when its last program closes. */
export type Database = {
  readonly kind: 'server' | 'embedded';
  readonly queries: Queries;
  /** Sentences in Chinese that the operator should see once, such as where the data really went. */
  readonly notices: readonly string[];
  readonly close: () => Promise<void>;
};
