import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { prepareLodging } from '../../../applications/actions/lodge-application.ts';
import type { CaseKind } from '../../../applications/rules/application-log.ts';
import type { ApplicationId } from '../../../applications/rules/ids.ts';
import { findRegistration } from '../../../applications/store/application.store.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { findAgencyCode } from '../../../people/rules/agency.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { dropUploads, keepUploads } from '../../../platform/files/keep-uploads.ts';
import type { UploadProblem } from '../../../platform/files/keep-uploads.ts';
import { MAX_UPLOADS } from '../../../platform/files/upload-kind.ts';
import type { FormTexts, SubmittedForm } from '../../../platform/files/read-uploads.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import type { FormValues } from '../../../views/form/form-state.ts';
import type { Html } from '../../../views/html/html.ts';
import type { PageSetting } from '../../page.ts';
import { problemPage } from '../../problem.page.ts';
import type { PublicHit } from '../../public-search/public-index.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { CORRECTION_PATH, GUIDE_PATH, NEW_PATH, PRIVATE } from '../column.ts';
import { receivingAgencies } from '../guide/receiving-agencies.ts';
import { applicantCount, MOST_APPLICANTS, withoutApplicant } from './applicant.form.ts';
import { applicationFormPage } from './application-form.page.ts';
import { looksLikeSeveral, readApplicationForm } from './application.form.ts';
import type { ReadForm } from './application.form.ts';
import { checkPage } from './check.page.ts';
import { correctionFormPage } from './correction-form.page.ts';
import { readCorrectionForm } from './correction.form.ts';
import { findDraft, sealDraft } from './form-draft.ts';
import type { DraftFile, FormDraft } from './form-draft.ts';
import { shownForm } from './shown-form.ts';

const FILE_FIELDS = ['identity-proof', 'attachment'] as const;
/** What is no answer of the applicant's and does not come back into the form. */
const NOT_TYPED = new Set(['agency', 'state', 'step', ...FILE_FIELDS]);

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

function typedValues(fields: FormTexts): FormValues {
  return Object.fromEntries(
    fields
      .names()
      .filter(name => !NOT_TYPED.has(name) && name.length <= 60)
      .slice(0, 400)
      .map(name => {
        const texts = fields.texts(name);
        return [name, texts.length === 1 ? texts[0]! : texts];
      }),
  );
}

type Shown = {
  readonly agency: Agency;
  readonly values: FormValues;
  readonly problems?: readonly FieldProblem[];
  readonly draft: FormDraft | null;
  readonly hits?: readonly PublicHit[];
};

const GUARDED = 'application';

/** Filling in, adding applicants, looking first, checking: everything before the application is sent. */
export function formRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  const { setting, actions, readUploads, scanner, guard, index } = deps;
  const { queries, sealing, files } = actions;

  async function findReceiving(text: string): Promise<Agency | undefined> {
    const code = findAgencyCode(text);
    return code === undefined
      ? undefined
      : receivingAgencies(await listAgencies(queries)).find(agency => agency.code === code);
  }

  function formPage(page: PageSetting, kind: FormKind, shown: Shown): Html {
    const { agency, values, problems = [], draft, hits } = shown;
    const facts = {
      agency,
      form: { values, problems },
      kept: draft?.files ?? [],
      state: draft === null ? null : sealDraft(sealing, draft),
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

  /** Files that came with this sending are kept at once: a browser does not give them back, and nobody wants to choose them twice. */
  async function keepNew(
    form: SubmittedForm,
    before: readonly DraftFile[],
    guarded: readonly UploadProblem[],
  ): Promise<Result<readonly DraftFile[], readonly UploadProblem[]>> {
    if (form.problems.length > 0) return refuse(form.problems);
    const ours = form.files.filter(({ field }) => FILE_FIELDS.some(name => name === field));
    if (ours.length === 0) return ok(before);
    if (guarded.length > 0) return refuse(guarded);
    if (before.length + ours.length > MAX_UPLOADS)
      return refuse([{ field: ours[0]!.field, message: `附件一共最多 ${MAX_UPLOADS} 个，请减少后再上传` }]);
    const kept = await keepUploads({ files, scanner }, ours);
    if (!kept.ok) return kept;
    return ok([
      ...before,
      ...kept.value.map(({ field, file, name, mediaType, bytes, sha256 }) => ({
        field: FILE_FIELDS.find(own => own === field)!,
        file,
        name,
        mediaType,
        bytes,
        sha256,
      })),
    ]);
  }

  function draftOf(
    kind: FormKind,
    agency: Agency,
    values: FormValues,
    before: FormDraft | undefined,
    now: { readonly files: readonly DraftFile[]; readonly genuine: boolean },
  ): FormDraft {
    const { id, queryCode, password } = prepareLodging();
    const fresh = { application: id, queryCode, password, begunAt: actions.now().epochMilliseconds };
    const plain = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
      ),
    );
    return {
      ...fresh,
      ...before,
      caseKind: kind.caseKind,
      agency: agency.code,
      values: plain,
      ...now,
      files: [...now.files],
    };
  }

  async function check(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: FormKind,
    shown: Shown & { draft: FormDraft },
    guarded: readonly FieldProblem[],
  ) {
    const { agency, values, draft } = shown;
    const form = kind.read(values);
    if (!form.ok || guarded.length > 0)
      return show(request, reply, kind, { ...shown, problems: [...guarded, ...(form.ok ? [] : form.problem)] });
    const page = checkPage(await setting(request), {
      agency,
      shown: shownForm({
        caseKind: kind.caseKind,
        agencyName: agency.name,
        form: form.value,
        fileNames: draft.files.map(({ name }) => name),
      }),
      state: sealDraft(sealing, draft),
      formPath: kind.path,
      severalMatters: kind.caseKind === 'information' && looksLikeSeveral(form.value.requested.description),
    });
    return sendPage(reply.headers(PRIVATE), page);
  }

  /** A draft that has become an application is a draft no more: going back to it begins a new one with the same answers. */
  async function findOpenDraft(state: string): Promise<FormDraft | undefined> {
    const draft = findDraft(sealing, state, actions.now());
    if (draft === undefined) return undefined;
    const { id, queryCode, password } = prepareLodging();
    const lodged = await findRegistration(queries, draft.application as ApplicationId);
    return lodged === undefined ? draft : { ...draft, application: id, queryCode, password, files: [] };
  }

  async function dropFile(draft: FormDraft, id: string): Promise<FormDraft> {
    const dropped = draft.files.filter(({ file }) => file === id);
    await dropUploads(files, dropped);
    return { ...draft, files: draft.files.filter(file => !dropped.includes(file)) };
  }

  /** From the page of checking back into the form. */
  async function edit(request: FastifyRequest, reply: FastifyReply, kind: FormKind, draft: FormDraft | undefined) {
    const agency = draft === undefined ? undefined : await findReceiving(draft.agency);
    if (draft === undefined || agency === undefined)
      return sendPage(
        reply.code(400).headers(PRIVATE),
        problemPage(await setting(request), 'refused', '这份表单已经超过一天没有提交，请重新填写。'),
      );
    return show(request, reply, kind, { agency, values: draft.values, draft });
  }

  async function submitted(request: FastifyRequest, reply: FastifyReply, kind: FormKind) {
    const form = await readUploads(request);
    const { fields } = form;
    const step = fields.text('step');
    const before = await findOpenDraft(fields.text('state'));
    if (step === 'edit') return edit(request, reply, kind, before);
    const agency = await findReceiving(fields.text('agency'));
    if (agency === undefined)
      return sendPage(
        reply.code(422).headers(PRIVATE),
        problemPage(await setting(request), 'refused', '没有选择受理机关，请从依申请公开指南里选择后再填写。'),
      );
    const values = typedValues(fields);
    const verdict = guard.check(GUARDED, fields, actions.now());
    const refusal =
      before?.genuine === true || verdict.kind === 'genuine' ? null : { field: 'main', message: verdict.sentence };
    // Nothing is kept of what a machine sends.
    const guarded = refusal === null ? [] : [refusal];
    const kept = await keepNew(form, before?.files ?? [], guarded);
    const draft = draftOf(kind, agency, values, before, {
      files: kept.ok ? kept.value : (before?.files ?? []),
      genuine: refusal === null,
    });
    const shown = { agency, values, draft };
    if (!kept.ok) return show(request, reply, kind, { ...shown, problems: kept.problem });

    if (step === 'add-applicant') {
      const count = Math.min(applicantCount(values) + 1, MOST_APPLICANTS);
      return show(request, reply, kind, { ...shown, values: { ...values, applicants: String(count) } });
    }
    if (step.startsWith('drop-'))
      return show(request, reply, kind, { ...shown, draft: await dropFile(draft, step.slice('drop-'.length)) });
    const removed = /^remove-(\d{1,2})$/.exec(step);
    if (removed !== null)
      return show(request, reply, kind, { ...shown, values: withoutApplicant(values, Number(removed[1])) });
    if (step === 'look-up')
      return show(request, reply, kind, { ...shown, hits: await index(fields.text('description').slice(0, 500), 5) });
    return check(request, reply, kind, shown, guarded);
  }

  for (const kind of Object.values(FORM_KINDS)) {
    server.get<{ Querystring: { agency?: string; description?: string } }>(kind.path, async (request, reply) => {
      const { agency: asked, description } = request.query;
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
}
