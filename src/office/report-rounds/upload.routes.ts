import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerAgencyName } from '../../annual-report/actions/rounds/answer-agency-name.ts';
import { dropRoundFile } from '../../annual-report/actions/rounds/drop-round-file.ts';
import { keepRoundFiles } from '../../annual-report/actions/rounds/keep-round-files.ts';
import { countFindings } from '../../annual-report/rules/collection/finding-counts.ts';
import type { UploadId } from '../../annual-report/rules/collection/round-upload.ts';
import { findSubmissionId } from '../../annual-report/rules/collection/submission.ts';
import { listFindingsOf } from '../../annual-report/store/report-submission.store.ts';
import { listUploads } from '../../annual-report/store/report-upload.store.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { EMPTY_FORM, readFormValues, valueOf } from '../../views/form/form-state.ts';
import type { FormState } from '../../views/form/form-state.ts';
import { NotFound } from '../gate/visit.ts';
import type { ReportRoundDeskDeps } from './report-round-deps.ts';
import { REPORT_ROUNDS_PATH, uploadPath } from './report-round-paths.ts';
import { problemsOf, yearIn } from './round-room.ts';
import type { ByYear } from './round-room.ts';
import type { RoundDesk } from './round-desk.ts';
import { UPLOAD_LIMITS, uploadMain } from './upload.page.ts';

const UPLOAD_ROUTE = `${REPORT_ROUNDS_PATH}/:year/upload`;
/** Seconds between two looks at files that are being read. */
const AGAIN = '3';

/** Files that the office uploads: kept, read beside the answering of requests, filed or asked about. */
export function uploadRoutes(server: FastifyInstance, deps: ReportRoundDeskDeps, desk: RoundDesk) {
  const { database, today, now, files, scanner, readUploads, roundReader } = deps;
  const { queries } = database;
  const { room, boardIn, crumbsOf, send, goOnTo } = desk;
  const acting = { queries, today, now };

  async function show(request: FastifyRequest, reply: FastifyReply, officer: Officer, year: number, form: FormState) {
    const { round, agencies, names } = await boardIn({ year, officer });
    const uploads = await listUploads(queries, { office: officer.agency, year }, 'upload');
    const findings = await listFindingsOf(
      queries,
      uploads.flatMap(({ submission }) => submission ?? []),
    );
    const main = uploadMain({
      year,
      isOpen: round.isOpen,
      uploads,
      counts: new Map([...findings].map(([id, found]) => [id, countFindings(found)])),
      members: agencies.filter(({ code }) => round.agencies.includes(code)),
      names,
      form,
    });
    if (uploads.some(({ state }) => state === 'kept') && form.problems.length === 0) reply.header('refresh', AGAIN);
    return send(request, reply, { title: `上传 ${year} 年度报告`, crumbs: crumbsOf(year), main }, form);
  }

  server.get<ByYear>(UPLOAD_ROUTE, async (request, reply) =>
    show(request, reply, room.readerOf(request), yearIn(request), EMPTY_FORM),
  );

  server.post<ByYear>(UPLOAD_ROUTE, async (request, reply) => {
    const officer = room.collectorOf(request);
    const year = yearIn(request);
    const { files: sent, problems } = await readUploads(request, UPLOAD_LIMITS);
    if (problems.length > 0) return show(request, reply, officer, year, { values: {}, problems });
    const kept = await keepRoundFiles({ ...acting, files, scanner }, officer, year, sent);
    if (!kept.ok)
      return show(request, reply, officer, year, { values: {}, problems: problemsOf(kept.problem, 'files') });
    roundReader.wake();
    return goOnTo(request, reply, uploadPath(year), `已收到 ${kept.value} 个文件，正在读取。`);
  });

  server.post<ByYear>(`${UPLOAD_ROUTE}/names`, async (request, reply) => {
    const officer = room.collectorOf(request);
    const year = yearIn(request);
    const values = readFormValues(request.body);
    const field = /^agency-\d{1,4}$/.exec(valueOf({ values }, 'field'))?.[0] ?? 'agency-0';
    const name = valueOf({ values }, 'name');
    const agency = findAgencyCode(valueOf({ values }, field));
    const again = async (problems: FormState['problems']) => show(request, reply, officer, year, { values, problems });
    if (name === '') throw new NotFound();
    if (agency === undefined) return again([{ field, message: `请选择“${name}”是哪个机关` }]);
    const answered = await answerAgencyName(acting, officer, year, { name, agency });
    if (!answered.ok) return again(problemsOf(answered.problem, field).map(one => ({ ...one, field })));
    roundReader.wake();
    return goOnTo(request, reply, uploadPath(year), `已记住“${name}”是哪个机关，相关文件正在重新读取。`);
  });

  server.post<ByYear>(`${UPLOAD_ROUTE}/drop`, async (request, reply) => {
    const officer = room.collectorOf(request);
    const year = yearIn(request);
    const values = readFormValues(request.body);
    const id = findSubmissionId(valueOf({ values }, 'upload'));
    if (id === undefined) throw new NotFound();
    const dropped = await dropRoundFile(acting, officer, year, id as string as UploadId);
    return dropped.ok
      ? goOnTo(request, reply, uploadPath(year), '文件已作废。')
      : show(request, reply, officer, year, { values, problems: problemsOf(dropped.problem, 'main') });
  });
}
