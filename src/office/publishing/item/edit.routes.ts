import { randomUUIDv7 } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { findAgency } from '../../../people/store/agency.register.store.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { may } from '../../../people/rules/may.ts';
import { describeUpload } from '../../../platform/files/describe-upload.ts';
import { dropUploads, keepUploads } from '../../../platform/files/keep-uploads.ts';
import type { KeptUpload } from '../../../platform/files/keep-uploads.ts';
import { addAttachments } from '../../../publishing/actions/add-attachments.ts';
import { draftItem } from '../../../publishing/actions/draft-item.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import { editItem } from '../../../publishing/actions/edit-item.ts';
import { catalogueBody } from '../../../publishing/rules/catalogue/catalogue-body.ts';
import type { Catalogue } from '../../../publishing/rules/catalogue/catalogue-entry.ts';
import type { Content } from '../../../publishing/rules/content.ts';
import { findItemId } from '../../../publishing/rules/ids.ts';
import type { AttachmentId, ItemId } from '../../../publishing/rules/ids.ts';
import { ITEM_KIND_LABEL, ITEM_KINDS } from '../../../publishing/rules/item-kind.ts';
import type { ItemKind } from '../../../publishing/rules/item-kind.ts';
import type { Attachment, ItemFile } from '../../../publishing/rules/item-file.ts';
import { unusableFields } from '../../../people/rules/refusal.ts';
import type { Refusal } from '../../../publishing/rules/refusal.ts';
import { listEntries } from '../../../publishing/store/catalogue.register.store.ts';
import { listColumns } from '../../../publishing/store/column.register.store.ts';
import { findReferredItem, listReferences } from '../../../publishing/store/item-desk.store.ts';
import { findItemFile } from '../../../publishing/store/item.store.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import type { FormState, FormValues } from '../../../views/form/form-state.ts';
import type { Html } from '../../../views/html/html.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerWho } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { editorHtml } from '../body/editor-html.ts';
import { markedText } from '../body/marked-text.ts';
import { LONGEST_HTML, readBodyHtml } from '../../../publishing/parse/read-body-html.ts';
import { catalogueReport } from '../import/catalogue-report.ts';
import { IMPORTED_KINDS, importMain } from '../import/import.page.ts';
import { interpretationRoutes } from '../interpretation/interpretation.routes.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { itemPath, PUBLISHING_PATH } from '../publishing-paths.ts';
import { editMain, kindMain } from './edit.page.ts';
import { refusalFor } from '../acts/act-form.ts';
import { loadItem } from './item-context.ts';
import type { ItemContext } from './item-context.ts';
import { itemValues, readItem, typedRelations, withTypedBody } from './item-form.ts';
import type { ItemFormContext } from './item-form.ts';
import { namesOf } from './names-of.ts';
import { publicityValues } from './publicity-form.ts';

const withoutExtension = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || name;

const attachmentOf = ({ file, name, mediaType, bytes, sha256 }: KeptUpload): Attachment => ({
  id: randomUUIDv7() as string as AttachmentId,
  file,
  name,
  mediaType,
  bytes,
  sha256,
});

/** The content with further attachments named behind those it has. */
const withAttachments = (content: Content, added: readonly Attachment[]): Content => ({
  ...content,
  attachments: [...content.attachments, ...added.map(({ id, name }) => ({ id, title: withoutExtension(name) }))],
});

type Shown = {
  readonly kind: ItemKind;
  readonly file: ItemFile | null;
  readonly state: FormState;
  readonly refusal: Refusal | null;
  /** What was read from a file; absent where none was. */
  readonly report?: Html;
};

const crumbs = [{ text: '主动公开', href: PUBLISHING_PATH }];

/** Where items are written: new ones by kind, and further editions of those there are. */
export function editRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { files, scanner, readUploads, documentReader, today, setting } = deps;
  const { queries } = deps.database;

  /** The items that were typed as 相关文件, by what was typed. */
  async function relatedOf(values: FormValues): Promise<ReadonlyMap<string, ItemId>> {
    const found = new Map<string, ItemId>();
    for (const { text } of typedRelations(values)) {
      const line = await findReferredItem(queries, text);
      if (line !== undefined) found.set(text, line.id);
    }
    return found;
  }

  async function formContext(officer: Officer, kind: ItemKind, file: ItemFile | null): Promise<ItemFormContext> {
    return {
      kind,
      agency: officer.agency,
      columns: await listColumns(queries, officer.agency),
      attachments: file?.attachments ?? [],
    };
  }

  /** What a new item begins with: the agency's names, today, and the document that is to be interpreted. */
  async function openingValues(officer: Officer, kind: ItemKind, of: string | undefined): Promise<FormValues> {
    const agency = await findAgency(queries, officer.agency);
    const common = {
      issuer: agency?.name ?? '',
      source: agency?.name ?? '',
      author: officer.name,
      formedOn: today().toString(),
      periodUnit: 'working-day',
      ...publicityValues(undefined),
      forms: ['text'],
    };
    const id = findItemId(of ?? '');
    const document = id === undefined ? undefined : await findItemFile(queries, id);
    if (
      kind !== 'interpretation' ||
      document === undefined ||
      !may(officer, 'read-items', document.registration.agency)
    )
      return common;
    return {
      ...common,
      title: `《${document.latest.content.title}》政策解读`.slice(0, 200),
      theme: document.latest.content.theme ?? '',
      'relation-0': 'interprets',
      'related-0': document.registration.indexNumber,
    };
  }

  /** The catalogue that the agency keeps, as it is published. */
  async function heldCatalogue({ agency }: Officer): Promise<FormValues> {
    const entries = await listEntries(queries, agency);
    return { title: '基层政务公开标准目录', body: markedText(catalogueBody(entries)) };
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { kind, file, state, refusal, report }: Shown) {
    const officer = officerWho(request, 'draft-item');
    const main = editMain({
      form: await formContext(officer, kind, file),
      state,
      refusal,
      names: file === null ? { staff: new Map(), items: new Map() } : await namesOf(queries, file.log),
      file,
      report: report ?? null,
      action: file === null ? `${PUBLISHING_PATH}/new/${kind}` : `${itemPath(file.registration.id)}/edit`,
    });
    const title = file === null ? `起草：${ITEM_KIND_LABEL[kind]}` : `修改：${file.latest.content.title}`;
    const page = officePage(await setting(request), {
      title: formTitle(title, state),
      crumbs:
        file === null ? crumbs : [...crumbs, { text: file.latest.content.title, href: itemPath(file.registration.id) }],
      styles: ['publishing.css'],
      scripts: ['character-count.js', 'body-editor.js'],
      main,
    });
    const status = refusal !== null && refusal.kind !== 'unusable' ? 409 : state.problems.length > 0 ? 422 : 200;
    return sendPage(reply, page, status);
  }

  const kindOf = (text: string): ItemKind => {
    const kind = ITEM_KINDS.find(one => one === text);
    if (kind === undefined) throw new NotFound();
    return kind;
  };

  server.get(`${PUBLISHING_PATH}/new`, async (request, reply) => {
    officerWho(request, 'draft-item');
    return sendPage(reply, officePage(await setting(request), { title: '起草信息', crumbs, main: kindMain(true) }));
  });

  server.get<{ Params: { kind: string }; Querystring: { of?: string; catalogue?: string } }>(
    `${PUBLISHING_PATH}/new/:kind`,
    async (request, reply) => {
      const officer = officerWho(request, 'draft-item');
      const kind = kindOf(request.params.kind);
      const opening = await openingValues(officer, kind, request.query.of);
      const held = kind === 'catalogue-entry' && request.query.catalogue === 'held';
      const values = held ? { ...opening, ...(await heldCatalogue(officer)) } : opening;
      return show(request, reply, { kind, file: null, state: { values, problems: [] }, refusal: null });
    },
  );

  /** What was sent: its values, and the files that came along. */
  async function received(request: FastifyRequest) {
    const submitted = await readUploads(request);
    const { fields } = submitted;
    const typed: FormValues = Object.fromEntries(fields.names().map(name => [name, fields.texts(name)]));
    return { values: withTypedBody(singleBody(typed)), problems: submitted.problems, uploads: submitted.files };
  }

  async function showImport(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    officerWho(request, 'draft-item');
    const page = officePage(await setting(request), {
      title: formTitle('导入文件', state),
      crumbs,
      main: importMain(state),
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  /** The catalogue as a draft, with what was mended in reading it. */
  async function showCatalogue(request: FastifyRequest, reply: FastifyReply, officer: Officer, catalogue: Catalogue) {
    const fields = new Set(catalogue.entries.map(({ field }) => field));
    const only = fields.size === 1 ? `${[...fields][0]!}领域` : '';
    const values: FormValues = {
      ...(await openingValues(officer, 'catalogue-entry', undefined)),
      title: `${only}基层政务公开标准目录`,
      body: markedText(catalogueBody(catalogue.entries)),
    };
    const [state, report] = [{ values, problems: [] }, catalogueReport(catalogue)];
    return show(request, reply, { kind: 'catalogue-entry', file: null, state, refusal: null, report });
  }

  server.get(`${PUBLISHING_PATH}/import`, async (request, reply) =>
    showImport(request, reply, { values: { kind: 'document' }, problems: [] }),
  );

  server.post(`${PUBLISHING_PATH}/import`, async (request, reply) => {
    const officer = officerWho(request, 'draft-item');
    const submitted = await readUploads(request);
    const kind = IMPORTED_KINDS.find(one => one === submitted.fields.text('kind')) ?? 'document';
    const again = async (message: string) =>
      showImport(request, reply, { values: { kind }, problems: [{ field: 'file', message }] });
    const problem = submitted.problems[0];
    if (problem !== undefined) return again(problem.message);
    const upload = submitted.files[0];
    if (upload === undefined) return again('请选择一份 Word 文档（.docx）或者 Excel 目录（.xlsx）');
    const described = await describeUpload(upload.bytes, upload.name);
    if (!described.ok) return again(described.problem);
    if (described.value.kind === 'xlsx') {
      const catalogue = await documentReader.readCatalogue(upload.bytes);
      return catalogue.ok ? showCatalogue(request, reply, officer, catalogue.value) : again(catalogue.problem);
    }
    if (described.value.kind !== 'docx') return again('只能从 .docx、.xlsx 导入；旧格式请用 Word、Excel 或 WPS 另存');
    const proposed = await documentReader.propose(upload.bytes);
    if (!proposed.ok) return again(proposed.problem);
    const { title, documentNumber, genre, issuer, madeOn, body } = proposed.value;
    const opening = await openingValues(officer, kind, undefined);
    const values: FormValues = {
      ...opening,
      title: title ?? withoutExtension(described.value.name),
      documentNumber: documentNumber ?? '',
      genre: genre ?? '',
      issuer: issuer ?? opening['issuer'],
      madeOn: madeOn ?? '',
      formedOn: madeOn ?? opening['formedOn'],
      body: markedText(body),
    };
    return show(request, reply, { kind, file: null, state: { values, problems: [] }, refusal: null });
  });

  /** Saves what was typed, with its files, all or nothing of the files. */
  async function save(
    form: ItemFormContext,
    sent: Awaited<ReturnType<typeof received>>,
    write: (content: Content, added: readonly Attachment[]) => Promise<Result<ItemFile, Refusal>>,
  ): Promise<Result<ItemFile, Refusal>> {
    const content = readItem(sent.values, form, await relatedOf(sent.values));
    const problems = [...sent.problems, ...(content.ok ? [] : content.problem)];
    if (!content.ok || problems.length > 0) return refuse(unusableFields(problems));
    const kept = await keepUploads({ files, scanner }, sent.uploads);
    if (!kept.ok) return refuse(unusableFields(kept.problem));
    const saved = await write(content.value, kept.value.map(attachmentOf));
    if (!saved.ok) await dropUploads(files, kept.value);
    return saved;
  }

  server.post<{ Params: { kind: string } }>(`${PUBLISHING_PATH}/new/:kind`, async (request, reply) => {
    const officer = officerWho(request, 'draft-item');
    const kind = kindOf(request.params.kind);
    const sent = await received(request);
    const party = { kind: 'officer', officer } as const;
    const saved = await save(await formContext(officer, kind, null), sent, async (content, added) =>
      undoingRefusals(queries, async transaction => {
        const within = { ...publishingDepsOf(deps), queries: transaction };
        const drafted = await draftItem(within, party, { agency: officer.agency, kind, content });
        if (!drafted.ok || added.length === 0) return drafted;
        const ref = { id: drafted.value.registration.id, version: null };
        const joined = await addAttachments(within, party, ref, added);
        return joined.ok ? editItem(within, party, ref, withAttachments(content, added)) : joined;
      }),
    );
    if (!saved.ok) return again(request, reply, kind, null, sent.values, saved.problem);
    const { id, indexNumber } = saved.value.registration;
    return goOn(deps, request, reply, {
      to: itemPath(id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: `已保存，索引号 ${indexNumber}。` },
    });
  });

  async function again(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: ItemKind,
    file: ItemFile | null,
    values: FormValues,
    refusal: Refusal,
  ) {
    if (refusal.kind === 'forbidden') throw new Forbidden(refusal.ability);
    if (refusal.kind === 'not-found') throw new NotFound();
    const problems = refusal.kind === 'unusable' ? refusal.problems : [];
    return show(request, reply, { kind, file, state: { values, problems }, refusal });
  }

  const editable = (context: ItemContext): Refusal | null =>
    refusalFor({ kind: 'edited', edition: context.file.publication.edition + 1 }, context);

  server.get<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/edit`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const { file } = context;
    const refusal = editable(context);
    if (refusal?.kind === 'forbidden') throw new Forbidden(refusal.ability);
    const { content } = file.latest;
    const references = await listReferences(
      queries,
      content.relations.map(({ to }) => to),
    );
    const state = { values: itemValues(content, references), problems: [] };
    return show(request, reply, { kind: file.registration.kind, file, state, refusal });
  });

  server.post<{ Params: { id: string } }>(`${PUBLISHING_PATH}/:id/edit`, async (request, reply) => {
    const context = await loadItem(deps, request);
    const { file, officer } = context;
    const { id, kind } = file.registration;
    const sent = await received(request);
    const refusal = editable(context);
    if (refusal !== null) return again(request, reply, kind, file, sent.values, refusal);
    const version = Number(sent.values['version']);
    const ref = { id, version: Number.isInteger(version) ? version : 0 };
    const party = { kind: 'officer', officer } as const;
    const saved = await save(await formContext(officer, kind, file), sent, async (content, added) =>
      undoingRefusals(queries, async transaction => {
        const within = { ...publishingDepsOf(deps), queries: transaction };
        const joined = added.length === 0 ? ok(file) : await addAttachments(within, party, ref, added);
        return joined.ok ? editItem(within, party, ref, withAttachments(content, added)) : joined;
      }),
    );
    if (!saved.ok) {
      const current = saved.problem.kind === 'overtaken' ? (await loadItem(deps, request)).file : file;
      return again(request, reply, kind, current, sent.values, saved.problem);
    }
    const { edition } = saved.value.publication;
    return goOn(deps, request, reply, {
      to: itemPath(id),
      session: getVisit(request).session.id,
      message: {
        kind: 'done',
        sentence:
          edition === file.publication.edition ? '内容没有变化，没有保存新的一稿。' : `已保存第 ${edition} 稿。`,
      },
    });
  });

  interpretationRoutes(server, deps, async (request, reply, document, filled) => {
    const opening = await openingValues(officerWho(request, 'draft-item'), 'interpretation', document);
    const state = { values: { ...opening, ...filled }, problems: [] };
    return show(request, reply, { kind: 'interpretation', file: null, state, refusal: null });
  });

  // What was pasted into the editor, cleaned: the same reader takes the form in, so nothing is shown that would not be kept.
  server.post(`${PUBLISHING_PATH}/clean-paste`, async (request, reply) => {
    officerWho(request, 'draft-item');
    const { body } = request;
    const markup = typeof body === 'object' && body !== null && 'markup' in body ? body.markup : null;
    if (typeof markup !== 'string' || markup.length > LONGEST_HTML)
      return reply.code(413).type('text/plain; charset=utf-8').send('粘贴的内容太多，请分几次粘贴。');
    const read = readBodyHtml(markup);
    return reply.send({ markup: editorHtml(read.body, () => '').markup, leftOut: read.leftOut });
  });
}

/** Texts that are sent once, as single values; those that may be sent several times stay lists. */
function singleBody(values: FormValues): FormValues {
  const several = new Set(['attachment', 'remove', 'forms']);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' && !several.has(name) ? (value.at(-1) ?? '') : value,
    ]),
  );
}
