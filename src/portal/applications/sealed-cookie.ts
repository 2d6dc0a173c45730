import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApplicationsDeps } from './applications-deps.ts';

/**
 * `receipt`: what has just been lodged; `file`: the file that code and password have opened; `consultation`: the one that a code has
 * opened; `report-code`: the 报送码 of an agency; `drafts`: the forms that are being filled in here. */
export type CookieName = 'receipt' | 'file' | 'consultation' | 'report-code' | 'drafts';
type Deps = Pick<ApplicationsDeps, 'actions' | 'publicAddress'>;

/** Minutes for which each is good; reading anew is a matter of typing the code again. */
const MINUTES = {
  receipt: 30,
  file: 30,
  consultation: 60,
  'report-code': 60,
  drafts: 24 * 60,
} as const satisfies Record<CookieName, number>;
const PATH = {
  receipt: '/applications',
  file: '/applications',
  consultation: '/consultations',
  'report-code': '/report-submission',
  drafts: '/applications',
} as const satisfies Record<CookieName, string>;

const isSecure = (request: FastifyRequest, { publicAddress }: Deps) =>
  request.protocol === 'https' || publicAddress?.startsWith('https:') === true;
const fullName = (name: CookieName, secure: boolean) => `${secure ? '__Secure-' : ''}gongkai-${name}`;
const contextOf = (name: CookieName) => `portal-cookie:${name}`;

function write(reply: FastifyReply, deps: Deps, name: CookieName, value: string, seconds: number): FastifyReply {
  const secure = isSecure(reply.request, deps);
  const parts = [
    `${fullName(name, secure)}=${value}`,
    `Path=${PATH[name]}`,
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ];
  return reply.header('set-cookie', parts.join('; '));
}

/** Keeps something for one visitor for a while, sealed: the browser can neither read nor change it. */
export function keepCookie(reply: FastifyReply, deps: Deps, name: CookieName, content: string): FastifyReply {
  const { sealing, now } = deps.actions;
  const until = now().epochMilliseconds + MINUTES[name] * 60_000;
  const sealed = sealing.seal(JSON.stringify({ until, content }), contextOf(name));
  return write(reply, deps, name, encodeURIComponent(sealed), MINUTES[name] * 60);
}

/** What was kept for this visitor; undefined where nothing was, where its time is over, or where somebody has changed it. */
export function findCookie(request: FastifyRequest, deps: Deps, name: CookieName): string | undefined {
  const { sealing, now } = deps.actions;
  const wanted = `${fullName(name, isSecure(request, deps))}=`;
  const pair = (request.headers.cookie ?? '')
    .split(';')
    .map(cookie => cookie.trim())
    .find(cookie => cookie.startsWith(wanted));
  if (pair === undefined) return undefined;
  try {
    const kept = JSON.parse(sealing.open(decodeURIComponent(pair.slice(wanted.length)), contextOf(name))) as {
      readonly until: number;
      readonly content: string;
    };
    return kept.until > now().epochMilliseconds ? kept.content : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what was kept. */
export function dropCookie(reply: FastifyReply, deps: Deps, name: CookieName): FastifyReply {
  return write(reply, deps, name, '', 0);
}
