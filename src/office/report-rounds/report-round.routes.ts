import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptSubmissions } from '../../annual-report/actions/rounds/accept-submissions.ts';
import { changeMembers } from '../../annual-report/actions/rounds/change-members.ts';
import { closeRound } from '../../annual-report/actions/rounds/close-round.ts';
import { issueReportCode } from '../../annual-report/actions/rounds/issue-report-code.ts';
import { moveDeadline } from '../../annual-report/actions/rounds/move-deadline.ts';
import { openRound } from '../../annual-report/actions/rounds/open-round.ts';
import type { RoundDeps } from '../../annual-report/actions/rounds/perform-on-round.ts';
import { registerPublication } from '../../annual-report/actions/rounds/register-publication.ts';
import { remindAgencies } from '../../annual-report/actions/rounds/remind-agencies.ts';
import { reopenRound } from '../../annual-report/actions/rounds/reopen-round.ts';
import { returnSubmission } from '../../annual-report/actions/rounds/return-submission.ts';
import type { RoundRefusal } from '../../annual-report/rules/collection/admit.ts';
import { boardOf, countStates } from '../../annual-report/rules/collection/board.ts';
import { foldRound } from '../../annual-report/rules/collection/report-round.ts';
import { findSubmissionId } from '../../annual-report/rules/collection/submission.ts';
import { listPublishedOn } from '../../annual-report/store/published-report.store.ts';
import { listReportCodes } from '../../annual-report/store/report-code.store.ts';
import { findSubmission } from '../../annual-report/store/report-submission.store.ts';
import { listRoundEntries, listRoundYears } from '../../annual-report/store/report-round.store.ts';
import { countUploads } from '../../annual-report/store/report-upload.store.ts';
import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { FIRST_REPORT_YEAR } from '../../law/report-form/edition.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { unusableFields } from '../../people/rules/refusal.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM, readFormValues, valueOf, valuesOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { createActReader } from '../case/act-reader.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound } from '../gate/visit.ts';
import { officePage } from '../page.ts';
import type { OfficePage } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { aggregateRoutes } from './aggregate.routes.ts';
import { agencyMain } from './agency.page.ts';
import { boardWorkbook } from './board-export.ts';
import { readBoardQuery } from './board-query.ts';
import { boardMain } from './board.page.ts';
import { membersValues, readMembers } from './members-form.ts';
import type { ReportRoundDeskDeps } from './report-round-deps.ts';
import { REPORT_ROUNDS_PATH, roundAgencyPath, roundPath } from './report-round-paths.ts';
import { createRoundRoom, problemsOf, yearIn } from './round-room.ts';
import type { ByYear } from './round-room.ts';
import { changeMain, openMain, roundsMain } from './rounds.pages.ts';
import type { RoundLine } from './rounds.pages.ts';
import { uploadRoutes } from './upload.routes.ts';

const crumbs = [{ text: '年报报送与汇总', href: REPORT_ROUNDS_PATH }];
type ByAgency = { readonly Params: { readonly year: string; readonly agency: string } };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 年报汇总: rounds with their boards, each agency's report in them, uploads and the sum. */
export function reportRoundRoutes(server: FastifyInstance, deps: ReportRoundDeskDeps) {
  const { database, sealing, today, now, setting, publicAddress, files } = deps;
  const { queries } = database;
  const acting: RoundDeps = { queries, today, now };
  const room = createRoundRoom(deps);

  const crumbsOf = (year: number) => [...crumbs, { text: `${year} 年度`, href: roundPath(year) }];

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    page: OfficePage,
    state: FormState = EMPTY_FORM,
  ): Promise<FastifyReply> {
    const styled = { styles: ['report.css', 'annual-report.css', 'report-rounds.css'] as const, ...page };
    const shown = officePage(await setting(request), { ...styled, title: formTitle(page.title, state) });
    return sendPage(reply, shown, state.problems.length > 0 ? 422 : 200);
  }

  const goOnTo = (
    request: FastifyRequest,
    reply: FastifyReply,
    to: string,
    sentence: string,
    lines?: readonly string[],
  ) =>
    goOn(deps, request, reply, {
      to,
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence, ...(lines === undefined ? {} : { lines }) },
    });

  async function boardIn({ year, officer }: { readonly year: number; readonly officer: Officer }) {
    const log = await listRoundEntries(queries, { office: officer.agency, year });
    if (log.length === 0) throw new NotFound();
    const round = foldRound(log);
    const agencies = await room.listArea(officer);
    const names = new Map(agencies.map(({ code, name }) => [code, name]));
    const byCode = new Map(agencies.map(agency => [agency.code, agency]));
    const board = boardOf(round, byCode, await listPublishedOn(queries, year), today());
    return { log, round, agencies, names, board };
  }

  const staffIn = async (log: Awaited<ReturnType<typeof listRoundEntries>>) =>
    listStaffNames(queries, [...new Set(log.flatMap(({ by }) => by ?? []))]);

  server.get(REPORT_ROUNDS_PATH, async (request, reply) => {
    const officer = room.readerOf(request);
    const lines: RoundLine[] = [];
    for (const year of await listRoundYears(queries, officer.agency)) {
      const { round, board } = await boardIn({ year, officer });
      lines.push({ year, deadlineOn: round.deadlineOn, isOpen: round.isOpen, states: countStates(board) });
    }
    const main = roundsMain(lines, may(officer, 'collect-reports', officer.agency));
    return send(request, reply, { title: '年报报送与汇总', main });
  });

  async function showOpening(request: FastifyRequest, reply: FastifyReply, officer: Officer, form: FormState) {
    const opened = await listRoundYears(queries, officer.agency);
    const count = today().year - FIRST_REPORT_YEAR['2019'];
    const years = Array.from({ length: count }, (_, index) => today().year - 1 - index);
    const agencies = await room.listArea(officer);
    const [latest] = opened;
    const before = latest === undefined ? null : await boardIn({ year: latest, officer });
    const values = before === null ? {} : membersValues(before.round, agencies);
    const free = years.filter(year => !opened.includes(year));
    const state = { ...form, values: { ...values, ...form.values } };
    const main = openMain(agencies, free, state);
    return send(request, reply, { title: '部署年度报告报送', crumbs, main }, form);
  }

  server.get(`${REPORT_ROUNDS_PATH}/open`, async (request, reply) =>
    showOpening(request, reply, room.collectorOf(request), EMPTY_FORM),
  );

  server.post(`${REPORT_ROUNDS_PATH}/open`, async (request, reply) => {
    const officer = room.collectorOf(request);
    const values = readFormValues(request.body);
    const read = createActReader(values);
    const year = read.whole('year', '年度', FIRST_REPORT_YEAR['2019'], today().year);
    const deadlineOn = read.day('deadline', '报送期限');
    if (read.problems().length > 0) return showOpening(request, reply, officer, { values, problems: read.problems() });
    const members = readMembers(values, await room.listArea(officer));
    const opened = await openRound(acting, officer, { year, deadlineOn, ...members });
    if (!opened.ok)
      return showOpening(request, reply, officer, { values, problems: problemsOf(opened.problem, 'year') });
    const sentence = `${year} 年度报告的报送已部署：${opened.value.agencies.length} 个机关，期限 ${deadlineOn.toString()}。`;
    return goOnTo(request, reply, roundPath(year), sentence);
  });

  async function showBoard(request: FastifyRequest<ByYear>, reply: FastifyReply, form: FormState) {
    const officer = room.readerOf(request);
    const year = yearIn(request);
    const { log, round, names, board } = await boardIn({ year, officer });
    const waiting = await countUploads(queries, { office: officer.agency, year });
    const main = boardMain({
      year,
      round,
      board,
      query: readBoardQuery(request.query),
      names,
      log,
      staff: await staffIn(log),
      files: waiting,
      mayCollect: may(officer, 'collect-reports', officer.agency),
      form,
    });
    return send(request, reply, { title: `${year} 年度报告报送与汇总`, crumbs, main }, form);
  }

  server.get<ByYear>(`${REPORT_ROUNDS_PATH}/:year`, async (request, reply) => showBoard(request, reply, EMPTY_FORM));

  server.get<ByYear>(`${REPORT_ROUNDS_PATH}/:year/board.xlsx`, async (request, reply) => {
    const officer = room.readerOf(request);
    const year = yearIn(request);
    const { board } = await boardIn({ year, officer });
    const bytes = await writeXlsx(boardWorkbook(board, year, getVisit(request).agency?.name ?? ''));
    const download = downloadOf(bytes, `${year}年度报告报送情况.xlsx`, 'board.xlsx', XLSX);
    return reply.headers(download.headers).send(download.bytes);
  });

  async function showChange(
    request: FastifyRequest,
    reply: FastifyReply,
    year: number,
    officer: Officer,
    form: FormState,
  ) {
    const { round, agencies } = await boardIn({ year, officer });
    const values = { deadline: round.deadlineOn.toString(), ...membersValues(round, agencies), ...form.values };
    const main = changeMain(year, agencies, { ...form, values });
    return send(request, reply, { title: '调整期限和范围', crumbs: crumbsOf(year), main }, form);
  }

  server.get<ByYear>(`${REPORT_ROUNDS_PATH}/:year/change`, async (request, reply) =>
    showChange(request, reply, yearIn(request), room.collectorOf(request), EMPTY_FORM),
  );

  server.post<ByYear>(`${REPORT_ROUNDS_PATH}/:year/change`, async (request, reply) => {
    const officer = room.collectorOf(request);
    const year = yearIn(request);
    const values = readFormValues(request.body);
    const read = createActReader(values);
    const deadlineOn = read.day('deadline', '报送期限');
    const again = async (problems: FormState['problems']) =>
      showChange(request, reply, year, officer, { values, problems });
    if (read.problems().length > 0) return again(read.problems());
    const { round, agencies } = await boardIn({ year, officer });
    const members = readMembers(values, agencies);
    if (!deadlineOn.equals(round.deadlineOn)) {
      const moved = await moveDeadline(acting, officer, year, deadlineOn);
      if (!moved.ok) return again(problemsOf(moved.problem, 'deadline'));
    }
    const isSame = JSON.stringify(membersValues(members, agencies)) === JSON.stringify(membersValues(round, agencies));
    const changed = isSame ? null : await changeMembers(acting, officer, year, members);
    if (changed?.ok === false) return again(problemsOf(changed.problem, 'agencies'));
    return goOnTo(request, reply, roundPath(year), '报送的期限和范围已保存。');
  });

  /** An act that stands on the board. */
  function boardAct(
    name: string,
    sentence: (year: number) => string,
    act: (year: number, officer: Officer, values: FormValues) => Promise<Result<unknown, RoundRefusal>>,
  ) {
    server.post<ByYear>(`${REPORT_ROUNDS_PATH}/:year/${name}`, async (request, reply) => {
      const officer = room.collectorOf(request);
      const year = yearIn(request);
      const values = readFormValues(request.body);
      const done = await act(year, officer, values);
      return done.ok
        ? goOnTo(request, reply, roundPath(year), sentence(year))
        : showBoard(request, reply, { values, problems: problemsOf(done.problem, 'round') });
    });
  }

  boardAct(
    'remind',
    () => '已催报：有关机关的年度报告页面会出现提醒，留有邮箱的经办人会收到邮件。',
    async (year, officer) => {
      const { round } = await boardIn({ year, officer });
      return remindAgencies({ ...acting, sealing, publicAddress }, officer, year, round.agencies);
    },
  );
  boardAct(
    'accept',
    () => '没有错误的报告已通过核校。',
    async (year, officer) => {
      const { board } = await boardIn({ year, officer });
      const clean = board.flatMap(({ agency, state, counts, submission }) =>
        state === 'submitted' && counts?.error === 0 && submission !== null ? [{ agency, submission }] : [],
      );
      return acceptSubmissions(acting, officer, year, clean);
    },
  );
  boardAct(
    'close',
    year => `${year} 年度报告的汇总已结束。`,
    async (year, officer) => closeRound(acting, officer, year),
  );
  boardAct(
    'reopen',
    () => '汇总已重新开始。',
    async (year, officer, values) => reopenRound(acting, officer, year, valueOf({ values }, 'reason')),
  );

  /** The agency of the address, if it is one of the round. */
  async function agencyIn(request: FastifyRequest<ByAgency>, officer: Officer) {
    const year = yearIn(request);
    const agency = findAgencyCode(request.params.agency);
    const opened = await boardIn({ year, officer });
    const line = opened.board.find(one => one.agency === agency);
    if (line === undefined) throw new NotFound();
    return { year, line, ...opened };
  }

  async function showAgency(request: FastifyRequest<ByAgency>, reply: FastifyReply, form: FormState) {
    const officer = room.readerOf(request);
    const { year, line, round, log, names } = await agencyIn(request, officer);
    const ref = { office: officer.agency, year };
    const own = log.filter(({ act }) => 'agency' in act && act.agency === line.agency);
    const earlier = own.flatMap(({ act }) => (act.kind === 'submitted' ? [{ id: act.submission, on: act.on }] : []));
    const { submission: asked } = request.query as { readonly submission?: unknown };
    const id = typeof asked === 'string' ? earlier.find(one => one.id === asked)?.id : line.submission;
    if (id === undefined) throw new NotFound();
    const submission = id === null ? null : ((await findSubmission(queries, ref, id)) ?? null);
    const main = agencyMain({
      year,
      round,
      line,
      submission,
      earlier,
      log: own,
      code: (await listReportCodes(queries, ref)).get(line.agency) ?? null,
      names,
      staff: await staffIn(own),
      mayCollect: may(officer, 'collect-reports', officer.agency),
      form,
    });
    const page: OfficePage = {
      title: `${line.name} ${year} 年度报告`,
      crumbs: crumbsOf(year),
      scripts: ['character-count.js'],
      main,
    };
    return send(request, reply, page, form);
  }

  server.get<ByAgency>(`${REPORT_ROUNDS_PATH}/:year/agencies/:agency`, async (request, reply) =>
    showAgency(request, reply, EMPTY_FORM),
  );

  server.get<ByAgency>(`${REPORT_ROUNDS_PATH}/:year/agencies/:agency/file`, async (request, reply) => {
    const officer = room.readerOf(request);
    const { year, line } = await agencyIn(request, officer);
    const { submission: asked } = request.query as { readonly submission?: unknown };
    const id = findSubmissionId(typeof asked === 'string' ? asked : '');
    const submission =
      id === undefined ? undefined : await findSubmission(queries, { office: officer.agency, year }, id);
    const file = submission?.agency === line.agency ? submission.file : null;
    const kept = file === null ? undefined : findFileId(file.id);
    if (file === null || kept === undefined) throw new NotFound();
    // Whatever it is, it is saved and not opened: it is foreign.
    const download = downloadOf(await files.read(kept), file.name, 'report', 'application/octet-stream');
    return reply.headers(download.headers).send(download.bytes);
  });

  /** An act on an agency's latest report. */
  function agencyAct(
    name: string,
    field: string,
    sentence: (agency: string) => string,
    act: (
      facts: { readonly year: number; readonly officer: Officer; readonly values: FormValues } & Awaited<
        ReturnType<typeof agencyIn>
      >,
    ) => Promise<Result<unknown, RoundRefusal>>,
  ) {
    server.post<ByAgency>(`${REPORT_ROUNDS_PATH}/:year/agencies/:agency/${name}`, async (request, reply) => {
      const officer = room.collectorOf(request);
      const values = readFormValues(request.body);
      const found = await agencyIn(request, officer);
      const done = await act({ ...found, officer, values });
      return done.ok
        ? goOnTo(request, reply, roundAgencyPath(found.year, found.line.agency), sentence(found.line.name))
        : showAgency(request, reply, { values, problems: problemsOf(done.problem, field) });
    });
  }

  const submissionIn = (values: FormValues) => {
    const id = findSubmissionId(valueOf({ values }, 'submission'));
    if (id === undefined) throw new NotFound();
    return id;
  };

  agencyAct(
    'accept',
    'main',
    name => `${name}的报告已通过核校。`,
    async ({ year, officer, line, values }) =>
      acceptSubmissions(acting, officer, year, [{ agency: line.agency, submission: submissionIn(values) }]),
  );
  agencyAct(
    'return',
    'comment',
    name => `${name}的报告已退回。`,
    async ({ year, officer, line, values }) =>
      returnSubmission(acting, officer, year, {
        agency: line.agency,
        submission: submissionIn(values),
        comment: valueOf({ values }, 'comment').slice(0, 500),
        findings: valuesOf({ values }, 'findings'),
      }),
  );
  agencyAct(
    'publish',
    'publishedOn',
    name => `${name}的报告已登记公开，在门户的年报栏目可以查到。`,
    async ({ year, officer, line, values }) => {
      const read = createActReader(values);
      const publishedOn = read.day('publishedOn', '公开的日期');
      const input = { agency: line.agency, submission: submissionIn(values), publishedOn };
      return read.problems().length > 0
        ? refuse(unusableFields(read.problems()))
        : registerPublication(acting, officer, year, input);
    },
  );

  server.post<ByAgency>(`${REPORT_ROUNDS_PATH}/:year/agencies/:agency/code`, async (request, reply) => {
    const officer = room.collectorOf(request);
    const { year, line } = await agencyIn(request, officer);
    const issued = await issueReportCode({ ...acting, sealing }, officer, year, line.agency);
    if (!issued.ok) return showAgency(request, reply, { values: {}, problems: problemsOf(issued.problem, 'main') });
    const address = `${publicAddress ?? ''}/report-submission`;
    const sentence = `请把报送码和地址 ${address} 告诉${line.name}；报送码只显示这一次：`;
    return goOnTo(request, reply, roundAgencyPath(year, line.agency), sentence, [issued.value]);
  });

  uploadRoutes(server, deps, { room, boardIn, crumbsOf, send, goOnTo });
  aggregateRoutes(server, deps, { room, boardIn, crumbsOf, send });
}
