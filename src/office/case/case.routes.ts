import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { aboutApplicantOf } from '../../applications/actions/tell-applicant.ts';
import { similarOf, frequencyOf } from '../../applications/rules/earlier-applications.ts';
import { ABILITY_FOR_STEP } from '../../applications/rules/act-abilities.ts';
import type { ActNames } from '../../applications/rules/act-words.ts';
import type { Entry } from '../../applications/rules/application-log.ts';
import { registrationNumber } from '../../applications/rules/case-file.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { nextStepOf } from '../../applications/rules/fold.ts';
import { monthPlacesOf } from '../../applications/rules/fee.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import { findFile, keptFileOf, listFiles } from '../../applications/store/application-file.store.ts';
import { findForm } from '../../applications/store/application-form.store.ts';
import { listApplicants, listMaskedNames } from '../../applications/store/applicant.store.ts';
import { listConsultations } from '../../applications/store/consultation.store.ts';
import {
  findApplicantDigest,
  listFilesOfApplicant,
  listRecentFiles,
} from '../../applications/store/earlier-application.store.ts';
import { listNumbers } from '../../applications/store/register.store.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { dropUploads, keepUploads } from '../../platform/files/keep-uploads.ts';
import { listMessageNotes } from '../../platform/outbox/outbox.store.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { DESK_PATH } from '../desk/desk-query.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit } from '../gate/visit.ts';
import { casePath, letterPath } from '../letters/letter-paths.ts';
import { officePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { refusalOfAll } from './act-form.ts';
import type { ActForm } from './act-form.ts';
import { actMain } from './act.page.ts';
import { findActForm } from './acts/index.ts';
import type { CaseContext } from './case-context.ts';
import { caseMain, subjectOf } from './case.page.ts';
import type { Revealed } from './case.page.ts';
import type { EarlierFacts } from './earlier-applications.section.ts';
import { feeMain, readPages } from './fee.page.ts';
import { contextOf, loadCase, NoSuchCase } from './load-case.ts';

type CaseRequest = FastifyRequest<{ Params: { readonly id: string } }>;

/** Everyone and everything that the entries of a log refer to by id. */
function idsIn(log: readonly Entry[]) {
  const staff = new Set<StaffId>();
  const applications = new Set<ApplicationId>();
  for (const { by, act } of log) {
    if (by.kind === 'officer') staff.add(by.id);
    if (act.kind === 'assigned') staff.add(act.to);
    if (act.kind === 'extension-approved') staff.add(act.approver);
    if (act.kind === 'linked') applications.add(act.to);
    if (act.kind === 'merged') applications.add(act.into);
    if (act.kind === 'split') for (const child of act.children) applications.add(child);
    if (act.kind === 'lodged' && act.parent !== null) applications.add(act.parent);
  }
  return { staff: [...staff], applications: [...applications] };
}

/** One case: its page, every act that is entered on it, its files and its fee. */
export function caseRoutes(server: FastifyInstance, deps: ApplicationDeskDeps) {
  const { database, sealing, files, scanner, readUploads, now, setting } = deps;
  const { queries } = database;

  async function namesOf({ registration, log, application }: CaseFile): Promise<ActNames> {
    const { staff, applications } = idsIn(log);
    return {
      staff: await listStaffNames(queries, staff),
      applications: await listNumbers(queries, registration.agency, applications),
      letters: new Map(application.letters.map(({ id, kind }) => [id, kind])),
    };
  }

  async function journal(officer: Officer, { registration }: CaseFile, event: string, detail: Record<string, string>) {
    await appendJournal(queries, {
      at: now(),
      agency: registration.agency,
      actor: { kind: 'officer', id: officer.id },
      event,
      subject: `application:${registration.id}`,
      detail,
    });
  }

  async function earlierOf({ file, today }: CaseContext): Promise<EarlierFacts> {
    const { registration } = file;
    const digest = await findApplicantDigest(queries, registration.id);
    const all = await listFilesOfApplicant(queries, registration.agency, digest === undefined ? [] : [digest]);
    const others = all.filter(({ id }) => id !== registration.id);
    const own = new Set(all.map(({ id }) => id));
    const recent = await listRecentFiles(queries, registration.agency, today.subtract({ years: 1 }));
    return {
      ofOthers: similarOf(
        registration.requested.description,
        recent.filter(({ id }) => !own.has(id)),
      ),
      others: others.length,
      // What this file was split from, or into, is no repetition of it.
      similar: similarOf(
        registration.requested.description,
        others.filter(({ stage }) => stage !== 'split'),
      ),
      frequency: frequencyOf(all, all.find(({ id }) => id === registration.id)?.receivedOn ?? today),
    };
  }

  async function showCase(request: CaseRequest, reply: FastifyReply, context: CaseContext, revealed: Revealed | null) {
    const { id } = context.file.registration;
    const main = caseMain({
      context,
      names: await namesOf(context.file),
      maskedNames: await listMaskedNames(queries, id),
      revealed,
      files: await listFiles(queries, sealing, id),
      earlier: await earlierOf(context),
      messages: await listMessageNotes(queries, aboutApplicantOf(id)),
      clarification: (await findForm(queries, sealing, id, 'clarification')) ?? null,
    });
    const title = `${registrationNumber(context.file.registration)} ${subjectOf(context)}`;
    const crumbs = [{ text: '依申请公开', href: DESK_PATH }];
    return sendPage(reply, officePage(await setting(request), { title, crumbs, main }));
  }

  server.get<{ Params: { id: string } }>(`${DESK_PATH}/:id`, async (request, reply) =>
    showCase(request, reply, await loadCase(deps, request), null),
  );

  // From the list of letters that wait for somebody, straight to the one that waits for this officer.
  server.get<{ Params: { id: string } }>(`${DESK_PATH}/:id/review`, async (request, reply) => {
    const { officer, file } = await loadCase(deps, request);
    const { registration, application } = file;
    const letter = application.letters.find(candidate => {
      const step = nextStepOf(candidate);
      return step !== undefined && may(officer, ABILITY_FOR_STEP[step], registration.agency);
    });
    const to = letter === undefined ? casePath(registration.id) : letterPath(registration.id, letter.id);
    return reply.redirect(to, 303);
  });

  server.post<{ Params: { id: string } }>(`${DESK_PATH}/:id/applicant`, async (request, reply) => {
    const context = await loadCase(deps, request);
    const { registration } = context.file;
    if (!may(context.officer, 'see-personal-data', registration.agency)) throw new Forbidden('see-personal-data');
    await journal(context.officer, context.file, 'personal-data-seen', {});
    const revealed = {
      applicants: await listApplicants(queries, sealing, registration.id),
      consultations: await listConsultations(queries, sealing, registration.id),
    };
    return showCase(request, reply, context, revealed);
  });

  server.get<{ Params: { id: string; file: string } }>(`${DESK_PATH}/:id/files/:file`, async (request, reply) => {
    const { officer, file } = await loadCase(deps, request);
    const { registration } = file;
    const known = /^[0-9a-f-]{36}$/.test(request.params.file)
      ? await findFile(queries, sealing, registration.id, request.params.file)
      : undefined;
    if (known === undefined) throw new NoSuchCase();
    if (!may(officer, 'see-personal-data', registration.agency)) throw new Forbidden('see-personal-data');
    await journal(officer, file, 'file-downloaded', { file: known.id, purpose: known.purpose });
    const name = encodeURIComponent(known.name);
    return reply
      .header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${name}`)
      .type(known.mediaType)
      .send(await files.read(known.file));
  });

  async function showAct(
    request: CaseRequest,
    reply: FastifyReply,
    context: CaseContext,
    form: ActForm,
    state: FormState,
    refusal: Refusal | null,
  ) {
    const number = registrationNumber(context.file.registration);
    const main = actMain({ form, context, names: await namesOf(context.file), state, refusal });
    const page = officePage(await setting(request), {
      title: formTitle(`${form.title} ${number}`, state),
      crumbs: [
        { text: '依申请公开', href: DESK_PATH },
        { text: number, href: casePath(context.file.registration.id) },
      ],
      main,
    });
    return sendPage(reply, page, refusal === null ? 200 : refusal.kind === 'unusable' ? 422 : 409);
  }

  const formOf = (name: string): ActForm => {
    const form = findActForm(name);
    if (form === undefined) throw new NoSuchCase();
    return form;
  };

  server.get<{ Params: { id: string; act: string } }>(`${DESK_PATH}/:id/acts/:act`, async (request, reply) => {
    const context = await loadCase(deps, request);
    const form = formOf(request.params.act);
    const refusal = refusalOfAll(form.specimens(context), context);
    if (refusal?.kind === 'forbidden') throw new Forbidden(refusal.ability);
    return showAct(request, reply, context, form, { values: form.initial?.(context) ?? {}, problems: [] }, refusal);
  });

  server.post<{ Params: { id: string; act: string } }>(`${DESK_PATH}/:id/acts/:act`, async (request, reply) => {
    const context = await loadCase(deps, request);
    const form = formOf(request.params.act);
    const { id } = context.file.registration;
    const submitted = await readUploads(request);
    const { fields } = submitted;
    const values: FormValues = Object.fromEntries(fields.names().map(name => [name, fields.texts(name)]));
    const again = async (refusal: Refusal) => {
      const current = refusal.kind === 'overtaken' ? await loadCase(deps, request) : context;
      const problems = refusal.kind === 'unusable' ? refusal.problems : [];
      return showAct(request, reply, current, form, { values, problems }, refusal);
    };
    const kept =
      submitted.problems.length > 0 || form.takesFiles === undefined
        ? { ok: submitted.problems.length === 0, value: [], problem: submitted.problems }
        : await keepUploads({ files, scanner }, submitted.files);
    if (!kept.ok) return again({ kind: 'unusable', problems: kept.problem });

    const version = /^\d{1,9}$/.test(fields.text('version')) ? Number(fields.text('version')) : 0;
    const party = { kind: 'officer', officer: context.officer } as const;
    const done = await form.perform({
      deps: actionDepsOf(deps),
      party,
      ref: { id, version },
      values,
      files: kept.value.map(upload =>
        keptFileOf(upload, { purpose: form.takesFiles!, addedAt: now(), addedBy: context.officer.id }),
      ),
      context,
    });
    if (!done.ok) {
      await dropUploads(files, kept.value);
      if (done.problem.kind === 'forbidden') throw new Forbidden(done.problem.ability);
      if (done.problem.kind === 'not-found') throw new NoSuchCase();
      return again(done.problem);
    }
    return goOn(deps, request, reply, {
      to: casePath(id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: await doneSentence(context, done.value, form) },
    });
  });

  /** What was done, and what became of the due day by it. */
  async function doneSentence(before: CaseContext, file: CaseFile, form: ActForm): Promise<string> {
    const after = await contextOf(deps, before.officer, file);
    const [old, due] = [before.clock.replyDueOn, after.clock.replyDueOn];
    const settled = file.application.settlement !== null;
    const moved = !settled && due !== null && (old === null || !due.equals(old));
    return `${form.title}已办理${moved ? `，答复期限现在是 ${due.toString()}` : ''}。`;
  }

  server.get<{ Params: { id: string }; Querystring: { pages?: string } }>(
    `${DESK_PATH}/:id/fee`,
    async (request, reply) => {
      const context = await loadCase(deps, request);
      const { registration } = context.file;
      const digest = await findApplicantDigest(queries, registration.id);
      const all = await listFilesOfApplicant(queries, registration.agency, digest === undefined ? [] : [digest]);
      const counted = all
        .filter(({ stage, receivedOn }) => stage !== 'split' && receivedOn !== null)
        .toReversed()
        .map(({ id, receivedOn }) => ({ id, applicant: digest ?? '', receivedOn: receivedOn!, items: 1 }));
      const pages = request.query.pages ?? '';
      const main = feeMain({
        context,
        place: monthPlacesOf(counted).get(registration.id) ?? null,
        pages: readPages(pages),
        state: { ...EMPTY_FORM, values: { pages } },
      });
      const number = registrationNumber(registration);
      const page = officePage(await setting(request), {
        title: `信息处理费 ${number}`,
        crumbs: [
          { text: '依申请公开', href: DESK_PATH },
          { text: number, href: casePath(registration.id) },
        ],
        main,
      });
      return sendPage(reply, page);
    },
  );
}
