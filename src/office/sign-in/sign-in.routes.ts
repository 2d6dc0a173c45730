import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignInAnswer } from '../../people/actions/complete-sign-in.ts';
import { confirmSecondFactor } from '../../people/actions/confirm-second-factor.ts';
import { endOwnSessions } from '../../people/actions/end-session.ts';
import { signInFederated } from '../../people/actions/sign-in-federated.ts';
import { signIn } from '../../people/actions/sign-in.ts';
import { endSession } from '../../people/store/session.store.ts';
import type { Origin } from '../../people/store/session.store.ts';
import type { FederationMemo } from '../../platform/federation/federation.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { isSecure, readCookie, writeCookie } from '../gate/cookies.ts';
import { CODE_PATH, SIGN_IN_PATH } from '../gate/gate.ts';
import { openLateForm } from '../gate/late-form.ts';
import { findVisit, getVisit } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { returnPath } from './return-path.ts';
import { codePage, lateFormPage, signInPage } from './sign-in.page.ts';

const RETURN_PATH = `${SIGN_IN_PATH}/federation/return`;
const MEMO_CONTEXT = 'federation-memo';

type Memo = FederationMemo & { readonly to: string };
type Query = { readonly to?: string; readonly ended?: string };

const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  browser: request.headers['user-agent'] ?? '',
});

/** Signing in with its two steps, by 统一身份认证, and signing out. */
export function signInRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, sealing, now, setting, publicAddress, federation } = deps;
  const { queries } = database;
  const tools = { queries, sealing };
  const secure = (request: FastifyRequest) => isSecure(request, publicAddress);
  const deviceToken = (request: FastifyRequest) => readCookie(request, 'device', secure(request));

  /** Keeps what the answer gives and sends the browser on, or back to a form that came too late; null where it was refused. */
  async function proceed(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: SignInAnswer,
    { to, kept }: { readonly to: string; readonly kept: string },
  ): Promise<FastifyReply | null> {
    if (answer.kind === 'refused') return null;
    const before = findVisit(request)?.session;
    if (before !== undefined) await endSession(queries, before.staff, before.id, now());
    writeCookie(reply, 'session', answer.token, secure(request));
    const form = openLateForm(sealing, answer.staff, kept);
    if (answer.kind === 'second-factor') {
      if (form !== null) return sendPage(reply, codePage(await setting(request), { values: { kept }, problems: [] }));
      return reply.redirect(pageAddress(CODE_PATH, { to: to === '/office' ? null : to }), 303);
    }
    if (answer.deviceToken !== null) writeCookie(reply, 'device', answer.deviceToken, secure(request));
    return form === null ? reply.redirect(to, 303) : sendPage(reply, lateFormPage(await setting(request), form));
  }

  const wayOn = (values: FormValues) => ({
    to: returnPath(valueOf({ values }, 'to')),
    kept: valueOf({ values }, 'kept'),
  });

  async function showSignIn(request: FastifyRequest, reply: FastifyReply, state: FormState, ended = false) {
    const page = signInPage(await setting(request), { state, federation: federation !== null, ended });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get<{ Querystring: Query }>(SIGN_IN_PATH, async (request, reply) => {
    if (findVisit(request)?.session.stage === 'full') return reply.redirect('/office', 303);
    const { to, ended } = request.query;
    return showSignIn(
      request,
      reply,
      { values: { to: to === undefined ? '' : returnPath(to) }, problems: [] },
      ended === '1',
    );
  });

  server.post(SIGN_IN_PATH, async (request, reply) => {
    const values = readFormValues(request.body);
    const [username, password] = [valueOf({ values }, 'username'), valueOf({ values }, 'password')];
    const problems = [
      ...(username.trim() === '' ? [{ field: 'username', message: '请输入账号' }] : []),
      ...(password === '' ? [{ field: 'password', message: '请输入密码' }] : []),
    ];
    if (problems.length > 0) return showSignIn(request, reply, { values, problems });
    const input = { username, password, origin: originOf(request), deviceToken: deviceToken(request) };
    const answer = await signIn(tools, input, now());
    const sent = await proceed(request, reply, answer, wayOn(values));
    if (sent !== null) return sent;
    const sentence = answer.kind === 'refused' ? answer.sentence : '';
    return showSignIn(request, reply, { values, problems: [{ field: 'username', message: sentence }] });
  });

  server.get<{ Querystring: Query }>(CODE_PATH, async (request, reply) => {
    if (getVisit(request).session.stage === 'full') return reply.redirect('/office', 303);
    const to = returnPath(request.query.to ?? '');
    return sendPage(reply, codePage(await setting(request), { values: { to }, problems: [] }));
  });

  server.post(CODE_PATH, async (request, reply) => {
    const { session } = getVisit(request);
    if (session.stage === 'full') return reply.redirect('/office', 303);
    const values = readFormValues(request.body);
    const code = valueOf({ values }, 'code');
    const input = { session, code, origin: originOf(request), deviceToken: deviceToken(request) };
    const answer =
      code.trim() === ''
        ? ({ kind: 'refused', sentence: '请输入动态口令' } as const)
        : await confirmSecondFactor(tools, input, now());
    const sent = await proceed(request, reply, answer, wayOn(values));
    if (sent !== null) return sent;
    const sentence = answer.kind === 'refused' ? answer.sentence : '';
    const state = { values, problems: [{ field: 'code', message: sentence }] };
    return sendPage(reply, codePage(await setting(request), state), 422);
  });

  server.post('/office/sign-out', async (request, reply) => {
    const { session } = getVisit(request);
    await endOwnSessions(queries, session.staff, { kind: 'this', session: session.id }, now());
    writeCookie(reply, 'session', null, secure(request));
    return reply.redirect(SIGN_IN_PATH, 303);
  });

  const ownAddress = (request: FastifyRequest) => publicAddress ?? `${request.protocol}://${request.host}`;

  async function refuseFederation(request: FastifyRequest, reply: FastifyReply, sentence: string) {
    return showSignIn(request, reply, { ...EMPTY_FORM, problems: [{ field: 'username', message: sentence }] });
  }

  // A link, not a form: the policy of our pages lets forms lead to ourselves alone.
  server.get<{ Querystring: Query }>(`${SIGN_IN_PATH}/federation`, async (request, reply) => {
    if (federation === null) return reply.redirect(SIGN_IN_PATH, 303);
    const begun = await federation.begin(`${ownAddress(request)}${RETURN_PATH}`);
    if (!begun.ok) return refuseFederation(request, reply, begun.problem);
    const memo = JSON.stringify({ ...begun.value.memo, to: returnPath(request.query.to ?? '') });
    writeCookie(reply, 'federation', sealing.seal(memo, MEMO_CONTEXT), secure(request));
    return reply.redirect(begun.value.address, 303);
  });

  function takeMemo(request: FastifyRequest, reply: FastifyReply): Memo | null {
    const sealed = readCookie(request, 'federation', secure(request));
    writeCookie(reply, 'federation', null, secure(request));
    try {
      return sealed === null ? null : (JSON.parse(sealing.open(sealed, MEMO_CONTEXT)) as Memo);
    } catch {
      return null;
    }
  }

  server.get(RETURN_PATH, async (request, reply) => {
    const memo = takeMemo(request, reply);
    if (federation === null || memo === null)
      return refuseFederation(request, reply, '这次统一身份认证登录已经过期，请重新登录');
    const vouched = await federation.finish(new URL(request.url, ownAddress(request)), memo);
    if (!vouched.ok) return refuseFederation(request, reply, vouched.problem);
    const input = { subject: vouched.value, origin: originOf(request), deviceToken: deviceToken(request) };
    const answer = await signInFederated(queries, input, now());
    const sent = await proceed(request, reply, answer, { to: memo.to, kept: '' });
    return sent ?? refuseFederation(request, reply, answer.kind === 'refused' ? answer.sentence : '');
  });
}
