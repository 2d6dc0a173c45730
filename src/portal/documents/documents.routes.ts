import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import { itemDocument } from '../../publishing/render/item-document.ts';
import { findItemNumber } from '../../publishing/rules/address.ts';
import { columnPath } from '../../publishing/rules/column.ts';
import { lastBasisOf } from '../../publishing/rules/fold.ts';
import { findAttachmentId } from '../../publishing/rules/ids.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import {
  findPublished,
  findPublishedByNumber,
  listRelated,
  neighboursOf,
} from '../../publishing/store/item.register.store.ts';
import type { ItemLine, PublishedItem } from '../../publishing/store/item.register.store.ts';
import { findPublicAttachment } from '../../publishing/store/public-attachment.register.store.ts';
import { DOCUMENT_FORMATS, sendDocument, sendFile } from '../applications/documents.ts';
import type { DocumentFormat } from '../applications/documents.ts';
import type { PublicText } from '../page-cache.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { documentPage } from './document.page.ts';
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
      const [related, neighbours, basis] = await Promise.all([
        listRelated(queries, item.line.id),
        neighboursOf(queries, item.line),
        basisLineOf(queries, item),
      ]);
      const url = `${originOf(deps, request)}${item.line.address!}`;
      const page = documentPage(frame, { item, ...place, related, neighbours, basis, url, today: today() });
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
  { press }: PublishingDeps,
  reply: FastifyReply,
  item: PublishedItem,
  format: DocumentFormat,
): Promise<FastifyReply> {
  if (item.publication.visibility.kind !== 'public') {
    reply.callNotFound();
    return reply;
  }
  const bytes = await press.document(itemDocument(item.edition.content), format);
  return sendDocument(reply, bytes, item.edition.content.title, format);
}

const SHOWN_IN_PLACE = /^(?:image\/(?:png|jpeg|gif|webp)|application\/pdf)$/;

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
      return item?.line.address === address ? sendAsFile(deps, reply, item, asFile) : reply.callNotFound();
    }
    return cache.answer(request, reply, async () => {
      const item = await findPublishedByNumber(queries, number);
      if (item === undefined) return null;
      const detour = detourOf(item, address);
      return detour === null ? pageOf(deps, request, item) : { status: 301, headers: { location: detour }, body: '' };
    });
  });

  server.get<{ Params: { id: string; name: string } }>('/attachments/:id/:name', async (request, reply) => {
    const id = findAttachmentId(request.params.id);
    const attachment = id === undefined ? undefined : await findPublicAttachment(queries, id);
    const file = attachment === undefined ? undefined : findFileId(attachment.file);
    if (attachment === undefined || file === undefined) return reply.callNotFound();
    const bytes = await files.read(file);
    if (SHOWN_IN_PLACE.test(attachment.mediaType)) return reply.type(attachment.mediaType).send(bytes);
    return sendFile(reply, bytes, attachment);
  });
}
