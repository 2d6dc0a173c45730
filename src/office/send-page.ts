import type { FastifyReply } from 'fastify';
import type { Html } from '../views/html/html.ts';

/** Sends markup as a page; with problems in a form the status is 422, so that a browser's back button does not resend it. */
export function sendPage(reply: FastifyReply, page: Html, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.markup);
}
