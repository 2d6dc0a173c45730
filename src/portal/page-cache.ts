import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { sql } from 'kysely';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Queries } from '../platform/database/pool.ts';
import { readingKey } from '../views/reading/reading.ts';
import { readReadingMode } from './reading-mode/reading-mode.ts';

/** What is sent: a page or another public text that says the same to everybody. */
export type PublicText = {
  readonly body: string;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

type KeptText = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
};

/**
 * Public pages are made once and kept in memory until something that they may show has changed. `make` gives null where there is
 * no such page.
 */
export type PageCache = {
  readonly answer: (
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<PublicText | null>,
  ) => Promise<FastifyReply>;
  /** Forgets when it last looked: something was sent to this process, and its next page must show what came of it. */
  readonly lookAgain: () => void;
};

const MOST_BYTES = 64 * 1024 * 1024;
/** What other processes have changed is seen after this time at the latest. */
const LOOK_EVERY_MS = 100;
const MANY_CHANGES = 1000;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * What stands in `site_changes` at this moment: another text after every change that was committed, in whatever order. Rows that
 * every reader has long seen are taken away; that changes the text too, and costs one page made anew.
 */
async function readChanges(queries: Queries): Promise<string> {
  const { rows } = await sql<{ count: number; sum: string }>`
    select count(*) as count, coalesce(sum(position), 0)::text as sum from site_changes`.execute(queries);
  const { count, sum } = rows[0]!;
  if (count > MANY_CHANGES)
    await sql`delete from site_changes where at < statement_timestamp() - interval '5 minutes'`.execute(queries);
  return `${count} ${sum}`;
}

function keptTextOf({ body, type = 'text/html; charset=utf-8', status = 200, headers = {} }: PublicText): KeptText {
  const plain = Buffer.from(body);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return {
    status,
    etag,
    headers: {
      'content-type': type,
      'cache-control': 'public, no-cache',
      vary: 'accept-encoding, cookie',
      etag,
      ...headers,
    },
    plain,
    brotli: brotliCompressSync(plain, QUALITY),
  };
}

function send(request: FastifyRequest, reply: FastifyReply, kept: KeptText): FastifyReply {
  reply.code(kept.status).headers(kept.headers);
  if (kept.status === 200 && request.headers['if-none-match'] === kept.etag) return reply.code(304).send();
  if (!(request.headers['accept-encoding'] ?? '').includes('br')) return reply.send(kept.plain);
  return reply.header('content-encoding', 'br').send(kept.brotli);
}

type Look = { readonly changes: string; readonly at: number };

/** Opens a cache. `day` is part of what a page shows: a document lapses without anybody doing anything. */
export function createPageCache(queries: Queries, day: () => Temporal.PlainDate): PageCache {
  const kept = new Map<string, KeptText>();
  const underWay = new Map<string, Promise<KeptText | null>>();
  let bytes = 0;
  let look: Look | null = null;
  let looking: Promise<string> | null = null;

  function forgetAll(): void {
    kept.clear();
    underWay.clear();
    bytes = 0;
  }

  /** One look answers all who came before it began. */
  async function lookNow(): Promise<string> {
    const at = performance.now();
    const changes = await readChanges(queries);
    if (look?.changes !== changes) forgetAll();
    look = { changes, at };
    return changes;
  }

  function changesNow(): Promise<string> {
    if (look !== null && performance.now() - look.at < LOOK_EVERY_MS) return Promise.resolve(look.changes);
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    return looking;
  }

  function keep(key: string, text: KeptText): void {
    kept.set(key, text);
    bytes += text.plain.length + text.brotli.length;
    for (const [oldest, { plain, brotli }] of kept) {
      if (bytes <= MOST_BYTES) return;
      kept.delete(oldest);
      bytes -= plain.length + brotli.length;
    }
  }

  /** What is made while something changes is sent, because it was true when it was asked for, but not kept. */
  async function makeAndKeep(key: string, make: () => Promise<PublicText | null>): Promise<KeptText | null> {
    const before = look;
    const made = await make();
    if (made === null) return null;
    const text = keptTextOf(made);
    if (before !== null && look?.changes === before.changes) keep(key, text);
    return text;
  }

  return {
    lookAgain: () => {
      look = null;
    },
    answer: async (request, reply, make) => {
      const changes = await changesNow();
      const key = [changes, day().toString(), readingKey(readReadingMode(request.headers.cookie)), request.host, request.url].join(
        ' ',
      );
      const found = kept.get(key);
      if (found !== undefined) return send(request, reply, found);
      let making = underWay.get(key);
      if (making === undefined) {
        making = makeAndKeep(key, make).finally(() => underWay.delete(key));
        underWay.set(key, making);
      }
      const text = await making;
      if (text !== null) return send(request, reply, text);
      reply.callNotFound();
      return reply;
    },
  };
}
