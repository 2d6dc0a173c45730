import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assignApplication } from '../../applications/actions/assign-application.ts';
import { removeDeskView } from '../../applications/actions/remove-desk-view.ts';
import { saveDeskView } from '../../applications/actions/save-desk-view.ts';
import { ABILITY_FOR_STEP } from '../../applications/rules/act-abilities.ts';
import { REVIEW_STEPS } from '../../applications/rules/application-log.ts';
import type { ReviewStep } from '../../applications/rules/application-log.ts';
import { findApplicationId } from '../../applications/rules/ids.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import { URGENCIES, urgencyDaysOf } from '../../applications/rules/urgency.ts';
import { findApplicantDigests } from '../../applications/store/applicant.store.ts';
import { countDesk, countRegister, listByUrgency, listRegister } from '../../applications/store/register.store.ts';
import type { RegisterFilter, RegisterOrder } from '../../applications/store/register.store.ts';
import { listSavedViews } from '../../applications/store/saved-view.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { agenciesWhere, may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { Role } from '../../people/rules/role.ts';
import { findStaffId } from '../../people/rules/staff-id.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { listHoldersOf } from '../../people/store/staff.register.store.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { readFormValues, valueOf, valuesOf } from '../../views/form/form-state.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, officerOf, officerWho } from '../gate/visit.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { DEFAULT_ORDER, DESK_PATH, deskAddress, isGrouped, isOpenTab, readDeskQuery } from './desk-query.ts';
import type { DeskQuery } from './desk-query.ts';
import { deskMain, GROUP_SIZE, PAGE_SIZE } from './desk.page.ts';
import { registerCsv, registerWorkbook } from './register-export.ts';

/** Roles whose holders handle files. */
const HANDLING_ROLES: readonly Role[] = ['case-handler', 'disclosure-head'];
/** More rows than this nobody reads in a spreadsheet; the filters divide the register. */
const MOST_EXPORTED = 20_000;

/** The agencies whose register an officer may look at: their own files, and those that their office supervises. */
export function readableAgencies(officer: Officer): readonly AgencyCode[] {
  const own = may(officer, 'read-applications', officer.agency) ? [officer.agency] : [];
  return [...new Set([...own, ...agenciesWhere(officer, 'oversee')])];
}

/** The steps of review that an officer may do. */
function reviewStepsOf(officer: Officer): readonly ReviewStep[] {
  return REVIEW_STEPS.filter(step => may(officer, ABILITY_FOR_STEP[step], officer.agency));
}

/** The path back to the desk that a form brought along: built anew, so that it cannot lead anywhere else. */
const backAddress = (text: string): string => {
  const query = Object.fromEntries(new URLSearchParams(text.split('?')[1] ?? ''));
  const read = readDeskQuery(query);
  return deskAddress(read, { page: read.page });
};

/** The lists of applications, with what is done to several at once. */
export function deskRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, sealing, calendar, today, now, setting } = deps;
  const { queries } = database;

  /** The digests of an applicant that the search may mean; looking somebody up is a look at personal data. */
  async function digestsOf(officer: Officer, text: string): Promise<readonly string[]> {
    if (text === '' || !may(officer, 'see-personal-data', officer.agency)) return [];
    const digests = await findApplicantDigests(queries, sealing, officer.agency, text);
    if (digests.length > 0)
      await appendJournal(queries, {
        at: now(),
        agency: officer.agency,
        actor: { kind: 'officer', id: officer.id },
        event: 'applicant-looked-up',
        subject: null,
        detail: {},
      });
    return digests;
  }

  async function filterOf(officer: Officer, query: DeskQuery): Promise<RegisterFilter> {
    const readable = readableAgencies(officer);
    if (readable.length === 0) throw new Forbidden('read-applications');
    const chosen = readable.find(agency => agency === query.agency) ?? readable[0]!;
    const { tab, urgency, q, stage, channel, kind, handler, year, outcome, late, from, to } = query;
    return {
      agencies: [chosen],
      open: isOpenTab(tab) || urgency !== null,
      toFile: tab === 'file',
      urgency,
      stage,
      channel,
      caseKind: kind,
      handler: tab === 'mine' ? officer.id : tab === 'unassigned' ? 'nobody' : handler,
      reviewSteps: tab === 'review' ? reviewStepsOf(officer) : null,
      year,
      outcome,
      doneLate: late ? true : null,
      receivedFrom: from,
      receivedTo: to,
      text: q,
      applicantDigests: chosen === officer.agency ? await digestsOf(officer, q) : [],
    };
  }

  const orderOf = ({ sort, tab }: DeskQuery): RegisterOrder => sort ?? DEFAULT_ORDER[tab];

  async function contentOf(request: FastifyRequest) {
    const officer = officerOf(request);
    const query = readDeskQuery(request.query);
    const filter = await filterOf(officer, query);
    const workingDays = await calendar();
    const days = urgencyDaysOf(workingDays, today());
    const counts = await countDesk(queries, filter.agencies, officer.id, reviewStepsOf(officer), days);
    const { urgencies } = counts;
    const tabUrgencies = query.tab === 'mine' || query.tab === 'unassigned' ? urgencies[query.tab] : urgencies.open;
    const shown = URGENCIES.filter(urgency => tabUrgencies[urgency] > 0);
    const list = isGrouped(query)
      ? ({ kind: 'groups', groups: await listByUrgency(queries, filter, days, shown, GROUP_SIZE) } as const)
      : ({
          kind: 'page',
          total: await countRegister(queries, filter, days),
          entries: await listRegister(queries, filter, days, orderOf(query), {
            offset: (query.page - 1) * PAGE_SIZE,
            limit: PAGE_SIZE,
          }),
        } as const);
    const readable = readableAgencies(officer);
    const agencies = readable.length > 1 ? await listAgencies(queries) : [];
    return {
      query: { ...query, agency: filter.agencies[0] === officer.agency ? null : filter.agencies[0]! },
      counts,
      urgencies: tabUrgencies,
      list,
      calendar: workingDays,
      today: today(),
      colleagues: await listHoldersOf(queries, filter.agencies[0]!, HANDLING_ROLES),
      views: await listSavedViews(queries, officer.id),
      agency: officer.agency,
      overseen: agencies.filter(({ code }) => readable.includes(code)),
      mayRead: may(officer, 'read-applications', officer.agency),
      mayRegister: may(officer, 'register-application', officer.agency),
      mayAssign: may(officer, 'assign-application', officer.agency) && filter.agencies[0] === officer.agency,
    };
  }

  server.get(DESK_PATH, async (request, reply) => {
    const content = await contentOf(request);
    return sendPage(reply, officePage(await setting(request), { title: '依申请公开', main: deskMain(content) }));
  });

  server.post(`${DESK_PATH}/assign`, async (request, reply) => {
    const officer = officerWho(request, 'assign-application');
    const values = { values: readFormValues(request.body) };
    const to = findStaffId(valueOf(values, 'to'));
    const ids = valuesOf(values, 'application').flatMap(text => findApplicationId(text) ?? []);
    const back = { to: backAddress(valueOf(values, 'back')), session: getVisit(request).session.id };
    const colleagues = await listHoldersOf(queries, officer.agency, HANDLING_ROLES);
    const colleague = colleagues.find(({ id }) => id === to);
    if (ids.length === 0 || colleague === undefined) {
      const sentence = ids.length === 0 ? '还没有选中申请；请先勾选要分办的申请' : '请选择要交给的承办人';
      return goOn(deps, request, reply, { ...back, message: { kind: 'warning', sentence } });
    }
    const refused = new Map<string, number>();
    for (const id of ids) {
      const ref = { id, version: null };
      const input = { to: colleague.id, remark: null };
      const done = await assignApplication(actionDepsOf(deps), { kind: 'officer', officer }, ref, input);
      if (done.ok) continue;
      const sentence = refusalText(done.problem);
      refused.set(sentence, (refused.get(sentence) ?? 0) + 1);
    }
    const failed = [...refused.values()].reduce((sum, count) => sum + count, 0);
    const reasons = [...refused].map(([sentence, count]) => `${count} 件没有分办：${sentence}`).join('；');
    const assigned = ids.length - failed;
    const sentence = `${assigned > 0 ? `已把 ${assigned} 件申请交给${colleague.name}。` : ''}${reasons}`;
    return goOn(deps, request, reply, { ...back, message: { kind: failed > 0 ? 'warning' : 'done', sentence } });
  });

  async function exported(request: FastifyRequest) {
    const officer = officerOf(request);
    const query = readDeskQuery(request.query);
    const filter = await filterOf(officer, query);
    const days = urgencyDaysOf(await calendar(), today());
    const entries = await listRegister(queries, filter, days, orderOf(query), { offset: 0, limit: MOST_EXPORTED });
    await appendJournal(queries, {
      at: now(),
      agency: filter.agencies[0]!,
      actor: { kind: 'officer', id: officer.id },
      event: 'register-exported',
      subject: null,
      detail: { entries: entries.length },
    });
    return { officer, entries };
  }
  const attachment = (ending: string) =>
    `attachment; filename="register.${ending}"; filename*=UTF-8''${encodeURIComponent(`依申请公开登记簿 ${today().toString()}.${ending}`)}`;

  server.get(`${DESK_PATH}.xlsx`, async (request, reply) => {
    const { officer, entries } = await exported(request);
    const issuer = getVisit(request).agency?.name ?? '';
    const workbook = await writeXlsx(registerWorkbook(entries, officer.agency, issuer));
    return reply
      .header('content-disposition', attachment('xlsx'))
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(workbook);
  });

  server.get(`${DESK_PATH}.csv`, async (request, reply) => {
    const { officer, entries } = await exported(request);
    return reply
      .header('content-disposition', attachment('csv'))
      .type('text/csv; charset=utf-8')
      .send(registerCsv(entries, officer.agency));
  });

  server.post('/office/views', async (request, reply) => {
    const officer = officerOf(request);
    const values = { values: readFormValues(request.body) };
    const to = backAddress(valueOf(values, 'back'));
    const view = { name: valueOf(values, 'name'), query: to.split('?')[1] ?? '' };
    const saved = await saveDeskView(actionDepsOf(deps), officer, view);
    const message = saved.ok
      ? ({ kind: 'done', sentence: `已保存常用视图“${view.name.trim()}”` } as const)
      : ({ kind: 'warning', sentence: refusalText(saved.problem) } as const);
    return goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });
  });

  server.post('/office/views/remove', async (request, reply) => {
    const values = { values: readFormValues(request.body) };
    await removeDeskView(actionDepsOf(deps), officerOf(request), valueOf(values, 'view'));
    return reply.redirect(backAddress(valueOf(values, 'back')), 303);
  });
}
