import { readdirSync, readlinkSync } from 'node:fs';
import { clusterOf } from '../embedded/cluster.ts';
import { settleHome } from '../embedded/home.ts';
import { codeOf } from '../refusal.ts';
import type { Program } from './start-program.ts';

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // A process of the server may go by itself as soon as another is killed.
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** Ends with SIGKILL the programs and every process of the server on the data folder (Linux: found by its working folder). */
export async function killEverything(dataFolder: string, programs: readonly Program[]): Promise<number> {
  const cluster = clusterOf(await settleHome(dataFolder));
  const processes = readdirSync('/proc').filter(entry => /^\d+$/.test(entry) && worksIn(entry, cluster));
  for (const pid of [...programs.map(({ child }) => child.pid!), ...processes.map(Number)]) kill(pid);
  await Promise.all(programs.map(({ ended }) => ended));
  return processes.length;
}
