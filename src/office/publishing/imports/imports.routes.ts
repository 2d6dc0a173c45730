import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '../../../people/rules/may.ts';
import { officerNamesOf } from './officer-names.ts';
import { createUploadReader } from '../../../platform/files/read-uploads.ts';
import { downloadOf } from '../../../platform/press/download.ts';
import { changeItemImport, importRefusal } from '../../../publishing/actions/import/change-import.ts';
import { openSent } from '../../../publishing/actions/import/open-source.ts';
import { prepareImport, readContents } from '../../../publishing/actions/import/prepare-import.ts';
import { importReportLines, importReportWorkbook } from '../../../publishing/render/import-report.ts';
import { findColumnCode } from '../../../publishing/rules/column.ts';
import { IMPORT_FIELD_LABEL } from '../../../publishing/rules/import/import-line.ts';
import {
  ACTS_OF_STATE,
  findImportId,
  IMPORT_ACTS,
  IMPORT_MODES,
  LINE_OUTCOMES,
} from '../../../publishing/rules/import/item-import.ts';
import type { ItemImport } from '../../../publishing/rules/import/item-import.ts';
import { findItemKind } from '../../../publishing/rules/import/kind-finder.ts';
import { isTheme } from '../../../publishing/rules/themes.ts';
import { refusalText } from '../../../publishing/rules/refusal.ts';
import { listColumns } from '../../../publishing/store/column.register.store.ts';
import {
  countOutcomes,
  findImport,
  listImports,
  listReasons,
  listReport,
  listReportLines,
} from '../../../publishing/store/item-import.store.ts';
import { csvText } from '../../../views/csv/csv.ts';
import { formTitle } from '../../../views/form/form-page.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import { goOn } from '../../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf, officerWho } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import { publishingDepsOf } from '../publishing-deps.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { importMain, LINES_A_PAGE } from './import.page.ts';
import { IMPORTS_PATH, importPath, NEW_IMPORT_PATH, TEMPLATE_PATH } from './imports-paths.ts';
import { importsMain } from './imports.page.ts';
import { MOST_SENT_BYTES, newImportMain } from './new-import.page.ts';

const PUBLISHING_CRUMB = { text: '主动公开', href: PUBLISHING_PATH };
const IMPORTS_CRUMB = { text: '批量导入', href: IMPORTS_PATH };
const NO_VALUES: FormState = { values: { mode: 'drafts' }, problems: [] };
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type OneImport = { Params: { id: string }; Querystring: { outcome?: string; page?: string } };

/** Many items at once: prepared by an upload, tried, then brought in by the process that serves; how far it is and what became of it. */
export function importsRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { files, scanner, importReader, setting, press, now } = deps;
  const { queries } = deps.database;
  // A reader of its own: a great upload must not leave no room for the small ones of everybody else.
  const readUploads = createUploadReader(MOST_SENT_BYTES);

  /** The import of an address, which must be the officer's business. */
  async function importOf(request: FastifyRequest<{ Params: { id: string } }>): Promise<ItemImport> {
    const officer = officerOf(request);
    const id = findImportId(request.params.id);
    const one = id === undefined ? undefined : await findImport(queries, id);
    if (one === undefined || !may(officer, 'read-items', one.agency)) throw new NotFound();
    return one;
  }

  server.get(IMPORTS_PATH, async (request, reply) => {
    const { agency } = officerWho(request, 'read-items');
    const imports = await listImports(queries, agency);
    const main = importsMain(
      imports,
      await officerNamesOf(queries, imports),
      may(officerOf(request), 'draft-item', agency),
    );
    return sendPage(
      reply,
      officePage(await setting(request), {
        title: '批量导入',
        crumbs: [PUBLISHING_CRUMB],
        styles: ['publishing.css'],
        main,
      }),
    );
  });

  async function showNew(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const { agency } = officerWho(request, 'draft-item');
    const page = officePage(await setting(request), {
      title: formTitle('新的批量导入', state),
      crumbs: [PUBLISHING_CRUMB, IMPORTS_CRUMB],
      styles: ['publishing.css'],
      main: newImportMain(state, await listColumns(queries, agency)),
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  server.get(NEW_IMPORT_PATH, async (request, reply) => showNew(request, reply, NO_VALUES));

  server.get(TEMPLATE_PATH, async (request, reply) => {
    officerWho(request, 'draft-item');
    const bytes = new TextEncoder().encode(csvText([Object.values(IMPORT_FIELD_LABEL)]));
    return reply
      .headers(downloadOf(bytes, '批量导入元数据表.csv', 'import.csv', 'text/csv; charset=utf-8').headers)
      .send(bytes);
  });

  server.post(NEW_IMPORT_PATH, async (request, reply) => {
    const officer = officerWho(request, 'draft-item');
    const { agency } = officer;
    const {
      fields,
      files: sent,
      problems,
    } = await readUploads(request, { files: 1, fileBytes: MOST_SENT_BYTES, bytes: MOST_SENT_BYTES });
    const values = Object.fromEntries(fields.names().map(name => [name, fields.text(name)]));
    const again = async (field: string, message: string) =>
      showNew(request, reply, { values, problems: [{ field, message }] });
    if (problems[0] !== undefined) return again('file', problems[0].message);
    const upload = sent.find(({ field }) => field === 'file');
    if (upload === undefined) return again('file', '请选择一个压缩包（.zip）或者元数据表（.xlsx、.csv）');
    const mode = IMPORT_MODES.find(one => one === fields.text('mode'));
    if (mode === undefined) return again('mode', '请选择导入成什么');
    const origin = mode === 'published' ? fields.text('origin').trim().slice(0, 100) : null;
    if (origin === '') return again('origin', '请填写原网站的名称');
    const column = findColumnCode(fields.text('column')) ?? null;
    if (column !== null && !(await listColumns(queries, agency)).some(({ code }) => code === column))
      return again('column', '请选择本机关的栏目');
    const theme = fields.text('theme');
    const verdict = await scanner(upload.bytes);
    if (verdict.kind === 'infected')
      return again('file', `查出病毒（${verdict.found.slice(0, 60)}），没有接收；请查杀后再上传`);

    const tree = await openSent(upload.bytes, upload.name);
    if (!tree.ok) return again('file', tree.problem);
    const contents = await readContents(importReader, tree.value);
    await tree.value.close();
    if (!contents.ok) return again('file', contents.problem);
    const kept = await files.keep(upload.bytes);
    if (!kept.ok) return again('file', kept.problem);
    const one = await prepareImport(
      { queries, now },
      { kind: 'officer', officer },
      {
        agency,
        mode,
        origin,
        column,
        kind: findItemKind(fields.text('kind')) ?? null,
        theme: isTheme(theme) ? theme : null,
        source: 'upload',
        place: null,
        file: kept.value,
        name: upload.name.split(/[/\\]/u).at(-1)!.slice(-100),
        state: 'trying',
        lines: contents.value.lines,
      },
    );
    const notes = contents.value.notes.map(note => `${note}。`).join('');
    return goOn(deps, request, reply, {
      to: importPath(one.id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: `已上传，共 ${one.total} 行，马上开始试运行。${notes}` },
    });
  });

  server.get<OneImport>(`${IMPORTS_PATH}/:id`, async (request, reply) => {
    const one = await importOf(request);
    const officer = officerOf(request);
    const outcome = LINE_OUTCOMES.find(each => each === request.query.outcome) ?? null;
    const asked = request.query.page ?? '';
    const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
    const skip = (page - 1) * LINES_A_PAGE;
    const columns = await listColumns(queries, one.agency);
    const main = importMain({
      one,
      counts: await countOutcomes(queries, one.id),
      outcome,
      page,
      lines: await listReportLines(queries, one.id, { outcome, after: 0, skip, most: LINES_A_PAGE }),
      offers: ACTS_OF_STATE[one.state].map(act => {
        const refusal = importRefusal({ kind: 'officer', officer }, one, act);
        return { act, refusal: refusal === null ? null : refusalText(refusal) };
      }),
      names: await officerNamesOf(queries, [one]),
      reasons: await listReasons(queries, one.id),
      columnName: columns.find(({ code }) => code === one.column)?.name ?? null,
    });
    const frame = { title: `批量导入：${one.name}`, crumbs: [PUBLISHING_CRUMB, IMPORTS_CRUMB], main };
    return sendPage(
      reply,
      officePage(await setting(request), { ...frame, styles: ['publishing.css'], scripts: ['import-progress.js'] }),
    );
  });

  server.get<OneImport>(`${IMPORTS_PATH}/:id/progress`, async (request, reply) => {
    const { state, done, total } = await importOf(request);
    return reply.header('cache-control', 'no-store').send({ state, done, total });
  });

  server.get<OneImport>(`${IMPORTS_PATH}/:id/report.csv`, async (request, reply) => {
    const one = await importOf(request);
    const bytes = new TextEncoder().encode(csvText(importReportLines(await listReport(queries, one))));
    return reply
      .headers(downloadOf(bytes, `批量导入结果-${one.name}.csv`, 'import.csv', 'text/csv; charset=utf-8').headers)
      .send(bytes);
  });

  server.get<OneImport>(`${IMPORTS_PATH}/:id/report.xlsx`, async (request, reply) => {
    const one = await importOf(request);
    const bytes = await press.workbook(importReportWorkbook(one, await listReport(queries, one)));
    return reply
      .headers(downloadOf(bytes, `批量导入结果-${one.name}.xlsx`, 'import.xlsx', WORKBOOK).headers)
      .send(Buffer.from(bytes));
  });

  server.post<{ Params: { id: string; act: string } }>(`${IMPORTS_PATH}/:id/acts/:act`, async (request, reply) => {
    const one = await importOf(request);
    const officer = officerOf(request);
    const act = IMPORT_ACTS.find(each => each === request.params.act);
    if (act === undefined) throw new NotFound();
    const changed = await changeItemImport(publishingDepsOf(deps), { kind: 'officer', officer }, one.id, act);
    if (!changed.ok && changed.problem.kind === 'forbidden') throw new Forbidden(changed.problem.ability);
    if (!changed.ok && changed.problem.kind === 'not-found') throw new NotFound();
    const said = { start: '已开始导入。', pause: '已暂停。', resume: '继续导入。', cancel: '已取消。' } as const;
    return goOn(deps, request, reply, {
      to: importPath(one.id),
      session: getVisit(request).session.id,
      message: changed.ok
        ? { kind: 'done', sentence: said[act] }
        : { kind: 'warning', sentence: `${refusalText(changed.problem)}。` },
    });
  });
}
