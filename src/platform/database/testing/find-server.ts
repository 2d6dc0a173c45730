import { settleHome } from '../embedded/home.ts';
import { findPostmaster } from '../embedded/postmaster.ts';
import type { Postmaster } from '../embedded/postmaster.ts';

/** The server that runs on a data folder. */
export async function findServer(dataFolder: string): Promise<Postmaster | undefined> {
  return findPostmaster(await settleHome(dataFolder));
}
