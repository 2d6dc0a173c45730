import compress from '@fastify/compress';
import etag from '@fastify/etag';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { constants } from 'node:zlib';
import fastify, { LogController } from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Writable } from 'node:stream';
import { MAX_FILE_BYTES } from '../annual-report/examination/examination.ts';
import { createRoundReader } from '../annual-report/actions/rounds/round-reader.ts';
import type { Examination } from '../annual-report/examination/examination.ts';
import { APPLICATION_EVENT_NAME } from '../applications/rules/journal-event-name.ts';
import { STATISTICS_EVENT_NAME } from '../statistics/rules/journal-event-name.ts';
import { ANNUAL_REPORT_EVENT_NAME } from '../annual-report/rules/journal-event-name.ts';
import { DISPUTE_EVENT_NAME } from '../disputes/rules/journal-event-name.ts';
import { APPLICATION_SETTINGS } from '../applications/rules/settings.ts';
import { applicationRoutes } from '../office/applications.routes.ts';
import { loadOfficeAssets } from '../office/assets.ts';
import { officeRoutes } from '../office/office.routes.ts';
import { packageRoutes } from '../office/packages/packages.routes.ts';
import { publishingRoutes } from '../office/publishing/publishing.routes.ts';
import { createCalendarSource } from '../applications/store/working-calendar.register.store.ts';
import { PEOPLE_EVENT_NAME } from '../people/rules/journal-event-name.ts';
import { PEOPLE_SETTINGS } from '../people/rules/settings.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { createUploadReader } from '../platform/files/read-uploads.ts';
import type { Scanner } from '../platform/files/scanner.ts';
import type { Federation } from '../platform/federation/federation.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import type { WebSource } from '../platform/web-source/web-source.ts';
import type { Press } from '../platform/press/press.ts';
import type { Redaction } from '../platform/redaction/redaction.ts';
import type { AttachmentReader } from '../publishing/examination/attachment-reader.ts';
import type { DocumentReader } from '../publishing/examination/document-reader.ts';
import type { ImportReader } from '../publishing/examination/import-reader.ts';
import type { PictureMaker } from '../publishing/examination/picture-maker.ts';
import { PUBLISHING_EVENT_NAME } from '../publishing/rules/journal-event-name.ts';
import { PUBLISHING_SETTINGS } from '../publishing/rules/settings.ts';
import { loadPortalAssets } from '../portal/assets.ts';
import { MAX_SUBMISSION_BYTES } from '../portal/report-check/read-submission.ts';
import { watchSite } from '../platform/site-changes/site-changes.ts';
import { seeOwnActs } from '../portal/own-acts.ts';
import type { KeptAnswer, PageCache } from '../portal/page-cache.ts';
import { portalRoutes } from '../portal/portal.routes.ts';
import { SITE_SETTINGS } from '../portal/site-settings.ts';
import { createAskPublic } from './ask-public.ts';
import { healthRoutes } from './health.routes.ts';
import { exchangeDepsOf } from './exchange.ts';
import { findKept, serveKeptFirst } from './kept-pages.ts';
import { secureAnswers } from './secure-answers.ts';

export type ServerDeps = {
  readonly database: Database;
  readonly examination: Examination;
  readonly press: Press;
  readonly redaction: Redaction;
  readonly attachmentReader: AttachmentReader;
  readonly documentReader: DocumentReader;
  readonly importReader: ImportReader;
  readonly pictureMaker: PictureMaker;
  readonly sealing: Sealing;
  readonly files: FileStore;
  readonly scanner: Scanner;
  readonly federation: Federation | null;
  readonly publicAddress: string | null;
  /** The 双公示 system that yearly figures can be had from; null where none is configured. */
  readonly figuresFeed: WebSource | null;
  /** Reverse proxies whose word on the visitor's address is taken. */
  readonly proxies: string | null;
  readonly now: () => Temporal.Instant;
  readonly today: () => Temporal.PlainDate;
  readonly logLevel: string;
  readonly logTo: Writable;
  /** Told of every address that is served: the test of who may go where walks them all. */
  readonly onAddress?: (method: string, url: string) => void;
};

/** An address that cannot be decoded becomes one that does not exist, so that it gets the same page as any other. */
function readableAddress(url: string): string {
  try {
    decodeURI(url);
    return url;
  } catch {
    return '/unreadable-address';
  }
}

/** One line an answer: what was asked (without the query, which may hold personal data), the status and the time taken. */
function logAnswers(server: FastifyInstance) {
  server.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? 'none';
    reply.log.info({
      event: 'answer',
      method: request.method,
      path,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
}

/** The moment of a line of the log; lines of one millisecond share its text, which takes longer to write than a kept page to give. */
function createStamp(): () => string {
  let last = { milliseconds: -1, text: '' };
  return () => {
    const now = Temporal.Now.instant();
    if (now.epochMilliseconds !== last.milliseconds)
      last = {
        milliseconds: now.epochMilliseconds,
        text: `,"at":"${now.toString({ smallestUnit: 'millisecond' })}"`,
      };
    return last.text;
  };
}

function logKept(server: FastifyInstance, method: string | undefined, { route, status }: KeptAnswer): void {
  server.log.info({ event: 'answer', method, path: route, status, milliseconds: 0 });
}

/** The whole site on one server: health, office, portal, assets. Listens nowhere yet. */
export async function buildServer(deps: ServerDeps): Promise<FastifyInstance> {
  let kept: PageCache | null = null;
  const server: FastifyInstance = fastify({
    serverFactory: (handle, options) =>
      serveKeptFirst(handle, options, {
        find: request => (kept === null ? null : findKept(kept, request, deps)),
        onAnswer: (request, answer) => logKept(server, request.method, answer),
      }),
    logger: {
      level: deps.logLevel,
      stream: deps.logTo,
      base: null,
      timestamp: createStamp(),
      formatters: { level: label => ({ level: label }) },
      serializers: {
        err: (error: FastifyError) => ({
          type: error.name,
          code: error.code,
          message: error.message,
          stack: error.stack ?? '',
        }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_SUBMISSION_BYTES,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    ...(deps.proxies === null ? {} : { trustProxy: deps.proxies }),
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: request => readableAddress(request.url ?? '/'),
  });
  logAnswers(server);
  secureAnswers(server);
  const changes = watchSite(deps.database.queries);
  seeOwnActs(server, changes);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) deps.onAddress?.(one, url);
  });
  await server.register(etag);
  // A 304 says no length: its own, nought, would be said of the page (RFC 9110, 8.6).
  server.addHook('onSend', async (_request, reply, payload) => (reply.statusCode === 304 ? null : payload));
  await server.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await server.register(formbody, { bodyLimit: 20 * 1024 * 1024 });
  await server.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 101, fields: 10, fieldSize: MAX_FILE_BYTES, parts: 120 },
  });
  healthRoutes(server, deps.database);
  const roundReader = createRoundReader({ ...deps, queries: deps.database.queries }, error =>
    server.log.error({ event: 'fault', task: 'report-rounds', err: error }),
  );
  // Files that a program which was ended has kept and not read.
  server.addHook('onReady', async () => roundReader.wake());
  server.addHook('onClose', async () => roundReader.stop());
  const shared = {
    ...deps,
    roundReader,
    readUploads: createUploadReader(),
    calendar: createCalendarSource(deps.database.queries),
  };
  const office = {
    ...deps,
    assets: loadOfficeAssets(),
    settings: [...PEOPLE_SETTINGS, ...APPLICATION_SETTINGS, ...PUBLISHING_SETTINGS, ...SITE_SETTINGS],
    eventNames: {
      ...PEOPLE_EVENT_NAME,
      ...APPLICATION_EVENT_NAME,
      ...PUBLISHING_EVENT_NAME,
      ...DISPUTE_EVENT_NAME,
      ...ANNUAL_REPORT_EVENT_NAME,
      ...STATISTICS_EVENT_NAME,
    },
  };
  await officeRoutes(server, office, (behindTheDoor, desk) => {
    applicationRoutes(behindTheDoor, { ...shared, ...desk });
    publishingRoutes(behindTheDoor, {
      ...shared,
      ...desk,
      askPublic: createAskPublic(server, deps.publicAddress),
    });
    packageRoutes(behindTheDoor, {
      ...desk,
      exchange: () => exchangeDepsOf({ ...deps, queries: deps.database.queries }),
    });
  });
  kept = portalRoutes(server, { ...shared, changes, assets: loadPortalAssets() });
  return server;
}
