import { Client } from 'pg';
import { codeOf, DatabaseRefusal } from '../refusal.ts';
import { SUPERUSER } from './cluster.ts';
import { PORT } from './socket.ts';

/**
 * A program's stake in the running server: a connection that holds an advisory lock, shared with the other programs.
 * The server itself notices when a program is killed, so no lease can be stale. Whoever gets the lock for itself alone is
 * the last one and may stop the server; who comes meanwhile does not get a share and starts the next server.
 */
export type Lease = { readonly client: Client; readonly ended: Promise<void> };

export type LeaseAttempt =
  | { readonly kind: 'held'; readonly lease: Lease }
  /** A server is there but starts, stops or has no connection free. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'no-server' };

/** Any number, as long as every version of this program has the same. */
const LEASE_LOCK = 779_020_151;

/** The database that every cluster has from the start: it holds the records, and the lease's lock counts in it. */
export const DATABASE = 'postgres';

const NO_SERVER: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ECONNREFUSED']);
/** Cannot connect now; shut down; crash of another connection; too many connections; the socket was closed meanwhile. */
const BUSY: ReadonlySet<string | undefined> = new Set(['57P03', '57P01', '57P02', '53300', 'ECONNRESET', 'EPIPE']);

function attemptOf(error: unknown): LeaseAttempt {
  const code = codeOf(error);
  if (NO_SERVER.has(code)) return { kind: 'no-server' };
  if (BUSY.has(code)) return { kind: 'busy' };
  if (
    code === undefined &&
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error)/.test(error.message)
  )
    return { kind: 'busy' };
  throw code === 'EACCES'
    ? new DatabaseRefusal('数据库正由另一个账号使用；请用同一账号运行，或另选数据目录', { cause: error })
    : error;
}

async function tryLock(client: Client, mode: 'shared' | 'alone'): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock${mode === 'shared' ? '_shared' : ''}($1) as locked`,
    [LEASE_LOCK],
  );
  return rows[0]!.locked;
}

const connectionTo = (socketFolder: string): Client =>
  new Client({ host: socketFolder, port: PORT, user: SUPERUSER, database: DATABASE });

/**
 * Fails unless the server still takes connections. One that stops ends its connections one by one: had that of the last
 * program gone just before we asked, our share of its lock would be worth nothing.
 */
async function connectOnceMore(socketFolder: string): Promise<void> {
  const client = connectionTo(socketFolder);
  client.on('error', () => {});
  await client.connect();
  await client.end();
}

/** Tries to join the programs that use the server behind the socket. */
export async function tryLease(socketFolder: string): Promise<LeaseAttempt> {
  const client = connectionTo(socketFolder);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  client.once('end', resolve);
  // That the connection ends is what counts, not why.
  client.on('error', () => {});
  try {
    await client.connect();
    if (await tryLock(client, 'shared')) {
      await connectOnceMore(socketFolder);
      return { kind: 'held', lease: { client, ended } };
    }
    await client.end();
    return { kind: 'busy' };
  } catch (error) {
    client.end().catch(() => {});
    return attemptOf(error);
  }
}

/**
 * Gives the stake up. True: no other program has one and none can get one, and the server is ours to stop. False: somebody
 * else uses it, or it is gone already.
 */
export async function isLastAfterRelease({ client }: Lease): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [LEASE_LOCK]);
    return await tryLock(client, 'alone');
  } catch (error) {
    if (attemptOf(error).kind === 'busy') return false;
    throw error;
  }
}
