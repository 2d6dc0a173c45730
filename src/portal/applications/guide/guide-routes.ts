import type { FastifyInstance } from 'fastify';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import { remedyOrgansOf } from '../../../people/rules/remedy-organs.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { listPublishingAgencies } from '../../../applications/store/answered.register.store.ts';
import { blankForm } from '../blank-form/blank-form.ts';
import { BLANK_FORM_PATH, GUIDE_PATH, LOOK_UP_PATH } from '../column.ts';
import { DOCUMENT_FORMATS, sendDocument } from '../documents.ts';
import { hitList } from '../../public-search/hit-list.ts';
import { guidePage } from './guide.page.ts';
import { lookUpPage } from './look-up.page.ts';
import { agencyInQuestion, receivingAgencies } from './receiving-agencies.ts';

type Asked = { Querystring: { agency?: string; find?: string; q?: string; part?: string } };
const MOST_HITS = 20;
const HITS_WHILE_TYPING = 5;
const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : '');

/** The guide, the search of what is public already, and the blank form. */
export function guideRoutes(server: FastifyInstance, { setting, actions, index, press }: ApplicationsDeps): void {
  server.get<Asked>(GUIDE_PATH, async (request, reply) => {
    const agencies = await listAgencies(actions.queries);
    const agency = agencyInQuestion(agencies, findAgencyCode(textOf(request.query.agency)));
    const page = guidePage(await setting(request), {
      agencies,
      agency,
      remedy: agency === undefined ? null : remedyOrgansOf(agency, agencies),
      words: textOf(request.query.find).slice(0, 60),
      answeredList: (await listPublishingAgencies(actions.queries)).length > 0,
    });
    return sendPage(reply, page);
  });

  server.get<Asked>(LOOK_UP_PATH, async (request, reply) => {
    const words = textOf(request.query.q).trim();
    const isPart = request.query.part === '1';
    const hits = words === '' ? [] : await index(words, isPart ? HITS_WHILE_TYPING : MOST_HITS);
    // For the script that shows hits while somebody types: the list alone.
    if (isPart) return reply.type('text/html; charset=utf-8').send(hits.length === 0 ? '' : hitList(hits).markup);
    const agency = agencyInQuestion(await listAgencies(actions.queries), undefined);
    return sendPage(reply, lookUpPage(await setting(request), words, hits, agency?.code ?? null));
  });

  for (const format of DOCUMENT_FORMATS)
    server.get<Asked>(`${BLANK_FORM_PATH}.${format}`, async (request, reply) => {
      const code = findAgencyCode(textOf(request.query.agency));
      const agency = receivingAgencies(await listAgencies(actions.queries)).find(candidate => candidate.code === code);
      if (agency === undefined) return reply.callNotFound();
      return sendDocument(reply, await press.document(blankForm(agency), format), '政府信息公开申请表', format);
    });
}
