import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { orderRectification } from '../../annual-report/actions/rectification/order-rectification.ts';
import { AUDITS } from '../../annual-report/audits/index.ts';
import type { Examination } from '../../annual-report/examination/examination.ts';
import { analysisDocument } from '../../annual-report/render/analysis/analysis-document.ts';
import { agencyCharts } from '../../annual-report/render/analysis/analysis-chart.ts';
import { layOutAnalysis } from '../../annual-report/render/analysis/analysis-layout.ts';
import { commonPassages } from '../../annual-report/rules/analysis/common-passages.ts';
import type { DistrictAnalysis } from '../../annual-report/rules/analysis/district-analysis.ts';
import { yearsOf } from '../../annual-report/rules/analysis/time-series.ts';
import type { CollectedReport } from '../../annual-report/rules/collection/collected-report.ts';
import { rectificationRefusalText } from '../../annual-report/rules/rectification/admit.ts';
import { repetitionOf } from '../../annual-report/rules/repetition.ts';
import { listRectifications } from '../../annual-report/store/rectification.store.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { csvText } from '../../views/csv/csv.ts';
import { formTitle } from '../../views/form/form-page.ts';
import { EMPTY_FORM, readFormValues, valueOf, valuesOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import type { Html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { readDay } from '../account/read-day.ts';
import { goOn } from '../gate/message.ts';
import { Forbidden, getVisit, NotFound, officerOf } from '../gate/visit.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import { officePage } from '../page.ts';
import type { OfficePage } from '../page.ts';
import { rectificationPath } from '../rectifications/rectification-paths.ts';
import { sendPage } from '../send-page.ts';
import { agencyMain } from './agency.page.ts';
import { analysisFrame } from './analysis-frame.ts';
import type { AnalysisView } from './analysis-frame.ts';
import { heatMapPath, REPORT_ANALYSIS_PATH, similarityPath } from './analysis-paths.ts';
import { analysisReportMain } from './analysis-report.page.ts';
import { figuresMain, measureIn } from './figures.page.ts';
import { exportWorkbook, findingsExport, heatMapExport } from './findings-export.ts';
import type { Export } from './findings-export.ts';
import {
  gatherAnalysis,
  gatherArea,
  gatherProse,
  gatherPublished,
  gatherSimilarity,
  reportsIn,
} from './gather-analysis.ts';
import type { Area } from './gather-analysis.ts';
import { heatMapMain } from './heat-map.page.ts';
import { passagesMain, similarityMain } from './similarity.page.ts';

/** What the desk that analyses reports needs besides what those of the annual report get. */
export type ReportAnalysisDeps = LetterDeskDeps & { readonly examination: Pick<Examination, 'compare'> };

const crumbs = [{ text: '报告分析', href: REPORT_ANALYSIS_PATH }];
const PASSAGES = 40;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCUMENTS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
const EXPORTS = { findings: findingsExport, 'heat-map': heatMapExport } as const satisfies Record<
  string,
  (analysis: DistrictAnalysis) => Export
>;

type ByYear = { readonly Params: { readonly year: string } };
type ByAgency = { readonly Params: { readonly year: string; readonly agency: string } };
type ByPair = { readonly Params: { readonly year: string; readonly one: string; readonly other: string } };

/** Who analyses the reports of an area: those who collect them, and those who only look. */
function analystOf(request: FastifyRequest): Officer {
  const officer = officerOf(request);
  if (!may(officer, 'collect-reports', officer.agency) && !may(officer, 'oversee', officer.agency))
    throw new Forbidden('collect-reports');
  return officer;
}

/** 年报分析: what the audits found in all reports of an area, figures, likeness, the analysis as a document. */
export function reportAnalysisRoutes(server: FastifyInstance, deps: ReportAnalysisDeps) {
  const { database, today, now, setting, press, examination } = deps;
  const { queries } = database;

  async function send(request: FastifyRequest, reply: FastifyReply, page: OfficePage, form: FormState = EMPTY_FORM) {
    const styles = ['chart.css', 'report-analysis.css'] as const;
    const shown = officePage(await setting(request), { ...page, styles, title: formTitle(page.title, form) });
    return sendPage(reply, shown, form.problems.length > 0 ? 422 : 200);
  }

  function yearIn(area: Area, text: string): number {
    const year = yearsOf(area.reports).find(one => String(one) === text);
    if (year === undefined) throw new NotFound();
    return year;
  }

  /** The analysis of a year, with the sentence that says so where the comparison of texts could not be done. */
  async function analysed(officer: Officer, area: Area, year: number) {
    const compared = await gatherSimilarity(queries, examination, reportsIn(area, year));
    const similarity = compared.ok ? compared.value : { compared: 0, tooShort: [], pairs: [], clusters: [] };
    const analysis = await gatherAnalysis(queries, officer, area, { year, today: today(), similarity });
    return { analysis, failure: compared.ok ? null : compared.problem };
  }

  /** A view of a year that compares no texts. */
  async function audited(officer: Officer, area: Area, year: number): Promise<DistrictAnalysis> {
    const similarity = { compared: 0, tooShort: [], pairs: [], clusters: [] };
    return gatherAnalysis(queries, officer, area, { year, today: today(), similarity });
  }

  function framed(area: Area, year: number, view: AnalysisView, main: Html, failure: string | null = null): OfficePage {
    const content = [failure === null ? null : notice('warning', failure), main];
    const shown = analysisFrame({ year, years: yearsOf(area.reports), view }, content);
    return { title: `${year} 年度报告分析`, crumbs, main: shown };
  }

  server.get(REPORT_ANALYSIS_PATH, async (request, reply) => {
    const area = await gatherArea(queries, analystOf(request));
    const latest = yearsOf(area.reports).at(-1);
    if (latest !== undefined) return reply.redirect(heatMapPath(latest), 303);
    const main = notice('info', '还没有收集到任何机关的年度报告；部署报送或者补录以后，这里显示分析。');
    return send(request, reply, { title: '报告分析', main });
  });

  server.get<ByYear>(`${REPORT_ANALYSIS_PATH}/:year`, async (request, reply) => {
    const officer = analystOf(request);
    const area = await gatherArea(queries, officer);
    const year = yearIn(area, request.params.year);
    return send(request, reply, framed(area, year, 'heat-map', heatMapMain(await audited(officer, area, year))));
  });

  server.get<ByYear>(`${REPORT_ANALYSIS_PATH}/:year/figures`, async (request, reply) => {
    const officer = analystOf(request);
    const area = await gatherArea(queries, officer);
    const year = yearIn(area, request.params.year);
    const kinds = new Map(area.agencies.map(({ code, kind }) => [code, kind]));
    const measure = measureIn((request.query as Readonly<Record<string, unknown>>)['measure']);
    const published = await gatherPublished(queries, area, year);
    const main = figuresMain(await audited(officer, area, year), agency => kinds.get(agency), measure, published);
    return send(request, reply, framed(area, year, 'figures', main));
  });

  server.get<ByYear>(`${REPORT_ANALYSIS_PATH}/:year/similarity`, async (request, reply) => {
    const officer = analystOf(request);
    const area = await gatherArea(queries, officer);
    const year = yearIn(area, request.params.year);
    const { analysis, failure } = await analysed(officer, area, year);
    return send(request, reply, framed(area, year, 'similarity', similarityMain(analysis), failure));
  });

  server.get<ByPair>(`${REPORT_ANALYSIS_PATH}/:year/similarity/:one/:other`, async (request, reply) => {
    const area = await gatherArea(queries, analystOf(request));
    const year = yearIn(area, request.params.year);
    const { one: first, other: second } = request.params;
    const find = (code: string, of: number) =>
      area.reports.find(report => report.agency === code && report.year === of);
    // The same agency twice: its report beside its own of the year before.
    const [one, other] = [find(first, year), find(second, first === second ? year - 1 : year)];
    if (one === undefined || other === undefined) throw new NotFound();
    const [here, there] = await gatherProse(queries, [one, other]);
    const name = (report: CollectedReport) =>
      first === second ? `${report.agencyName}（${report.year} 年）` : report.agencyName;
    const shares = {
      one: repetitionOf(here!.text, there!.text).share,
      other: repetitionOf(there!.text, here!.text).share,
    };
    const main = passagesMain(
      { name: name(one), since: here!.since },
      { name: name(other), since: there!.since },
      shares,
      commonPassages(here!.text, there!.text, PASSAGES),
    );
    const more = [...crumbs, { text: `${year} 年文字雷同`, href: similarityPath(year) }];
    return send(request, reply, { title: '相同的文字', crumbs: more, main });
  });

  server.get<ByYear>(`${REPORT_ANALYSIS_PATH}/:year/report`, async (request, reply) => {
    const officer = analystOf(request);
    const area = await gatherArea(queries, officer);
    const year = yearIn(area, request.params.year);
    const { analysis, failure } = await analysed(officer, area, year);
    return send(
      request,
      reply,
      framed(area, year, 'report', analysisReportMain(layOutAnalysis(analysis), year), failure),
    );
  });

  for (const format of ['docx', 'pdf'] as const)
    server.get<ByYear>(`${REPORT_ANALYSIS_PATH}/:year/report.${format}`, async (request, reply) => {
      const officer = analystOf(request);
      const area = await gatherArea(queries, officer);
      const year = yearIn(area, request.params.year);
      const { analysis, failure } = await analysed(officer, area, year);
      // A document without what it says of likeness would be another document.
      if (failure !== null)
        return reply.code(503).header('retry-after', '60').type('text/plain; charset=utf-8').send(failure);
      const layout = layOutAnalysis(analysis);
      const bytes = await press.document(analysisDocument(layout), format);
      const download = downloadOf(bytes, `${layout.title.join('')}.${format}`, `analysis.${format}`, DOCUMENTS[format]);
      return reply.headers(download.headers).send(download.bytes);
    });

  for (const name of ['findings', 'heat-map'] as const)
    for (const format of ['csv', 'xlsx'] as const)
      server.get<ByYear>(`${REPORT_ANALYSIS_PATH}/:year/${name}.${format}`, async (request, reply) => {
        const officer = analystOf(request);
        const area = await gatherArea(queries, officer);
        const exported = EXPORTS[name](await audited(officer, area, yearIn(area, request.params.year)));
        const bytes =
          format === 'csv'
            ? new TextEncoder().encode(csvText(exported.lines))
            : await press.workbook(exportWorkbook(exported, area.district));
        const type = format === 'csv' ? 'text/csv; charset=utf-8' : XLSX;
        const download = downloadOf(bytes, `${exported.title}.${format}`, `${name}.${format}`, type);
        return reply.headers(download.headers).send(download.bytes);
      });

  async function showAgency(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    { area, report }: { readonly area: Area; readonly report: CollectedReport },
    form: FormState,
  ) {
    const { agency, year } = report;
    const asked = (request.query as Readonly<Record<string, unknown>>)['audit'];
    const audit = AUDITS.find(({ id }) => id === asked) ?? null;
    const files = (await listRectifications(queries, { agency })).filter(
      one => one.year === year && one.office === officer.agency,
    );
    const open = files.filter(({ state }) => state.stage === 'open' || state.stage === 'answered');
    const main = agencyMain({
      report,
      findings: audit === null ? report.findings : report.findings.filter(one => one.audit === audit.id),
      audit,
      charts: agencyCharts(area.reports.filter(one => one.agency === agency)),
      rectifications: files,
      ordered: new Set(open.flatMap(({ state }) => state.findings.map(({ fingerprint }) => fingerprint))),
      mayOrder: officer.oversees.includes(agency) && may(officer, 'collect-reports', officer.agency),
      today: today(),
      form,
    });
    const more = [...crumbs, { text: `${year} 年`, href: heatMapPath(year) }];
    return send(request, reply, { title: `${report.agencyName} ${year} 年`, crumbs: more, main }, form);
  }

  async function reportOf(request: FastifyRequest<ByAgency>, officer: Officer) {
    const area = await gatherArea(queries, officer);
    const code: AgencyCode | undefined = findAgencyCode(request.params.agency);
    const report = area.reports.find(one => one.agency === code && String(one.year) === request.params.year);
    if (report === undefined) throw new NotFound();
    return { area, report };
  }

  server.get<ByAgency>(`${REPORT_ANALYSIS_PATH}/:year/agencies/:agency`, async (request, reply) => {
    const officer = analystOf(request);
    return showAgency(request, reply, officer, await reportOf(request, officer), EMPTY_FORM);
  });

  server.post<ByAgency>(`${REPORT_ANALYSIS_PATH}/:year/agencies/:agency`, async (request, reply) => {
    const officer = analystOf(request);
    const scene = await reportOf(request, officer);
    const values = readFormValues(request.body);
    const dueOn = readDay(valueOf({ values }, 'dueOn'));
    const again = async (problems: FormState['problems']) =>
      showAgency(request, reply, officer, scene, { values, problems });
    if (dueOn === null) return again([{ field: 'dueOn', message: '请填写整改期限' }]);
    const { agency, year } = scene.report;
    const input = {
      agency,
      year,
      findings: valuesOf({ values }, 'findings'),
      demand: valueOf({ values }, 'demand'),
      dueOn,
    };
    const ordered = await orderRectification({ queries, today, now }, officer, input);
    if (!ordered.ok) {
      const { problem } = ordered;
      if (problem.kind === 'forbidden') throw new Forbidden(problem.ability);
      return again(
        problem.kind === 'unusable'
          ? problem.problems
          : [{ field: 'findings', message: rectificationRefusalText(problem) }],
      );
    }
    return goOn(deps, request, reply, {
      to: rectificationPath(ordered.value.id),
      session: getVisit(request).session.id,
      message: { kind: 'done', sentence: `已向${scene.report.agencyName}下达整改任务。` },
    });
  });
}
