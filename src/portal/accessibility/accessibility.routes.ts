import type { FastifyInstance } from 'fastify';
import type { PublishingDeps } from '../publishing-deps.ts';
import { ACCESSIBILITY_PATH } from '../items/places.ts';
import { accessibilityPage } from './accessibility.page.ts';

/** The page about using the site without a mouse, with large type, by ear. */
export function accessibilityRoutes(
  server: FastifyInstance,
  { cache, setting }: Pick<PublishingDeps, 'cache' | 'setting'>,
): void {
  server.get(ACCESSIBILITY_PATH, async (request, reply) =>
    cache.answer(request, reply, async () => ({ body: accessibilityPage(await setting(request)).markup })),
  );
}
