import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SAMPLE_FIGURES_2023, SAMPLE_PROSE_2023 } from '../../../sample/qingchuan/annual-report-2023.ts';
import { lodge, OFFICE, openActing, SCHOOLS } from '../../applications/testing/acting.ts';
import type { Acting } from '../../applications/testing/acting.ts';
import { closeApplication } from '../../applications/actions/close-application.ts';
import type { Result } from '../../kernel/result.ts';
import { verifyJournal } from '../../people/store/journal.store.ts';
import { draftProse } from '../rules/draft-prose.ts';
import { valueAt } from '../rules/report.ts';
import { REPORT_YEAR_ACT_KINDS } from '../rules/year-log.ts';
import { findPublishedReport, findPublishedVersion } from '../store/published-report.store.ts';
import { listCorrections } from '../store/report-year.store.ts';
import { approveReport } from './approve-report.ts';
import { beginCorrection } from './begin-correction.ts';
import { compileReport } from './compile-report.ts';
import type { CompiledReport } from './compile-report.ts';
import { enterFigures } from './enter-figures.ts';
import { examineYear } from './examine-year.ts';
import { freezeYear } from './freeze-year.ts';
import { openYear } from './open-year.ts';
import type { YearProblem } from './perform-on-year.ts';
import { publishReport } from './publish-report.ts';
import { returnReport } from './return-report.ts';
import { submitReport } from './submit-report.ts';
import { thawYear } from './thaw-year.ts';
import { waiveFinding } from './waive-finding.ts';
import { writeProse } from './write-prose.ts';

const YEAR = 2025;
const PROSE = SAMPLE_PROSE_2023;

function done(result: Result<null, YearProblem>): void {
  expect(result.ok ? null : result.problem.message).toBeNull();
}
function refused(result: Result<null, YearProblem>): string {
  if (result.ok) throw new Error('was done');
  return result.problem.message;
}

async function compiled({ deps }: Acting): Promise<CompiledReport> {
  const result = await compileReport(deps.queries, OFFICE, YEAR, deps.today());
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** The year as it is now, for the next act. */
async function now(acting: Acting) {
  const { state } = await compiled(acting);
  return { year: YEAR, seen: state?.version ?? 0 };
}

/** One application received and closed in 2025; figures and prose of the report entered in January. */
async function entered(acting: Acting) {
  const { officer: clerk } = await acting.officer(['case-handler']);
  const { officer: signatory } = await acting.officer(['signatory']);
  const { officer: head } = await acting.officer(['disclosure-head']);
  const { id } = await lodge(acting);
  acting.on('2026-01-06');
  done(await openYear(acting.deps, clerk, YEAR));
  done(
    await enterFigures(acting.deps, clerk, await now(acting), {
      figures: {
        ...SAMPLE_FIGURES_2023,
        'table2.normativeDocument.issued': 4,
        'table2.normativeDocument.repealed': 2,
        'table2.normativeDocument.inForce': 19,
        'work.published': 900,
      },
      source: '台账',
    }),
  );
  done(await writeProse(acting.deps, clerk, await now(acting), PROSE));
  return { clerk, signatory, head, application: id };
}

test('from the open year to the published report: frozen, submitted, returned, approved by other eyes, published', async () => {
  await using acting = await openActing('2025-12-08');
  const { deps } = acting;
  const { clerk, signatory, head } = await entered(acting);
  expect(refused(await submitReport(deps, clerk, await now(acting)))).toContain('编制中');
  done(await freezeYear(deps, clerk, await now(acting)));
  expect(refused(await approveReport(deps, signatory, await now(acting)))).toContain('数据已锁定');
  done(await submitReport(deps, clerk, await now(acting)));
  expect(refused(await approveReport(deps, clerk, await now(acting)))).toContain('审签年度报告');
  expect(refused(await returnReport(deps, signatory, await now(acting), ' '))).toContain('退回的意见');
  done(await returnReport(deps, signatory, await now(acting), '第五部分再具体些'));
  expect((await compiled(acting)).state).toMatchObject({ stage: 'frozen', returnedComment: '第五部分再具体些' });
  done(await submitReport(deps, clerk, await now(acting)));
  const both = await acting.officer(['case-handler', 'signatory']);
  done(await returnReport(deps, both.officer, await now(acting), '我来改'));
  done(await writeProse(deps, both.officer, await now(acting), PROSE));
  done(await submitReport(deps, clerk, await now(acting)));
  expect(refused(await approveReport(deps, both.officer, await now(acting)))).toContain('参与编制的人不能审签');
  done(await approveReport(deps, signatory, await now(acting)));
  done(await publishReport(deps, head, await now(acting)));
  const published = await findPublishedReport(deps.queries, OFFICE, YEAR);
  expect(published).toMatchObject({ version: 1, publishedOn: acting.today() });
  expect(valueAt(published!.report, 'table3.carried-out.total')).toBe(1);
  expect(published!.report.sections['1']).toContain('发布信息900条');
  expect(
    refused(await enterFigures(deps, clerk, await now(acting), { figures: { 'work.published': 1 }, source: '改' })),
  ).toContain('已公布');
  expect(await verifyJournal(deps.queries)).toMatchObject({ ok: true });
});

test('an error stops the submission on the server, until it is waived with name and reason, and the waiver goes with the report', async () => {
  await using acting = await openActing('2025-12-08');
  const { deps } = acting;
  const { clerk, signatory, head } = await entered(acting);
  const wrong = {
    ...PROSE,
    '1': PROSE['1'].replace('全年收到政府信息公开申请{{新收}}件', '本机关全年收到政府信息公开申请7件'),
  };
  done(await writeProse(deps, clerk, await now(acting), wrong));
  done(await freezeYear(deps, clerk, await now(acting)));
  expect(refused(await submitReport(deps, clerk, await now(acting)))).toContain('处错误');
  const { result } = await examineYear(deps.queries, await compiled(acting));
  const errors = result.findings.filter(({ level }) => level === 'error');
  expect(errors.map(({ audit }) => audit)).toContain('narrative-figures');
  for (const { fingerprint } of errors) {
    const input = { fingerprint: fingerprint!, reason: '' };
    expect(refused(await waiveFinding(deps, clerk, await now(acting), input))).toContain('理由');
    done(await waiveFinding(deps, clerk, await now(acting), { ...input, reason: '区政府要求按口径填写' }));
  }
  const nothing = { fingerprint: '0000000000000000', reason: '试试' };
  expect(refused(await waiveFinding(deps, clerk, await now(acting), nothing))).toContain('没有这一处');
  done(await submitReport(deps, clerk, await now(acting)));
  done(await approveReport(deps, signatory, await now(acting)));
  done(await publishReport(deps, head, await now(acting)));
  const { report } = (await findPublishedReport(deps.queries, OFFICE, YEAR))!;
  expect(report.notes[0]).toMatchObject({ kind: 'waiver' });
  expect(report.notes[0]!.message).toContain(`${clerk.name}（2026-01-06）：区政府要求按口径填写`);
});

test('what happens to a file after the freeze is a difference: it stops the submission, and an old year shows it', async () => {
  await using acting = await openActing('2025-12-08');
  const { deps } = acting;
  const { clerk, signatory, head, application } = await entered(acting);
  done(await freezeYear(deps, clerk, await now(acting)));
  const late = { on: Temporal.PlainDate.from('2025-12-30'), reason: '申请人书面说明不再需要' };
  const party = { kind: 'officer', officer: clerk } as const;
  const closed = await closeApplication(deps, party, { id: application, version: null }, late);
  expect(closed.ok).toBe(true);
  const { report, differences } = await examineYear(deps.queries, await compiled(acting));
  expect(valueAt(report, 'table3.carried-out.total')).toBe(1);
  expect(differences.map(({ path, before, after }) => [path, before, after])).toEqual(
    expect.arrayContaining([
      ['table3.carried-out.total', 1, 0],
      ['table3.closed.other.naturalPerson', 0, 1],
    ]),
  );
  expect(refused(await submitReport(deps, clerk, await now(acting)))).toContain('登记簿有变化');
  done(await thawYear(deps, clerk, await now(acting), '年末补登一件'));
  done(await writeProse(deps, clerk, await now(acting), draftProse((await compiled(acting)).facts)));
  done(await freezeYear(deps, clerk, await now(acting)));
  done(await submitReport(deps, clerk, await now(acting)));
  done(await approveReport(deps, signatory, await now(acting)));
  done(await publishReport(deps, head, await now(acting)));
});

test('a published report is corrected by a new version with its note; the old one stays as it was', async () => {
  await using acting = await openActing('2025-12-08');
  const { deps } = acting;
  const { clerk, signatory, head } = await entered(acting);
  const note = { what: '行政许可处理决定数量', why: '漏统计分中心的办件' };
  expect(refused(await beginCorrection(deps, head, await now(acting), note))).toContain('还没有公布');
  const publish = async () => {
    done(await freezeYear(deps, clerk, await now(acting)));
    done(await submitReport(deps, clerk, await now(acting)));
    done(await approveReport(deps, signatory, await now(acting)));
    done(await publishReport(deps, head, await now(acting)));
  };
  await publish();
  acting.on('2026-03-02');
  expect(refused(await beginCorrection(deps, head, await now(acting), { ...note, why: '' }))).toContain('为什么');
  done(await beginCorrection(deps, head, await now(acting), note));
  done(
    await enterFigures(deps, clerk, await now(acting), { figures: { 'table2.license.decisions': 12 }, source: '台账' }),
  );
  await publish();
  const current = (await findPublishedReport(deps.queries, OFFICE, YEAR))!;
  expect([current.version, valueAt(current.report, 'table2.license.decisions')]).toEqual([2, 12]);
  const old = (await findPublishedVersion(deps.queries, OFFICE, YEAR, 1))!;
  expect([old.publishedOn.toString(), valueAt(old.report, 'table2.license.decisions')]).toEqual(['2026-01-06', 0]);
  expect([...(await listCorrections(deps.queries, { agency: OFFICE, year: YEAR }))]).toEqual([
    [2, { ...note, on: acting.today() }],
  ]);
  expect((await compiled(acting)).state).toMatchObject({ stage: 'corrected', correction: null });
});

test('what cannot be is refused: a figure that is none, an unknown live figure, a year that lasts, another hand, no ability', async () => {
  await using acting = await openActing('2025-12-08');
  const { deps } = acting;
  const { clerk, head } = await entered(acting);
  const seen = await now(acting);
  const enter = async (figures: Parameters<typeof enterFigures>[3]['figures'], source = '台账') =>
    refused(await enterFigures(deps, clerk, seen, { figures, source }));
  expect(await enter({ 'table2.license.decisions': 1.5 })).toContain('整数');
  expect(await enter({ 'table2.license.decisions': -1 })).toContain('整数');
  expect(await enter({ 'table2.administrativeFee.amountWan': 0.000_000_1 })).toContain('六位小数');
  expect(await enter({ 'table2.regulatoryRule.issued': 1 })).toContain('规章制定权');
  expect(await enter({ 'table2.license.decisions': 1 }, ' ')).toContain('来源');
  expect(await enter({})).toContain('没有填写');
  expect(refused(await writeProse(deps, clerk, seen, { ...PROSE, '6': '{{收费}}' }))).toContain('{{收费}}');
  done(await enterFigures(deps, head, seen, { figures: { 'work.trainings': 3 }, source: '培训记录' }));
  expect(refused(await writeProse(deps, clerk, seen, PROSE))).toContain('其他人已经改动');
  const auditor = await acting.officer(['auditor']);
  const stranger = await acting.officer(['case-handler'], SCHOOLS);
  expect(refused(await openYear(deps, auditor.officer, YEAR))).toContain('编制年度报告');
  expect(refused(await freezeYear(deps, stranger.officer, await now(acting)))).toContain('还没有开始编制');
  expect(refused(await freezeYear(deps, clerk, { year: 2026, seen: 1 }))).toContain('还没有结束');
  done(await openYear(deps, clerk, YEAR));
  expect((await compiled(acting)).log.map(({ act }) => act.kind)).toEqual([
    'opened',
    'figures-entered',
    'prose-written',
    'figures-entered',
  ]);
});

test('the log of a year cannot be changed, and its kinds are those of the check in the database', async () => {
  await using acting = await openActing('2025-12-08');
  await entered(acting);
  const { queries } = acting.deps;
  await expect(sql`delete from annual_report_acts`.execute(queries)).rejects.toThrow('only ever added to');
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'annual_report_acts_kind_check'`.execute(
    queries,
  );
  expect([...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual([...REPORT_YEAR_ACT_KINDS]);
});
