import type { FastifyInstance } from 'fastify';
import { changeReading, READING_MODE_PATH, readBack, readingModeCookie, readReadingMode } from './reading-mode.ts';

/** 长者模式, 字号, 高对比度 and 繁體: sets the cookie and leads back to where one was. */
export function readingModeRoutes(server: FastifyInstance) {
  server.post(READING_MODE_PATH, async (request, reply) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const reading = changeReading(readReadingMode(request.headers.cookie), body);
    return reply.header('set-cookie', readingModeCookie(reading)).redirect(readBack(body['back']), 303);
  });
}
