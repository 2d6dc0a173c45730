import type { Database, DatabasePlace } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { openServer } from './server.ts';

/**
 * Opens the database, starting the embedded server where no address is given and none runs on the data folder yet.
 * Throws a `DatabaseRefusal` whose message the operator can act on. Does not migrate: see `migrate`.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const { url = null, dataFolder } = place;
  return url === null ? openEmbedded(dataFolder) : openServer(url);
}
