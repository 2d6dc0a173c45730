import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAgency } from '../../../people/store/agency.register.store.ts';
import { questionsOf } from '../../../publishing/rules/diagram-blocks.ts';
import { proposeDiagram } from '../../../publishing/rules/propose-diagram.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import { readFormValues, valueOf } from '../../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import { NotFound, officerWho } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { markedText } from '../body/marked-text.ts';
import { loadItem } from '../item/item-context.ts';
import type { ItemContext } from '../item/item-context.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { MADE, proposedValues, readDiagramForm } from './diagram-form.ts';
import type { ReadDiagram } from './diagram-form.ts';
import { interpretMain } from './interpretation.page.ts';

/** Shows the form of a new interpretation of a document, filled in. */
export type OpenInterpretation = (
  request: FastifyRequest,
  reply: FastifyReply,
  document: string,
  values: FormValues,
) => Promise<FastifyReply>;

/** Kinds that have interpretations. */
const INTERPRETED: ReadonlySet<string> = new Set(['document', 'system-document', 'notice']);

/** 图解 and 问答 of a document, made from fields; they become the draft of its interpretation. */
export function interpretationRoutes(
  server: FastifyInstance,
  deps: PublishingDeskDeps,
  openInterpretation: OpenInterpretation,
) {
  const { setting } = deps;
  const { queries } = deps.database;

  async function documentOf(request: FastifyRequest<{ Params: { readonly id: string } }>): Promise<ItemContext> {
    officerWho(request, 'draft-item');
    const context = await loadItem(deps, request);
    if (!INTERPRETED.has(context.file.registration.kind)) throw new NotFound();
    return context;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { file }: ItemContext,
    state: FormState,
    made: ReadDiagram | null,
  ) {
    const { title } = file.latest.content;
    const { id } = file.registration;
    const page = officePage(await setting(request), {
      title: formTitle('制作图解和问答', state),
      crumbs: [
        { text: '主动公开', href: PUBLISHING_PATH },
        { text: title, href: itemPath(id) },
      ],
      styles: ['publishing.css'],
      scripts: ['character-count.js'],
      main: interpretMain({ document: { id, title }, state, made }),
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/interpret`, async (request, reply) => {
    const context = await documentOf(request);
    const agency = await findAgency(queries, context.file.registration.agency);
    const telephone = agency?.contact.telephone ?? '';
    const contact = telephone === '' ? '' : `${agency?.shortName ?? ''} ${telephone}`;
    const values = proposedValues(proposeDiagram(context.file.latest.content), contact);
    return show(request, reply, context, { values, problems: [] }, null);
  });

  server.post<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/interpret`, async (request, reply) => {
    const context = await documentOf(request);
    const values = readFormValues(request.body);
    const read = readDiagramForm(values);
    if (!read.ok) return show(request, reply, context, { values, problems: read.problem }, null);
    if (valueOf({ values }, 'step') !== 'fill')
      return show(request, reply, context, { values, problems: [] }, read.value);
    const { diagram, made } = read.value;
    const body = [
      ...(made.includes('diagram') ? [diagram] : []),
      ...(made.includes('questions') ? questionsOf(diagram) : []),
    ];
    return openInterpretation(request, reply, context.file.registration.id, {
      body: markedText(body),
      forms: MADE.filter(one => made.includes(one)),
    });
  });
}
