import { expect, test } from 'vitest';
import { ofAgency, withCells } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { filePublishedReport } from '../../annual-report/actions/file-published-report.ts';
import { reportJsonOf } from '../../annual-report/rules/interchange.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { openDesk } from '../testing/open-desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

const right = ofAgency(sampleReport('2021'), '示范市晴川区教育局');
const YEAR = right.year!;
const wrong = withCells(right, { 'table3.new.total': 4321 });
const HEAT_MAP = `/office/report-analysis/${YEAR}`;
const SCHOOLS = `${HEAT_MAP}/agencies/990101-002`;

async function publish({ deps }: Desk, agency: string, report: AnnualReport, on = `${YEAR + 1}-01-20`) {
  const publishedOn = Temporal.PlainDate.from(on);
  const filing = { agency: getAgencyCode(agency), year: report.year!, publishedOn, json: reportJsonOf(report) };
  const filed = await filePublishedReport(deps.queries, filing);
  if (!filed.ok) throw new Error(filed.problem);
}

async function openScene(): Promise<Desk> {
  const desk = await openDesk('2026-03-09');
  await publish(desk, '990101-002', wrong);
  await publish(desk, '990101-003', ofAgency(right, '示范市晴川区民政局'), `${YEAR + 1}-01-25`);
  return desk;
}

const fingerprintIn = (body: string): string => /name="findings" value="([0-9a-f]{16})"/.exec(body)![1]!;

test('every cell of the heat map opens its findings; exports have the same', async () => {
  await using desk = await openScene();
  const clerk = await desk.signIn('gu.wenlan');
  expect((await clerk.visit('/office/report-analysis')).headers.location).toBe(HEAT_MAP);
  const map = (await clerk.visit(HEAT_MAP)).body;
  expect(map).toMatch(
    /agencies\/990101-002\?audit=row-sum"><span class="unseen">示范市晴川区教育局，[^<]*：<\/span><span>错1<\/span>/,
  );
  const cell = (await clerk.visit(`${SCHOOLS}?audit=row-sum`)).body;
  expect(cell.match(/name="findings"/g)).toHaveLength(1);
  expect(cell).toContain('本年新收政府信息公开申请数量');
  const csv = (await clerk.visit(`${HEAT_MAP}/findings.csv`)).body;
  expect(csv.split('\r\n').filter(line => line.startsWith('990101-002,示范市晴川区教育局,错误'))).not.toEqual([]);
  const [head, first] = (await clerk.visit(`${HEAT_MAP}/heat-map.csv`)).body.split('\r\n');
  expect(first).toMatch(/^990101-002,/);
  expect(head!.split(',')).toHaveLength(first!.split(',').length);
});

test('likeness is told with its direction, and the passages stand side by side', async () => {
  await using desk = await openScene();
  const clerk = await desk.signIn('gu.wenlan');
  const page = (await clerk.visit(`${HEAT_MAP}/similarity`)).body;
  expect(page).toContain(`${HEAT_MAP}/similarity/990101-003/990101-002`);
  expect(page).toContain('100.0%');
  const passages = (await clerk.visit(`${HEAT_MAP}/similarity/990101-003/990101-002`)).body;
  expect(passages).toContain(`${YEAR + 1}-01-25 报送或公布，其中 100.0% 与对方相同`);
  expect((await clerk.visit(`${HEAT_MAP}/similarity/990101-003/990101-101`)).statusCode).toBe(404);
});

test('figures, peers and the analysis are pages and documents with the same text', async () => {
  await using desk = await openScene();
  const clerk = await desk.signIn('gu.wenlan');
  const figures = (await clerk.visit(`${HEAT_MAP}/figures?measure=rate.disclosed`)).body;
  expect(figures).toContain('（予以公开＋部分公开）÷办理结果总计');
  expect(figures).toContain('<option value="rate.disclosed" selected');
  // Nothing was published here, and that is no chart of nothing.
  expect(figures).not.toContain('主动公开信息（条）');
  const page = (await clerk.visit(`${HEAT_MAP}/report`)).body;
  expect(page).toContain('已收集报告2份');
  const document = await clerk.visit(`${HEAT_MAP}/report.docx`);
  expect(document.headers['content-type']).toContain('wordprocessingml');
});

test('findings are ordered to be mended, answered by the agency, checked on the corrected report and closed', async () => {
  await using desk = await openScene();
  const [clerk, agency, stranger] = [
    await desk.signIn('gu.wenlan'),
    await desk.signIn('mei.ruoxu'),
    await desk.signIn('yan.beiming'),
  ];
  const form = { demand: '请按表内合计改正', dueOn: '2026-03-20' };
  const empty = await clerk.visit(SCHOOLS, { ...form, dueOn: '2026-02-30' });
  expect([empty.statusCode, empty.body.includes('请填写整改期限')]).toEqual([422, true]);
  const none = await clerk.visit(SCHOOLS, form);
  expect([none.statusCode, none.body.includes('至少选择一个')]).toEqual([422, true]);
  const findings = fingerprintIn((await clerk.visit(`${SCHOOLS}?audit=row-sum`)).body);
  const ordered = await clerk.visit(SCHOOLS, { ...form, findings });
  expect(ordered.statusCode).toBe(303);
  const path = ordered.headers.location!;
  expect((await clerk.visit(`${SCHOOLS}?audit=row-sum`)).body).toContain('已下达整改任务');

  expect((await stranger.visit(path)).statusCode).toBe(404);
  expect((await stranger.visit(`${path}/answered`, { version: '1', statement: '已改' })).statusCode).toBe(404);
  expect((await agency.visit('/office/rectifications')).body).toContain(path);
  expect((await agency.visit(`${path}/closed`, { version: '1', reason: '' })).statusCode).toBe(403);
  const blank = await agency.visit(`${path}/answered`, { version: '1', statement: ' ' });
  expect([blank.statusCode, blank.body.includes('写明每个问题')]).toEqual([422, true]);
  expect((await agency.visit(`${path}/answered`, { version: '1', statement: '已更正公布' })).statusCode).toBe(303);

  expect((await clerk.visit(path)).body).not.toContain('aria-label="办结"');
  expect((await clerk.visit(`${path}/checked`, { version: '2' })).statusCode).toBe(303);
  expect((await clerk.visit(path)).body).toContain('仍存在');
  const again = { version: '3', comment: '网上的报告没有更正', dueOn: '2026-03-31' };
  expect((await clerk.visit(`${path}/returned`, again)).statusCode).toBe(303);
  await publish(desk, '990101-002', right, '2026-03-09');
  expect((await agency.visit(`${path}/answered`, { version: '4', statement: '已更正公布' })).statusCode).toBe(303);
  expect((await clerk.visit(`${path}/checked`, { version: '5' })).statusCode).toBe(303);
  const stale = await clerk.visit(`${path}/closed`, { version: '5', reason: '' });
  expect([stale.statusCode, stale.body.includes('其他人已经改动')]).toEqual([422, true]);
  expect((await clerk.visit(`${path}/closed`, { version: '6', reason: '' })).statusCode).toBe(303);
  expect((await clerk.visit(path)).body).toContain('已办结');
});

test('who only looks orders nothing; an agency sees its own report and no other', async () => {
  await using desk = await openScene();
  const supervisor = await desk.signIn('xie.changfeng');
  const seen = (await supervisor.visit(SCHOOLS)).body;
  expect(seen).not.toContain('name="findings"');
  const refused = await supervisor.visit(SCHOOLS, { findings: '0123456789abcdef', demand: '改', dueOn: '2026-03-20' });
  expect(refused.statusCode).toBe(403);
  const schools = await desk.signIn('mei.ruoxu');
  expect((await schools.visit(SCHOOLS)).statusCode).toBe(200);
  expect((await schools.visit(`${HEAT_MAP}/agencies/990101-003`)).statusCode).toBe(404);
  expect((await schools.visit(HEAT_MAP)).body).not.toContain('民政局');
  const auditor = await desk.signIn('ji.huaijin');
  for (const path of [
    '/office/report-analysis',
    HEAT_MAP,
    `${HEAT_MAP}/figures`,
    `${HEAT_MAP}/similarity`,
    `${HEAT_MAP}/report.pdf`,
    `${HEAT_MAP}/findings.csv`,
    SCHOOLS,
  ])
    expect((await auditor.visit(path)).statusCode, path).toBe(403);
});
