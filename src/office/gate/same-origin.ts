import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that changes something comes from a page of ours. Browsers say so themselves (Sec-Fetch-Site), older ones
 * by the Origin of the form; whoever says neither is no browser with a session of ours.
 */
export function isFromOwnPage(request: FastifyRequest, publicAddress: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const own = publicAddress === null ? request.host : new URL(publicAddress).host;
  return new URL(origin).host === own;
}
