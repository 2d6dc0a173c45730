import type { FastifyError, FastifyInstance } from 'fastify';
import type { RoundReader } from '../annual-report/actions/rounds/round-reader.ts';
import type { Examination } from '../annual-report/examination/examination.ts';
import { reportPress } from '../annual-report/press/press.ts';
import { assetRoutes } from '../platform/assets/asset.routes.ts';
import type { Database } from '../platform/database/database.ts';
import type { Press } from '../platform/press/press.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { createFormGuard } from '../platform/form-guard/form-guard.ts';
import { createMemoryLimiter } from '../platform/rate-limit/memory-limiter.ts';
import { createRateLimiter } from '../platform/rate-limit/rate-limiter.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { ReadUploads } from '../platform/files/read-uploads.ts';
import type { Scanner } from '../platform/files/scanner.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import { convertText } from '../views/reading/convert-text.ts';
import type { Reading } from '../views/reading/reading.ts';
import type { PictureMaker } from '../publishing/examination/picture-maker.ts';
import type { SiteChanges } from '../platform/site-changes/site-changes.ts';
import { openPublicList } from '../publishing/public-list/public-list.ts';
import type { PublicList } from '../publishing/public-list/public-list.ts';
import { createPostgresIndex } from '../publishing/search-index/postgres-index.ts';
import type { SearchIndex } from '../publishing/search-index/search-index.ts';
import { accessibilityRoutes } from './accessibility/accessibility.routes.ts';
import { agencyRoutes } from './agencies/agencies.routes.ts';
import { annualReportRoutes } from './annual-reports/annual-reports.routes.ts';
import { applicationRoutes } from './applications/applications.routes.ts';
import type { ApplicationsDeps } from './applications/applications-deps.ts';
import { annualReportIndex } from './public-search/annual-report-index.ts';
import { joinIndexes } from './public-search/public-index.ts';
import type { PortalAssets } from './assets.ts';
import { columnRoutes } from './columns/columns.routes.ts';
import { consultationRoutes } from './consultations/consultations.routes.ts';
import { diagramRoutes } from './documents/diagram.routes.ts';
import { documentRoutes } from './documents/documents.routes.ts';
import { movedTo } from './documents/moved-to.ts';
import { feedRoutes } from './feeds/feeds.routes.ts';
import { gazetteRoutes } from './gazette/gazette.routes.ts';
import { homeRoutes } from './home/home.routes.ts';
import { leavingRoutes } from './leaving/leaving.routes.ts';
import { openDataRoutes } from './open-data/open-data.routes.ts';
import { createPageCache } from './page-cache.ts';
import type { PageCache } from './page-cache.ts';
import type { PageSetting, Setting } from './page.ts';
import { publishedIndex } from './public-search/published-index.ts';
import { originOf } from './publishing-deps.ts';
import type { PublishingDeps } from './publishing-deps.ts';
import { searchRoutes } from './search/search.routes.ts';
import { siteMapRoutes } from './site-map/site-map.routes.ts';
import { siteReturnsRoutes } from './site-returns/site-returns.routes.ts';
import { problemPage } from './problem.page.ts';
import type { ProblemKind } from './problem.page.ts';
import { readReadingMode } from './reading-mode/reading-mode.ts';
import { loadTraditional } from './reading-mode/traditional.ts';
import { readingModeRoutes } from './reading-mode/reading-mode.routes.ts';
import { reportCheckRoutes } from './report-check/report-check.routes.ts';
import { reportSubmissionRoutes } from './report-submission/report-submission.routes.ts';
import { sendPage } from './send-page.ts';
import { standardCatalogueRoutes } from './standard-catalogue/catalogue.routes.ts';
import { openSiteMemory } from './site-memory.ts';
import type { SiteMemory } from './site-memory.ts';

export type PortalDeps = {
  readonly database: Database;
  readonly changes: SiteChanges;
  readonly examination: Examination;
  readonly press: Press;
  readonly pictureMaker: PictureMaker;
  readonly assets: PortalAssets;
  readonly sealing: Sealing;
  readonly files: FileStore;
  readonly scanner: Scanner;
  readonly readUploads: ReadUploads;
  readonly roundReader: RoundReader;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly publicAddress: string | null;
  readonly now: () => Temporal.Instant;
  readonly today: () => Temporal.PlainDate;
};

function applicationsDepsOf(deps: PortalDeps, setting: Setting, published: SearchIndex): ApplicationsDeps {
  const { database, press, readUploads, scanner, publicAddress, ...world } = deps;
  return {
    setting,
    press,
    readUploads,
    scanner,
    publicAddress,
    actions: { ...world, queries: database.queries },
    index: joinIndexes([publishedIndex(published, database.queries, deps.today), annualReportIndex(database.queries)]),
    guard: createFormGuard(deps.sealing),
    limiter: createRateLimiter({ queries: database.queries, sealing: deps.sealing }),
  };
}

function problemOf(error: FastifyError): { readonly kind: ProblemKind; readonly status: number } {
  if (error.statusCode === 413 || error.code === 'FST_FILES_LIMIT' || error.code === 'FST_PARTS_LIMIT')
    return { kind: 'too-large', status: 413 };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { kind: 'refused', status: error.statusCode };
  return { kind: 'fault', status: 500 };
}

type Own = {
  readonly setting: Setting;
  readonly site: SiteMemory;
  readonly list: PublicList;
  readonly index: SearchIndex;
  readonly cache: PageCache;
};

/** Everything that is published, and the ways to find it. */
function publishingRoutes(server: FastifyInstance, deps: PortalDeps, own: Own) {
  const { database, sealing, ...world } = deps;
  const { queries } = database;
  const { index } = own;
  const publishing: PublishingDeps = {
    ...world,
    ...own,
    queries,
    limiter: createRateLimiter({ queries, sealing }),
    pageLimiter: createMemoryLimiter(),
  };
  // The first visitor finds everything taken in. A failure here shows at the first search, which tries again.
  server.addHook('onReady', async () => {
    void index.catchUp().catch(() => undefined);
  });
  homeRoutes(server, publishing);
  agencyRoutes(server, publishing);
  searchRoutes(server, publishing);
  siteMapRoutes(server, publishing);
  feedRoutes(server, publishing);
  openDataRoutes(server, publishing);
  leavingRoutes(server, publishing);
  accessibilityRoutes(server, publishing);
  gazetteRoutes(server, publishing);
  standardCatalogueRoutes(server, { ...publishing, calendar: deps.calendar });
  columnRoutes(server, publishing);
  diagramRoutes(server, publishing);
  documentRoutes(server, publishing);
}

async function scriptOf({ script }: Reading): Promise<PageSetting['inScript']> {
  if (script === 'simplified') return page => page;
  const convert = await loadTraditional();
  return page => convertText(page, convert);
}

/**
 * Every address of the portal, and what is shown where there is none or something fails. Gives the pages that are kept, for whoever
 * stands before the routes.
 */
export function portalRoutes(server: FastifyInstance, deps: PortalDeps): PageCache {
  const { queries } = deps.database;
  const site = openSiteMemory(queries, deps.changes);
  const setting: Setting = async request => {
    const reading = readReadingMode(request.headers.cookie);
    return {
      site: { ...(await site.facts()), domain: URL.parse(originOf(deps, request))?.hostname ?? null },
      assets: deps.assets,
      reading,
      inScript: await scriptOf(reading),
      here: request.method === 'GET' ? request.url : null,
    };
  };
  assetRoutes(server, deps.assets);
  readingModeRoutes(server);
  annualReportRoutes(server, { ...deps, press: reportPress(deps.press), setting });
  siteReturnsRoutes(server, { ...deps, setting });
  const list = openPublicList(queries, deps.changes);
  const index = createPostgresIndex(queries, list, deps.changes);
  const cache = createPageCache(deps.changes, deps.today, deps.publicAddress);
  publishingRoutes(server, deps, { setting, site, list, index, cache });
  const applications = applicationsDepsOf(deps, setting, index);
  applicationRoutes(server, applications);
  consultationRoutes(server, applications);
  reportSubmissionRoutes(server, { ...applications, roundReader: deps.roundReader });
  reportCheckRoutes(server, { ...deps, press: reportPress(deps.press), setting });

  server.setNotFoundHandler(async (request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const moved = isRead ? await movedTo(deps.database.queries, request.url) : null;
    if (moved !== null) return reply.redirect(moved, 301);
    return sendPage(reply.code(404), problemPage(await setting(request), 'not-found'));
  });
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const { kind, status } = problemOf(error);
    if (status >= 500) request.log.error({ event: 'fault', path: request.routeOptions.url ?? 'none', err: error });
    return sendPage(reply.code(status), problemPage(await setting(request), kind));
  });
  return cache;
}
