import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createRoundReader } from '../../annual-report/actions/rounds/round-reader.ts';
import { EXAMINATION_HERE } from '../../annual-report/examination/examination-here.ts';
import { openActing } from '../../applications/testing/acting.ts';
import type { Acting } from '../../applications/testing/acting.ts';
import { createUploadReader } from '../../platform/files/read-uploads.ts';
import { loadPortalAssets } from '../assets.ts';
import { watchSite } from '../../platform/site-changes/site-changes.ts';
import type { SiteChanges } from '../../platform/site-changes/site-changes.ts';
import { seeOwnActs } from '../own-acts.ts';
import { portalRoutes } from '../portal.routes.ts';
import type { PortalDeps } from '../portal.routes.ts';

/** What a page answered: its status, where it leads, and what it says without its markup. */
export type Answer = {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
  readonly text: string;
};

/** A visitor's browser: it keeps cookies and sends forms, with what the page's form holds unseen. */
export type Visitor = {
  readonly get: (path: string) => Promise<Answer>;
  /** The answer as it was sent. */
  readonly bytes: (path: string) => Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly bytes: Uint8Array;
  }>;
  readonly post: (path: string, fields: Readonly<Record<string, string | Blob>>) => Promise<Answer>;
  /** The values of the hidden fields of the page last seen. */
  readonly hidden: () => Readonly<Record<string, string>>;
  readonly cookies: Map<string, string>;
};

export type PortalSite = AsyncDisposable & {
  readonly acting: Acting;
  readonly visitor: (address?: string) => Visitor;
  /** Lets time pass: forms that are sent at once are taken for a machine's. */
  readonly pass: (duration: Temporal.DurationLike) => void;
};

const textOf = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

function hiddenOf(body: string): Readonly<Record<string, string>> {
  const found = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name!, value!]));
}

/** Tests act beside the server, which cannot know of it: whoever asks next must see it, as after an act of its own. */
function visitorOf(server: FastifyInstance, changes: SiteChanges, remoteAddress: string): Visitor {
  const cookies = new Map<string, string>();
  let seen: Readonly<Record<string, string>> = {};
  async function ask(request: Request): Promise<Answer> {
    changes.lookAgain();
    const answer = await server.inject({
      method: request.method as 'GET' | 'POST',
      url: new URL(request.url).pathname + new URL(request.url).search,
      remoteAddress,
      headers: {
        ...Object.fromEntries(request.headers),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(request.method === 'POST' ? { payload: Buffer.from(await request.arrayBuffer()) } : {}),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    if (answer.headers['content-type']?.toString().startsWith('text/html') === true) seen = hiddenOf(answer.body);
    return {
      status: answer.statusCode,
      location: answer.headers.location ?? null,
      body: answer.body,
      text: textOf(answer.body),
    };
  }
  return {
    cookies,
    hidden: () => seen,
    get: path => ask(new Request(`http://site${path}`)),
    bytes: async path => {
      changes.lookAgain();
      const answer = await server.inject({ method: 'GET', url: path, remoteAddress });
      return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
    },
    post: (path, fields) => {
      const isPlain = Object.values(fields).every(value => typeof value === 'string');
      const body = isPlain ? new URLSearchParams(fields as Record<string, string>) : new FormData();
      for (const [name, value] of isPlain ? [] : Object.entries(fields)) (body as FormData).append(name, value);
      return ask(new Request(`http://site${path}`, { method: 'POST', body }));
    },
  };
}

/** The portal on a database of its own with the agencies of the sample district; nothing is printed or examined. */
export async function openPortalSite(day: string): Promise<PortalSite> {
  const acting = await openActing(day);
  const passed = { milliseconds: 0 };
  const unused = () => {
    throw new Error('not part of this test');
  };
  const press: PortalDeps['press'] = {
    document: async () => new TextEncoder().encode('%PDF'),
    letter: async () => new TextEncoder().encode('%PDF'),
    workbook: async () => new Uint8Array(),
    warm: () => undefined,
    close: () => undefined,
  };
  const roundReader = createRoundReader({ ...acting.deps, examination: EXAMINATION_HERE }, error => {
    throw error;
  });
  const server = fastify();
  await server.register(formbody);
  await server.register(multipart);
  const changes = watchSite(acting.deps.queries);
  seeOwnActs(server, changes);
  portalRoutes(server, {
    changes,
    ...acting.deps,
    database: { kind: 'server', queries: acting.deps.queries, notices: [], close: async () => undefined },
    examination: { read: unused, audit: unused, warm: unused, close: unused } as unknown as PortalDeps['examination'],
    press,
    pictureMaker: { make: async () => [], close: () => undefined },
    assets: loadPortalAssets(),
    scanner: async () => ({ kind: 'not-scanned' }),
    readUploads: createUploadReader(),
    roundReader,
    publicAddress: null,
    now: () => acting.deps.now().add(passed),
  });
  return {
    acting,
    visitor: (address = '203.0.113.1') => visitorOf(server, changes, address),
    pass: duration => (passed.milliseconds += Temporal.Duration.from(duration).total('milliseconds')),
    [Symbol.asyncDispose]: async () => {
      await roundReader.stop();
      await server.close();
      await acting[Symbol.asyncDispose]();
    },
  };
}
