import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteChanges } from '../platform/site-changes/site-changes.ts';
import { readingKey } from '../views/reading/reading.ts';
import { readReadingMode } from './reading-mode/reading-mode.ts';

/** What is sent: a page or another public text that says the same to everybody. */
export type PublicText = {
  readonly body: string;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What was asked for, as far as a kept page depends on it. */
export type Asked = {
  readonly method: string | undefined;
  readonly url: string;
  /** Protocol and host, where pages depend on them: with a configured address they do not. */
  readonly origin: string;
  readonly cookie: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
};

/** An answer as it is sent. `body` has a character for each byte: text of one piece is sent with its head in one go. */
export type KeptAnswer = {
  readonly status: number;
  /** Names and values in turn, all that belong to the page. */
  readonly headers: readonly string[];
  readonly body: string;
  /** The pattern of the address, for the log. */
  readonly route: string;
};

type KeptText = {
  readonly status: number;
  readonly headers: readonly string[];
  readonly etag: string;
  readonly plain: string;
  /** Made when it is first asked for. */
  brotli: string | null;
  readonly route: string;
  /** Whether every answer is counted before it is given: then it is not given before the counting. */
  readonly counted: boolean;
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
    how?: { readonly counted: boolean },
  ) => Promise<FastifyReply>;
  /** The answer to a request that needs nothing made or looked up; null where it has to go the whole way. */
  readonly find: (asked: Asked) => KeptAnswer | null;
};

const MOST_BYTES = 64 * 1024 * 1024;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** How long the day of today is believed. */
const DAY_MS = 100;

function keptTextOf(made: PublicText, route: string, counted: boolean): KeptText {
  const { body, type = 'text/html; charset=utf-8', status = 200, headers = {} } = made;
  const bytes = Buffer.from(body);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const all = {
    'content-type': type,
    'cache-control': 'public, no-cache',
    vary: 'accept-encoding, cookie',
    etag,
    ...headers,
  };
  return {
    status,
    etag,
    headers: Object.entries(all).flat(),
    plain: bytes.toString('latin1'),
    brotli: null,
    route,
    counted,
  };
}

function brotliOf(kept: KeptText): string {
  return (kept.brotli ??= brotliCompressSync(Buffer.from(kept.plain, 'latin1'), QUALITY).toString('latin1'));
}

/** The answer of a kept page to this request. */
function answerOf(kept: KeptText, { acceptEncoding, ifNoneMatch }: Asked): KeptAnswer {
  const { status, headers, etag, plain, route } = kept;
  if (status === 200 && ifNoneMatch === etag) return { status: 304, headers, body: '', route };
  if (acceptEncoding?.includes('br') !== true)
    return { status, headers: [...headers, 'content-length', String(plain.length)], body: plain, route };
  const body = brotliOf(kept);
  return {
    status,
    headers: [...headers, 'content-encoding', 'br', 'content-length', String(body.length)],
    body,
    route,
  };
}

function send(asked: Asked, reply: FastifyReply, kept: KeptText): FastifyReply {
  const { status, headers, body } = answerOf(kept, asked);
  for (let at = 0; at < headers.length; at += 2)
    if (headers[at] !== 'content-length') reply.header(headers[at]!, headers[at + 1]!);
  return status === 304 ? reply.code(304).send() : reply.code(status).send(Buffer.from(body, 'latin1'));
}

const askedOf = ({ method, url, headers }: FastifyRequest, origin: string): Asked => ({
  method,
  url,
  origin,
  cookie: headers.cookie,
  acceptEncoding: headers['accept-encoding'],
  ifNoneMatch: headers['if-none-match'],
});

/** With what brotli makes of it, at a guess. */
const sizeOf = ({ plain }: KeptText): number => plain.length * 1.25;

/** Opens a cache. `day` is part of what a page shows: a document lapses without anybody doing anything. */
export function createPageCache(
  changes: SiteChanges,
  day: () => Temporal.PlainDate,
  publicAddress: string | null,
): PageCache {
  const kept = new Map<string, KeptText>();
  const underWay = new Map<string, Promise<KeptText | null>>();
  let bytes = 0;
  let generation = 0;
  let today = { text: '', at: -Infinity };

  changes.onChange(() => {
    generation += 1;
    kept.clear();
    underWay.clear();
    bytes = 0;
  });

  function dayText(): string {
    const at = performance.now();
    if (at - today.at > DAY_MS) today = { text: day().toString(), at };
    return today.text;
  }

  const keyOf = ({ cookie, origin, url }: Asked): string =>
    `${dayText()} ${cookie === undefined ? '' : readingKey(readReadingMode(cookie))} ${origin} ${url}`;

  function keep(key: string, text: KeptText): void {
    kept.set(key, text);
    bytes += sizeOf(text);
    for (const [oldest, old] of kept) {
      if (bytes <= MOST_BYTES) return;
      kept.delete(oldest);
      bytes -= sizeOf(old);
    }
  }

  /** What is made while something changes is sent, because it was true when it was asked for, but not kept. */
  async function makeAndKeep(key: string, make: () => Promise<KeptText | null>): Promise<KeptText | null> {
    const before = generation;
    const text = await make();
    if (text !== null && before === generation) keep(key, text);
    return text;
  }

  return {
    answer: async (request, reply, make, { counted } = { counted: false }) => {
      await changes.current();
      const asked = askedOf(request, publicAddress === null ? `${request.protocol}://${request.host}` : '');
      const key = keyOf(asked);
      const found = kept.get(key);
      if (found !== undefined) return send(asked, reply, found);
      let making = underWay.get(key);
      if (making === undefined) {
        const mine = makeAndKeep(key, async () => {
          const made = await make();
          return made === null ? null : keptTextOf(made, request.routeOptions.url ?? 'none', counted);
        }).finally(() => {
          if (underWay.get(key) === mine) underWay.delete(key);
        });
        underWay.set(key, mine);
        making = mine;
      }
      const text = await making;
      if (text !== null) return send(asked, reply, text);
      reply.callNotFound();
      return reply;
    },
    find: asked => {
      if (changes.recent() === null) return null;
      if (asked.method !== 'GET' && asked.method !== 'HEAD') return null;
      // Who takes gzip and no brotli has it made on the way.
      if (asked.acceptEncoding?.includes('gzip') === true && !asked.acceptEncoding.includes('br')) return null;
      const found = kept.get(keyOf(asked));
      return found === undefined || found.counted ? null : answerOf(found, asked);
    },
  };
}
