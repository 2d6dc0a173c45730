import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { declineProposal } from '../../annual-report/actions/decline-proposal.ts';
import { enterFigures } from '../../annual-report/actions/enter-figures.ts';
import type { YearDeps, YearProblem } from '../../annual-report/actions/perform-on-year.ts';
import { proposeFigures } from '../../annual-report/actions/propose-figures.ts';
import type { Examination } from '../../annual-report/examination/examination.ts';
import { readFigureJson, readFigureLines } from '../../annual-report/parse/figure-lines.ts';
import type { FiguresRead } from '../../annual-report/parse/figure-lines.ts';
import type { ProposalOrigin } from '../../annual-report/rules/year-log.ts';
import { listEvidence } from '../../annual-report/store/evidence.store.ts';
import { findPublishedReport } from '../../annual-report/store/published-report.store.ts';
import { gatherFacts } from '../../annual-report/store/year-facts.store.ts';
import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { dropUploads, keepUploads } from '../../platform/files/keep-uploads.ts';
import type { ForeignUpload, KeptUpload, UploadProblem } from '../../platform/files/keep-uploads.ts';
import { downloadOf } from '../../platform/press/download.ts';
import type { WebSource } from '../../platform/web-source/web-source.ts';
import { EMPTY_FORM, valueOf } from '../../views/form/form-state.ts';
import type { FormState, FormValues } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { LetterDeskDeps } from '../letters/letters.routes.ts';
import { ANNUAL_REPORT_PATH, yearPath } from './annual-report-paths.ts';
import { figuresMain, figuresRead, readFigures, valuesOfFigures } from './figures.page.ts';
import { importFiguresMain, proposalMain } from './proposals.page.ts';
import { begunYear, crumbsOf, sendYearPage, versionIn } from './year-desk.ts';
import type { Begun, ByYear } from './year-desk.ts';

export type FiguresDeskDeps = LetterDeskDeps & {
  /** Reads foreign files, in a process apart. */
  readonly examination: Pick<Examination, 'proofread'>;
  /** The 双公示 system; null where none is configured. */
  readonly figuresFeed: WebSource | null;
};

type ByProposal = { readonly Params: { readonly year: string; readonly proposal: string } };
type Problems = FormState['problems'];

/** 填报数据: entered by hand with what proves them, imported from a file or asked of another system, and taken or declined. */
export function figuresRoutes(server: FastifyInstance, deps: FiguresDeskDeps) {
  const { database, today, now, files, readUploads, examination, figuresFeed } = deps;
  const { queries } = database;
  const acting: YearDeps = { queries, today, now };
  const at = (address: string) => `${ANNUAL_REPORT_PATH}/:year/${address}`;

  const previousOf = async ({ agency, facts }: Begun) =>
    (await findPublishedReport(queries, agency.code, facts.year - 1))?.report ?? null;

  async function show(request: FastifyRequest, reply: FastifyReply, begun: Begun, form: FormState) {
    const { facts, agency, state } = begun;
    const { year } = facts;
    const main = figuresMain(
      {
        year,
        state,
        facts,
        counted: await gatherFacts(queries, agency, year, {}),
        previous: await previousOf(begun),
        evidence: await listEvidence(queries, { agency: agency.code, year }),
        feedHost: figuresFeed?.host ?? null,
      },
      form,
    );
    return sendYearPage(deps, request, reply, { title: '填报数据', crumbs: crumbsOf(year), main }, form);
  }

  /** A form of this desk with its files, and the year that it is about. */
  async function posted(request: FastifyRequest<ByYear>) {
    const officer = officerWho(request, 'compile-report');
    const begun = await begunYear(deps, officer, request.params.year);
    const { fields, files: uploads, problems } = await readUploads(request);
    const values: FormValues = Object.fromEntries(fields.names().map(name => [name, fields.text(name)]));
    const seen = { year: begun.facts.year, seen: versionIn(values) };
    return { officer, begun, values, uploads, problems, seen };
  }

  /** Keeps the files of a form, does the act with the first one, and drops them again where the act is refused. */
  async function keeping(
    uploads: readonly ForeignUpload[],
    act: (kept: KeptUpload | undefined) => Promise<Result<null, YearProblem>>,
  ): Promise<Result<null, readonly UploadProblem[]>> {
    const kept = await keepUploads(deps, uploads);
    if (!kept.ok) return kept;
    const done = await act(kept.value[0]);
    if (done.ok) return done;
    await dropUploads(files, kept.value);
    return refuse([done.problem]);
  }

  const goTo = async (request: FastifyRequest, reply: FastifyReply, to: string, sentence: string) =>
    goOn(deps, request, reply, { to, session: getVisit(request).session.id, message: { kind: 'done', sentence } });

  server.get<ByYear>(at('figures'), async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    const begun = await begunYear(deps, officer, request.params.year);
    const { facts, state, agency } = begun;
    if (state.stage === 'open' && may(officer, 'compile-report', officer.agency))
      return show(request, reply, begun, { values: valuesOfFigures(facts), problems: [] });
    const evidence = await listEvidence(queries, { agency: agency.code, year: facts.year });
    const main = figuresRead(facts.year, state.frozen?.facts ?? facts, state, evidence);
    return sendYearPage(deps, request, reply, { title: '数据', crumbs: crumbsOf(facts.year), main });
  });

  server.post<ByYear>(at('figures'), async (request, reply) => {
    const { officer, begun, values, uploads, problems, seen } = await posted(request);
    const again = async (found: Problems) => show(request, reply, begun, { values, problems: found });
    const read = readFigures(name => valueOf({ values }, name), begun.facts);
    if (problems.length + read.problems.length > 0) return again([...read.problems, ...problems]);
    const done = await keeping(uploads, async evidence =>
      enterFigures(acting, officer, seen, {
        figures: read.figures,
        source: valueOf({ values }, 'source'),
        explanation: valueOf({ values }, 'explanation'),
        ...(evidence === undefined ? {} : { evidence }),
      }),
    );
    if (!done.ok)
      return again(done.problem.map(({ field, message }) => ({ field: field === 'year' ? 'source' : field, message })));
    return goTo(request, reply, yearPath(seen.year), '数据已保存。');
  });

  async function showImport(request: FastifyRequest, reply: FastifyReply, begun: Begun, form: FormState) {
    const { facts, state } = begun;
    const main = importFiguresMain(facts.year, state.version, figuresFeed?.host ?? null, form);
    return sendYearPage(deps, request, reply, { title: '导入数据', crumbs: crumbsOf(facts.year), main }, form);
  }

  server.get<ByYear>(at('figures/import'), async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    return showImport(request, reply, await begunYear(deps, officer, request.params.year), EMPTY_FORM);
  });

  /** Lays what was read before the office, with the file that it was read from. */
  async function propose(
    request: FastifyRequest,
    reply: FastifyReply,
    officer: Officer,
    proposed: {
      readonly begun: Begun;
      readonly values: FormValues;
      readonly by: ProposalOrigin;
      readonly read: FiguresRead;
      readonly source: string;
      readonly upload: ForeignUpload;
    },
  ) {
    const { begun, values, by, read, source, upload } = proposed;
    const seen = { year: begun.facts.year, seen: versionIn(values) };
    const done = await keeping([upload], async evidence =>
      proposeFigures(acting, officer, seen, { by, figures: read.figures, source, evidence: evidence! }),
    );
    if (!done.ok) {
      const problems = done.problem.map(({ message }) => ({ field: 'file', message }));
      return showImport(request, reply, begun, { values, problems });
    }
    const notes = read.notes.length === 0 ? '' : `${read.notes.join('；')}。`;
    return goTo(
      request,
      reply,
      `${yearPath(seen.year)}/figures/proposals/${seen.seen + 1}`,
      `数据已导入，请核对。${notes}`,
    );
  }

  server.post<ByYear>(at('figures/import'), async (request, reply) => {
    const { officer, begun, values, uploads, problems } = await posted(request);
    const again = async (found: Problems) => showImport(request, reply, begun, { values, problems: found });
    const [upload] = uploads;
    const source = valueOf({ values }, 'source').trim();
    const missing: Problems = [
      ...(upload === undefined ? [{ field: 'file', message: '请选择数据文件' }] : []),
      ...(source === '' ? [{ field: 'source', message: '请写明数据的来源，例如“区行政审批系统年度统计表”' }] : []),
    ];
    if (upload === undefined || problems.length + missing.length > 0) return again([...problems, ...missing]);
    const text = await examination.proofread({ name: upload.name, bytes: upload.bytes });
    if (!text.ok) return again([{ field: 'file', message: text.problem.message }]);
    const read = readFigureLines(text.value.text);
    if (!read.ok) return again([{ field: 'file', message: read.problem }]);
    return propose(request, reply, officer, { begun, values, by: 'file', read: read.value, source, upload });
  });

  function readAnswer(bytes: Uint8Array, mediaType: string, year: number): Result<FiguresRead, string> {
    const text = new TextDecoder().decode(bytes);
    if (mediaType === 'text/csv') return readFigureLines(text);
    try {
      return readFigureJson(JSON.parse(text), year);
    } catch {
      return refuse('对方返回的不是 JSON 或者 CSV，请核对接口地址');
    }
  }

  server.post<ByYear>(at('figures/pull'), async (request, reply) => {
    const { officer, begun, values } = await posted(request);
    const { year } = begun.facts;
    const again = async (message: string) =>
      showImport(request, reply, begun, { values, problems: [{ field: 'pull', message }] });
    if (figuresFeed === null) throw new NotFound();
    const answer = await figuresFeed.ask({ agency: officer.agency, year: String(year) });
    if (!answer.ok) return again(answer.problem);
    const { bytes, mediaType } = answer.value;
    const read = readAnswer(bytes, mediaType, year);
    if (!read.ok) return again(read.problem);
    const source = `双公示系统（${figuresFeed.host}，${today().toString()}取得）`;
    const upload = { field: 'pull', name: `双公示系统-${year}.txt`, bytes };
    return propose(request, reply, officer, { begun, values, by: 'feed', read: read.value, source, upload });
  });

  async function showProposal(
    request: FastifyRequest,
    reply: FastifyReply,
    begun: Begun,
    sequence: string,
    form: FormState,
  ) {
    const { facts, state, agency } = begun;
    const proposal = state.proposals.find(one => String(one.sequence) === sequence);
    if (proposal === undefined) throw new NotFound();
    const main = proposalMain(
      {
        year: facts.year,
        version: state.version,
        proposal,
        facts,
        previous: await previousOf(begun),
        evidence: await listEvidence(queries, { agency: agency.code, year: facts.year }),
      },
      form,
    );
    return sendYearPage(deps, request, reply, { title: '核对导入的数据', crumbs: crumbsOf(facts.year), main }, form);
  }

  server.get<ByProposal>(at('figures/proposals/:proposal'), async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const { year, proposal } = request.params;
    return showProposal(request, reply, await begunYear(deps, officer, year), proposal, EMPTY_FORM);
  });

  server.post<ByProposal>(at('figures/proposals/:proposal/take'), async (request, reply) => {
    const { officer, begun, values, seen } = await posted(request);
    const { proposal: sequence } = request.params;
    const proposal = begun.state.proposals.find(one => String(one.sequence) === sequence);
    if (proposal === undefined) throw new NotFound();
    const { figures, source } = proposal;
    const explanation = valueOf({ values }, 'explanation');
    const taken = await enterFigures(acting, officer, seen, {
      figures,
      source,
      explanation,
      proposal: proposal.sequence,
    });
    if (taken.ok) return goTo(request, reply, yearPath(seen.year), '导入的数据已采用。');
    return showProposal(request, reply, begun, sequence, {
      values,
      problems: [{ ...taken.problem, field: 'explanation' }],
    });
  });

  server.post<ByProposal>(at('figures/proposals/:proposal/decline'), async (request, reply) => {
    const { officer, begun, values, seen } = await posted(request);
    const { proposal } = request.params;
    const input = { proposal: Number(proposal), reason: valueOf({ values }, 'reason') };
    const declined = await declineProposal(acting, officer, seen, input);
    if (declined.ok) return goTo(request, reply, `${yearPath(seen.year)}/figures`, '没有采用导入的数据。');
    return showProposal(request, reply, begun, proposal, {
      values,
      problems: [{ ...declined.problem, field: 'reason' }],
    });
  });

  server.get<{ Params: { year: string; evidence: string } }>(at('evidence/:evidence'), async (request, reply) => {
    const officer = officerWho(request, 'read-applications');
    const { facts, agency } = await begunYear(deps, officer, request.params.year);
    const evidence = await listEvidence(queries, { agency: agency.code, year: facts.year });
    const [, one] = [...evidence].find(([id]) => id === request.params.evidence) ?? [];
    if (one === undefined) throw new NotFound();
    const extension = one.name.slice(one.name.lastIndexOf('.') + 1);
    const file = downloadOf(await files.read(one.file), one.name, `evidence.${extension}`, one.mediaType);
    return reply.headers(file.headers).send(file.bytes);
  });
}
