import type { FastifyInstance } from 'fastify';
import { setUpInstallation } from '../../people/actions/administer-agencies.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { setUpPage } from './set-up.page.ts';

/** 登记本机关: the first thing that the first administrator does. */
export function setUpRoutes(server: FastifyInstance, deps: DeskDeps) {
  server.get('/office/set-up', async (request, reply) => {
    if (getVisit(request).agency !== null) return reply.redirect('/office', 303);
    return sendPage(reply, setUpPage(await deps.setting(request), EMPTY_FORM));
  });

  server.post('/office/set-up', async (request, reply) => {
    const { session, member } = getVisit(request);
    const values = readFormValues(request.body);
    const field = (name: string) => valueOf({ values }, name).trim();
    const government =
      field('governmentName') === '' ? null : { name: field('governmentName'), code: field('governmentCode') };
    const agency = { code: field('code'), name: field('name'), shortName: field('shortName'), kind: field('kind') };
    const done = await setUpInstallation(deps.database.queries, member.id, { agency, government }, deps.now());
    if (!done.ok) {
      const state = { values, problems: [{ field: 'code', message: done.problem }] };
      return sendPage(reply, setUpPage(await deps.setting(request), state), 422);
    }
    const message = { kind: 'done', sentence: `${done.value.name}已登记。请补齐机构资料，再增加人员。` } as const;
    return goOn(deps, request, reply, { to: `/office/agencies/${done.value.code}`, session: session.id, message });
  });
}
