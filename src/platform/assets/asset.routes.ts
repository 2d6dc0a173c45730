import type { FastifyInstance } from 'fastify';
import type { Assets } from './assets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves a site's assets below their prefix: with a digest in the address for ever, by name alone for five minutes. */
export function assetRoutes(server: FastifyInstance, assets: Assets<never>) {
  server.get<{ Params: { '*': string } }>(`${assets.prefix}/*`, async (request, reply) => {
    const path = request.params['*'];
    const asset = assets.find(path);
    if (asset === undefined) return reply.callNotFound();
    const brotli = (request.headers['accept-encoding'] ?? '').includes('br');
    reply.headers({
      'content-type': asset.type,
      'cache-control': path.includes('/') ? FOR_EVER : 'public, max-age=300',
      vary: 'accept-encoding',
      ...(brotli ? { 'content-encoding': 'br' } : {}),
    });
    return reply.send(Buffer.from(brotli ? asset.brotli : asset.body));
  });
}
