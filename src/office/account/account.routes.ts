import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { changePassword } from '../../people/actions/change-password.ts';
import { delegateWork, takeWorkBack } from '../../people/actions/delegate-work.ts';
import { endOwnSessions } from '../../people/actions/end-session.ts';
import { beginSecondFactor, enrolSecondFactor, giveUpSecondFactor } from '../../people/actions/second-factor.ts';
import { isAlive } from '../../people/rules/session-life.ts';
import { findStaffId } from '../../people/rules/staff-id.ts';
import { countRecoveryCodes, hasTotpSecret } from '../../people/store/credential.store.ts';
import { listSessions } from '../../people/store/session.store.ts';
import { listDelegations, listStaff } from '../../people/store/staff.register.store.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import type { Message } from '../gate/message.ts';
import { getVisit, officerOf } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { accountPage } from './account.page.ts';
import { passwordPage } from './password.page.ts';
import { readDay } from './read-day.ts';
import { beginPage, boundPage, enrolPage } from './second-factor.page.ts';

const ACCOUNT = '/office/account';
const PASSWORD = `${ACCOUNT}/password`;
const SECOND_FACTOR = `${ACCOUNT}/second-factor`;

/** What everybody may do with their own account. */
export function accountRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, sealing, now, today, setting } = deps;
  const { queries } = database;
  const tools = { queries, sealing };

  const on = (request: FastifyRequest, reply: FastifyReply, message: Message, to = ACCOUNT) =>
    goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });
  const wrong = (request: FastifyRequest, field: string, message: string): FormState => ({
    values: readFormValues(request.body),
    problems: [{ field, message }],
  });

  async function showAccount(request: FastifyRequest, reply: FastifyReply, delegation: FormState) {
    const { member, session } = getVisit(request);
    const sessions = await listSessions(queries, member.id);
    const colleagues = member.agency === null ? [] : await listStaff(queries, [member.agency]);
    const view = {
      member,
      current: session,
      sessions: sessions.filter(one => isAlive(one, now())),
      recoveryCodes: await countRecoveryCodes(queries, member.id),
      given: await listDelegations(queries, 'absent', member.id, today()),
      taken: await listDelegations(queries, 'delegate', member.id, today()),
      colleagues: colleagues.filter(({ id, enabled }) => enabled && id !== member.id),
      delegation,
    };
    return sendPage(reply, accountPage(await setting(request), view), delegation.problems.length > 0 ? 422 : 200);
  }

  server.get(ACCOUNT, async (request, reply) => showAccount(request, reply, EMPTY_FORM));

  server.post(`${ACCOUNT}/sessions`, async (request, reply) => {
    const { member, session } = getVisit(request);
    const values = readFormValues(request.body);
    const all = valueOf({ values }, 'others') === 'yes';
    const end = all
      ? ({ kind: 'all-but', session: session.id } as const)
      : ({ kind: 'one', session: valueOf({ values }, 'session') } as const);
    const known = (await listSessions(queries, member.id)).some(({ id }) => all || id === end.session);
    const count = known ? await endOwnSessions(queries, member.id, end, now()) : 0;
    return on(request, reply, {
      kind: 'done',
      sentence: count === 0 ? '那次登录已经结束。' : `已结束 ${count} 次登录。`,
    });
  });

  server.get(PASSWORD, async (request, reply) =>
    sendPage(reply, passwordPage(await setting(request), EMPTY_FORM, getVisit(request).member.passwordMustChange)),
  );
  server.post(PASSWORD, async (request, reply) => {
    const { member, session } = getVisit(request);
    const values = readFormValues(request.body);
    const field = (name: string) => valueOf({ values }, name);
    const change = {
      staff: member.id,
      current: field('current'),
      password: field('password'),
      repeated: field('repeated'),
    };
    const done = await changePassword(queries, { ...change, session: session.id }, now());
    if (done.ok) return on(request, reply, { kind: 'done', sentence: '新密码已保存，其他地方的登录都已结束。' });
    const state = wrong(request, done.problem.field, done.problem.message);
    return sendPage(reply, passwordPage(await setting(request), state, member.passwordMustChange), 422);
  });

  async function showSecondFactor(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const { member, officer } = getVisit(request);
    const page = await setting(request);
    const status = state.problems.length > 0 ? 422 : 200;
    if (member.hasSecondFactor)
      return sendPage(reply, boundPage(page, state, await countRecoveryCodes(queries, member.id)), status);
    if (!(await hasTotpSecret(queries, member.id)))
      return sendPage(reply, beginPage(page, state, officer === null), status);
    const secret = await beginSecondFactor(tools, member.id);
    return secret.ok
      ? sendPage(reply, enrolPage(page, state, secret.value, member.username), status)
      : reply.redirect(SECOND_FACTOR, 303);
  }

  server.get(SECOND_FACTOR, async (request, reply) => showSecondFactor(request, reply, EMPTY_FORM));
  server.post(`${SECOND_FACTOR}/begin`, async (request, reply) => {
    await beginSecondFactor(tools, getVisit(request).member.id);
    return reply.redirect(SECOND_FACTOR, 303);
  });
  server.post(SECOND_FACTOR, async (request, reply) => {
    const { member } = getVisit(request);
    const code = valueOf({ values: readFormValues(request.body) }, 'code');
    const done = await enrolSecondFactor(tools, member.id, code, now());
    if (!done.ok) return showSecondFactor(request, reply, wrong(request, 'code', done.problem));
    const sentence = '验证器已绑定。下面的恢复码只显示这一次：请抄下来放好，手机不在身边时每个可以用一次。';
    return on(request, reply, { kind: 'done', sentence, lines: done.value });
  });
  server.post(`${SECOND_FACTOR}/remove`, async (request, reply) => {
    const password = valueOf({ values: readFormValues(request.body) }, 'password');
    const done = await giveUpSecondFactor(tools, getVisit(request).member.id, password, now());
    if (!done.ok) return showSecondFactor(request, reply, wrong(request, 'password', done.problem));
    return on(request, reply, { kind: 'done', sentence: '验证器已解除绑定。' });
  });

  server.post(`${ACCOUNT}/delegation`, async (request, reply) => {
    const values = readFormValues(request.body);
    const delegate = findStaffId(valueOf({ values }, 'delegate'));
    const [firstDay, lastDay] = [readDay(valueOf({ values }, 'firstDay')), readDay(valueOf({ values }, 'lastDay'))];
    if (delegate === undefined) return showAccount(request, reply, wrong(request, 'delegate', '请选择委托给哪位同事'));
    if (firstDay === null)
      return showAccount(request, reply, wrong(request, 'firstDay', '请填写开始日期，如 2026-03-09'));
    if (lastDay === null)
      return showAccount(request, reply, wrong(request, 'lastDay', '请填写结束日期，如 2026-03-13'));
    const done = await delegateWork(queries, officerOf(request), { delegate, firstDay, lastDay }, today(), now());
    if (!done.ok) return showAccount(request, reply, wrong(request, 'delegate', done.problem));
    return on(request, reply, { kind: 'done', sentence: '委托已记下，到期自动收回。' });
  });
  server.post(`${ACCOUNT}/delegation/end`, async (request, reply) => {
    const delegation = valueOf({ values: readFormValues(request.body) }, 'delegation');
    const officer = officerOf(request);
    const given = await listDelegations(queries, 'absent', officer.id, today());
    if (!given.some(({ id }) => id === delegation))
      return on(request, reply, { kind: 'info', sentence: '这项委托已经结束。' });
    const done = await takeWorkBack(queries, officer, delegation, now());
    return on(
      request,
      reply,
      done.ok ? { kind: 'done', sentence: '委托已收回。' } : { kind: 'info', sentence: done.problem },
    );
  });
}
