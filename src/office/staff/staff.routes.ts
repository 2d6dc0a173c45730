import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import {
  addStaff,
  changeStaff,
  endSessionsOf,
  resetPassword,
  resetSecondFactor,
  switchStaff,
} from '../../people/actions/administer-staff.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { agenciesWhere } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { readStaffFacts } from '../../people/rules/staff.ts';
import type { StaffMember, StaffProblem } from '../../people/rules/staff.ts';
import { findStaffId } from '../../people/rules/staff-id.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { findStaffMember, listStaff } from '../../people/store/staff.register.store.ts';
import { readFormValues, valueOf, valuesOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import type { Message } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { newStaffPage, STAFF_PATH, staffListPage, staffPage } from './staff.pages.ts';

const valuesOfMember = (member: StaffMember): FormValues => ({
  name: member.name,
  username: member.username,
  agency: member.agency ?? '',
  roles: member.roles,
  email: member.email ?? '',
  federatedSubject: member.federatedSubject ?? '',
});

const factsOf = (values: FormValues) => ({
  username: valueOf({ values }, 'username'),
  name: valueOf({ values }, 'name'),
  agency: valueOf({ values }, 'agency'),
  email: valueOf({ values }, 'email'),
  roles: valuesOf({ values }, 'roles'),
  federatedSubject: valueOf({ values }, 'federatedSubject'),
});

/** 人员: accounts of the agencies that an administrator administers. */
export function staffRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, setting, now } = deps;
  const { queries } = database;
  const federation = deps.federation !== null;

  async function administered(request: FastifyRequest): Promise<{ officer: Officer; agencies: readonly Agency[] }> {
    const officer = officerOf(request);
    const codes = agenciesWhere(officer, 'administer-staff');
    if (codes.length === 0) throw new Forbidden('administer-staff');
    return { officer, agencies: (await listAgencies(queries)).filter(({ code }) => codes.includes(code)) };
  }

  const on = (request: FastifyRequest, reply: FastifyReply, to: string, message: Message) =>
    goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });

  server.get<{ Querystring: { agency?: string } }>(STAFF_PATH, async (request, reply) => {
    const { agencies } = await administered(request);
    const agency = agencies.find(({ code }) => code === request.query.agency)?.code ?? null;
    const staff = await listStaff(queries, agency === null ? agencies.map(({ code }) => code) : [agency]);
    return sendPage(reply, staffListPage(await setting(request), { staff, agencies, agency }));
  });

  server.get(`${STAFF_PATH}/new`, async (request, reply) => {
    const { officer, agencies } = await administered(request);
    const state: FormState = { values: { agency: officer.agency }, problems: [] };
    return sendPage(reply, newStaffPage(await setting(request), { state, agencies, federation }));
  });

  server.post(`${STAFF_PATH}/new`, async (request, reply) => {
    const { officer, agencies } = await administered(request);
    const values = readFormValues(request.body);
    const facts = readStaffFacts(factsOf(values));
    const added = facts.ok ? await addStaff(queries, officer, facts.value, now()) : facts;
    if (!added.ok) {
      const state = { values, problems: added.problem };
      return sendPage(reply, newStaffPage(await setting(request), { state, agencies, federation }), 422);
    }
    const sentence = '人员已增加。一次性密码只显示这一次，请当面交给本人：';
    return on(request, reply, STAFF_PATH, { kind: 'done', sentence, lines: [added.value.oneTimePassword] });
  });

  /** The account of the address, if it is one of an administered agency; any other is answered like one that does not exist. */
  async function findSubject(request: FastifyRequest, agencies: readonly Agency[]): Promise<StaffMember | undefined> {
    const id = findStaffId((request.params as { id?: string }).id ?? '');
    const member = id === undefined ? undefined : await findStaffMember(queries, id);
    return agencies.some(({ code }) => code === member?.agency) ? member : undefined;
  }

  async function showMember(request: FastifyRequest, reply: FastifyReply, problems: readonly StaffProblem[]) {
    const { officer, agencies } = await administered(request);
    const member = await findSubject(request, agencies);
    if (member === undefined) throw new NotFound();
    const values = problems.length > 0 ? readFormValues(request.body) : valuesOfMember(member);
    const view = { state: { values, problems }, agencies, federation, member, own: member.id === officer.id };
    return sendPage(reply, staffPage(await setting(request), view), problems.length > 0 ? 422 : 200);
  }

  server.get(`${STAFF_PATH}/:id`, async (request, reply) => showMember(request, reply, []));

  server.post(`${STAFF_PATH}/:id`, async (request, reply) => {
    const { officer, agencies } = await administered(request);
    const member = await findSubject(request, agencies);
    if (member === undefined) throw new NotFound();
    const facts = readStaffFacts(factsOf(readFormValues(request.body)));
    const changed = facts.ok ? await changeStaff(queries, officer, member.id, facts.value, now()) : facts;
    if (!changed.ok) return showMember(request, reply, changed.problem);
    return on(request, reply, `${STAFF_PATH}/${member.id}`, { kind: 'done', sentence: '已保存。' });
  });

  async function act(officer: Officer, member: StaffMember, name: string): Promise<Result<Message, string>> {
    const done = (answer: Result<null, string>, sentence: string): Result<Message, string> =>
      answer.ok ? ok({ kind: 'done', sentence }) : answer;
    switch (name) {
      case 'reset-password': {
        const answer = await resetPassword(queries, officer, member.id, now());
        const sentence = `${member.name}的密码已重置。一次性密码只显示这一次，请当面交给本人：`;
        return answer.ok ? ok({ kind: 'done', sentence, lines: [answer.value] }) : answer;
      }
      case 'reset-second-factor':
        return done(await resetSecondFactor(queries, officer, member.id, now()), `${member.name}的验证器已解除。`);
      case 'end-sessions':
        return done(await endSessionsOf(queries, officer, member.id, now()), `${member.name}的登录已全部结束。`);
      case 'disable':
        return done(await switchStaff(queries, officer, member.id, false, now()), `${member.name}的账号已停用。`);
      case 'enable':
        return done(await switchStaff(queries, officer, member.id, true, now()), `${member.name}的账号已恢复使用。`);
      default:
        return refuse('没有这个操作，请从页面上的按钮重新操作');
    }
  }

  server.post(`${STAFF_PATH}/:id/act`, async (request, reply) => {
    const { officer, agencies } = await administered(request);
    const member = await findSubject(request, agencies);
    if (member === undefined) throw new NotFound();
    const name = valueOf({ values: readFormValues(request.body) }, 'act');
    const answer = await act(officer, member, name);
    const message: Message = answer.ok ? answer.value : { kind: 'warning', sentence: `${answer.problem}。` };
    return on(request, reply, `${STAFF_PATH}/${member.id}`, message);
  });
}
