import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import { findItemNumber } from '../../publishing/rules/address.ts';
import { columnPath } from '../../publishing/rules/column.ts';
import { lastBasisOf } from '../../publishing/rules/fold.ts';
import { picturesOf } from '../../publishing/actions/make-pictures.ts';
import { findAttachmentId } from '../../publishing/rules/ids.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import {
  findPublished,
  findPublishedByNumber,
  listRelated,
  neighboursOf,
} from '../../publishing/store/item.register.store.ts';
import type { ItemLine, PublishedItem } from '../../publishing/store/item.register.store.ts';
import { isPicture } from '../../publishing/store/picture.register.store.ts';
import { findPublicAttachment } from '../../publishing/store/public-attachment.register.store.ts';
import { DOCUMENT_FORMATS, sendDocument, sendFile } from '../applications/documents.ts';
import type { DocumentFormat } from '../applications/documents.ts';
import type { PublicText } from '../page-cache.ts';
import { pageLimit } from '../open-data/limit.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { documentOf } from '../gazette/gazette.routes.ts';
import { documentPage } from './document.page.ts';
import { movedTo } from './moved-to.ts';
import { removedPage, withdrawnPage } from './taken-down.page.ts';

type Queries = PublishingDeps['queries'];
type Params = { Params: { column: string; month: string; file: string } };

/** Where an item stands: its agency and the way to its column. */
async function placeOf(queries: Queries, { agency: code, column }: ItemLine) {
  const [agency, columns] = await Promise.all([findAgency(queries, code), listColumns(queries, code)]);
  if (agency === undefined) throw new Error(`Agency ${code} is missing`);
  return { agency, path: columnPath(columns, column) };
}

async function basisLineOf(queries: Queries, { publication }: PublishedItem): Promise<ItemLine | undefined> {
  const basis = lastBasisOf(publication);
  if (basis?.kind !== 'item') return undefined;
  const line = (await findPublished(queries, basis.item))?.line;
  return line?.visibility === 'public' ? line : undefined;
}

async function pageOf(deps: PublishingDeps, request: FastifyRequest, item: PublishedItem): Promise<PublicText> {
  const { queries, setting, today } = deps;
  const { visibility } = item.publication;
  const place = await placeOf(queries, item.line);
  const frame = await setting(request);
  switch (visibility.kind) {
    case 'withdrawn':
      return { status: 410, body: withdrawnPage(frame, item, visibility, place).markup };
    case 'removed':
      return { status: 410, body: removedPage(frame, item, visibility, place).markup };
    case 'public':
    case 'unpublished': {
      const [related, neighbours, basis, pictures] = await Promise.all([
        listRelated(queries, item.line.id),
        neighboursOf(queries, item.line),
        basisLineOf(queries, item),
        picturesOf(deps, item.attachments),
      ]);
      const url = `${originOf(deps, request)}${item.line.address!}`;
      const page = documentPage(frame, { item, ...place, related, neighbours, basis, pictures, url, today: today() });
      return { body: page.markup };
    }
  }
}

const ASKED = /^(?<base>.+)\.(?<format>html|pdf|docx)$/;

/** Where a known item's address differs from the one asked for, or a removed one has given way to another: there. */
function detourOf({ line, publication: { visibility } }: PublishedItem, asked: string): string | null {
  if (line.address !== asked) return line.address;
  return visibility.kind === 'removed' ? visibility.redirectTo : null;
}

async function sendAsFile(
  deps: PublishingDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  item: PublishedItem,
  format: DocumentFormat,
): Promise<FastifyReply> {
  if (item.publication.visibility.kind !== 'public') return notFound(reply);
  if (!(await pageLimit(deps, request, reply, 'typeset'))) return reply;
  const bytes = await deps.press.document(await documentOf(deps, item.edition.content), format);
  return sendDocument(reply, bytes, item.edition.content.title, format);
}

const SHOWN_IN_PLACE = /^(?:image\/(?:png|jpeg|gif|webp)|application\/pdf)$/;

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

/** Every item under its permanent address, as a page and as a file; its attachments. */
export function documentRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, cache, files } = deps;

  server.get<Params>('/:column/:month/:file', async (request, reply) => {
    const { column, month, file } = request.params;
    const { base, format } = ASKED.exec(file)?.groups ?? {};
    const address = `/${column}/${month}/${base}.html`;
    const number = base === undefined ? undefined : findItemNumber(address);
    if (number === undefined) return reply.callNotFound();
    const asFile = DOCUMENT_FORMATS.find(one => one === format);
    if (asFile !== undefined) {
      const item = await findPublishedByNumber(queries, number);
      return item?.line.address === address ? sendAsFile(deps, request, reply, item, asFile) : reply.callNotFound();
    }
    return cache.answer(request, reply, async () => {
      const item = await findPublishedByNumber(queries, number);
      // Older sites have addresses of the same form, with numbers of their own.
      const moved = item?.line.address === address ? null : await movedTo(queries, address);
      if (moved !== null) return { status: 301, headers: { location: moved }, body: '' };
      if (item === undefined) return null;
      const detour = detourOf(item, address);
      return detour === null ? pageOf(deps, request, item) : { status: 301, headers: { location: detour }, body: '' };
    });
  });

  /** A picture is given in the form asked for, any other file as it was kept. */
  async function sendAttachment(reply: FastifyReply, idText: string, width: number | null): Promise<FastifyReply> {
    const id = findAttachmentId(idText);
    const attachment = id === undefined ? undefined : await findPublicAttachment(queries, id);
    if (id === undefined || attachment === undefined) return notFound(reply);
    const forms = isPicture(attachment) ? ((await picturesOf(deps, [{ id, ...attachment }])).get(id) ?? []) : null;
    const form = forms?.find(one => (width === null ? one.isWhole : one.width === width && !one.isWhole));
    const file = forms === null && width === null ? attachment.file : form?.file;
    const kept = file === undefined ? undefined : findFileId(file);
    if (kept === undefined) return notFound(reply);
    const bytes = await files.read(kept);
    if (SHOWN_IN_PLACE.test(attachment.mediaType)) return reply.type(attachment.mediaType).send(bytes);
    return sendFile(reply, bytes, attachment);
  }

  server.get<{ Params: { id: string; name: string } }>('/attachments/:id/:name', async (request, reply) =>
    sendAttachment(reply, request.params.id, null),
  );
  server.get<{ Params: { id: string; width: string; name: string } }>(
    '/attachments/:id/:width/:name',
    async (request, reply) => sendAttachment(reply, request.params.id, Number(request.params.width)),
  );
}
