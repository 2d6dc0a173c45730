import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Examination, ForeignFile, Unexamined } from '../../annual-report/examination/examination.ts';
import { reportJsonOf } from '../../annual-report/rules/interchange.ts';
import { applyWaivers } from '../../annual-report/rules/waiver.ts';
import type { AuditAnswer } from '../../annual-report/examination/examination.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { sendPage } from '../send-page.ts';
import type { Setting } from '../page.ts';
import type { ReportPress } from '../../annual-report/press/press.ts';
import { problemPage } from '../problem.page.ts';
import { boardPage, boardRow } from './board.page.ts';
import type { BoardEntry } from './board.page.ts';
import { EMPTY_SUBMISSION, readCheckForm } from './check-form.ts';
import type { CheckRequest } from './check-form.ts';
import { findState } from './check-state.ts';
import type { CheckState } from './check-state.ts';
import { CHECK_PATH, checkFormPage } from './form.page.ts';
import { readSubmission } from './read-submission.ts';
import { resultPage } from './result.page.ts';
import type { Examined } from './result.page.ts';
import { readWaiverForm } from './waiver-form.ts';

export type ReportCheckDeps = {
  readonly setting: Setting;
  readonly examination: Examination;
  readonly press: ReportPress;
  readonly today: () => Temporal.PlainDate;
};

/** Answers that hold someone's file are kept by no cache. */
const PRIVATE = { 'cache-control': 'no-store' } as const;

function fileOf(name: string, json: string): ForeignFile {
  return { name: `${name}.json`, bytes: new TextEncoder().encode(json) };
}

function stateOf(file: string, answer: AuditAnswer, request: CheckRequest, previous: string | null): CheckState {
  return {
    file: file.slice(-200),
    report: JSON.stringify(reportJsonOf(answer.report)),
    previous,
    publishedOn: request.publishedOn?.toString() ?? null,
    waivers: [],
  };
}

/** 年报体检: nothing is stored; what a follow-up needs travels in the page. */
export function reportCheckRoutes(server: FastifyInstance, { setting, examination, press, today }: ReportCheckDeps) {
  async function examine(file: ForeignFile, request: CheckRequest): Promise<Result<Examined, Unexamined>> {
    const previous = request.previous === null ? null : await examination.read(request.previous);
    if (previous !== null && !previous.ok) return previous;
    const previousJson = previous === null ? null : JSON.stringify(reportJsonOf(previous.value.report));
    const audited = await examination.audit(file, {
      ...(previousJson === null ? {} : { previous: fileOf('previous', previousJson) }),
      ...(request.publishedOn === null ? {} : { publishedOn: request.publishedOn }),
    });
    if (!audited.ok) return audited;
    const { report, result } = audited.value;
    return ok({ state: stateOf(file.name, audited.value, request, previousJson), report, result });
  }

  async function examineAgain(state: CheckState): Promise<Result<Examined, Unexamined>> {
    const audited = await examination.audit(fileOf(state.file, state.report), {
      ...(state.previous === null ? {} : { previous: fileOf('previous', state.previous) }),
      ...(state.publishedOn === null ? {} : { publishedOn: Temporal.PlainDate.from(state.publishedOn) }),
    });
    if (!audited.ok) return audited;
    const { report, result } = audited.value;
    return ok({ state, report, result: applyWaivers(result, state.waivers).result });
  }

  async function boardEntry(file: ForeignFile, request: CheckRequest): Promise<BoardEntry> {
    const examined = await examine(file, request);
    if (!examined.ok) return { kind: 'unreadable', problem: examined.problem };
    const { report, result, state } = examined.value;
    return {
      kind: 'examined',
      file: file.name,
      agency: report.agency,
      year: report.year,
      findings: result.findings,
      state,
    };
  }

  async function refused(reply: FastifyReply, problem: Unexamined, submission = EMPTY_SUBMISSION) {
    const message = `${problem.file}：${problem.message}`;
    return sendPage(
      reply.code(422).headers(PRIVATE),
      checkFormPage(await setting(reply.request), submission, [{ field: 'files', message }]),
    );
  }

  server.get(CHECK_PATH, async (request, reply) =>
    sendPage(reply, checkFormPage(await setting(request), EMPTY_SUBMISSION, [])),
  );

  server.post(CHECK_PATH, async (request, reply) => {
    const submission = await readSubmission(request);
    const form = readCheckForm(submission);
    if (!form.ok)
      return sendPage(
        reply.code(422).headers(PRIVATE),
        checkFormPage(await setting(request), submission, form.problem),
      );
    const [first, ...more] = form.value.files;
    if (first === undefined || more.length > 0) {
      const entries = await Promise.all(form.value.files.map(file => boardEntry(file, form.value)));
      return sendPage(reply.headers(PRIVATE), boardPage(await setting(request), entries));
    }
    const examined = await examine(first, form.value);
    if (!examined.ok) return refused(reply, examined.problem, submission);
    return sendPage(reply.headers(PRIVATE), resultPage(await setting(request), examined.value));
  });

  // One row of the board, for the page's script, which sends many files one after another and shows how far it is.
  server.post(`${CHECK_PATH}/row`, async (request, reply) => {
    const form = readCheckForm(await readSubmission(request));
    const [file] = form.ok ? form.value.files : [];
    if (!form.ok || file === undefined) return reply.code(422).send('');
    return sendPage(reply.headers(PRIVATE), boardRow(await boardEntry(file, form.value)));
  });

  server.post(`${CHECK_PATH}/open`, async (request, reply) => {
    const state = findState((request.body as Record<string, unknown> | undefined)?.['state']);
    if (state === undefined) return sendPage(reply.code(400), problemPage(await setting(request), 'refused'));
    const examined = await examineAgain(state);
    if (!examined.ok) return refused(reply, examined.problem);
    return sendPage(reply.headers(PRIVATE), resultPage(await setting(request), examined.value));
  });

  server.post(`${CHECK_PATH}/waive`, async (request, reply) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const state = findState(body['state']);
    if (state === undefined) return sendPage(reply.code(400), problemPage(await setting(request), 'refused'));
    const { waivers, problem } = readWaiverForm(body, today());
    const examined = await examineAgain({ ...state, waivers: [...state.waivers, ...waivers] });
    if (!examined.ok) return refused(reply, examined.problem);
    const page = { ...examined.value, ...(problem === undefined ? {} : { problem }) };
    return sendPage(
      reply.code(problem === undefined ? 200 : 422).headers(PRIVATE),
      resultPage(await setting(request), page),
    );
  });

  server.post(`${CHECK_PATH}/document`, async (request, reply) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const state = findState(body['state']);
    const format = (['pdf', 'docx'] as const).find(candidate => candidate === body['format']);
    if (state === undefined || format === undefined)
      return sendPage(reply.code(400), problemPage(await setting(request), 'refused'));
    const examined = await examineAgain(state);
    if (!examined.ok) return refused(reply, examined.problem);
    const { report, result } = examined.value;
    const document = await press.checkUp({ file: state.file, report, result, on: today().toString() }, format);
    return reply.headers({ ...PRIVATE, ...document.headers }).send(document.bytes);
  });
}
