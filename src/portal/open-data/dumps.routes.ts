import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { downloadOf } from '../../platform/press/download.ts';
import { readPublicContents } from '../../publishing/actions/read-public-contents.ts';
import { itemData } from '../../publishing/render/item-data.ts';
import { countPublicByYear, listPublicOfYear } from '../../publishing/store/public-content.register.store.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { dataPlacesOf } from './data-places.ts';
import { DUMP_WEIGHT, FOR_EVERYBODY, openDataLimit } from './limit.ts';

const DUMP = /^(?<year>(?:19|20)\d{2})\.ndjson\.gz$/;
const AT_ONCE = 100;

export const dumpPath = (year: number): string => `/api/dumps/${year}.ndjson.gz`;

/** Items of a year, a line of JSON each, read as they are taken: however many they are, few are in memory. */
async function* linesOf(deps: PublishingDeps, year: number, origin: string): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const lines = await listPublicOfYear(deps.queries, year, { after, limit: AT_ONCE });
    for (const item of await readPublicContents(deps, lines))
      yield `${JSON.stringify(itemData(item, dataPlacesOf(origin), deps.today()))}\n`;
    if (lines.length < AT_ONCE) return;
    after = lines.at(-1)!.number;
  }
}

/** Everything of a year in one file, for archives and research. */
export function dumpRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  server.get<{ Params: { file: string } }>('/api/dumps/:file', async (request, reply) => {
    const year = Number(DUMP.exec(request.params.file)?.groups?.['year'] ?? NaN);
    if (Number.isNaN(year)) return reply.callNotFound();
    const years = await countPublicByYear(deps.queries);
    if (!years.some(one => one.year === year)) return reply.callNotFound();
    if (!(await openDataLimit(deps, request, reply, DUMP_WEIGHT))) return reply;
    const { headers } = downloadOf(
      new Uint8Array(),
      `公开信息${year}.ndjson.gz`,
      `items-${year}.ndjson.gz`,
      'application/gzip',
    );
    const lines = Readable.from(linesOf(deps, year, originOf(deps, request)));
    return reply.headers({ ...headers, ...FOR_EVERYBODY }).send(lines.compose(createGzip({ level: 6 })));
  });
}
