import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of the office: the session, the browser that is known, a message for the next page, a sign-in under way elsewhere. */
export type CookieName = 'session' | 'device' | 'message' | 'federation';

const LIFE_SECONDS = {
  session: null,
  device: 180 * 24 * 3600,
  message: 120,
  federation: 600,
} as const satisfies Record<CookieName, number | null>;

/** Whether the browser came by https: only then it takes `__Host-` names, which no other host or path can set. */
export const isSecure = (request: FastifyRequest, publicAddress: string | null): boolean =>
  request.protocol === 'https' || (publicAddress?.startsWith('https:') ?? false);

const fullName = (name: CookieName, secure: boolean) => (secure ? `__Host-gongkai-${name}` : `gongkai-${name}`);

export function readCookie(request: FastifyRequest, name: CookieName, secure: boolean): string | null {
  const wanted = `${fullName(name, secure)}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find(candidate => candidate.startsWith(wanted));
  return pair === undefined ? null : pair.slice(wanted.length);
}

/** Sets a cookie that no script reads and no other site sends along; null takes it away. The value must be base64url or the like. */
export function writeCookie(reply: FastifyReply, name: CookieName, value: string | null, secure: boolean): void {
  const life = value === null ? 0 : LIFE_SECONDS[name];
  const parts = [`${fullName(name, secure)}=${value ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secure) parts.push('Secure');
  if (life !== null) parts.push(`Max-Age=${life}`);
  reply.header('set-cookie', parts.join('; '));
}
