import type { FastifyReply } from 'fastify';
import type { Html } from '../views/html/html.ts';

/** Sends markup as a page; it depends on the cookie that keeps the mode of reading. */
export function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.header('vary', 'cookie').type('text/html; charset=utf-8').send(page.markup);
}
