import { setTimeout as pause } from 'node:timers/promises';
import { getBinaries } from './binaries.ts';
import { prepareCluster } from './cluster.ts';
import { prepareEngine } from './engine.ts';
import type { Home } from './home.ts';
import { isLastAfterRelease, tryLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { findPostmaster, removeStaleLocks, startPostmaster, stateOf, stopPostmaster } from './postmaster.ts';
import type { Started } from './postmaster.ts';
import { settleSocketFolder } from './socket.ts';
import { findStartRefusal, startRefusal } from './start-refusal.ts';

/** Our hold on the home's server: it runs until `release`, and is started again should it crash. */
export type Hold = { readonly socketFolder: string; readonly release: () => Promise<void> };

const BETWEEN_TRIES_MS = 15;
const AFTER_A_FAILED_START_MS = 100;
/** After kill -9 of everything the first starts fail while the last of the old processes go. */
const STARTS_FAIL_AT_MOST_MS = 10_000;
/** After a crash the server first repeats what its log holds; that may take minutes, but not for ever. */
const SERVER_IS_BUSY_AT_MOST_MS = 10 * 60_000;

async function startServer(home: Home, socketFolder: string): Promise<Started> {
  const engine = await prepareEngine(getBinaries(), home);
  await prepareCluster(engine, home);
  return startPostmaster(engine, home, socketFolder);
}

/** Waits; where the server we have started ends meanwhile, what it printed. */
async function endWithin(milliseconds: number, started: Started | undefined): Promise<string | undefined> {
  const passed = pause(milliseconds, undefined);
  return started === undefined ? passed : Promise.race([started.ended, passed]);
}

/** Whether a server is on its way up or down, so that starting another would be in vain. */
async function isServerAlive(home: Home): Promise<boolean> {
  const postmaster = await findPostmaster(home);
  if (postmaster === undefined) return false;
  const state = await stateOf(postmaster);
  if (state === 'stranger') await removeStaleLocks(home, postmaster);
  return state === 'server';
}

/** Joins the server that runs on the home, or starts one; whoever else does the same at this moment ends up on the same server. */
async function takeLease(home: Home, socketFolder: string): Promise<Lease> {
  const began = performance.now();
  let printed = '';
  let started: Started | undefined;
  for (;;) {
    const running = await findPostmaster(home);
    const attempt = await tryLease(running?.socketFolder ?? socketFolder);
    if (attempt.kind === 'held') return attempt.lease;
    const elapsed = performance.now() - began;
    if (elapsed > SERVER_IS_BUSY_AT_MOST_MS) throw startRefusal(printed);
    if (attempt.kind === 'no-server' && started === undefined && !(await isServerAlive(home))) {
      if (elapsed > STARTS_FAIL_AT_MOST_MS) throw startRefusal(printed);
      started = await startServer(home, socketFolder);
    }
    const end = await endWithin(BETWEEN_TRIES_MS, started);
    if (end === undefined) continue;
    const final = findStartRefusal(end);
    if (final !== undefined) throw final;
    [printed, started] = [end, undefined];
    await pause(AFTER_A_FAILED_START_MS);
  }
}

/** Waits until the server has written everything and is gone. */
async function waitUntilStopped(home: Home, pid: number): Promise<void> {
  for (;;) {
    const postmaster = await findPostmaster(home);
    if (postmaster === undefined || postmaster.pid !== pid || (await stateOf(postmaster)) !== 'server') return;
    await pause(BETWEEN_TRIES_MS);
  }
}

async function giveUp(home: Home, lease: Lease): Promise<void> {
  const postmaster = (await isLastAfterRelease(lease)) ? await findPostmaster(home) : undefined;
  if (postmaster === undefined) {
    await lease.client.end();
    return;
  }
  stopPostmaster(postmaster);
  await lease.ended;
  await waitUntilStopped(home, postmaster.pid);
}

/** Holds the home's server for this program. */
export async function holdServer(home: Home): Promise<Hold> {
  const socketFolder = await settleSocketFolder(home);
  let released = false;
  let lease: Promise<Lease>;

  // A lease whose connection ends has lost its server: it crashed or was killed. Bring it back.
  const watch = async (held: Lease): Promise<void> => {
    await held.ended;
    if (released) return;
    lease = renew();
    // A renewal that fails shows in the next query; it must not end the program.
    lease.catch(() => {});
  };
  const renew = async (): Promise<Lease> => {
    const held = await takeLease(home, socketFolder);
    void watch(held);
    return held;
  };

  lease = renew();
  const { client } = await lease;
  return {
    socketFolder: client.host,
    release: async () => {
      released = true;
      const held = await lease.catch(() => undefined);
      if (held !== undefined) await giveUp(home, held);
    },
  };
}
