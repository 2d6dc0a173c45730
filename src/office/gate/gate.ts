import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { isAlive } from '../../people/rules/session-life.ts';
import { SECOND_FACTOR_ROLES } from '../../people/rules/settings.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { findSession, noteSeen } from '../../people/store/session.store.ts';
import type { Session } from '../../people/store/session.store.ts';
import { readSetting } from '../../people/store/setting.register.store.ts';
import { findOfficer, findStaffMember } from '../../people/store/staff.register.store.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import type { OfficeDeps } from '../office-deps.ts';
import { isSecure, readCookie } from './cookies.ts';
import { dutyOf, DUTY_PATH } from './duty.ts';
import type { Duty } from './duty.ts';
import { isKeepable, sealLateForm } from './late-form.ts';
import { isFromOwnPage } from './same-origin.ts';
import { noteVisit } from './visit.ts';

export const SIGN_IN_PATH = '/office/sign-in';
/** Read by calendar programs, which cannot sign in: a token of its own opens it. */
export const FEED_PATH = '/office/due-dates.ics';
export const CODE_PATH = '/office/sign-in/code';

const SIGN_OUT = '/office/sign-out';

/** Open to everybody. */
const OPEN: ReadonlySet<string> = new Set([
  SIGN_IN_PATH,
  '/office/sign-in/federation',
  '/office/sign-in/federation/return',
  FEED_PATH,
]);
/** Open to whoever has proved the password. */
const HALF_OPEN: ReadonlySet<string> = new Set([CODE_PATH, SIGN_OUT]);
/** Open while a duty is not done: the way out, and the pages of the duty itself. */
const DUTY_PAGES: Readonly<Record<Duty, ReadonlySet<string>>> = {
  'change-password': new Set([DUTY_PATH['change-password']]),
  'enrol-second-factor': new Set([DUTY_PATH['enrol-second-factor'], '/office/account/second-factor/begin']),
  'set-up': new Set([DUTY_PATH['set-up']]),
};

const SEEN_EVERY_SECONDS = 60;

/** A request that did not come from a page of ours. */
export class ForeignRequest extends Error {
  override readonly name = 'ForeignRequest';
}

function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wasReading = request.method === 'GET' && request.url !== '/office';
  const to = wasReading ? request.url : undefined;
  return reply.redirect(
    pageAddress(SIGN_IN_PATH, { to, ended: request.headers.cookie?.includes('-session=') ? '1' : undefined }),
    303,
  );
}

async function lastSession(request: FastifyRequest, deps: OfficeDeps): Promise<Session | null> {
  const token = readCookie(request, 'session', isSecure(request, deps.publicAddress));
  if (token === null || token === '') return null;
  return (await findSession(deps.database.queries, token)) ?? null;
}

/** Forms that came after the end of their session, with whose it was: they go no further than `preHandler`. */
const late = new WeakMap<FastifyRequest, StaffId>();

async function seen(session: Session, { database, now }: OfficeDeps): Promise<Session> {
  const at = now();
  if (at.epochMilliseconds - session.lastSeenAt.epochMilliseconds < SEEN_EVERY_SECONDS * 1000) return session;
  await noteSeen(database.queries, session.id, at);
  return { ...session, lastSeenAt: at };
}

/** Lets a request in, or sends it where it belongs. Every page of the office that is not named above needs a full session. */
async function letIn(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: OfficeDeps,
): Promise<FastifyReply | undefined> {
  const path = request.routeOptions.url ?? '';
  const { queries } = deps.database;
  const session = await lastSession(request, deps);
  const member = session === null ? undefined : await findStaffMember(queries, session.staff);
  if (session === null || member?.enabled !== true || !isAlive(session, deps.now())) {
    if (OPEN.has(path)) return undefined;
    if (session?.stage !== 'full' || !isKeepable(request)) return toSignIn(request, reply);
    late.set(request, session.staff);
    return undefined;
  }
  if (session.stage === 'password') {
    noteVisit(request, { session, member, officer: null, agency: null });
    return OPEN.has(path) || HALF_OPEN.has(path) ? undefined : reply.redirect(CODE_PATH, 303);
  }
  const current = await seen(session, deps);
  const duty = dutyOf(member, await readSetting(queries, SECOND_FACTOR_ROLES));
  const agency = member.agency === null ? null : ((await findAgency(queries, member.agency)) ?? null);
  const officer = duty === null ? ((await findOfficer(queries, member.id, deps.today())) ?? null) : null;
  noteVisit(request, { session: current, member, officer, agency });
  if (duty !== null && !DUTY_PAGES[duty].has(path) && path !== SIGN_OUT && !OPEN.has(path))
    return reply.redirect(DUTY_PATH[duty], 303);
  return undefined;
}

/** A text that the database cannot hold: no browser sends it by itself. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly statusCode = 400;
}

const holdsNull = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && Object.values(value).some(holdsNull);

/** Shows the sign-in page with a form that came too late, sealed. */
export type ShowLateForm = (request: FastifyRequest, reply: FastifyReply, sealed: string) => Promise<FastifyReply>;

/** Puts the office behind its door: own pages only, a session, nothing kept by caches. */
export function guard(server: FastifyInstance, deps: OfficeDeps, showLateForm: ShowLateForm) {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && !isFromOwnPage(request, deps.publicAddress)) throw new ForeignRequest();
    if (/%00/.test(request.url)) throw new Unreadable();
    return letIn(request, reply, deps);
  });
  server.addHook('preHandler', async (request, reply) => {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    if (isForm && holdsNull(request.body)) throw new Unreadable();
    const whose = late.get(request);
    if (whose === undefined) return undefined;
    const sealed = sealLateForm(deps.sealing, whose, request);
    return sealed === null ? toSignIn(request, reply) : showLateForm(request, reply, sealed);
  });
}
