import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ofAgency, withCells } from '../../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../../test/reports/sample-report.ts';
import type { Result } from '../../../kernel/result.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { verifyJournal } from '../../../people/store/journal.store.ts';
import { doneOr, openTestInstallation, refusedWith } from '../../../people/testing/installation.ts';
import type { TestInstallation } from '../../../people/testing/installation.ts';
import { reportJsonOf } from '../../rules/interchange.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { rectificationRefusalText } from '../../rules/rectification/admit.ts';
import type { RectificationRefusal } from '../../rules/rectification/admit.ts';
import { isOverdue } from '../../rules/rectification/rectification.ts';
import { listCollectedReports } from '../../store/collected-report.register.store.ts';
import { countWaitingRectifications, findRectification, listRectifications } from '../../store/rectification.store.ts';
import type { RectificationFile } from '../../store/rectification.store.ts';
import { filePublishedReport } from '../file-published-report.ts';
import { answerRectification } from './answer-rectification.ts';
import { checkRectification } from './check-rectification.ts';
import { closeRectification } from './close-rectification.ts';
import { orderRectification } from './order-rectification.ts';
import { returnRectification } from './return-rectification.ts';
import { withdrawRectification } from './withdraw-rectification.ts';

const OFFICE = getAgencyCode('990101-001');
const SCHOOLS = getAgencyCode('990101-002');
const CIVIL = getAgencyCode('990101-003');
const day = (text: string) => Temporal.PlainDate.from(text);
const done = <Value>(result: Result<Value, RectificationRefusal>) => doneOr(result, rectificationRefusalText);
const refused = <Value>(result: Result<Value, RectificationRefusal>) => refusedWith(result, rectificationRefusalText);
const refOf = ({ id, state }: RectificationFile) => ({ id, seen: state.version });

const right: AnnualReport = ofAgency(sampleReport('2021'), '示范市晴川区教育局');
/** The total of the first row is no sum of its columns any more. */
const wrong = withCells(right, { 'table3.new.total': 4321 });

async function publish({ deps }: TestInstallation, report: AnnualReport) {
  const filing = { agency: SCHOOLS, year: report.year!, publishedOn: deps.today(), json: reportJsonOf(report) };
  doneOr(await filePublishedReport(deps.queries, filing), problem => problem);
}

async function scene(installation: TestInstallation) {
  await publish(installation, wrong);
  const { officer: clerk } = await installation.officer(['case-handler']);
  const supervising: Officer = { ...clerk, oversees: [SCHOOLS, CIVIL] };
  const { officer: agency } = await installation.officer(['case-handler'], SCHOOLS);
  const [report] = await listCollectedReports(installation.deps.queries, { year: wrong.year!, agencies: [SCHOOLS] });
  const findings = report!.findings.filter(({ audit }) => audit === 'row-sum').map(({ fingerprint }) => fingerprint!);
  expect(findings).toHaveLength(1);
  const order = { agency: SCHOOLS, year: wrong.year!, findings, demand: '请按表内合计改正', dueOn: day('2024-03-01') };
  return { supervising, agency, order };
}

test('an order is answered, checked by the audits, returned, answered again, checked on the corrected report and closed', async () => {
  await using installation = await openTestInstallation('2024-02-01');
  const { deps } = installation;
  const { supervising, agency, order } = await scene(installation);
  let file = done(await orderRectification(deps, supervising, order));
  expect(await countWaitingRectifications(deps.queries, SCHOOLS)).toBe(1);
  expect(isOverdue(file.state, day('2024-03-01'))).toBe(false);
  expect(isOverdue(file.state, day('2024-03-02'))).toBe(true);
  file = done(await answerRectification(deps, agency, refOf(file), '已改正'));
  expect(await countWaitingRectifications(deps.queries, SCHOOLS)).toBe(0);
  expect(await countWaitingRectifications(deps.queries, OFFICE)).toBe(1);
  file = done(await checkRectification(deps, supervising, refOf(file)));
  expect(file.state.check!.verdicts.map(({ verdict }) => verdict)).toEqual(['stands']);
  expect(refused(await closeRectification(deps, supervising, refOf(file), ' '))).toContain('没有改好');
  const again = { reason: '网上的报告还没有更正', dueOn: day('2024-03-15') };
  file = done(await returnRectification(deps, supervising, refOf(file), again));
  expect(file.state).toMatchObject({ stage: 'open', timesReturned: 1, answer: null });
  await publish(installation, right);
  file = done(await answerRectification(deps, agency, refOf(file), '已更正公布'));
  expect(refused(await closeRectification(deps, supervising, refOf(file), ''))).toContain('还没有复核');
  file = done(await checkRectification(deps, supervising, refOf(file)));
  expect(file.state.check!.verdicts.map(({ verdict }) => verdict)).toEqual(['mended']);
  file = done(await closeRectification(deps, supervising, refOf(file), ''));
  expect((await findRectification(deps.queries, file.id))!.state).toEqual(file.state);
  expect(file.log.map(({ act }) => act.kind)).toEqual([
    'ordered',
    'answered',
    'checked',
    'returned',
    'answered',
    'checked',
    'closed',
  ]);
  const row = await deps.queries
    .selectFrom('rectifications')
    .select(['stage', 'due_on', 'version'])
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ stage: 'closed', due_on: '2024-03-15', version: 7 });
  expect(await verifyJournal(deps.queries)).toMatchObject({ ok: true });
  await expect(sql`update rectification_acts set facts = '{}'`.execute(deps.queries)).rejects.toThrow(
    'only ever added to',
  );
});

test('what was mended without an answer can be closed too, after a check', async () => {
  await using installation = await openTestInstallation('2024-02-01');
  const { deps } = installation;
  const { supervising, order } = await scene(installation);
  let file = done(await orderRectification(deps, supervising, order));
  expect(refused(await closeRectification(deps, supervising, refOf(file), ''))).toContain('还没有复核');
  await publish(installation, right);
  file = done(await checkRectification(deps, supervising, refOf(file)));
  expect(done(await closeRectification(deps, supervising, refOf(file), '')).state.stage).toBe('closed');
});

test('what was replaced by another wrong figure is not mended', async () => {
  await using installation = await openTestInstallation('2024-02-01');
  const { deps } = installation;
  const { supervising, agency, order } = await scene(installation);
  let file = done(await orderRectification(deps, supervising, order));
  await publish(installation, withCells(right, { 'table3.new.total': 1234 }));
  file = done(await answerRectification(deps, agency, refOf(file), '已改正'));
  file = done(await checkRectification(deps, supervising, refOf(file)));
  expect(file.state.check!.verdicts.map(({ verdict }) => verdict)).toEqual(['stands']);
});

test('the agency answers, the office does everything else, and nobody else sees it', async () => {
  await using installation = await openTestInstallation('2024-02-01');
  const { deps } = installation;
  const { supervising, agency, order } = await scene(installation);
  const { officer: auditor } = await installation.officer(['auditor'], SCHOOLS);
  const { officer: stranger } = await installation.officer(['case-handler'], CIVIL);
  const { officer: reader } = await installation.officer(['supervisor']);
  expect(refused(await orderRectification(deps, agency, order))).toContain('没有找到');
  expect(refused(await orderRectification(deps, { ...reader, oversees: [SCHOOLS] }, order))).toContain(
    '汇总所监督机关',
  );
  const file = done(await orderRectification(deps, supervising, order));
  expect(refused(await answerRectification(deps, stranger, refOf(file), '已改正'))).toContain('没有找到');
  expect(refused(await answerRectification(deps, supervising, refOf(file), '已改正'))).toContain('编制年度报告');
  expect(refused(await answerRectification(deps, auditor, refOf(file), '已改正'))).toContain('编制年度报告');
  expect(refused(await withdrawRectification(deps, agency, refOf(file), '不合理'))).toContain('汇总所监督机关');
  expect((await listRectifications(deps.queries, { agency: SCHOOLS })).map(({ id }) => id)).toEqual([file.id]);
  expect(await listRectifications(deps.queries, { agency: CIVIL })).toEqual([]);
});

test('what cannot be ordered is refused at the field that can be mended', async () => {
  await using installation = await openTestInstallation('2024-02-01');
  const { deps } = installation;
  const { supervising, agency, order } = await scene(installation);
  const refusal = async (more: Partial<typeof order>) =>
    refused(await orderRectification(deps, supervising, { ...order, ...more }));
  expect(await refusal({ findings: [] })).toContain('至少选择一个');
  expect(await refusal({ findings: ['ffffffffffffffff'] })).toContain('不在这份报告里');
  expect(await refusal({ dueOn: day('2024-01-31') })).toContain('已经过了');
  expect(await refusal({ demand: ' ' })).toContain('整改要求');
  const file = done(await orderRectification(deps, supervising, order));
  expect(await refusal({})).toContain('已经在督促整改');
  expect(refused(await answerRectification(deps, agency, { ...refOf(file), seen: 0 }, '已改正'))).toContain('其他人');
  expect(refused(await answerRectification(deps, agency, refOf(file), ' '))).toContain('写明');
  const withdrawn = done(await withdrawRectification(deps, supervising, refOf(file), '原件核对无误'));
  expect(refused(await answerRectification(deps, agency, refOf(withdrawn), '已改正'))).toContain('已撤销');
  done(await orderRectification(deps, supervising, order));
});
