import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { changeAgency } from '../../people/actions/administer-agencies.ts';
import type { Agency } from '../../people/rules/agency.ts';
import { agenciesWhere } from '../../people/rules/may.ts';
import { isUppermost } from '../../people/rules/overseen-agencies.ts';
import { remedyOrgansOf } from '../../people/rules/remedy-organs.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { listStaff } from '../../people/store/staff.register.store.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { sendPage } from '../send-page.ts';
import { agenciesPage, AGENCIES_PATH, agencyFormPage } from './agencies.pages.ts';
import { agencyInputOf, valuesOfAgency } from './agency-form.ts';

/** 机构: the tree, and what guide and letters need to know of each agency. */
export function agencyRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, setting, now } = deps;
  const { queries } = database;

  async function administered(request: FastifyRequest) {
    const officer = officerWho(request, 'administer-agencies');
    const agencies = await listAgencies(queries);
    const codes = agenciesWhere(officer, 'administer-agencies');
    return { officer, agencies, mine: agencies.filter(({ code }) => codes.includes(code)) };
  }

  server.get(AGENCIES_PATH, async (request, reply) => {
    const { agencies, mine } = await administered(request);
    return sendPage(
      reply,
      agenciesPage(await setting(request), agencies, agency => mine.includes(agency)),
    );
  });

  async function showForm(request: FastifyRequest, reply: FastifyReply, agency: Agency | null, state: FormState) {
    const { officer, agencies, mine } = await administered(request);
    const parents = agencies.filter(
      one => one.code !== agency?.code && (mine.includes(one) || one.code === agency?.parent),
    );
    const form = {
      state,
      agency,
      parents,
      mayBeTop: isUppermost(officer.agency, agencies),
      staff: agency === null ? [] : (await listStaff(queries, [agency.code])).filter(({ enabled }) => enabled),
      organs: agency === null ? null : remedyOrgansOf(agency, agencies),
    };
    return sendPage(reply, agencyFormPage(await setting(request), form), state.problems.length > 0 ? 422 : 200);
  }

  async function save(request: FastifyRequest, reply: FastifyReply, agency: Agency | null) {
    const officer = officerWho(request, 'administer-agencies');
    const values = readFormValues(request.body);
    const code = agency?.code ?? valueOf({ values }, 'code').trim();
    if (agency === null && (await listAgencies(queries)).some(one => one.code === code))
      return showForm(request, reply, agency, {
        values,
        problems: [{ field: 'code', message: '这个机构编码已经登记，请换一个' }],
      });
    const changed = await changeAgency(queries, officer, agencyInputOf(values, code), now());
    if (!changed.ok)
      return showForm(request, reply, agency, { values, problems: [{ field: 'name', message: changed.problem }] });
    const message = { kind: 'done', sentence: `${changed.value.name}的资料已保存。` } as const;
    return goOn(deps, request, reply, { to: AGENCIES_PATH, session: getVisit(request).session.id, message });
  }

  server.get(`${AGENCIES_PATH}/new`, async (request, reply) =>
    showForm(request, reply, null, { ...EMPTY_FORM, values: { mayMakeRules: 'no', legalReview: 'refusals' } }),
  );
  server.post(`${AGENCIES_PATH}/new`, async (request, reply) => save(request, reply, null));

  const findMine = async (request: FastifyRequest) => {
    const { mine } = await administered(request);
    return mine.find(({ code }) => code === (request.params as { code?: string }).code);
  };
  server.get(`${AGENCIES_PATH}/:code`, async (request, reply) => {
    const agency = await findMine(request);
    if (agency === undefined) throw new NotFound();
    return showForm(request, reply, agency, { values: valuesOfAgency(agency), problems: [] });
  });
  server.post(`${AGENCIES_PATH}/:code`, async (request, reply) => {
    const agency = await findMine(request);
    if (agency === undefined) throw new NotFound();
    return save(request, reply, agency);
  });
}
