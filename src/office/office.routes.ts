import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { countUnreadReminders } from '../applications/store/reminder.store.ts';
import { countWaitingRectifications } from '../annual-report/store/rectification.store.ts';
import { countOpenSearchTasks } from '../applications/store/search-task.store.ts';
import type { Officer } from '../people/rules/officer.ts';
import { endsAt } from '../people/rules/session-life.ts';
import { listAgencies } from '../people/store/agency.register.store.ts';
import { findInstallationFact } from '../platform/database/installation-facts.ts';
import type { Queries } from '../platform/database/pool.ts';
import { assetRoutes } from '../platform/assets/asset.routes.ts';
import { accountRoutes } from './account/account.routes.ts';
import { agencyRoutes } from './agencies/agencies.routes.ts';
import { ForeignRequest, guard } from './gate/gate.ts';
import { takeMessage } from './gate/message.ts';
import { findVisit, Forbidden, forbiddenSentence, NotFound, officerOf } from './gate/visit.ts';
import { journalRoutes } from './journal/journal.routes.ts';
import { firstDeskOf } from './menu.ts';
import type { Waiting } from './menu.ts';
import type { DeskDeps, OfficeDeps } from './office-deps.ts';
import type { OfficeSetting } from './page.ts';
import { PROBLEM_STATUS, problemPage } from './problem.page.ts';
import type { OfficeProblem } from './problem.page.ts';
import { sendPage } from './send-page.ts';
import { setUpRoutes } from './set-up/set-up.routes.ts';
import { settingRoutes } from './settings/settings.routes.ts';
import { signInPage } from './sign-in/sign-in.page.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { staffRoutes } from './staff/staff.routes.ts';

function problemOf(error: FastifyError | Forbidden | ForeignRequest | NotFound): OfficeProblem {
  if (error instanceof Forbidden) return 'forbidden';
  if (error instanceof ForeignRequest) return 'foreign';
  if (error instanceof NotFound || error.statusCode === 404) return 'not-found';
  if (error.statusCode === 413 || error.code === 'FST_FILES_LIMIT' || error.code === 'FST_PARTS_LIMIT')
    return 'too-large';
  return error.statusCode !== undefined && error.statusCode < 500 ? 'refused' : 'fault';
}

/** The figures beside the entries of the menu. */
async function waitingFor(queries: Queries, officer: Officer): Promise<Waiting> {
  return {
    '/office/reminders': await countUnreadReminders(queries, officer.id),
    '/office/search-tasks': await countOpenSearchTasks(queries, officer.agency),
    '/office/rectifications': await countWaitingRectifications(queries, officer.agency),
  };
}

/** What every page needs besides its content; a message that waits for the page is taken with it. */
function settingOf(deps: OfficeDeps, replyOf: (request: FastifyRequest) => FastifyReply | undefined) {
  const { queries } = deps.database;
  return async (request: FastifyRequest): Promise<OfficeSetting> => {
    const agencies = await listAgencies(queries);
    const visit = findVisit(request) ?? null;
    const reply = replyOf(request);
    const full = visit?.session.stage === 'full';
    return {
      siteName: agencies.find(({ parent }) => parent === null)?.name ?? '政务公开平台',
      sample: (await findInstallationFact(queries, 'sample-district')) !== undefined,
      assets: deps.assets,
      path: request.url.split('?')[0]!,
      visit: full ? visit : null,
      sessionEndsAt: full ? endsAt(visit.session) : null,
      waiting: full && visit.officer !== null ? await waitingFor(queries, visit.officer) : {},
      message: full && reply !== undefined ? takeMessage(deps, request, reply, visit.session.id) : null,
    };
  };
}

/** Further desks, behind the same door. */
export type MoreDesks = (office: FastifyInstance, deps: DeskDeps) => void;

/** Every address of the office, behind its door. `more` are the desks that need more of the world than these. */
export async function officeRoutes(server: FastifyInstance, deps: OfficeDeps, more?: MoreDesks): Promise<void> {
  assetRoutes(server, deps.assets);
  await server.register(async office => {
    const replies = new WeakMap<FastifyRequest, FastifyReply>();
    office.addHook('onRequest', async (request, reply) => void replies.set(request, reply));
    const setting = settingOf(deps, request => replies.get(request));
    guard(office, deps, async (request, reply, kept) => {
      const state = { values: { kept }, problems: [] };
      const page = { state, federation: deps.federation !== null, ended: true };
      return sendPage(reply, signInPage(await setting(request), page));
    });
    const desk: DeskDeps = { ...deps, setting };

    office.get('/office', async (request, reply) => reply.redirect(firstDeskOf(officerOf(request)), 303));
    signInRoutes(office, desk);
    setUpRoutes(office, desk);
    accountRoutes(office, desk);
    staffRoutes(office, desk);
    agencyRoutes(office, desk);
    journalRoutes(office, desk);
    settingRoutes(office, desk);
    more?.(office, desk);

    const show = async (request: FastifyRequest, reply: FastifyReply, problem: OfficeProblem, sentence?: string) =>
      sendPage(reply, problemPage(await setting(request), problem, sentence), PROBLEM_STATUS[problem]);
    office.all('/office/*', async (request, reply) => show(request, reply, 'not-found'));
    office.setErrorHandler<FastifyError | Forbidden | ForeignRequest | NotFound>(async (error, request, reply) => {
      const problem = problemOf(error);
      if (problem === 'fault')
        request.log.error({ event: 'fault', path: request.routeOptions.url ?? 'none', err: error });
      return show(request, reply, problem, error instanceof Forbidden ? forbiddenSentence(error.ability) : undefined);
    });
  });
}
