import type { FastifyInstance } from 'fastify';
import { READING_MODE_PATH, readBack, readingModeCookie } from './reading-mode.ts';

/** 长者模式 on and off: sets the cookie and leads back to where one was. */
export function readingModeRoutes(server: FastifyInstance) {
  server.post(READING_MODE_PATH, async (request, reply) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const mode = body['mode'] === 'large' ? 'large' : 'standard';
    return reply.header('set-cookie', readingModeCookie(mode)).redirect(readBack(body['back']), 303);
  });
}
