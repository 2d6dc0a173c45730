import type { FastifyInstance } from 'fastify';
import { sendPage } from '../send-page.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { leavingPage } from './leaving.page.ts';
import { LEAVING_PATH } from './leaving.ts';

/** The page between this site and another. */
export function leavingRoutes(server: FastifyInstance, { setting }: Pick<PublishingDeps, 'setting'>): void {
  server.get<{ Querystring: { to?: unknown } }>(LEAVING_PATH, async (request, reply) => {
    const to = typeof request.query.to === 'string' ? URL.parse(request.query.to) : null;
    if (to === null || (to.protocol !== 'https:' && to.protocol !== 'http:')) return reply.callNotFound();
    return sendPage(reply, leavingPage(await setting(request), to));
  });
}
