import type { FastifyInstance } from 'fastify';
import type { SiteChanges } from '../platform/site-changes/site-changes.ts';

/** Whoever has just done something in this process sees it on the next page, whatever other processes see a moment later. */
export function seeOwnActs(server: FastifyInstance, changes: SiteChanges): void {
  server.addHook('onSend', async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') changes.lookAgain();
  });
}
