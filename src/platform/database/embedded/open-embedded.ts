import type { Database } from '../database.ts';
import { openPool } from '../pool.ts';
import { folderRefusal } from '../refusal.ts';
import { SUPERUSER } from './cluster.ts';
import { settleHome } from './home.ts';
import { DATABASE } from './lease.ts';
import { PORT } from './socket.ts';
import { holdServer } from './supervise.ts';

/**
 * Opens the database in the data folder, on PostgreSQL's own server from npm. Programs that open the same folder share
 * one server: the first starts it, the last one to close stops it, and one that is killed takes nothing with it.
 */
export async function openEmbedded(dataFolder: string): Promise<Database> {
  const home = await settleHome(dataFolder);
  try {
    const hold = await holdServer(home);
    const queries = openPool({ host: hold.socketFolder, port: PORT, user: SUPERUSER, database: DATABASE });
    const close = async () => {
      await queries.destroy();
      await hold.release();
    };
    return { kind: 'embedded', queries, notices: home.notices, close };
  } catch (error) {
    throw folderRefusal(error, home.folder);
  }
}
