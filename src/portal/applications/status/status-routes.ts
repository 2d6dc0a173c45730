import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { giveSatisfaction } from '../../../applications/actions/give-satisfaction.ts';
import { passwordDigest } from '../../../applications/actions/lodge-application.ts';
import { receiveClarification } from '../../../applications/actions/receive-clarification.ts';
import { withdrawApplication } from '../../../applications/actions/withdraw-application.ts';
import { findApplicationId, findLetterId } from '../../../applications/rules/ids.ts';
import type { ApplicationId, LetterId } from '../../../applications/rules/ids.ts';
import { letterRuleOf } from '../../../applications/rules/letters/letter-rules.ts';
import { refusalText } from '../../../applications/rules/refusal.ts';
import type { Refusal } from '../../../applications/rules/refusal.ts';
import { keptFileOf } from '../../../applications/store/application-file.store.ts';
import type { KeptFile } from '../../../applications/store/application-file.store.ts';
import { findForm } from '../../../applications/store/application-form.store.ts';
import { findQueryCode } from '../../../applications/store/application.store.ts';
import { findSignedLetter } from '../../../applications/store/letter.store.ts';
import type { Result } from '../../../kernel/result.ts';
import { dropUploads, keepUploads } from '../../../platform/files/keep-uploads.ts';
import { STATUS_QUERY_LIMIT } from '../../../platform/rate-limit/rate-limiter.ts';
import type { KeptUpload } from '../../../platform/files/keep-uploads.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../../views/form/form-state.ts';
import type { FormState } from '../../../views/form/form-state.ts';
import type { FieldProblem } from '../../../views/error-summary/error-summary.ts';
import { problemPage } from '../../problem.page.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { FILE_PATH, PRIVATE, STATUS_PATH } from '../column.ts';
import { sendDocument, sendFile } from '../documents.ts';
import { severalLines } from '../form/form-text.ts';
import { dropCookie, findCookie, keepCookie } from '../sealed-cookie.ts';
import { readAskForm } from './ask.form.ts';
import { askPage } from './ask.page.ts';
import { CLARIFICATION_LIMIT, filePage } from './file.page.ts';
import { openFile } from './opened-file.ts';
import type { OpenedFile } from './opened-file.ts';
import { keptFormPage, letterPage } from './reading.page.ts';
import { WITHDRAWAL_LIMIT, withdrawPage } from './withdraw.page.ts';

/** The same for a wrong code, a wrong password and a code that does not exist. */
const NOT_FOUND = '没有查到：请照回执核对查询码和密码，两个都要填对';
const APPLICANT = { kind: 'applicant' } as const;
/** What has just been done, by the name that stands in the address after it. */
const DONE = {
  clarified: '补正已经提交，答复期限从明天起重新计算 20 个工作日。',
  withdrawn: '申请已经撤回。',
  thanked: '评价已经提交，谢谢。',
} as const;

const isEqual = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
};

const filesOf = (uploads: readonly KeptUpload[], at: Temporal.Instant): readonly KeptFile[] =>
  uploads.map(upload => keptFileOf(upload, { purpose: 'clarification', addedAt: at, addedBy: null }));

/** 查询办理进度: opened by code and password, for half an hour and for that one file. */
export function statusRoutes(server: FastifyInstance, deps: ApplicationsDeps): void {
  const { setting, actions, limiter, press, readUploads, scanner } = deps;
  const { queries, sealing, files } = actions;

  async function findRightCode(code: string, password: string): Promise<ApplicationId | undefined> {
    const found = await findQueryCode(queries, code);
    // The digest is computed and compared in every case: an answer takes the same time whichever part was wrong.
    const digest = passwordDigest(sealing, code, password);
    const right = isEqual(digest, found?.passwordHash ?? passwordDigest(sealing, code, ''));
    return right && password !== '' ? found?.id : undefined;
  }

  async function opened(request: FastifyRequest): Promise<OpenedFile | undefined> {
    const id = findApplicationId(findCookie(request, deps, 'file') ?? '');
    return id === undefined ? undefined : openFile(actions, id);
  }

  const askAgain = (reply: FastifyReply) => reply.headers(PRIVATE).redirect(STATUS_PATH, 303);

  async function ask(request: FastifyRequest, reply: FastifyReply, state: FormState, status = 200) {
    return sendPage(reply.code(status).headers(PRIVATE), askPage(await setting(request), state));
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    file: OpenedFile,
    form: FormState,
    done: string | null = null,
  ) {
    const status = form.problems.length > 0 ? 422 : 200;
    return sendPage(
      reply.code(status).headers(PRIVATE),
      filePage(await setting(request), { opened: file, form, done }),
    );
  }

  server.get(STATUS_PATH, async (request, reply) => ask(request, reply, EMPTY_FORM));

  server.post(STATUS_PATH, async (request, reply) => {
    const values = readFormValues(request.body);
    const asked = readAskForm(values);
    if (!asked.ok) return ask(request, reply, { values, problems: asked.problem }, 422);
    const limit = await limiter.take(STATUS_QUERY_LIMIT, request.ip, actions.now());
    if (limit.kind === 'limited') {
      const minutes = Math.max(1, Math.ceil(limit.retryAfterSeconds / 60));
      const message = `这个网络地址查询得太频繁了，请 ${minutes} 分钟后再试；急用的请拨打受理机关的电话`;
      return ask(
        request,
        reply.header('retry-after', limit.retryAfterSeconds),
        { values, problems: [{ field: 'code', message }] },
        429,
      );
    }
    const id = await findRightCode(asked.value.code, asked.value.password);
    if (id === undefined)
      return ask(request, reply, { values, problems: [{ field: 'code', message: NOT_FOUND }] }, 422);
    keepCookie(reply, deps, 'file', id);
    return reply.headers(PRIVATE).redirect(FILE_PATH, 303);
  });

  server.get<{ Querystring: { done?: string } }>(FILE_PATH, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const done = Object.entries(DONE).find(([name]) => name === request.query.done)?.[1] ?? null;
    return show(request, reply, file, EMPTY_FORM, done);
  });

  server.post(`${FILE_PATH}/leave`, async (_request, reply) => askAgain(dropCookie(reply, deps, 'file')));

  server.get(`${FILE_PATH}/form`, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const text = await findForm(queries, sealing, file.file.registration.id, 'application');
    if (text === undefined) return reply.callNotFound();
    return sendPage(reply.headers(PRIVATE), keptFormPage(await setting(request), file, text));
  });

  /** After an act of the applicant: back to the file, or what was typed with what is wrong. */
  async function finish(
    request: FastifyRequest,
    reply: FastifyReply,
    file: OpenedFile,
    typed: FormState['values'],
    field: string,
    done: keyof typeof DONE,
    result: Result<unknown, Refusal>,
  ) {
    if (result.ok) return reply.headers(PRIVATE).redirect(`${FILE_PATH}?done=${done}`, 303);
    return show(request, reply, file, { values: typed, problems: [{ field, message: refusalText(result.problem) }] });
  }

  server.post(`${FILE_PATH}/clarify`, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const form = await readUploads(request);
    const text = severalLines(form.fields.text('clarification'));
    const values = { clarification: form.fields.text('clarification') };
    const problems: FieldProblem[] = [
      ...(text === '' ? [{ field: 'clarification', message: '请写明补正后的申请内容' }] : []),
      ...(text.length > CLARIFICATION_LIMIT
        ? [
            {
              field: 'clarification',
              message: `补正内容最多 ${CLARIFICATION_LIMIT} 个字，请写得简短一些或者作为附件上传`,
            },
          ]
        : []),
      ...form.problems,
    ];
    if (problems.length > 0) return show(request, reply, file, { values, problems });
    const kept = await keepUploads({ files, scanner }, form.files);
    if (!kept.ok) return show(request, reply, file, { values, problems: kept.problem });
    const names = kept.value.map(({ name }) => name);
    const result = await receiveClarification(
      actions,
      APPLICANT,
      { id: file.file.registration.id, version: null },
      {
        on: actions.today(),
        text: names.length === 0 ? text : `${text}\n\n附件：${names.join('、')}`,
        files: filesOf(kept.value, actions.now()),
      },
    );
    if (!result.ok) await dropUploads(files, kept.value);
    return finish(request, reply, file, values, 'clarification', 'clarified', result);
  });

  server.get(`${FILE_PATH}/withdraw`, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    return sendPage(reply.headers(PRIVATE), withdrawPage(await setting(request), file));
  });

  server.post(`${FILE_PATH}/withdraw`, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const values = readFormValues(request.body);
    const reason = severalLines(valueOf({ values }, 'reason')).slice(0, WITHDRAWAL_LIMIT);
    const result = await withdrawApplication(
      actions,
      APPLICANT,
      { id: file.file.registration.id, version: null },
      {
        on: actions.today(),
        reason: reason === '' ? null : reason,
      },
    );
    return finish(request, reply, file, {}, 'main', 'withdrawn', result);
  });

  server.post(`${FILE_PATH}/satisfaction`, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const values = readFormValues(request.body);
    const score = ([1, 2, 3, 4, 5] as const).find(candidate => String(candidate) === valueOf({ values }, 'score'));
    if (score === undefined)
      return show(request, reply, file, { values, problems: [{ field: 'score', message: '请选择 1 到 5 分' }] });
    const ref = { id: file.file.registration.id, version: null };
    const result = await giveSatisfaction(actions, APPLICANT, ref, { on: actions.today(), score });
    return finish(request, reply, file, values, 'score', 'thanked', result);
  });

  server.get<{ Params: { letter: string } }>(`${FILE_PATH}/letters/:letter`, async (request, reply) => {
    const { id, format } = /^(?<id>[0-9a-f-]{36})(?:\.(?<format>pdf|docx))?$/.exec(request.params.letter)?.groups ?? {};
    const letter: LetterId | undefined = findLetterId(id ?? '');
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const shown = file.letters.find(candidate => candidate.id === letter);
    const signed = shown === undefined ? undefined : await findSignedLetter(queries, sealing, shown.id);
    if (shown === undefined || signed === undefined) return reply.callNotFound();
    if (format !== 'pdf' && format !== 'docx')
      return sendPage(reply.headers(PRIVATE), letterPage(await setting(request), file, shown.id, signed.content));
    const bytes = await press.letter(signed.content, format);
    return sendDocument(reply.headers(PRIVATE), bytes, letterRuleOf(shown.kind).title, format);
  });

  server.get<{ Params: { file: string } }>(`${FILE_PATH}/files/:file`, async (request, reply) => {
    const file = await opened(request);
    if (file === undefined) return askAgain(reply);
    const released = file.released.find(({ id }) => id === request.params.file);
    if (released === undefined) return reply.callNotFound();
    const bytes = await files.read(released.file);
    return sendFile(reply.headers(PRIVATE), bytes, released);
  });

  // A page that has been forgotten in a browser leads back to the question, never to a fault.
  server.get(`${FILE_PATH}/*`, async (request, reply) =>
    (await opened(request)) === undefined
      ? askAgain(reply)
      : sendPage(reply.code(404), problemPage(await setting(request), 'not-found')),
  );
}
