import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerSearchTask } from '../../applications/actions/answer-search-task.ts';
import { findSearchTaskId } from '../../applications/rules/ids.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import { listOpenSearchTasks } from '../../applications/store/search-task.store.ts';
import { may } from '../../people/rules/may.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { readFormValues } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { createActReader } from '../case/act-reader.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, officerWho } from '../gate/visit.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { SEARCH_TASKS_PATH, searchTasksMain } from './search-tasks.page.ts';

const FOUND = ['yes', 'no'] as const;

/** 协办: the tasks that other agencies have given to the officer's own. */
export function searchTaskRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, calendar, today, setting } = deps;
  const { queries } = database;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    tried: { readonly task: string; readonly state: FormState } | null,
  ) {
    const officer = officerWho(request, 'read-applications');
    const main = searchTasksMain({
      tasks: await listOpenSearchTasks(queries, officer.agency),
      agencies: new Map((await listAgencies(queries)).map(agency => [agency.code, agency])),
      calendar: await calendar(),
      today: today(),
      mayAnswer: may(officer, 'handle-application', officer.agency),
      tried,
    });
    return sendPage(
      reply,
      officePage(await setting(request), { title: tried === null ? '协查任务' : '需要修改：协查任务', main }),
      tried === null ? 200 : 422,
    );
  }

  server.get(SEARCH_TASKS_PATH, async (request, reply) => show(request, reply, null));

  server.post<{ Params: { id: string } }>(`${SEARCH_TASKS_PATH}/:id`, async (request, reply) => {
    const officer = officerWho(request, 'handle-application');
    const values = readFormValues(request.body);
    const task = findSearchTaskId(request.params.id);
    const read = createActReader(values);
    const found = read.choice('found', '查找的结果', FOUND) === 'yes';
    const result = read.text('result', '查找的情况', 1000);
    const missing: Refusal = { kind: 'not-found' };
    const done = await read.finish(async () =>
      task === undefined
        ? { ok: false, problem: missing }
        : answerSearchTask(actionDepsOf(deps), officer, { task, found, result }),
    );
    if (done.ok)
      return goOn(deps, request, reply, {
        to: SEARCH_TASKS_PATH,
        session: getVisit(request).session.id,
        message: { kind: 'done', sentence: '已反馈查找结果。' },
      });
    const { problem } = done;
    if (problem.kind === 'forbidden') throw new Forbidden(problem.ability);
    if (problem.kind === 'unusable')
      return show(request, reply, { task: request.params.id, state: { values, problems: problem.problems } });
    const sentence = problem.kind === 'not-found' ? '这项任务不存在，或者已经反馈过了' : refusalText(problem);
    return goOn(deps, request, reply, {
      to: SEARCH_TASKS_PATH,
      session: getVisit(request).session.id,
      message: { kind: 'warning', sentence },
    });
  });
}
