import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkItem } from '../../../publishing/actions/check-item.ts';
import { overrideFinding } from '../../../publishing/actions/override-finding.ts';
import { openStops } from '../../../publishing/rules/fold.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { readFormValues, valueOf } from '../../../views/form/form-state.ts';
import { goOn } from '../../gate/message.ts';
import type { Message } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { loadItem } from '../item/item-context.ts';
import type { ItemContext } from '../item/item-context.ts';
import { publishingCrumbs, sentVersion } from '../item/item.routes.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { gatesMain } from './gates.page.ts';
import type { GatesContent } from './gates.page.ts';

/** Where the gates run over an item, and where what they found is let stand. */
export function gateRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting } = deps;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    context: ItemContext,
    wrong: GatesContent['wrong'] = null,
  ) {
    const page = officePage(await setting(request), {
      title: `${wrong === null ? '' : '需要修改：'}发布前检查 ${context.file.latest.content.title}`,
      crumbs: publishingCrumbs(context),
      styles: ['publishing.css'],
      main: gatesMain({ context, wrong }),
    });
    return sendPage(reply, page, wrong === null ? 200 : 422);
  }

  function goBack(request: FastifyRequest, reply: FastifyReply, { file }: ItemContext, message: Message) {
    const to = `${itemPath(file.registration.id)}/gates`;
    return goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });
  }

  function refused(refusal: Refusal): Message {
    if (refusal.kind === 'forbidden') throw new Forbidden(refusal.ability);
    if (refusal.kind === 'not-found') throw new NotFound();
    return { kind: 'warning', sentence: refusalText(refusal) };
  }

  server.get<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/gates`, async (request, reply) =>
    show(request, reply, await loadItem(deps, request)),
  );

  server.post<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/gates`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const party = { kind: 'officer', officer: context.officer } as const;
    const ref = { id: context.file.registration.id, version: sentVersion({ values: readFormValues(request.body) }) };
    const checked = await checkItem(publishingDepsOf(deps), party, ref);
    if (!checked.ok) return goBack(request, reply, context, refused(checked.problem));
    const stops = openStops(checked.value.publication).length;
    return goBack(request, reply, context, {
      kind: stops > 0 ? 'warning' : 'done',
      sentence: stops > 0 ? `检查完毕，${stops} 处必须处理。` : '检查完毕，没有必须处理的问题。',
    });
  });

  server.post<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/gates/override`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const state = { values: readFormValues(request.body) };
    const [key, reason] = [valueOf(state, 'finding'), valueOf(state, 'reason').trim()];
    const finding = context.findings.find(one => one.key === key);
    if (finding === undefined)
      return goBack(request, reply, context, { kind: 'warning', sentence: '没有这处检查结果，请重新检查。' });
    if (reason === '' || reason.length > 300) {
      const message = reason === '' ? '请写明保留的理由' : '理由最多300个字，请精简';
      return show(request, reply, context, { finding: key, message, typed: reason });
    }
    const party = { kind: 'officer', officer: context.officer } as const;
    const ref = { id: context.file.registration.id, version: sentVersion(state) };
    const { edition } = context.file.publication;
    const input = { edition, finding: key, gate: finding.gate, reason };
    const done = await overrideFinding(publishingDepsOf(deps), party, ref, input);
    return goBack(
      request,
      reply,
      context,
      done.ok ? { kind: 'done', sentence: '已保留，理由已记入办理记录。' } : refused(done.problem),
    );
  });
}
