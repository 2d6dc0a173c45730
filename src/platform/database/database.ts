import { openEmbedded } from './embedded/open-embedded.ts';
import type { Queries } from './pool.ts';
import { openServer } from './server.ts';

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

/**
 * Opens the database, starting the embedded server where no address is given and none runs on the data folder yet.
 * Throws a `DatabaseRefusal` whose message the operator can act on. Does not migrate: see `migrate`.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const { url = null, dataFolder } = place;
  return url === null ? openEmbedded(dataFolder) : openServer(url);
}
