import type { FastifyInstance, FastifyRequest } from 'fastify';
import { letterFactsOf } from '../../applications/actions/letter-facts.ts';
import { DELIVERY_METHOD_LABEL } from '../../applications/rules/application-log.ts';
import type { ReviewStep } from '../../applications/rules/application-log.ts';
import { SUPPLY_FORM_LABEL } from '../../applications/rules/applicant.ts';
import type { CaseFile } from '../../applications/rules/case-file.ts';
import { clockFileOf } from '../../applications/rules/clock-file.ts';
import type { Letter } from '../../applications/rules/fold.ts';
import { findApplicationId } from '../../applications/rules/ids.ts';
import { chineseDate } from '../../applications/rules/letters/chinese-date.ts';
import type { SavedDraft } from '../../applications/rules/letters/draft-json.ts';
import { entriesOfLetter, formDocument } from '../../applications/rules/letters/forms/form-document.ts';
import type { FormEntries } from '../../applications/rules/letters/forms/form-document.ts';
import { FORM_KINDS, FORM_RULES } from '../../applications/rules/letters/forms/form-kinds.ts';
import type { FormField } from '../../applications/rules/letters/forms/form-kinds.ts';
import { replyClock } from '../../applications/rules/reply-clock.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { clockReadingsFor } from '../../applications/store/clock-readings.store.ts';
import { findVersion, lastVersionOf } from '../../applications/store/letter.store.ts';
import { may } from '../../people/rules/may.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { actionDepsOf } from '../application-deps.ts';
import { Forbidden, NotFound, officerOf } from '../gate/visit.ts';
import type { LetterDeskDeps } from './letters.routes.ts';

const MEDIA_TYPE = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Only so that the record's part of a form can be read before there is a letter. */
const NO_LETTER: SavedDraft = {
  draft: { kind: 'registration-receipt', values: {}, findings: [] },
  recipient: null,
  servedOnline: false,
};

const OPINION_OF_STEP = {
  review: '审核意见',
  secrecy: '保密审查意见',
  legality: '法制审核意见',
  sign: '签发意见',
} as const satisfies Record<ReviewStep, FormField>;

function deliveryEntries({ deliveries }: Letter): FormEntries {
  const last = deliveries.at(-1);
  if (last === undefined) return {};
  return {
    送达方式: DELIVERY_METHOD_LABEL[last.method],
    发出日期: chineseDate(last.on),
    邮件编号: last.trackingNumber ?? '',
    送达日期: last.deliveredOn === null ? '' : chineseDate(last.deliveredOn),
  };
}

type Params = { Params: { id: string; form: string }; Querystring: { letter?: string } };

/** 随卷表单: papers of a file, filled in as far as the record goes, for printing and signing. */
export function formRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  const { queries } = deps.database;

  /** The agency's name and what is known, from the record and from the letter's last version. */
  async function filledIn(file: CaseFile, letter: Letter | null) {
    const { application, registration } = file;
    const saved =
      letter === null
        ? undefined
        : await findVersion(queries, deps.sealing, letter.id, await lastVersionOf(queries, letter.id));
    const facts = await letterFactsOf(queries, actionDepsOf(deps), file, saved ?? NO_LETTER, null);
    const readings = await clockReadingsFor(queries, registration.agency);
    const clock = replyClock(clockFileOf(file.log), await deps.calendar(), readings);
    const passed = letter?.passed ?? [];
    const people = [application.handler, ...passed.map(({ by }) => by)].filter(id => id !== null);
    const names = await listStaffNames(queries, people);
    const opinions = passed.map(({ step, by }) => [
      OPINION_OF_STEP[step],
      `同意。${by === null ? '' : `（${names.get(by) ?? ''}）`}`,
    ]);
    const entries: FormEntries = {
      ...entriesOfLetter({ ...facts, documentNumber: letter?.documentNumber ?? null }),
      ...(letter === null ? { 文书名称: '', 法律依据: '' } : deliveryEntries(letter)),
      承办机构: facts.agency.disclosureOffice ?? '',
      承办人: application.handler === null ? '' : (names.get(application.handler) ?? ''),
      提供形式: SUPPLY_FORM_LABEL[registration.requested.supplyForm],
      答复期限: clock.replyDueOn === null ? '' : chineseDate(clock.replyDueOn),
      ...Object.fromEntries(opinions),
    };
    return { agency: facts.agency.name, entries };
  }

  function letterOf(request: FastifyRequest<Params>, file: CaseFile): Letter | null {
    const { letter: asked } = request.query;
    if (asked === undefined) return null;
    const letter = file.application.letters.find(({ id }) => id === asked);
    if (letter === undefined) throw new NotFound();
    return letter;
  }

  server.get<Params>('/office/applications/:id/forms/:form', async (request, reply) => {
    const officer = officerOf(request);
    const id = findApplicationId(request.params.id);
    const file = id === undefined ? undefined : await findCaseFile(queries, id);
    if (file === undefined || !may(officer, 'read-applications', file.registration.agency)) throw new NotFound();
    if (!may(officer, 'see-personal-data', file.registration.agency)) throw new Forbidden('see-personal-data');
    const [name, format] = request.params.form.split('.');
    const kind = FORM_KINDS.find(candidate => candidate === name);
    if (kind === undefined || (format !== 'pdf' && format !== 'docx')) throw new NotFound();
    const letter = letterOf(request, file);
    const { agency, entries } = await filledIn(file, letter);
    await appendJournal(queries, {
      at: deps.now(),
      agency: file.registration.agency,
      actor: { kind: 'officer', id: officer.id },
      event: 'letter-downloaded',
      subject: `application:${file.registration.id}`,
      detail: { form: kind },
    });
    const bytes = await deps.press.document(formDocument(kind, agency, entries), format);
    const title = `${FORM_RULES[kind].title}.${format}`;
    const { headers } = downloadOf(bytes, title, `form.${format}`, MEDIA_TYPE[format]);
    return reply.headers(headers).send(Buffer.from(bytes));
  });
}
