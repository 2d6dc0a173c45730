import type { FastifyInstance } from 'fastify';
import { restoreEdition } from '../../../publishing/actions/restore-edition.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import { listReferences } from '../../../publishing/store/item-desk.store.ts';
import { listEditions } from '../../../publishing/store/item.store.ts';
import { readFormValues, valueOf } from '../../../views/form/form-state.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { refusalFor } from '../acts/act-form.ts';
import { loadItem } from '../item/item-context.ts';
import { publishingCrumbs, sentVersion } from '../item/item.routes.ts';
import { namesOf } from '../item/names-of.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { editionsMain } from './editions.page.ts';

const editionOf = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0);

/** Every edition of an item: compared with each other, and brought back. */
export function editionRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { setting } = deps;
  const { queries } = deps.database;

  server.get<{ Params: { id: string }; Querystring: { before?: string; after?: string } }>(
    `${PUBLISHING_PATH}/:id/editions`,
    async (request, reply) => {
      const context = await loadItem(deps, request);
      const { file } = context;
      const editions = await listEditions(queries, file.registration.id);
      const find = (text: string | undefined) => editions.find(({ edition }) => edition === editionOf(text));
      const pair = [find(request.query.before), find(request.query.after)].toSorted(
        (one, other) => (one?.edition ?? 0) - (other?.edition ?? 0),
      );
      const [before, after] = pair;
      const named = pair.flatMap(one => one?.content.relations.map(({ to }) => to) ?? []);
      const main = editionsMain({
        context,
        names: await namesOf(queries, file.log),
        editions,
        compared: before === undefined || after === undefined ? null : { before, after },
        references: await listReferences(queries, [...new Set(named)]),
        mayRestore: refusalFor({ kind: 'edited', edition: file.publication.edition + 1 }, context) === null,
      });
      const page = officePage(await setting(request), {
        title: `全部版本 ${file.latest.content.title}`,
        crumbs: publishingCrumbs(context),
        main,
      });
      return sendPage(reply, page);
    },
  );

  server.post<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/editions/restore`, async (request, reply) => {
    const { file, officer } = await loadItem(deps, request);
    const { id } = file.registration;
    const state = { values: readFormValues(request.body) };
    const edition = editionOf(valueOf(state, 'edition'));
    const party = { kind: 'officer', officer } as const;
    const restored = await restoreEdition(publishingDepsOf(deps), party, { id, version: sentVersion(state) }, edition);
    if (!restored.ok && restored.problem.kind === 'forbidden') throw new Forbidden(restored.problem.ability);
    if (!restored.ok && restored.problem.kind === 'not-found') throw new NotFound();
    return goOn(deps, request, reply, {
      to: restored.ok ? itemPath(id) : `${itemPath(id)}/editions`,
      session: getVisit(request).session.id,
      message: restored.ok
        ? { kind: 'done', sentence: `第 ${edition} 稿的内容成为第 ${restored.value.publication.edition} 稿。` }
        : { kind: 'warning', sentence: refusalText(restored.problem) },
    });
  });
}
