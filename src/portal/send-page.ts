import type { FastifyReply } from 'fastify';
import type { Html } from '../views/html/html.ts';

/** Sends markup as a page. */
export function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page.markup);
}
