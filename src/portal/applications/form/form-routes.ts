import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keepFormDraft } from '../../../applications/actions/keep-form-draft.ts';
import type { CaseKind } from '../../../applications/rules/application-log.ts';
import type { DraftFile } from '../../../applications/rules/form-draft.ts';
import type { KeptDraft } from '../../../applications/store/form-draft.store.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import type { FileId } from '../../../platform/files/file-store.ts';
import { dropUploads, keepUploads } from '../../../platform/files/keep-uploads.ts';
import type { UploadProblem } from '../../../platform/files/keep-uploads.ts';
import type { FormTexts, SubmittedForm } from '../../../platform/files/read-uploads.ts';
import { FORM_POST_LIMIT } from '../../../platform/rate-limit/rate-limiter.ts';
import { MAX_UPLOADS } from '../../../platform/files/upload-kind.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import type { FormValues } from '../../../views/form/form-state.ts';
import type { Html } from '../../../views/html/html.ts';
import type { PageSetting } from '../../page.ts';
import { problemPage } from '../../problem.page.ts';
import type { PublicHit } from '../../public-search/public-index.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { CHECK_PATH, CORRECTION_PATH, forDraft, GUIDE_PATH, NEW_PATH, PRIVATE, RECEIPT_PATH } from '../column.ts';
import { receivingAgencies } from '../guide/receiving-agencies.ts';
import { applicantCount, fieldOf, MOST_APPLICANTS, withoutApplicant } from './applicant.form.ts';
import { applicationFormPage } from './application-form.page.ts';
import { looksLikeSeveral, readApplicationForm } from './application.form.ts';
import type { ReadForm } from './application.form.ts';
import { checkPage } from './check.page.ts';
import { correctionFormPage } from './correction-form.page.ts';
import { readCorrectionForm } from './correction.form.ts';
import { findOwnDraft, isLodged, newDraftIdentity, ownDraft } from './own-drafts.ts';
import { shownForm } from './shown-form.ts';

const FILE_FIELDS = ['identity-proof', 'attachment'] as const;
/** What is no answer of the applicant's and does not come back into the form. */
const NOT_TYPED = new Set(['agency', 'draft', 'step', 'form-token', ...FILE_FIELDS]);
const GUARDED = 'application';
const HITS = 5;
/** Files are kept before the form is sent: no address fills the disk with them. */
const FILES_LIMIT = { ...FORM_POST_LIMIT, purpose: 'form-files' };

type FormKind = {
  readonly caseKind: CaseKind;
  readonly path: string;
  readonly read: (values: FormValues) => Result<ReadForm, readonly FieldProblem[]>;
};

/** The two forms of the portal: they differ in what is asked for and in nothing else. */
export const FORM_KINDS = {
  information: { caseKind: 'information', path: NEW_PATH, read: readApplicationForm },
  'record-correction': { caseKind: 'record-correction', path: CORRECTION_PATH, read: readCorrectionForm },
} as const satisfies Record<CaseKind, FormKind>;

type TypedValues = KeptDraft['draft']['values'];

function typedValues(fields: FormTexts): TypedValues {
  const names = fields.names().filter(name => !NOT_TYPED.has(name) && name.length <= 60);
  return Object.fromEntries(
    names.slice(0, 400).map(name => {
      const texts = fields.texts(name);
      return [name, texts.length === 1 ? texts[0]! : [...texts]];
    }),
  );
}

type Shown = {
  readonly agency: Agency;
  readonly values: FormValues;
  readonly problems?: readonly FieldProblem[];
  readonly draft: KeptDraft | null;
  readonly hits?: readonly PublicHit[] | null;
};

/** Where the next page stands after a step, and what the form holds then. */
type Turn = { readonly values: TypedValues; readonly files: readonly DraftFile[]; readonly to: string };

/** The form without one of its files. */
const withoutFile = (files: readonly DraftFile[], id: string) => files.filter(({ file }) => file !== id);

/** What a button inside the form does; undefined for the one that goes on to the page of checking. */
function turnOf(step: string, path: string, values: TypedValues, files: readonly DraftFile[]): Turn | undefined {
  if (step === 'add-applicant') {
    const count = Math.min(applicantCount(values) + 1, MOST_APPLICANTS);
    return { values: { ...values, applicants: String(count) }, files, to: `${path}#${fieldOf(count, 'kind')}` };
  }
  if (step === 'look-up') return { values, files, to: `${path}&look-up=1#look-up` };
  if (step.startsWith('drop-'))
    return { values, files: withoutFile(files, step.slice('drop-'.length)), to: `${path}#identity-proof` };
  const removed = /^remove-(\d{1,2})$/.exec(step);
  if (removed === null) return undefined;
  return {
    values: withoutApplicant(values, Number(removed[1])) as TypedValues,
    files,
    to: `${path}#${fieldOf(1, 'kind')}`,
  };
}

/** Filling in, adding applicants, looking first, checking: everything before the application is sent. */
export function formRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  const { setting, actions, readUploads, scanner, guard, index, limiter } = deps;
  const { queries, files } = actions;

  async function findReceiving(text: string): Promise<Agency | undefined> {
    const code = findAgencyCode(text);
    return code === undefined
      ? undefined
      : receivingAgencies(await listAgencies(queries)).find(agency => agency.code === code);
  }

  function formPage(page: PageSetting, kind: FormKind, { agency, values, problems = [], draft, hits }: Shown): Html {
    const facts = {
      agency,
      form: { values, problems },
      kept: draft?.draft.files ?? [],
      draft: draft?.id ?? null,
      guard: guard.fields(GUARDED, actions.now()),
    };
    return kind.caseKind === 'information'
      ? applicationFormPage(page, { ...facts, hits: hits ?? null })
      : correctionFormPage(page, facts);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, kind: FormKind, shown: Shown) {
    const wrong = (shown.problems ?? []).length > 0;
    return sendPage(reply.code(wrong ? 422 : 200).headers(PRIVATE), formPage(await setting(request), kind, shown));
  }

  async function gone(request: FastifyRequest, reply: FastifyReply) {
    const sentence =
      '这份表单已经提交，或者超过一天没有提交，请重新填写；已经提交的，请凭回执查询办理进度。浏览器禁用 Cookie 的，请允许本站使用后再填写。';
    return sendPage(reply.code(410).headers(PRIVATE), problemPage(await setting(request), 'refused', sentence));
  }

  /** Files that came with this sending are kept at once: a browser does not give them back, and nobody wants to choose them twice. */
  async function keepNew(
    form: SubmittedForm,
    address: string,
    before: readonly DraftFile[],
    guarded: readonly UploadProblem[],
  ): Promise<Result<readonly DraftFile[], readonly UploadProblem[]>> {
    if (form.problems.length > 0) return refuse(form.problems);
    const ours = form.files.filter(({ field }) => FILE_FIELDS.some(name => name === field));
    if (ours.length === 0) return ok(before);
    // Nothing is kept of what a machine sends.
    if (guarded.length > 0) return refuse(guarded);
    const limit = await limiter.take(FILES_LIMIT, address, actions.now());
    if (limit.kind === 'limited') {
      const minutes = Math.ceil(limit.retryAfterSeconds / 60);
      return refuse([
        { field: ours[0]!.field, message: `这个网络地址刚才上传得太多了，请 ${minutes} 分钟后再上传附件` },
      ]);
    }
    if (before.length + ours.length > MAX_UPLOADS)
      return refuse([{ field: ours[0]!.field, message: `附件一共最多 ${MAX_UPLOADS} 个，请减少后再上传` }]);
    const kept = await keepUploads({ files, scanner }, ours);
    if (!kept.ok) return kept;
    return ok([
      ...before,
      ...kept.value.map(({ field, file, name, mediaType, bytes, sha256, scan }) => ({
        field: FILE_FIELDS.find(own => own === field)!,
        file,
        name,
        mediaType,
        bytes,
        sha256,
        scan,
      })),
    ]);
  }

  async function submitted(request: FastifyRequest, reply: FastifyReply, kind: FormKind) {
    const form = await readUploads(request);
    const { fields } = form;
    const agency = await findReceiving(fields.text('agency'));
    if (agency === undefined)
      return sendPage(
        reply.code(422).headers(PRIVATE),
        problemPage(await setting(request), 'refused', '没有选择受理机关，请从依申请公开指南里选择后再填写。'),
      );
    const found = await findOwnDraft(request, deps, fields.text('draft'));
    const before = found === undefined || (await isLodged(deps, found)) ? undefined : found;
    const values = typedValues(fields);
    const verdict = guard.check(GUARDED, fields, actions.now());
    // A draft is kept only of what a person has filled in: whoever brings one has been looked at.
    const guarded =
      before !== undefined || verdict.kind === 'genuine' ? [] : [{ field: 'main', message: verdict.sentence }];
    const kept = await keepNew(form, request.ip, before?.draft.files ?? [], guarded);
    if (guarded.length > 0) return show(request, reply, kind, { agency, values, problems: guarded, draft: null });

    const { id, application, queryCode, password } =
      before === undefined ? newDraftIdentity() : { ...before, ...before.draft };
    const step = fields.text('step');
    const turn = turnOf(step, forDraft(kind.path, id), values, kept.ok ? kept.value : (before?.draft.files ?? []));
    const draft: KeptDraft = {
      id,
      application,
      draft: {
        caseKind: kind.caseKind,
        agency: agency.code,
        values: turn?.values ?? values,
        files: [...(turn?.files ?? (kept.ok ? kept.value : (before?.draft.files ?? [])))],
        queryCode,
        password,
      },
    };
    await keepFormDraft(actions, draft);
    const dropped = (before?.draft.files ?? []).filter(
      ({ file }) => !draft.draft.files.some(other => other.file === file),
    );
    await dropUploads(
      files,
      dropped.map(({ file }) => ({ file: file as FileId })),
    );
    ownDraft(request, reply, deps, id);
    if (!kept.ok) return show(request, reply, kind, { agency, values, problems: kept.problem, draft });
    if (turn !== undefined) return reply.headers(PRIVATE).redirect(turn.to, 303);
    const read = kind.read(values);
    if (!read.ok) return show(request, reply, kind, { agency, values, problems: read.problem, draft });
    return reply.headers(PRIVATE).redirect(forDraft(CHECK_PATH, id), 303);
  }

  type FormQuery = { agency?: string; description?: string; draft?: string; 'look-up'?: string };
  for (const kind of Object.values(FORM_KINDS)) {
    server.get<{ Querystring: FormQuery }>(kind.path, async (request, reply) => {
      const { agency: asked, description, draft: draftId } = request.query;
      if (draftId !== undefined) {
        const draft = await findOwnDraft(request, deps, draftId);
        const agency = draft === undefined ? undefined : await findReceiving(draft.draft.agency);
        if (draft === undefined || agency === undefined) return gone(request, reply);
        const { values } = draft.draft;
        const words = [values['description'] ?? ''].flat()[0] ?? '';
        const hits = request.query['look-up'] === '1' ? await index(words.slice(0, 500), HITS) : null;
        return show(request, reply, kind, { agency, values, draft, hits });
      }
      if (typeof asked !== 'string') return reply.redirect(`${GUIDE_PATH}#agencies`, 303);
      const agency = await findReceiving(asked);
      if (agency === undefined) return reply.callNotFound();
      // A search that found nothing leads here with its words.
      const values =
        typeof description === 'string' && description !== '' ? { description: description.slice(0, 500) } : {};
      return show(request, reply, kind, { agency, values, draft: null });
    });
    server.post(kind.path, async (request, reply) => submitted(request, reply, kind));
  }

  server.get<{ Querystring: { draft?: string } }>(CHECK_PATH, async (request, reply) => {
    const draft = await findOwnDraft(request, deps, request.query.draft);
    const agency = draft === undefined ? undefined : await findReceiving(draft.draft.agency);
    if (draft === undefined || agency === undefined) return gone(request, reply);
    // Back from the receipt there is nothing to be sent any more.
    if (await isLodged(deps, draft)) return reply.headers(PRIVATE).redirect(RECEIPT_PATH, 303);
    const kind = FORM_KINDS[draft.draft.caseKind];
    const form = kind.read(draft.draft.values);
    if (!form.ok) return reply.headers(PRIVATE).redirect(forDraft(kind.path, draft.id), 303);
    const page = checkPage(await setting(request), {
      agency,
      shown: shownForm({
        caseKind: kind.caseKind,
        agencyName: agency.name,
        form: form.value,
        fileNames: draft.draft.files.map(({ name }) => name),
      }),
      draft: draft.id,
      formPath: kind.path,
      severalMatters: kind.caseKind === 'information' && looksLikeSeveral(form.value.requested.description),
    });
    return sendPage(reply.headers(PRIVATE), page);
  });
}
