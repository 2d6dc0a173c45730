import type { FastifyInstance } from 'fastify';
import { diagramSvg } from '../../publishing/render/diagram-svg.ts';
import { findPublishedByNumber } from '../../publishing/store/item.register.store.ts';
import type { PublishingDeps } from '../publishing-deps.ts';

const DIAGRAMS_PATH = '/diagrams';

/** Where the 图解 of an item stands as one picture. */
export const diagramPath = (number: number): string => `${DIAGRAMS_PATH}/${number}.svg`;

/** The first 图解 of a public item as a picture that we have drawn: gone with its item. */
export function diagramRoutes(server: FastifyInstance, { queries, cache }: PublishingDeps): void {
  server.get<{ Params: { file: string } }>(`${DIAGRAMS_PATH}/:file`, async (request, reply) => {
    const number = /^(?<number>[1-9]\d{0,14})\.svg$/.exec(request.params.file)?.groups?.['number'];
    if (number === undefined) return reply.callNotFound();
    return cache.answer(request, reply, async () => {
      const item = await findPublishedByNumber(queries, Number(number));
      if (item?.publication.visibility.kind !== 'public') return null;
      const diagram = item.edition.content.body.find(part => part.kind === 'diagram');
      if (diagram === undefined) return null;
      return { body: diagramSvg(diagram, item.edition.content.issuer), type: 'image/svg+xml; charset=utf-8' };
    });
  });
}
