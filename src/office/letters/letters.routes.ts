import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dispatchLetter } from '../../applications/actions/dispatch-letter.ts';
import { draftLetter } from '../../applications/actions/draft-letter.ts';
import { letterFactsOf } from '../../applications/actions/letter-facts.ts';
import type { FileRef } from '../../applications/actions/perform.ts';
import { recordDelivery } from '../../applications/actions/record-delivery.ts';
import { reviewLetter } from '../../applications/actions/review-letter.ts';
import { saveLetter } from '../../applications/actions/save-letter.ts';
import { signLetter } from '../../applications/actions/sign-letter.ts';
import { submitLetter } from '../../applications/actions/submit-letter.ts';
import { withdrawLetter } from '../../applications/actions/withdraw-letter.ts';
import { DELIVERY_METHODS } from '../../applications/rules/application-log.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { clockFileOf } from '../../applications/rules/clock-file.ts';
import { itemFeeOf, pageFeeOf } from '../../applications/rules/fee.ts';
import type { ProcessingFee } from '../../applications/rules/fee.ts';
import type { Letter } from '../../applications/rules/fold.ts';
import { findApplicationId, findLetterId } from '../../applications/rules/ids.ts';
import type { LetterId } from '../../applications/rules/ids.ts';
import { composeLetter } from '../../applications/rules/letters/compose-letter.ts';
import type { SavedDraft } from '../../applications/rules/letters/draft-json.ts';
import { faultsOfLetter } from '../../applications/rules/letters/letter-faults.ts';
import { findLetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import type { LetterKind } from '../../applications/rules/letters/letter-kinds.ts';
import { letterRuleOf } from '../../applications/rules/letters/letter-rules.ts';
import { withOpenPlaces } from '../../applications/rules/letters/open-places.ts';
import { letterKindsFor, openingValues } from '../../applications/rules/letters/opening-values.ts';
import type { Refusal } from '../../applications/rules/refusal.ts';
import { replyClock } from '../../applications/rules/reply-clock.ts';
import { CLARIFICATION_PERIOD, PAYMENT_WAY } from '../../applications/rules/settings.ts';
import { keptFileOf } from '../../applications/store/application-file.store.ts';
import type { KeptFile } from '../../applications/store/application-file.store.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { clockReadingsFor } from '../../applications/store/clock-readings.store.ts';
import { templatesFor } from '../../applications/store/letter-template.store.ts';
import { findSignedLetter, findVersion, lastVersionOf, listVersions } from '../../applications/store/letter.store.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { readSettings } from '../../people/store/setting.register.store.ts';
import { findStaffMember } from '../../people/store/staff.register.store.ts';
import { dropUploads, keepUploads } from '../../platform/files/keep-uploads.ts';
import { ACCEPTED_EXTENSIONS } from '../../platform/files/upload-kind.ts';
import { downloadOf } from '../../platform/press/download.ts';
import type { Press } from '../../platform/press/press.ts';
import type { FieldProblem } from '../../views/error-summary/error-summary.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import { actionDepsOf } from '../application-deps.ts';
import type { ApplicationDeskDeps } from '../application-deps.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf } from '../gate/visit.ts';
import { sendPage } from '../send-page.ts';
import { draftFormValues, readDraft } from './draft-form.ts';
import { casePath, letterPath, lettersPath } from './letter-paths.ts';
import { draftPage, LETTER_FORMS, letterKindsPage, letterPage, versionPage } from './letters.pages.ts';
import type { LetterForm } from './letters.pages.ts';

export type LetterDeskDeps = ApplicationDeskDeps & { readonly press: Press };

type Params = { Params: { id: string; letter: string; format: string; version: string } };

const MEDIA_TYPE = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

function findDay(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : undefined;
  } catch {
    return undefined;
  }
}

/** 起草、审核、签发、送达: everything that is done with the letters of one application. */
export function letterRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  const { database, sealing, setting, press } = deps;
  const { queries } = database;
  const acting = actionDepsOf(deps);
  const base = '/office/applications/:id/letters';

  /** The file of the address, for an officer who may see whom it is about; the look is journalled. */
  async function open(request: FastifyRequest<Params>): Promise<{ officer: Officer; file: CaseFile }> {
    const officer = officerOf(request);
    const id = findApplicationId(request.params.id);
    const file = id === undefined ? undefined : await findCaseFile(queries, id);
    if (file === undefined || !may(officer, 'read-applications', file.registration.agency)) throw new NotFound();
    if (!may(officer, 'see-personal-data', file.registration.agency)) throw new Forbidden('see-personal-data');
    return { officer, file };
  }

  function letterOf(request: FastifyRequest<Params>, file: CaseFile): Letter {
    const id = findLetterId(request.params.letter);
    const letter = file.application.letters.find(candidate => candidate.id === id);
    if (letter === undefined) throw new NotFound();
    return letter;
  }

  const journalLook = async (officer: Officer, { registration }: CaseFile, letter: LetterId, event: string) =>
    appendJournal(queries, {
      at: deps.now(),
      agency: registration.agency,
      actor: { kind: 'officer', id: officer.id },
      event,
      subject: `application:${registration.id}`,
      detail: { letter },
    });

  /** The fee of the page on which it was counted, so that nobody copies its steps: pages of this file, or items before it in the month. */
  function feeIn(query: FormValues): ProcessingFee | null {
    const count = (name: string) => {
      const typed = valueOf({ values: query }, name);
      return /^\d{1,6}$/.test(typed) ? Number(typed) : null;
    };
    const [pages, before] = [count('pages'), count('before')];
    if (pages !== null) return pageFeeOf(pages);
    return before === null ? null : itemFeeOf(1, before);
  }

  async function opening(file: CaseFile, kind: LetterKind, fee: ProcessingFee | null): Promise<SavedDraft> {
    const { agency, requested } = file.registration;
    const registered = await findAgency(queries, agency);
    const calendar = await deps.calendar();
    const readings = await clockReadingsFor(queries, agency);
    const values = await readSettings(queries, { days: CLARIFICATION_PERIOD, way: PAYMENT_WAY }, agency);
    const draft = {
      kind,
      values: openingValues(kind, {
        file,
        clock: replyClock(clockFileOf(file.log), calendar, readings),
        calendar,
        today: deps.today(),
        clarificationDays: values.days,
        paymentWay: values.way,
        disclosureOffice: registered?.contact.office ?? null,
        address: registered?.contact.address ?? null,
        fee,
      }),
      findings: [],
    };
    const online = requested.supplyRoute === 'online' || requested.supplyRoute === 'email';
    const recipient =
      letterRuleOf(kind).addressee === 'applicant'
        ? null
        : { name: '', isPerson: letterRuleOf(kind).addressee === 'third-party', contact: '', address: '' };
    return { draft, recipient, servedOnline: online && letterRuleOf(kind).remedy === 'told' };
  }

  async function composed(file: CaseFile, saved: SavedDraft) {
    const facts = await letterFactsOf(queries, acting, file, saved, null);
    const templates = await templatesFor(queries, file.registration.agency);
    const shown = { ...facts, draft: withOpenPlaces(facts.draft) };
    return { preview: composeLetter(shown, templates), faults: faultsOfLetter(facts, templates) };
  }

  type Drafting = {
    readonly file: CaseFile;
    readonly kind: LetterKind;
    readonly letter: Letter | null;
    readonly saved: SavedDraft;
    readonly state: FormState;
    readonly checked: boolean;
    readonly refusal: Refusal | null;
  };

  async function showDraft(request: FastifyRequest, reply: FastifyReply, drafting: Drafting, status = 200) {
    const { file, kind, letter, state, checked, refusal } = drafting;
    const { preview, faults } = await composed(file, drafting.saved);
    const own =
      letter === null
        ? `${lettersPath(file.registration.id)}/new`
        : `${letterPath(file.registration.id, letter.id)}/edit`;
    const page = {
      file,
      kind,
      action: own,
      back: letter === null ? casePath(file.registration.id) : letterPath(file.registration.id, letter.id),
      state,
      version: file.application.version,
      preview,
      faults,
      checked,
      refusal,
    };
    return sendPage(reply, draftPage(await setting(request), page), status);
  }

  server.get<Params>(`${base}/new`, async (request, reply) => {
    const { officer, file } = await open(request);
    if (!may(officer, 'draft-letter', file.registration.agency)) throw new Forbidden('draft-letter');
    const query = readFormValues(request.query);
    const kind = findLetterKind(valueOf({ values: query }, 'kind'));
    if (kind === undefined) return sendPage(reply, letterKindsPage(await setting(request), file, letterKindsFor(file)));
    const saved = await opening(file, kind, feeIn(query));
    const state = { values: draftFormValues(saved), problems: [] };
    return showDraft(request, reply, { file, kind, letter: null, saved, state, checked: false, refusal: null });
  });

  server.get<Params>(`${base}/:letter/edit`, async (request, reply) => {
    const { file } = await open(request);
    const letter = letterOf(request, file);
    const saved = await findVersion(queries, sealing, letter.id, await lastVersionOf(queries, letter.id));
    if (saved === undefined) throw new NotFound();
    const state = { values: draftFormValues(saved), problems: [] };
    return showDraft(request, reply, { file, kind: letter.kind, letter, saved, state, checked: false, refusal: null });
  });

  const versionOf = (values: FormValues): number | null => {
    const version = Number(valueOf({ values }, 'version'));
    return Number.isInteger(version) && version > 0 ? version : null;
  };
  const refOf = (file: CaseFile, values: FormValues): FileRef => ({
    id: file.registration.id,
    version: versionOf(values) ?? file.application.version,
  });

  /** Buttons that change the form and not the file: another passage, another finding. */
  function grown(values: FormValues): FormValues | null {
    const then = valueOf({ values }, 'then');
    const count = (name: string) => String(Math.max(1, Number(valueOf({ values }, name)) || 1) + 1);
    if (then.startsWith('add-passage:')) {
      const name = `${then.slice('add-passage:'.length)}passage-count`;
      return { ...values, [name]: count(name) };
    }
    if (then === 'add-finding') return { ...values, 'finding-count': count('finding-count') };
    return then === 'show-findings' ? values : null;
  }

  /** What a refusal says of fields goes beside them; the rest stands above the form. */
  const problemsOf = (refusal: Refusal): readonly FieldProblem[] =>
    refusal.kind === 'unusable' ? refusal.problems : [];

  async function saveDraft(request: FastifyRequest<Params>, reply: FastifyReply, letter: Letter | null) {
    const { file } = await open(request);
    const values = readFormValues(request.body);
    const kind = letter?.kind ?? findLetterKind(valueOf({ values }, 'kind'));
    if (kind === undefined) throw new NotFound();
    const then = valueOf({ values }, 'then');
    const more = grown(values);
    const { saved, problems } = readDraft(more ?? values, kind);
    const drafting = { file, kind, letter, saved };
    if (more !== null || then === 'preview') {
      const state = { values: more ?? values, problems: more === null ? problems : [] };
      return showDraft(request, reply, { ...drafting, state, checked: more === null, refusal: null });
    }
    if (problems.length > 0)
      return showDraft(
        request,
        reply,
        { ...drafting, state: { values, problems }, checked: false, refusal: null },
        422,
      );

    const party = { kind: 'officer', officer: officerOf(request) } as const;
    const ref = refOf(file, values);
    const kept =
      letter === null
        ? await draftLetter(acting, party, ref, saved)
        : await saveLetter(acting, party, ref, { letter: letter.id, saved });
    if (!kept.ok)
      return showDraft(
        request,
        reply,
        { ...drafting, state: { values, problems: problemsOf(kept.problem) }, checked: false, refusal: kept.problem },
        409,
      );
    const id = letter?.id ?? ('letter' in kept.value ? kept.value.letter : undefined);
    if (id === undefined) throw new Error('A letter was begun without an id');
    const to = letterPath(file.registration.id, id);
    const session = getVisit(request).session.id;
    if (then !== 'submit') {
      const message = { kind: 'done', sentence: '文书已保存。' } as const;
      return goOn(deps, request, reply, { to, session, message });
    }
    const now = 'file' in kept.value ? kept.value.file : kept.value;
    const submitted = await submitLetter(
      acting,
      party,
      { id: ref.id, version: now.application.version },
      { letter: id },
    );
    if (submitted.ok) {
      const message = { kind: 'done', sentence: '文书已提交审核。' } as const;
      return goOn(deps, request, reply, { to, session, message });
    }
    const begun = now.application.letters.find(candidate => candidate.id === id) ?? null;
    return showDraft(
      request,
      reply,
      { file: now, kind, letter: begun, saved, state: { values, problems: [] }, checked: true, refusal: null },
      422,
    );
  }

  server.post<Params>(`${base}/new`, async (request, reply) => saveDraft(request, reply, null));
  server.post<Params>(`${base}/:letter/edit`, async (request, reply) => {
    const { file } = await open(request);
    return saveDraft(request, reply, letterOf(request, file));
  });

  /** The letter as it was signed, or as its last version reads now. */
  async function contentOf(file: CaseFile, letter: Letter): Promise<OfficialLetter> {
    const signed = await findSignedLetter(queries, sealing, letter.id);
    if (signed !== undefined) return signed.content;
    const saved = await findVersion(queries, sealing, letter.id, await lastVersionOf(queries, letter.id));
    if (saved === undefined) throw new NotFound();
    return (await composed(file, saved)).preview;
  }

  async function isLateClarification(file: CaseFile, letter: Letter): Promise<boolean> {
    if (letter.kind !== 'clarification-notice') return false;
    const readings = await clockReadingsFor(queries, file.registration.agency);
    const { clarificationNoticeDueOn } = replyClock(clockFileOf(file.log), await deps.calendar(), readings);
    return clarificationNoticeDueOn !== null && Temporal.PlainDate.compare(deps.today(), clarificationNoticeDueOn) > 0;
  }

  async function showLetter(
    request: FastifyRequest<Params>,
    reply: FastifyReply,
    shown: { file: CaseFile; letter: Letter; form?: { name: LetterForm; state: FormState }; refusal?: Refusal },
  ) {
    const { file, letter, form, refusal } = shown;
    const officer = officerOf(request);
    const versions = await listVersions(queries, sealing, letter.id);
    const names = new Map<string, string>();
    for (const author of new Set(versions.flatMap(version => version.author ?? [])))
      names.set(author, (await findStaffMember(queries, author))?.name ?? '');
    const recipient = versions.at(-1)?.saved.recipient ?? null;
    const page = {
      file,
      letter,
      content: await contentOf(file, letter),
      officer,
      versions: versions.map(version => ({ ...version, authorName: names.get(version.author ?? '') ?? '' })),
      recipient: recipient === null ? null : recipient.name,
      today: deps.today(),
      form: form ?? null,
      refusal: refusal ?? null,
      lateClarification: await isLateClarification(file, letter),
      accept: ACCEPTED_EXTENSIONS,
    };
    const status = refusal === undefined ? 200 : refusal.kind === 'overtaken' ? 409 : 422;
    return sendPage(reply, letterPage(await setting(request), page), status);
  }

  server.get<Params>(`${base}/:letter`, async (request, reply) => {
    const { officer, file } = await open(request);
    const letter = letterOf(request, file);
    await journalLook(officer, file, letter.id, 'letter-seen');
    return showLetter(request, reply, { file, letter });
  });

  server.get<Params>(`${base}/:letter/versions/:version`, async (request, reply) => {
    const { officer, file } = await open(request);
    const letter = letterOf(request, file);
    const version = Number(request.params.version);
    const [older, newer] = [
      await findVersion(queries, sealing, letter.id, version - 1),
      await findVersion(queries, sealing, letter.id, version),
    ];
    if (older === undefined || newer === undefined) throw new NotFound();
    await journalLook(officer, file, letter.id, 'letter-seen');
    const compared = {
      version,
      older: (await composed(file, older)).preview,
      newer: (await composed(file, newer)).preview,
    };
    return sendPage(reply, versionPage(await setting(request), file, letter, compared));
  });

  server.get<Params>(`${base}/:letter/file.:format`, async (request, reply) => {
    const { officer, file } = await open(request);
    const letter = letterOf(request, file);
    const { format } = request.params;
    if (format !== 'pdf' && format !== 'docx') throw new NotFound();
    const content = await contentOf(file, letter);
    await journalLook(officer, file, letter.id, 'letter-downloaded');
    const name = `${letter.documentNumber ?? content.title.join('')}.${format}`;
    const { bytes, headers } = downloadOf(
      await press.letter(content, format),
      name,
      `letter.${format}`,
      MEDIA_TYPE[format],
    );
    return reply.headers(headers).send(Buffer.from(bytes));
  });

  type Acted = {
    readonly letter: Letter;
    readonly file: CaseFile;
    readonly values: FormValues;
    readonly proofs: readonly KeptFile[];
  };
  type Done =
    | { readonly ok: true; readonly sentence: string; readonly lines?: readonly string[] }
    | { readonly ok: false; readonly refusal: Refusal };

  const badDay = (field: string): Done => ({
    ok: false,
    refusal: { kind: 'unusable', problems: [{ field, message: '请写成 2026-03-09 这样的日期' }] },
  });

  async function act(request: FastifyRequest<Params>, name: LetterForm, acted: Acted): Promise<Done> {
    const { letter, file, values, proofs } = acted;
    const party = { kind: 'officer', officer: officerOf(request) } as const;
    const ref = refOf(file, values);
    const text = (field: string) => valueOf({ values }, field).trim();
    const on = findDay(text('on'));
    const finished = (result: { ok: boolean; problem?: Refusal }, sentence: string): Done =>
      result.ok ? { ok: true, sentence } : { ok: false, refusal: result.problem! };
    switch (name) {
      case 'submit':
        return finished(await submitLetter(acting, party, ref, { letter: letter.id }), '文书已提交审核。');
      case 'pass':
        return finished(
          await reviewLetter(acting, party, ref, { letter: letter.id, verdict: { kind: 'passed' } }),
          '已通过，进入下一环节。',
        );
      case 'return': {
        const verdict = { kind: 'returned', comment: text('comment') } as const;
        return finished(await reviewLetter(acting, party, ref, { letter: letter.id, verdict }), '已退回起草人修改。');
      }
      case 'sign':
        return finished(await signLetter(acting, party, ref, { letter: letter.id }), '文书已签发，可以送达。');
      case 'withdraw':
        return finished(
          await withdrawLetter(acting, party, ref, { letter: letter.id, reason: text('reason') }),
          '文书已撤回。',
        );
      case 'dispatch': {
        const method = DELIVERY_METHODS.find(candidate => candidate === text('method'));
        if (on === undefined) return badDay('on');
        if (method === undefined)
          return {
            ok: false,
            refusal: { kind: 'unusable', problems: [{ field: 'method', message: '请选择送达方式' }] },
          };
        const result = await dispatchLetter(acting, party, ref, {
          letter: letter.id,
          method,
          on,
          trackingNumber: text('trackingNumber') || null,
          lateReason: text('lateReason') || null,
          proofs,
        });
        return finished(result, '已登记发出。');
      }
      case 'deliver':
        if (on === undefined) return badDay('on');
        return finished(
          await recordDelivery(acting, party, ref, { letter: letter.id, result: { kind: 'delivered', on }, proofs }),
          '已登记签收。',
        );
      case 'bounce': {
        const bouncedOn = findDay(text('bouncedOn'));
        if (bouncedOn === undefined) return badDay('bouncedOn');
        const result = { kind: 'bounced', on: bouncedOn, reason: text('reason') } as const;
        return finished(
          await recordDelivery(acting, party, ref, { letter: letter.id, result, proofs }),
          '已登记退回，请重新送达。',
        );
      }
    }
  }

  for (const name of LETTER_FORMS)
    server.post<Params>(`${base}/:letter/${name}`, async (request, reply) => {
      const { officer, file } = await open(request);
      const letter = letterOf(request, file);
      const form = await deps.readUploads(request);
      const values = Object.fromEntries(form.fields.names().map(field => [field, form.fields.texts(field)]));
      const again = (problems: readonly FieldProblem[], refusal: Refusal) =>
        showLetter(request, reply, { file, letter, form: { name, state: { values, problems } }, refusal });
      if (form.problems.length > 0) return again(form.problems, { kind: 'unusable', problems: form.problems });
      const kept = await keepUploads(deps, form.files);
      if (!kept.ok) return again(kept.problem, { kind: 'unusable', problems: kept.problem });
      const proofs = kept.value.map(upload =>
        keptFileOf(upload, { purpose: 'delivery-proof', addedAt: deps.now(), addedBy: officer.id }),
      );
      const done = await act(request, name, { letter, file, values, proofs });
      if (!done.ok) {
        await dropUploads(deps.files, kept.value);
        return again(problemsOf(done.refusal), done.refusal);
      }
      const message = {
        kind: 'done',
        sentence: done.sentence,
        ...(done.lines === undefined ? {} : { lines: done.lines }),
      } as const;
      const to = letterPath(file.registration.id, letter.id);
      return goOn(deps, request, reply, { to, session: getVisit(request).session.id, message });
    });
}
