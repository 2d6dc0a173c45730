import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../../people/rules/may.ts';
import { maskAttachment } from '../../../publishing/actions/mask-attachment.ts';
import { openStops } from '../../../publishing/rules/fold.ts';
import type { Attachment } from '../../../publishing/rules/item-file.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { readingsOf } from '../../../publishing/store/reading.store.ts';
import { readFormValues } from '../../../views/form/form-state.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { loadItem } from '../item/item-context.ts';
import type { ItemContext } from '../item/item-context.ts';
import { publishingCrumbs, sentVersion } from '../item/item.routes.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { compareMain, comparePath, maskableOf, maskMain } from './masking.page.ts';

type AttachmentRequest = FastifyRequest<{ Params: { readonly id: string; readonly attachment: string } }>;

const ATTACHMENT_PATH = `${PUBLISHING_PATH}/:id/attachments/:attachment`;

/** A masked copy in place of an attachment, and the two beside each other. */
export function maskingRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting, redaction, database } = deps;

  async function asked(request: AttachmentRequest) {
    const context = await loadItem(deps, request);
    const attachment = context.file.attachments.find(({ id }) => id === request.params.attachment);
    if (attachment === undefined) throw new NotFound();
    return { context, attachment };
  }

  async function show(
    request: AttachmentRequest,
    reply: FastifyReply,
    context: ItemContext,
    attachment: Attachment,
    refusal: Refusal | null,
  ) {
    if (!may(context.officer, 'draft-item', context.file.registration.agency)) throw new Forbidden('draft-item');
    const named = context.file.latest.content.attachments.find(({ id }) => id === attachment.id);
    const page = officePage(await setting(request), {
      title: `生成脱敏副本 ${attachment.name}`,
      crumbs: publishingCrumbs(context),
      styles: ['publishing.css'],
      main: maskMain({
        context,
        attachment,
        title: named?.title ?? attachment.name,
        findings: context.findings.filter(finding => maskableOf(context, finding) === attachment.id),
        refusal,
      }),
    });
    return sendPage(reply, page, refusal === null ? 200 : 409);
  }

  server.get<{ Params: { id: string; attachment: string } }>(`${ATTACHMENT_PATH}/mask`, async (request, reply) => {
    const { context, attachment } = await asked(request);
    return show(request, reply, context, attachment, null);
  });

  server.post<{ Params: { id: string; attachment: string } }>(`${ATTACHMENT_PATH}/mask`, async (request, reply) => {
    const { context, attachment } = await asked(request);
    const ref = { id: context.file.registration.id, version: sentVersion({ values: readFormValues(request.body) }) };
    const party = { kind: 'officer', officer: context.officer } as const;
    const done = await maskAttachment({ ...publishingDepsOf(deps), redaction }, party, ref, attachment.id);
    if (!done.ok) {
      if (done.problem.kind === 'forbidden') throw new Forbidden(done.problem.ability);
      if (done.problem.kind === 'not-found') throw new NotFound();
      return show(request, reply, context, attachment, done.problem);
    }
    const { file, attachment: copy, places } = done.value;
    const stops = openStops(file.publication).length;
    return goOn(deps, request, reply, {
      to: comparePath(ref.id, copy),
      session: getVisit(request).session.id,
      message: {
        kind: stops > 0 ? 'warning' : 'done',
        sentence: `已生成脱敏副本，遮盖 ${places.length} 处，附件已经替换。重新检查以后，这一稿还有 ${stops} 处必须处理。`,
      },
    });
  });

  server.get<{ Params: { id: string; attachment: string } }>(`${ATTACHMENT_PATH}/compare`, async (request, reply) => {
    const { context, attachment: copy } = await asked(request);
    const original = context.file.attachments.find(({ id }) => id === copy.maskedFrom);
    if (original === undefined) throw new NotFound();
    const page = officePage(await setting(request), {
      title: `脱敏前后对照 ${copy.name}`,
      crumbs: publishingCrumbs(context),
      styles: ['publishing.css'],
      main: compareMain({
        context,
        copy,
        original,
        readings: await readingsOf(database.queries, [original.id, copy.id]),
      }),
    });
    return sendPage(reply, page);
  });
}
