import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { approveReport } from '../../annual-report/actions/approve-report.ts';
import { beginCorrection } from '../../annual-report/actions/begin-correction.ts';
import { examineYear } from '../../annual-report/actions/examine-year.ts';
import { freezeYear } from '../../annual-report/actions/freeze-year.ts';
import { openYear } from '../../annual-report/actions/open-year.ts';
import type { SeenYear, YearDeps, YearProblem } from '../../annual-report/actions/perform-on-year.ts';
import { publishReport } from '../../annual-report/actions/publish-report.ts';
import { returnReport } from '../../annual-report/actions/return-report.ts';
import { submitReport } from '../../annual-report/actions/submit-report.ts';
import { thawYear } from '../../annual-report/actions/thaw-year.ts';
import { waiveFinding } from '../../annual-report/actions/waive-finding.ts';
import { writeProse } from '../../annual-report/actions/write-prose.ts';
import { reportPress } from '../../annual-report/press/press.ts';
import { marksOf } from '../../annual-report/render/html/report-marks.ts';
import { PROSE_SECTIONS } from '../../annual-report/rules/draft-prose.ts';
import type { Prose } from '../../annual-report/rules/draft-prose.ts';
import { listDueRounds } from '../../annual-report/store/due-round.store.ts';
import { findPublishedReport, listPublishedReports } from '../../annual-report/store/published-report.store.ts';
import { listYears } from '../../annual-report/store/report-year.store.ts';
import { listCell } from '../../annual-report/store/table-three.store.ts';
import type { Result } from '../../kernel/result.ts';
import { findFormCell } from '../../law/report-form/cells.ts';
import { FIRST_REPORT_YEAR } from '../../law/report-form/edition.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../../law/report-form/table-three.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { listStaffNames } from '../../people/store/staff.register.store.ts';
import { countPublished, listCounted } from '../../publishing/store/item.register.store.ts';
import { listNormative, NORMATIVE_COLUMNS } from '../../publishing/store/period.register.store.ts';
import { confirmPanel } from '../../views/confirm-panel/confirm-panel.ts';
import { errorSummary } from '../../views/error-summary/error-summary.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { textArea } from '../../views/form/text-area.ts';
import { html } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import type { OfficePage } from '../page.ts';
import { ANNUAL_REPORT_PATH, yearPath } from './annual-report-paths.ts';
import { cellMain, documentsMain, publishedMain } from './cell.page.ts';
import { findingsPart } from './findings.part.ts';
import { fieldOf, proseMain, valuesOfProse } from './prose.page.ts';
import { submissionPart } from './submission.part.ts';
import { SUBMISSION_FORMATS, signaturePageOf } from './submission.ts';
import { DRAFT_FORMATS, yearMain } from './year.page.ts';
import { begunYear, crumbsOf, sendYearPage, versionIn, YEARS_CRUMBS } from './year-desk.ts';
import type { Begun, ByYear } from './year-desk.ts';
import { yearsMain } from './years.page.ts';
import type { YearLine } from './years.page.ts';

const CELL_LIMIT = 500;
const PAGE_SIZE = 100;

type Acted = (ref: SeenYear, values: FormValues, officer: Officer) => Promise<Result<null, YearProblem>>;

const publicPathOf = (agency: string, year: number): string => `/annual-reports/${agency}/${year}`;

/** 年度报告: the years, each with its report, figures, prose and way to publication. */
export function annualReportRoutes(server: FastifyInstance, deps: LetterDeskDeps) {
  const { database, today, now, press } = deps;
  const { queries } = database;
  const acting: YearDeps = { queries, today, now };

  const begun = async (officer: Officer, text: string) => begunYear(deps, officer, text);
  const send = async (request: FastifyRequest, reply: FastifyReply, page: OfficePage, state?: FormState) =>
    sendYearPage(deps, request, reply, page, state);

  async function showYears(request: FastifyRequest, reply: FastifyReply, form: FormState) {
    const officer = officerWho(request, 'read-applications');
    const published = await listPublishedReports(queries, officer.agency);
    const stages = await listYears(queries, officer.agency);
    const years = [...new Set([...stages.keys(), ...published.map(({ year }) => year)])].sort((a, b) => b - a);
    const lines = years.map((year): YearLine => {
      const one = published.find(report => report.year === year);
      const href = publicPathOf(officer.agency, year);
      return {
        year,
        stage: stages.get(year) ?? null,
        published: one === undefined ? null : { version: one.version, on: one.publishedOn, href },
      };
    });
    const count = today().year - FIRST_REPORT_YEAR['2021'] + 1;
    const all = Array.from({ length: count }, (_, index) => today().year - index);
    const beginnable = all.filter(year => !stages.has(year));
    const state = { ...form, values: { year: String(today().year - 1), ...form.values } };
    const due = (await listDueRounds(queries, officer.agency)).filter(({ isOpen }) => isOpen);
    const main = yearsMain(
      lines,
      submissionPart(due, today(), may(officer, 'compile-report', officer.agency)),
      beginnable,
      may(officer, 'compile-report', officer.agency),
      may(officer, 'publish-report', officer.agency),
      state,
    );
    return send(request, reply, { title: '年度报告', main }, form);
  }

  server.get(ANNUAL_REPORT_PATH, async (request, reply) => showYears(request, reply, EMPTY_FORM));

  server.post(ANNUAL_REPORT_PATH, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const values = readFormValues(request.body);
    const year = Number(valueOf({ values }, 'year'));
    const opened = await openYear(acting, officer, year);
    if (!opened.ok) return showYears(request, reply, { values, problems: [opened.problem] });
    return goOn(deps, request, reply, {
      to: yearPath(year),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: `${year} 年度报告已开始编制，数据随登记簿更新，直到锁定。` },
    });
  });

  async function showYear(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    compiled: Begun,
    form: FormState,
  ) {
    const { year } = compiled.facts;
    const { agency } = officer;
    const due = await listDueRounds(queries, agency, year);
    const main = yearMain({
      year,
      submission: submissionPart(due, today(), may(officer, 'compile-report', agency)),
      state: compiled.state,
      log: compiled.log,
      names: await listStaffNames(queries, [...new Set(compiled.log.flatMap(({ by }) => by ?? []))]),
      examined: await examineYear(queries, compiled),
      figures: (compiled.state.frozen?.facts ?? compiled.facts).figures,
      published: (await findPublishedReport(queries, agency, year))?.version ?? null,
      items: await countPublished(queries, { year, agency }),
      isOver: today().year > year,
      mayCompile: may(officer, 'compile-report', agency),
      mayApprove: may(officer, 'approve-report', agency),
      mayPublish: may(officer, 'publish-report', agency),
      publicPath: publicPathOf(agency, year),
      form,
    });
    const page: OfficePage = {
      title: `${year} 年度报告`,
      crumbs: YEARS_CRUMBS,
      styles: ['report.css', 'annual-report.css'],
      scripts: ['character-count.js'],
      main,
    };
    return send(request, reply, page, form);
  }

  server.get<ByYear>(`${ANNUAL_REPORT_PATH}/:year`, async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    return showYear(request, reply, officer, await begun(officer, request.params.year), EMPTY_FORM);
  });

  /** An act that stands on the page of the year itself. */
  function actRoute(
    name: string,
    ability: Parameters<typeof officerWho>[1],
    fields: readonly string[],
    sentence: string,
    act: Acted,
  ) {
    server.post<ByYear>(`${ANNUAL_REPORT_PATH}/:year/${name}`, async (request, reply) => {
      const officer = officerWho(request, ability);
      const compiled = await begun(officer, request.params.year);
      const values = readFormValues(request.body);
      const { year } = compiled.facts;
      const done = await act({ year, seen: versionIn(values) }, values, officer);
      if (done.ok)
        return goOn(deps, request, reply, {
          to: yearPath(year),
          session: getVisit(request).session.id,
          message: { kind: 'done', sentence },
        });
      const { field, message } = done.problem;
      const problem = { field: fields.includes(field) ? field : 'year', message };
      return showYear(request, reply, officer, compiled, { values, problems: [problem] });
    });
  }
  actRoute('freeze', 'compile-report', [], '数据已锁定，之后的变化会列出来。', async (ref, _values, officer) =>
    freezeYear(acting, officer, ref),
  );
  actRoute('thaw', 'compile-report', ['reason'], '已解除锁定。', async (ref, values, officer) =>
    thawYear(acting, officer, ref, valueOf({ values }, 'reason')),
  );
  actRoute('submit', 'compile-report', [], '已提交审签。', async (ref, _values, officer) =>
    submitReport(acting, officer, ref),
  );
  actRoute('return', 'approve-report', ['comment'], '已退回修改。', async (ref, values, officer) =>
    returnReport(acting, officer, ref, valueOf({ values }, 'comment')),
  );
  actRoute('approve', 'approve-report', [], '已审签同意，可以公布。', async (ref, _values, officer) =>
    approveReport(acting, officer, ref),
  );
  actRoute('publish', 'publish-report', [], '已公布。', async (ref, _values, officer) =>
    publishReport(acting, officer, ref),
  );
  actRoute(
    'correct',
    'publish-report',
    ['what', 'why'],
    '已开始更正，公布时连同更正说明。',
    async (ref, values, officer) =>
      beginCorrection(acting, officer, ref, {
        what: valueOf({ values }, 'what'),
        why: valueOf({ values }, 'why'),
      }),
  );

  async function showProse(request: FastifyRequest, reply: FastifyReply, compiled: Begun, form: FormState) {
    const { facts, state } = compiled;
    const { result } = await examineYear(queries, compiled);
    const main = proseMain(
      facts.year,
      state.version,
      state.frozen?.facts ?? facts,
      findingsPart(marksOf(result.findings), new Set(), null),
      form,
    );
    const page: OfficePage = {
      title: '修改文字',
      crumbs: crumbsOf(facts.year),
      styles: ['annual-report.css'],
      scripts: ['draft.js'],
      main,
    };
    return send(request, reply, page, form);
  }

  server.get<ByYear>(`${ANNUAL_REPORT_PATH}/:year/prose`, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const compiled = await begun(officer, request.params.year);
    return showProse(request, reply, compiled, { values: valuesOfProse(compiled.prose), problems: [] });
  });

  server.post<ByYear>(`${ANNUAL_REPORT_PATH}/:year/prose`, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const compiled = await begun(officer, request.params.year);
    const values = readFormValues(request.body);
    const { year } = compiled.facts;
    const prose = Object.fromEntries(
      PROSE_SECTIONS.map(section => [section, valueOf({ values }, fieldOf(section)).trim()]),
    ) as Prose;
    const written = await writeProse(acting, officer, { year, seen: versionIn(values) }, prose);
    if (!written.ok) {
      const section = PROSE_SECTIONS.find(one => one === written.problem.field) ?? 'preface';
      const problems = [{ field: fieldOf(section), message: written.problem.message }];
      return showProse(request, reply, compiled, { values, problems });
    }
    return goOn(deps, request, reply, {
      to: yearPath(year),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: '文字已保存。' },
    });
  });

  async function showWaiver(request: FastifyRequest, reply: FastifyReply, compiled: Begun, form: FormState) {
    const { year } = compiled.facts;
    const { result } = await examineYear(queries, compiled);
    const finding = result.findings.find(({ fingerprint }) => fingerprint === valueOf(form, 'finding'));
    if (finding === undefined) throw new NotFound();
    const main = html`${errorSummary(form.problems)}${confirmPanel({
      question: '让这一处审核发现保留不改吗？',
      consequence: html`<p><strong>${finding.message}</strong></p><p>豁免以您的姓名记录，写明的理由随报告保存并公开。</p>`,
      action: `${yearPath(year)}/waive`,
      fields: [
        hiddenField('version', compiled.state.version),
        hiddenField('finding', valueOf(form, 'finding')),
        textArea(form, { name: 'reason', label: '理由', required: true, rows: 3, limit: 500 }),
      ],
      confirm: '豁免这一处',
      back: { text: '返回', href: yearPath(year) },
    })}`;
    const page = { title: '豁免审核发现', crumbs: crumbsOf(year), scripts: ['character-count.js'] as const, main };
    return send(request, reply, page, form);
  }

  server.get<ByYear>(`${ANNUAL_REPORT_PATH}/:year/waive`, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const compiled = await begun(officer, request.params.year);
    return showWaiver(request, reply, compiled, { values: readFormValues(request.query), problems: [] });
  });

  server.post<ByYear>(`${ANNUAL_REPORT_PATH}/:year/waive`, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const compiled = await begun(officer, request.params.year);
    const values = readFormValues(request.body);
    const { year } = compiled.facts;
    const input = { fingerprint: valueOf({ values }, 'finding'), reason: valueOf({ values }, 'reason') };
    const waived = await waiveFinding(acting, officer, { year, seen: versionIn(values) }, input);
    if (!waived.ok) {
      const problems = [{ field: 'reason', message: waived.problem.message }];
      return showWaiver(request, reply, compiled, { values, problems });
    }
    return goOn(deps, request, reply, {
      to: yearPath(year),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: '已豁免这一处审核发现。' },
    });
  });

  server.get<{ Params: { year: string; '*': string } }>(
    `${ANNUAL_REPORT_PATH}/:year/cells/*`,
    async (request, reply) => {
      const officer = officerWho(request, 'read-applications');
      const { facts } = await begun(officer, request.params.year);
      const path = `table3.${request.params['*']}`;
      const row = TABLE_THREE_ROWS['2021'].find(one => path.startsWith(`table3.${one}.`));
      const column = APPLICANT_COLUMNS.find(one => path === `table3.${row}.${one}`);
      if (row === undefined || column === undefined) throw new NotFound();
      const entries = await listCell(queries, officer.agency, facts.year, row, column, CELL_LIMIT);
      const name = findFormCell(path)!.name;
      const main = cellMain(facts.year, name, entries, CELL_LIMIT);
      return send(request, reply, { title: name, crumbs: crumbsOf(facts.year), main });
    },
  );

  server.get<{ Params: { year: string; column: string } }>(
    `${ANNUAL_REPORT_PATH}/:year/documents/:column`,
    async (request, reply) => {
      const officer = officerWho(request, 'read-applications');
      const { facts } = await begun(officer, request.params.year);
      const column = NORMATIVE_COLUMNS.find(one => one === request.params.column);
      if (column === undefined) throw new NotFound();
      const { name } = findFormCell(`table2.normativeDocument.${column}`)!;
      const main = documentsMain(facts.year, name, await listNormative(queries, officer.agency, facts.year, column));
      return send(request, reply, { title: name, crumbs: crumbsOf(facts.year), main });
    },
  );

  server.get<ByYear>(`${ANNUAL_REPORT_PATH}/:year/published`, async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    const { facts } = await begun(officer, request.params.year);
    const counted = { year: facts.year, agency: officer.agency };
    const total = await countPublished(queries, counted);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const asked = Math.trunc(Number(valueOf({ values: readFormValues(request.query) }, 'page'))) || 1;
    const page = Math.min(Math.max(1, asked), pages);
    const items = await listCounted(queries, counted, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const href = (one: number) => pageAddress(`${yearPath(facts.year)}/published`, { page: one });
    const main = publishedMain(facts.year, items, { page, pages, total, href });
    return send(request, reply, { title: '发布的信息', crumbs: crumbsOf(facts.year), main });
  });

  server.get<{ Params: { year: string; format: string } }>(
    `${ANNUAL_REPORT_PATH}/:year/report.:format`,
    async (request, reply) => {
      const officer = officerWho(request, 'read-applications');
      const compiled = await begun(officer, request.params.year);
      const format = DRAFT_FORMATS.find(one => one === request.params.format);
      if (format === undefined) throw new NotFound();
      const { report } = await examineYear(queries, compiled);
      const document = await reportPress(press).report(report, format);
      return reply.headers(document.headers).send(document.bytes);
    },
  );

  server.get<{ Params: { year: string; format: string } }>(
    `${ANNUAL_REPORT_PATH}/:year/submission.:format`,
    async (request, reply) => {
      const officer = officerWho(request, 'read-applications');
      const compiled = await begun(officer, request.params.year);
      const format = SUBMISSION_FORMATS.find(one => one === request.params.format);
      if (format === undefined) throw new NotFound();
      const { report } = await examineYear(queries, compiled);
      const names = await listStaffNames(queries, [...new Set(compiled.log.flatMap(({ by }) => by ?? []))]);
      const document = await reportPress(press).submission(report, signaturePageOf(compiled, names), format);
      return reply.headers(document.headers).send(document.bytes);
    },
  );
}
