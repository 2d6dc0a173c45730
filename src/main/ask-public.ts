import type { FastifyInstance } from 'fastify';
import type { AskPublic } from '../publishing/rules/public-places.ts';

const PATIENCE_MS = 15_000;
const MOST_BYTES = 64 * 1024 * 1024;

const withoutOrigin = (location: string | null | undefined, origin: string | null): string | null => {
  if (location === null || location === undefined) return null;
  return origin !== null && location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
};

async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) break;
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

/**
 * Asks the portal as a reader would. Where it is known how the site is reached from outside, it is asked there, through every proxy
 * and cache that stands before it; else this server is asked directly. Null where nothing answers.
 */
export function createAskPublic(server: Pick<FastifyInstance, 'inject'>, publicAddress: string | null): AskPublic {
  if (publicAddress === null)
    return async path => {
      const { statusCode, headers, body } = await server.inject({ method: 'GET', url: path });
      return { status: statusCode, location: withoutOrigin(headers.location, null), body };
    };
  const { origin } = new URL(publicAddress);
  return async path => {
    try {
      const response = await fetch(origin + path, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
      const location = withoutOrigin(response.headers.get('location'), origin);
      return { status: response.status, location, body: await bodyOf(response) };
    } catch {
      return null;
    }
  };
}
