import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Officer } from '../../../people/rules/officer.ts';
import type { FileId } from '../../../platform/files/file-store.ts';
import { verifyItemAddresses } from '../../../publishing/actions/verify-addresses.ts';
import type { ItemFile } from '../../../publishing/rules/item-file.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { listEntriesOfItem } from '../../../publishing/store/catalogue.register.store.ts';
import { listItemLines } from '../../../publishing/store/item-desk.store.ts';
import { findEdition } from '../../../publishing/store/item.store.ts';
import { listRelated } from '../../../publishing/store/item.register.store.ts';
import { errorSummary } from '../../../views/error-summary/error-summary.ts';
import { formButtons } from '../../../views/form/form-buttons.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import { readFormValues, valueOf } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { hiddenField } from '../../../views/form/hidden-field.ts';
import { html } from '../../../views/html/html.ts';
import type { Html } from '../../../views/html/html.ts';
import { goOn } from '../../gate/message.ts';
import type { Message } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { refusalFor } from '../acts/act-form.ts';
import type { ActForm } from '../acts/act-form.ts';
import { findActForm } from '../acts/index.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { actPath, itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { itemStageTag } from '../stage-tag.ts';
import type { ActNames } from './act-words.ts';
import { itemRefusalPanel } from './edit.page.ts';
import { loadItem } from './item-context.ts';
import type { ItemContext } from './item-context.ts';
import { itemMain } from './item.page.ts';
import type { RelatedLine } from './item.page.ts';
import { namesOf } from './names-of.ts';
import { findSecrecyReview, secrecyRecordMain } from './secrecy-record.ts';
import { verificationMessage } from './verification.ts';

type ItemRequest = FastifyRequest<{ Params: { readonly id: string } }>;

export const publishingCrumbs = ({ file }: ItemContext) => [
  { text: '主动公开', href: PUBLISHING_PATH },
  { text: file.latest.content.title, href: itemPath(file.registration.id) },
];

function actMain(
  form: ActForm,
  context: ItemContext,
  names: ActNames,
  state: FormState,
  refusal: Refusal | null,
): Html {
  const { registration, publication, latest } = context.file;
  const lead = form.lead?.(context);
  return html`${errorSummary(state.problems)}${itemRefusalPanel(refusal, names)}
<h1>${form.title}</h1>
<p><a href="${itemPath(registration.id)}">${latest.content.title}</a> ${itemStageTag(publication.stage)}</p>
${lead !== undefined && lead !== null && html`<p class="lead">${lead}</p>`}
<form class="card form" method="post" action="${actPath(registration.id, form.name)}" novalidate>
${hiddenField('version', publication.version)}${form.fields?.(state, context)}
${formButtons([{ text: form.button ?? form.title, look: form.final === true ? 'danger' : 'main' }], { text: '返回', href: itemPath(registration.id) })}</form>
`;
}

/** The version that a form was made with; 0 where it is none, so that nothing is done on trust. */
export function sentVersion(state: Pick<FormState, 'values'>): number {
  const text = valueOf(state, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** One item: its page, every act that is entered on it, its files. */
export function itemRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { files, setting } = deps;
  const { queries } = deps.database;

  /** What the newest edition names, and what names the public one. */
  async function relatedOf({ file }: ItemContext): Promise<readonly RelatedLine[]> {
    const { relations } = file.latest.content;
    const lines = await listItemLines(
      queries,
      relations.map(({ to }) => to),
    );
    const named = relations.flatMap(({ relation, to }) => {
      const item = lines.find(({ id }) => id === to);
      return item === undefined ? [] : [{ relation, from: 'this' as const, item }];
    });
    const naming = (await listRelated(queries, file.registration.id)).filter(({ from }) => from === 'other');
    return [...named, ...naming];
  }

  server.get<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const { latest, log } = context.file;
    const names = await namesOf(queries, log);
    const entries = await listEntriesOfItem(queries, context.file.registration.id);
    const main = itemMain({ context, names, related: await relatedOf(context), entries });
    const page = officePage(await setting(request), {
      title: latest.content.title,
      crumbs: publishingCrumbs(context).slice(0, 1),
      styles: ['publishing.css'],
      main,
    });
    return sendPage(reply, page);
  });

  server.get<{ Params: { id: string; sequence: string } }>(
    `${PUBLISHING_PATH}/:id/secrecy/:sequence`,
    async (request, reply) => {
      const context = await loadItem(deps, request);
      const { log, registration } = context.file;
      const review = findSecrecyReview(log, Number(request.params.sequence));
      const reviewed =
        review === undefined ? undefined : await findEdition(queries, registration.id, review.act.edition);
      if (review === undefined || reviewed === undefined) throw new NotFound();
      const page = officePage(await setting(request), {
        title: `保密审查表 ${reviewed.content.title}`,
        crumbs: publishingCrumbs(context),
        styles: ['publishing.css'],
        main: secrecyRecordMain(context, review, reviewed.content, await namesOf(queries, log)),
      });
      return sendPage(reply, page);
    },
  );

  server.get<{ Params: { id: string; attachment: string } }>(
    `${PUBLISHING_PATH}/:id/attachments/:attachment`,
    async (request, reply) => {
      const { file } = await loadItem(deps, request);
      const known = file.attachments.find(({ id }) => id === request.params.attachment);
      if (known === undefined) throw new NotFound();
      const isPicture = known.mediaType === 'image/png' || known.mediaType === 'image/jpeg';
      const name = encodeURIComponent(known.name);
      return reply
        .header(
          'content-disposition',
          `${isPicture ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${name}`,
        )
        .type(known.mediaType)
        .send(await files.read(known.file as FileId));
    },
  );

  async function showAct(
    request: ItemRequest,
    reply: FastifyReply,
    context: ItemContext,
    form: ActForm,
    state: FormState,
    refusal: Refusal | null,
  ) {
    const names = await namesOf(queries, context.file.log);
    const page = officePage(await setting(request), {
      title: formTitle(`${form.title} ${context.file.latest.content.title}`, state),
      crumbs: publishingCrumbs(context),
      main: actMain(form, context, names, state, refusal),
    });
    return sendPage(reply, page, refusal === null ? 200 : refusal.kind === 'unusable' ? 422 : 409);
  }

  const formOf = (name: string): ActForm => {
    const form = findActForm(name);
    if (form === undefined) throw new NotFound();
    return form;
  };

  server.get<{ Params: { id: string; act: string } }>(`${PUBLISHING_PATH}/:id/acts/:act`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const form = formOf(request.params.act);
    const refusal = refusalFor(form.specimen(context), context);
    if (refusal?.kind === 'forbidden') throw new Forbidden(refusal.ability);
    return showAct(request, reply, context, form, { values: form.initial?.(context) ?? {}, problems: [] }, refusal);
  });

  server.post<{ Params: { id: string; act: string } }>(`${PUBLISHING_PATH}/:id/acts/:act`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const form = formOf(request.params.act);
    const { id } = context.file.registration;
    const admission = refusalFor(form.specimen(context), context);
    if (admission?.kind === 'forbidden') throw new Forbidden(admission.ability);
    const values = readFormValues(request.body);
    const done = await form.perform({
      deps: publishingDepsOf(deps),
      party: { kind: 'officer', officer: context.officer },
      ref: { id, version: sentVersion({ values }) },
      values,
      context,
    });
    if (!done.ok) {
      const { problem } = done;
      if (problem.kind === 'forbidden') throw new Forbidden(problem.ability);
      if (problem.kind === 'not-found') throw new NotFound();
      const current = problem.kind === 'overtaken' ? await loadItem(deps, request) : context;
      const problems = problem.kind === 'unusable' ? problem.problems : [];
      return showAct(request, reply, current, form, { values, problems }, problem);
    }
    return goOn(deps, request, reply, {
      to: itemPath(id),
      session: getVisit(request).session.id,
      message: await doneMessage(form, done.value, context.officer),
    });
  });

  /** What was done; where it changes what readers see, also what the public addresses answer now. */
  async function doneMessage(form: ActForm, file: ItemFile, officer: Officer): Promise<Message> {
    const sentence = `${form.title}已办理。`;
    if (form.changesPublic !== true) return { kind: 'done', sentence };
    const seen = await verified(file, officer);
    return { ...seen, sentence: `${sentence}${seen.sentence}` };
  }

  /** Asks the public addresses of an item again, as a reader would, and says whether they answer as they must. */
  async function verified({ registration, publication }: ItemFile, officer: Officer): Promise<Message> {
    const ref = { id: registration.id, version: publication.version };
    const party = { kind: 'officer', officer } as const;
    const done = await verifyItemAddresses({ ...publishingDepsOf(deps), askPublic: deps.askPublic }, party, ref);
    if (!done.ok) return { kind: 'warning', sentence: refusalText(done.problem) };
    return verificationMessage(done.value.publication.verification?.answers ?? []);
  }

  server.post<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/verify`, async (request, reply) => {
    const { file, officer } = await loadItem(deps, request);
    return goOn(deps, request, reply, {
      to: itemPath(file.registration.id),
      session: getVisit(request).session.id,
      message: await verified(file, officer),
    });
  });
}
