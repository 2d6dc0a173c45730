import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RoundReader } from '../../annual-report/actions/rounds/round-reader.ts';
import { sendByCode } from '../../annual-report/actions/rounds/send-by-code.ts';
import { submitByCode } from '../../annual-report/actions/rounds/submit-by-code.ts';
import type { RoundRefusal } from '../../annual-report/rules/collection/admit.ts';
import type { UploadId } from '../../annual-report/rules/collection/round-upload.ts';
import { findSubmissionId } from '../../annual-report/rules/collection/submission.ts';
import { listDueRounds } from '../../annual-report/store/due-round.store.ts';
import { findReportCode } from '../../annual-report/store/report-code.store.ts';
import type { ReportCode } from '../../annual-report/store/report-code.store.ts';
import { findUploadAnswer, findUploadByCode } from '../../annual-report/store/report-upload.store.ts';
import { actRefusalText } from '../../people/rules/refusal.ts';
import type { FieldProblem } from '../../people/rules/refusal.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { FORM_POST_LIMIT, STATUS_QUERY_LIMIT } from '../../platform/rate-limit/rate-limiter.ts';
import type { RateLimit } from '../../platform/rate-limit/rate-limiter.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import type { ApplicationsDeps } from '../applications/applications-deps.ts';
import { PRIVATE } from '../applications/column.ts';
import { findCookie, keepCookie } from '../applications/sealed-cookie.ts';
import { sendPage } from '../send-page.ts';
import { REPORT_PATH, SUBMISSION_PATH, SUBMIT_PATH } from './addresses.ts';
import { codePage } from './code.page.ts';
import { MAX_REPORT_BYTES, reportPage } from './report.page.ts';

const NOT_FOUND = '没有找到，或者已经过期：请核对报送码，或者请主管部门重新发放';
const WORDS = { notFound: '没有找到这份文件，请重新上传', overtaken: '刚刚有新的变化，请刷新页面核对' };
const CODE_LIMIT = { ...STATUS_QUERY_LIMIT, purpose: 'report-code' };
const FILE_LIMIT = { ...FORM_POST_LIMIT, purpose: 'report-file' };
const ONE_FILE = { files: 1, fileBytes: MAX_REPORT_BYTES, bytes: MAX_REPORT_BYTES };
/** Seconds between two looks at a file that is being read. */
const AGAIN = '2';

export type ReportSubmissionDeps = ApplicationsDeps & { readonly roundReader: RoundReader };

const problemsOf = (refusal: RoundRefusal): readonly FieldProblem[] =>
  refusal.kind === 'unusable' ? refusal.problems : [{ field: 'files', message: actRefusalText(refusal, WORDS) }];

/** 凭报送码报送: opened by the code for an hour, one agency's report of one year. What is read is shown before it is submitted. */
export function reportSubmissionRoutes(server: FastifyInstance, deps: ReportSubmissionDeps): void {
  const { setting, actions, limiter, readUploads, scanner, roundReader } = deps;
  const { queries, sealing, files, today, now } = actions;
  const acting = { queries, today, now };

  async function ask(request: FastifyRequest, reply: FastifyReply, state: FormState, status = 200) {
    return sendPage(reply.code(status).headers(PRIVATE), codePage(await setting(request), state));
  }

  /** Null where the address may go on; else how long it has to wait, in words. */
  async function waitOf(request: FastifyRequest, reply: FastifyReply, limit: RateLimit): Promise<string | null> {
    const allowance = await limiter.take(limit, request.ip, now());
    if (allowance.kind === 'free') return null;
    reply.header('retry-after', allowance.retryAfterSeconds);
    return `这个网络地址试得太频繁了，请 ${Math.max(1, Math.ceil(allowance.retryAfterSeconds / 60))} 分钟后再试`;
  }

  async function findOpen(code: string): Promise<ReportCode | undefined> {
    const found = code === '' ? undefined : await findReportCode(queries, sealing, code.slice(0, 64));
    return found === undefined || Temporal.PlainDate.compare(found.expiresOn, today()) < 0 ? undefined : found;
  }

  /** The code may come typed or in the address of a letter; it does not stay in the address. */
  async function enter(request: FastifyRequest, reply: FastifyReply, code: string) {
    const values = { code };
    const wait = await waitOf(request, reply, CODE_LIMIT);
    if (wait !== null) return ask(request, reply, { values, problems: [{ field: 'code', message: wait }] }, 429);
    if ((await findOpen(code)) === undefined)
      return ask(request, reply, { values, problems: [{ field: 'code', message: NOT_FOUND }] }, 422);
    keepCookie(reply, deps, 'report-code', code);
    return reply.headers(PRIVATE).redirect(REPORT_PATH, 303);
  }

  // Looked up anew each time: a code that was issued again or has expired opens nothing any more.
  const opened = async (request: FastifyRequest) => findOpen(findCookie(request, deps, 'report-code') ?? '');
  const askAgain = (reply: FastifyReply) => reply.headers(PRIVATE).redirect(SUBMISSION_PATH, 303);

  async function show(request: FastifyRequest, reply: FastifyReply, code: ReportCode, form: FormState) {
    const { office, year, agency } = code;
    const due = (await listDueRounds(queries, agency, year)).find(round => round.office === office);
    if (due === undefined) return askAgain(reply);
    const upload = (await findUploadByCode(queries, code, agency)) ?? null;
    const answer = upload?.state === 'read' ? ((await findUploadAnswer(queries, upload.id)) ?? null) : null;
    const page = reportPage(await setting(request), {
      agency: (await findAgency(queries, agency))?.name ?? agency,
      office: due.officeName,
      year,
      deadlineOn: due.deadlineOn,
      isOpen: due.isOpen,
      submission: due.submission,
      attached: due.attached,
      upload,
      answer,
      form,
    });
    if (upload?.state === 'kept' && form.problems.length === 0) reply.header('refresh', AGAIN);
    return sendPage(reply.code(form.problems.length > 0 ? 422 : 200).headers(PRIVATE), page);
  }

  server.get(SUBMISSION_PATH, async (request, reply) => ask(request, reply, EMPTY_FORM));
  server.post(SUBMISSION_PATH, async (request, reply) =>
    enter(request, reply, valueOf({ values: readFormValues(request.body) }, 'code').trim()),
  );

  server.get(REPORT_PATH, async (request, reply) => {
    const code = await opened(request);
    return code === undefined ? askAgain(reply) : show(request, reply, code, EMPTY_FORM);
  });

  server.post(REPORT_PATH, async (request, reply) => {
    const code = await opened(request);
    if (code === undefined) return askAgain(reply);
    const again = async (problems: readonly FieldProblem[]) => show(request, reply, code, { values: {}, problems });
    const wait = await waitOf(request, reply, FILE_LIMIT);
    const form = await readUploads(request, ONE_FILE);
    if (wait !== null) return again([{ field: 'files', message: wait }]);
    const [sent] = form.files;
    if (form.problems.length > 0) return again(form.problems);
    if (sent === undefined) return again([{ field: 'files', message: '请选择报告文件' }]);
    const kept = await sendByCode({ ...acting, files, scanner }, code, sent);
    if (!kept.ok) return again(problemsOf(kept.problem));
    roundReader.wake();
    return reply.headers(PRIVATE).redirect(REPORT_PATH, 303);
  });

  server.post(SUBMIT_PATH, async (request, reply) => {
    const code = await opened(request);
    if (code === undefined) return askAgain(reply);
    const id = findSubmissionId(valueOf({ values: readFormValues(request.body) }, 'upload'));
    if (id === undefined) return askAgain(reply);
    const submitted = await submitByCode(acting, code, id as string as UploadId);
    if (!submitted.ok) return show(request, reply, code, { values: {}, problems: problemsOf(submitted.problem) });
    return reply.headers(PRIVATE).redirect(REPORT_PATH, 303);
  });

  server.get<{ Params: { code: string } }>(`${SUBMISSION_PATH}/:code`, async (request, reply) =>
    enter(request, reply, request.params.code),
  );
}
