import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { markPassages, unmarkPassage } from '../../applications/actions/mark-passage.ts';
import { releaseSeveredCopy } from '../../applications/actions/release-severed-copy.ts';
import { takeOriginal } from '../../applications/actions/take-original.ts';
import type { SeveranceDeps } from '../../applications/actions/take-original.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { findApplicationId } from '../../applications/rules/ids.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import { findOriginalFile, findSeveranceId, readPassage } from '../../applications/rules/severance.ts';
import type { Severance, WithheldPassage } from '../../applications/rules/severance.ts';
import { findFile, listFiles } from '../../applications/store/application-file.store.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { findOriginal, listOriginals, listSeverances } from '../../applications/store/severance.store.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { dropUploads, keepUploads } from '../../platform/files/keep-uploads.ts';
import { downloadOf } from '../../platform/press/download.ts';
import type { Press } from '../../platform/press/press.ts';
import type { PageView, Redaction, Region } from '../../platform/redaction/redaction.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf } from '../gate/visit.ts';
import { sendPage } from '../send-page.ts';
import { openingValuesOf, typedPassages } from './passage-form.ts';
import { originalPagePath, originalPath, resultPath } from './severance-paths.ts';
import { markingPage, overviewPage, resultPage } from './severance.pages.ts';
import type { OriginalLine } from './severance.pages.ts';

export type SeveranceDeskDeps = ApplicationDeskDeps & { readonly press: Press; readonly redaction: Redaction };

type Params = { Params: { id: string; original: string; page: string; severance: string } };

/** 108 dpi: read easily on a screen, and drawn in a tenth of a second. */
const PIXELS_PER_POINT = 1.5;
const EVENTS = { looked: 'original-seen', downloaded: 'severed-copy-downloaded' } as const;

type Opened = { readonly officer: Officer; readonly file: CaseFile; readonly mayHandle: boolean };
type OpenedOriginal = Opened & { readonly original: OriginalLine; readonly pdf: Uint8Array };

/** 区分处理 (Art. 37): originals of a case, the marks on them, and the copies that come of it. */
export function severanceRoutes(server: FastifyInstance, deps: SeveranceDeskDeps) {
  const { database, sealing, setting, files, redaction } = deps;
  const { queries } = database;
  const acting: SeveranceDeps = { ...actionDepsOf(deps), redaction, press: deps.press };
  const base = '/office/applications/:id/severance';

  /** The file of the address, for an officer who may see whom it is about. */
  async function open(request: FastifyRequest<Params>): Promise<Opened> {
    const officer = officerOf(request);
    const id = findApplicationId(request.params.id);
    const file = id === undefined ? undefined : await findCaseFile(queries, id);
    if (file === undefined || !may(officer, 'read-applications', file.registration.agency)) throw new NotFound();
    if (!may(officer, 'see-personal-data', file.registration.agency)) throw new Forbidden('see-personal-data');
    return { officer, file, mayHandle: may(officer, 'handle-application', file.registration.agency) };
  }

  async function openOriginal(request: FastifyRequest<Params>): Promise<OpenedOriginal> {
    const opened = await open(request);
    const { id } = opened.file.registration;
    const asked = findOriginalFile(request.params.original);
    const known = asked === undefined ? undefined : await findOriginal(queries, sealing, id, asked);
    const row = known === undefined ? undefined : await findFile(queries, sealing, id, known.original);
    if (known === undefined || row === undefined) throw new NotFound();
    const pdf = await files.read(known.workingFile ?? row.file);
    return { ...opened, original: { ...known, name: row.name }, pdf };
  }

  async function openSeverance(request: FastifyRequest<Params>): Promise<Opened & { readonly severance: Severance }> {
    const opened = await open(request);
    const asked = findSeveranceId(request.params.severance);
    const all = await listSeverances(queries, sealing, opened.file.registration.id);
    const severance = all.find(candidate => candidate.id === asked);
    if (severance === undefined) throw new NotFound();
    return { ...opened, severance };
  }

  const journal = async (officer: Officer, { registration }: CaseFile, event: string, file: string) =>
    appendJournal(queries, {
      at: deps.now(),
      agency: registration.agency,
      actor: { kind: 'officer', id: officer.id },
      event,
      subject: `application:${registration.id}`,
      detail: { file },
    });

  async function showOverview(request: FastifyRequest<Params>, reply: FastifyReply, opened: Opened, state: FormState) {
    const { id } = opened.file.registration;
    const names = new Map((await listFiles(queries, sealing, id)).map(file => [file.id, file.name]));
    const originals = await listOriginals(queries, sealing, id);
    const page = overviewPage(await setting(request), {
      file: opened.file,
      originals: originals.map(original => ({ ...original, name: names.get(original.original) ?? '原件' })),
      severances: await listSeverances(queries, sealing, id),
      state,
      mayHandle: opened.mayHandle,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  /** The page of an original that is looked at; the first where another number was asked for than it has. */
  async function viewOf({ pdf, original }: OpenedOriginal, asked: string): Promise<PageView> {
    const page = /^\d{1,3}$/.test(asked) ? Math.min(Math.max(1, Number(asked)), original.pages) : 1;
    const terms = original.passages.flatMap(({ place }) => (place.kind === 'words' ? [place.words] : []));
    const view = await redaction.lookAtPage(pdf, page, terms);
    // It could be opened when it was taken.
    if (!view.ok) throw new Error(view.problem);
    return view.value;
  }

  function regionsOn(passages: readonly WithheldPassage[], view: PageView): readonly Region[] {
    const drawn = passages.flatMap(({ place }) =>
      place.kind === 'rectangle' && place.page === view.page.page ? [place] : [],
    );
    return [...drawn, ...view.found.flat()];
  }

  async function showMarking(
    request: FastifyRequest<Params>,
    reply: FastifyReply,
    opened: OpenedOriginal,
    view: PageView,
    state: FormState,
  ) {
    const page = markingPage(await setting(request), {
      file: opened.file,
      original: opened.original,
      view,
      regions: regionsOn(opened.original.passages, view),
      state,
      mayHandle: opened.mayHandle,
    });
    return sendPage(reply, page, state.problems.length > 0 ? 422 : 200);
  }

  const problemsOf = (refusal: Refusal, field: string): readonly FieldProblem[] =>
    refusal.kind === 'unusable' ? refusal.problems : [{ field, message: refusalText(refusal) }];

  async function sendPicture(reply: FastifyReply, pdf: Uint8Array, page: string) {
    const drawn = /^\d{1,3}$/.test(page) ? await redaction.draw(pdf, Number(page), PIXELS_PER_POINT) : undefined;
    if (drawn?.ok !== true) throw new NotFound();
    return reply
      .headers({ 'content-type': 'image/png', 'cache-control': 'private, no-store' })
      .send(Buffer.from(drawn.value));
  }

  server.get<Params>(base, async (request, reply) => showOverview(request, reply, await open(request), EMPTY_FORM));

  server.post<Params>(`${base}/originals`, async (request, reply) => {
    const opened = await open(request);
    const form = await deps.readUploads(request);
    const sent = form.files.filter(({ field }) => field === 'original').slice(0, 1);
    const again = async (problems: readonly FieldProblem[]) =>
      showOverview(request, reply, opened, { values: {}, problems });
    if (form.problems.length > 0) return again(form.problems);
    if (sent.length === 0) return again([{ field: 'original', message: '请选择需要区分处理的文件' }]);
    const kept = await keepUploads({ files, scanner: deps.scanner }, sent);
    if (!kept.ok) return again(kept.problem);
    const { id } = opened.file.registration;
    const party = { kind: 'officer', officer: opened.officer } as const;
    const taken = await takeOriginal(acting, party, { id, version: null }, kept.value[0]!);
    if (!taken.ok) {
      await dropUploads(files, kept.value);
      return again(problemsOf(taken.problem, 'original'));
    }
    const message = { kind: 'done', sentence: '原件已上传，请标记要遮盖的内容。' } as const;
    const to = originalPath(id, taken.value);
    return goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });
  });

  server.get<Params & { Querystring: { page?: string } }>(`${base}/originals/:original`, async (request, reply) => {
    const opened = await openOriginal(request);
    await journal(opened.officer, opened.file, EVENTS.looked, opened.original.original);
    const view = await viewOf(opened, request.query.page ?? '1');
    return showMarking(request, reply, opened, view, {
      values: openingValuesOf(opened.original.passages),
      problems: [],
    });
  });

  server.get<Params>(`${base}/originals/:original/pages/:page`, async (request, reply) => {
    const { pdf } = await openOriginal(request);
    return sendPicture(reply, pdf, request.params.page);
  });

  server.post<Params>(`${base}/originals/:original/marks`, async (request, reply) => {
    const opened = await openOriginal(request);
    const values = readFormValues(request.body);
    const view = await viewOf(opened, valueOf({ values }, 'page'));
    const again = async (problems: readonly FieldProblem[]) =>
      showMarking(request, reply, opened, view, { values, problems });
    const typed = typedPassages(values, view.page);
    if ('field' in typed) return again([typed]);
    const read = typed.map(readPassage);
    const faults = read.flatMap(passage => (passage.ok ? [] : passage.problem));
    if (faults.length > 0) return again([...new Map(faults.map(fault => [fault.field, fault])).values()]);
    const passages = read.flatMap(passage => (passage.ok ? [passage.value] : []));
    const [only] = passages;
    let sentence = `已标记 ${passages.length} 处。`;
    if (only?.place.kind === 'words') {
      const { words } = only.place;
      const found = await redaction.find(opened.pdf, [words]);
      const places = found.ok ? found.value[0]!.places.length : 0;
      if (places === 0)
        return again([{ field: 'words', message: `文件的文字中没有找到“${words}”；扫描页面请用矩形范围` }]);
      sentence = `已标记“${words}”，文件中共 ${places} 处。`;
    }
    const { id } = opened.file.registration;
    const { original } = opened.original;
    const party = { kind: 'officer', officer: opened.officer } as const;
    const marked = await markPassages(acting, party, id, original, passages);
    if (!marked.ok) return again(problemsOf(marked.problem, 'words'));
    return goOn(deps, request, reply, {
      to: originalPagePath(id, original, view.page.page),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence },
    });
  });

  server.post<Params>(`${base}/originals/:original/unmark`, async (request, reply) => {
    const opened = await openOriginal(request);
    const values = readFormValues(request.body);
    const { id } = opened.file.registration;
    const { original } = opened.original;
    const party = { kind: 'officer', officer: opened.officer } as const;
    const index = Number(valueOf({ values }, 'index'));
    const unmarked = await unmarkPassage(acting, party, id, original, index, valueOf({ values }, 'seen'));
    const message = unmarked.ok
      ? ({ kind: 'done', sentence: '已取消一处标记。' } as const)
      : ({ kind: 'warning', sentence: `没有取消：${refusalText(unmarked.problem)}。` } as const);
    const page = Number(valueOf({ values }, 'page')) || 1;
    const to = originalPagePath(id, original, page);
    return goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });
  });

  server.post<Params>(`${base}/originals/:original/release`, async (request, reply) => {
    const opened = await openOriginal(request);
    const { id } = opened.file.registration;
    const made = await releaseSeveredCopy(acting, opened.officer, { id, version: null }, opened.original.original);
    if (made.ok) return reply.redirect(resultPath(id, made.value.id), 303);
    const view = await viewOf(opened, '1');
    const values = openingValuesOf(opened.original.passages);
    return showMarking(request, reply, opened, view, { values, problems: problemsOf(made.problem, 'words') });
  });

  server.get<Params>(`${base}/copies/:severance`, async (request, reply) => {
    const { file, severance } = await openSeverance(request);
    const { id } = file.registration;
    const [original, released] = [
      await findFile(queries, sealing, id, severance.original),
      severance.released === null ? undefined : await findFile(queries, sealing, id, severance.released),
    ];
    const seen = released === undefined ? null : await redaction.look(await files.read(released.file));
    const touched = new Set<number>(severance.report.touchedPages);
    const page = resultPage(await setting(request), {
      file,
      severance,
      originalName: original?.name ?? '原件',
      releasedName: released?.name ?? null,
      pages: seen?.ok === true ? seen.value.pages.filter(({ page: number }) => touched.has(number)) : [],
    });
    return sendPage(reply, page);
  });

  server.get<Params>(`${base}/copies/:severance/pages/:page`, async (request, reply) => {
    const { file, severance } = await openSeverance(request);
    const { id } = file.registration;
    const released = severance.released === null ? undefined : await findFile(queries, sealing, id, severance.released);
    if (released === undefined) throw new NotFound();
    return sendPicture(reply, await files.read(released.file), request.params.page);
  });

  server.get<Params>(`${base}/copies/:severance/file`, async (request, reply) => {
    const { officer, file, severance } = await openSeverance(request);
    const { id } = file.registration;
    const released = severance.released === null ? undefined : await findFile(queries, sealing, id, severance.released);
    if (released === undefined) throw new NotFound();
    await journal(officer, file, EVENTS.downloaded, released.id);
    const bytes = await files.read(released.file);
    const { headers } = downloadOf(bytes, released.name, 'released.pdf', 'application/pdf');
    return reply.headers(headers).send(Buffer.from(bytes));
  });
}
