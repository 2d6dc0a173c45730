import type { FastifyInstance } from 'fastify';
import { submitToRound } from '../../annual-report/actions/rounds/submit-to-round.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { actRefusalText } from '../../people/rules/refusal.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import { goOn } from '../gate/message.ts';
import { getVisit, NotFound, officerWho } from '../gate/visit.ts';
import type { DeskDeps } from '../office-deps.ts';
import { ANNUAL_REPORT_PATH } from './annual-report-paths.ts';

const WORDS = { notFound: '本机关不在这次报送范围内，请与主管部门联系', overtaken: '其他人已经办理，请刷新页面核对' };

/** 报送: one act sends what was approved or published to the office that collects. */
export function reportSubmissionRoutes(server: FastifyInstance, deps: DeskDeps) {
  const { database, today, now } = deps;
  server.post<{ Params: { year: string } }>(`${ANNUAL_REPORT_PATH}/:year/round`, async (request, reply) => {
    const officer = officerWho(request, 'compile-report');
    const office = findAgencyCode(valueOf({ values: readFormValues(request.body) }, 'office'));
    const { year } = request.params;
    if (office === undefined || !/^\d{4}$/.test(year)) throw new NotFound();
    const acting = { queries: database.queries, today, now };
    const submitted = await submitToRound(acting, officer, office, Number(year));
    return goOn(deps, request, reply, {
      to: ANNUAL_REPORT_PATH,
      session: getVisit(request).session.id,
      message: submitted.ok
        ? { kind: 'done', sentence: `${year} 年度报告已报送。` }
        : { kind: 'warning', sentence: `没有报送：${actRefusalText(submitted.problem, WORDS)}` },
    });
  });
}
