import type { FastifyInstance } from 'fastify';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import { gazetteDocument } from '../../publishing/render/gazette-document.ts';
import { itemDocument } from '../../publishing/render/item-document.ts';
import type { Content } from '../../publishing/rules/content.ts';
import { listGazettes, readGazetteTexts } from '../../publishing/store/gazette.register.store.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { GAZETTE_PATH, gazettePage } from './gazette.page.ts';

/** What is typeset of an item: an issue of the 公报 with the texts that it contains, everything else as it stands. */
export async function documentOf(
  { queries }: Pick<PublishingDeps, 'queries'>,
  content: Content,
): Promise<OfficialDocument> {
  const { details } = content;
  if (details.kind !== 'gazette') return itemDocument(content);
  return gazetteDocument({ ...content, details }, await readGazetteTexts(queries, details));
}

/** 政府公报: the issues by year, and the permanent address of each. */
export function gazetteRoutes(server: FastifyInstance, { queries, setting, cache }: PublishingDeps): void {
  server.get(GAZETTE_PATH, async (request, reply) =>
    cache.answer(request, reply, async () => ({
      body: gazettePage(await setting(request), await listGazettes(queries, { kind: 'public' })).markup,
    })),
  );

  server.get<{ Params: { year: string; number: string } }>(`${GAZETTE_PATH}/:year/:number`, async (request, reply) => {
    const { year, number } = request.params;
    if (!/^\d{4}$/.test(year) || !/^[1-9]\d?$/.test(number)) return reply.callNotFound();
    return cache.answer(request, reply, async () => {
      const issues = await listGazettes(queries, { kind: 'public' });
      const found = issues.find(({ gazette }) => gazette.year === Number(year) && gazette.number === Number(number));
      return found === undefined ? null : { status: 302, headers: { location: found.line.address! }, body: '' };
    });
  });
}
