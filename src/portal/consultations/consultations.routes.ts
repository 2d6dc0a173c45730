import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordOpinion } from '../../applications/actions/record-opinion.ts';
import { findApplicationId } from '../../applications/rules/ids.ts';
import { refusalText } from '../../applications/rules/refusal.ts';
import { mayFollow } from '../../applications/rules/stage.ts';
import { keptFileOf } from '../../applications/store/application-file.store.ts';
import type { KeptFile } from '../../applications/store/application-file.store.ts';
import { findConsultationByCode, listConsultations } from '../../applications/store/consultation.store.ts';
import type { ConsultationRecord } from '../../applications/store/consultation.store.ts';
import { dropUploads, keepUploads } from '../../platform/files/keep-uploads.ts';
import type { KeptUpload } from '../../platform/files/keep-uploads.ts';
import { STATUS_QUERY_LIMIT } from '../../platform/rate-limit/rate-limiter.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import type { ApplicationsDeps } from '../applications/applications-deps.ts';
import { PRIVATE } from '../applications/column.ts';
import { findCookie, keepCookie } from '../applications/sealed-cookie.ts';
import { sendPage } from '../send-page.ts';
import { ANSWER_PATH, CONSULTATIONS_PATH } from './addresses.ts';
import { answerPage } from './answer.page.ts';
import { codePage } from './code.page.ts';
import { openConsultation } from './open-consultation.ts';
import type { OpenConsultation } from './open-consultation.ts';
import { opinionText, readOpinionForm } from './opinion.form.ts';

const GUARDED = 'consultation';
const NOT_FOUND = '没有找到：请照征求意见书核对答复码';
const THIRD_PARTY = { kind: 'third-party' } as const;
const CODE_LIMIT = { ...STATUS_QUERY_LIMIT, purpose: 'consultation-code' };

const filesOf = (uploads: readonly KeptUpload[], at: Temporal.Instant): readonly KeptFile[] =>
  uploads.map(upload => keptFileOf(upload, { purpose: 'opinion', addedAt: at, addedBy: null }));

/** 答复征求意见: opened by the one-time code of the letter, for an hour and for that one consultation. */
export function consultationRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  const { setting, actions, guard, limiter, readUploads, scanner } = deps;
  const { queries, sealing, files } = actions;

  async function ask(request: FastifyRequest, reply: FastifyReply, state: FormState, status = 200) {
    return sendPage(reply.code(status).headers(PRIVATE), codePage(await setting(request), state));
  }

  /** The code may come typed or in the address of the letter; it does not stay in the address. */
  async function enter(request: FastifyRequest, reply: FastifyReply, code: string) {
    const values = { code };
    const limit = await limiter.take(CODE_LIMIT, request.ip, actions.now());
    if (limit.kind === 'limited') {
      const minutes = Math.max(1, Math.ceil(limit.retryAfterSeconds / 60));
      const message = `这个网络地址试得太频繁了，请 ${minutes} 分钟后再试`;
      return ask(
        request,
        reply.header('retry-after', limit.retryAfterSeconds),
        { values, problems: [{ field: 'code', message }] },
        429,
      );
    }
    const record = code === '' ? undefined : await findConsultationByCode(queries, sealing, code.slice(0, 64));
    if (record === undefined)
      return ask(request, reply, { values, problems: [{ field: 'code', message: NOT_FOUND }] }, 422);
    keepCookie(reply, deps, 'consultation', `${record.application} ${record.id}`);
    return reply.headers(PRIVATE).redirect(ANSWER_PATH, 303);
  }

  async function findRecord(request: FastifyRequest): Promise<ConsultationRecord | undefined> {
    const [application = '', consultation = ''] = (findCookie(request, deps, 'consultation') ?? '').split(' ');
    const id = findApplicationId(application);
    if (id === undefined) return undefined;
    return (await listConsultations(queries, sealing, id)).find(record => record.id === consultation);
  }

  async function findOpened(request: FastifyRequest): Promise<OpenConsultation | undefined> {
    const record = await findRecord(request);
    return record === undefined ? undefined : openConsultation(actions, record);
  }

  const isOpen = ({ file, consultation }: OpenConsultation) =>
    consultation.answeredOn === null && mayFollow(file.application.stage, 'third-party-answered');

  async function show(request: FastifyRequest, reply: FastifyReply, opened: OpenConsultation, form: FormState) {
    const page = answerPage(await setting(request), {
      opened,
      form,
      guard: guard.fields(GUARDED, actions.now()),
      today: actions.today(),
      open: isOpen(opened),
    });
    return sendPage(reply.code(form.problems.length > 0 ? 422 : 200).headers(PRIVATE), page);
  }

  const askAgain = (reply: FastifyReply) => reply.headers(PRIVATE).redirect(CONSULTATIONS_PATH, 303);

  server.get(CONSULTATIONS_PATH, async (request, reply) => ask(request, reply, EMPTY_FORM));
  server.post(CONSULTATIONS_PATH, async (request, reply) =>
    enter(request, reply, valueOf({ values: readFormValues(request.body) }, 'code').trim()),
  );

  server.get(ANSWER_PATH, async (request, reply) => {
    const opened = await findOpened(request);
    return opened === undefined ? askAgain(reply) : show(request, reply, opened, EMPTY_FORM);
  });

  server.post(ANSWER_PATH, async (request, reply) => {
    const opened = await findOpened(request);
    if (opened === undefined) return askAgain(reply);
    const form = await readUploads(request);
    const { fields } = form;
    const values: FormValues = Object.fromEntries(
      ['opinion', 'reasons', 'respondent', 'checked'].map(name => [name, fields.text(name)]),
    );
    const read = readOpinionForm(values);
    const verdict = guard.check(GUARDED, fields, actions.now());
    const problems = [
      ...(verdict.kind === 'genuine' ? [] : [{ field: 'main', message: verdict.sentence }]),
      ...(read.ok ? [] : read.problem),
      ...form.problems,
    ];
    if (!read.ok || problems.length > 0) return show(request, reply, opened, { values, problems });
    const kept = await keepUploads({ files, scanner }, form.files);
    if (!kept.ok) return show(request, reply, opened, { values, problems: kept.problem });
    const result = await recordOpinion(
      actions,
      THIRD_PARTY,
      { id: opened.record.application, version: null },
      {
        consultation: opened.record.id,
        on: actions.today(),
        opinion: read.value.opinion,
        text: opinionText(
          read.value,
          kept.value.map(({ name }) => name),
        ),
        files: filesOf(kept.value, actions.now()),
      },
    );
    if (!result.ok) {
      await dropUploads(files, kept.value);
      return show(request, reply, opened, {
        values,
        problems: [{ field: 'main', message: refusalText(result.problem) }],
      });
    }
    return reply.headers(PRIVATE).redirect(ANSWER_PATH, 303);
  });

  server.get<{ Params: { code: string } }>(`${CONSULTATIONS_PATH}/:code`, async (request, reply) =>
    enter(request, reply, request.params.code),
  );
}
