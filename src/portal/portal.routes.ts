import type { FastifyError, FastifyInstance } from 'fastify';
import type { Examination } from '../annual-report/examination/examination.ts';
import type { Press } from '../annual-report/press/press.ts';
import type { Database } from '../platform/database/database.ts';
import { annualReportRoutes } from './annual-reports/annual-reports.routes.ts';
import type { Assets } from './assets.ts';
import type { PageSetting } from './page.ts';
import { problemPage } from './problem.page.ts';
import type { ProblemKind } from './problem.page.ts';
import { reportCheckRoutes } from './report-check/report-check.routes.ts';
import { sendPage } from './send-page.ts';
import { readSite } from './site.ts';

export type PortalDeps = {
  readonly database: Database;
  readonly examination: Examination;
  readonly press: Press;
  readonly assets: Assets;
  readonly today: () => Temporal.PlainDate;
};

const FOR_EVER = 'public, max-age=31536000, immutable';

function problemOf(error: FastifyError): { readonly kind: ProblemKind; readonly status: number } {
  if (error.statusCode === 413 || error.code === 'FST_FILES_LIMIT' || error.code === 'FST_PARTS_LIMIT')
    return { kind: 'too-large', status: 413 };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { kind: 'refused', status: error.statusCode };
  return { kind: 'fault', status: 500 };
}

function assetRoutes(server: FastifyInstance, assets: Assets) {
  server.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
    const asset = assets.find(`/assets/${request.params['*']}`);
    if (asset === undefined) return reply.callNotFound();
    const brotli = (request.headers['accept-encoding'] ?? '').includes('br');
    const dated = request.params['*'].includes('/');
    reply.headers({
      'content-type': asset.type,
      'cache-control': dated ? FOR_EVER : 'public, max-age=300',
      vary: 'accept-encoding',
      ...(brotli ? { 'content-encoding': 'br' } : {}),
    });
    return reply.send(Buffer.from(brotli ? asset.brotli : asset.body));
  });
}

/** Every address of the portal, and what is shown where there is none or something fails. */
export function portalRoutes(server: FastifyInstance, deps: PortalDeps) {
  const setting = async (): Promise<PageSetting> => ({ site: await readSite(deps.database), assets: deps.assets });
  assetRoutes(server, deps.assets);
  annualReportRoutes(server, { ...deps, setting });
  reportCheckRoutes(server, { ...deps, setting });

  server.setNotFoundHandler(async (_request, reply) =>
    sendPage(reply.code(404), problemPage(await setting(), 'not-found')),
  );
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const { kind, status } = problemOf(error);
    if (status >= 500) request.log.error({ event: 'fault', path: request.routeOptions.url ?? 'none', err: error });
    return sendPage(reply.code(status), problemPage(await setting(), kind));
  });
}
