import { expect, test } from 'vitest';
import { reportJsonOf } from '../../annual-report/rules/interchange.ts';
import { filePublishedReport } from '../../annual-report/actions/file-published-report.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { WebAnswer, WebSource } from '../../platform/web-source/web-source.ts';
import { withCells } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { openDesk } from '../testing/open-desk.ts';
import type { Desk, DeskBrowser } from '../testing/open-desk.ts';

const YEAR = '/office/annual-report/2025';
const bytes = (text: string) => new TextEncoder().encode(text);

async function openYear(desk: Desk): Promise<DeskBrowser> {
  const clerk = await desk.signIn('gu.wenlan');
  await clerk.visit('/office/annual-report', { year: '2025' });
  return clerk;
}

/** Last year's report, with this many licences. */
async function publishLastYear(desk: Desk, licences: number): Promise<void> {
  const report = withCells(sampleReport('2021'), { 'table2.license.decisions': licences });
  const filed = await filePublishedReport(desk.deps.queries, {
    agency: getAgencyCode('990101-001'),
    year: 2024,
    publishedOn: Temporal.PlainDate.from('2025-01-20'),
    json: reportJsonOf({ ...report, year: 2024 }),
  });
  if (!filed.ok) throw new Error(filed.problem);
}

const feedOf = (answer: WebAnswer | string): WebSource => ({
  host: 'sgs.example.cn',
  ask: async () => (typeof answer === 'string' ? refuse(answer) : ok(answer)),
});

test('a figure is entered with a file that proves it; the file is kept, given to those who read the year, and to nobody else', async () => {
  await using desk = await openDesk('2026-01-06');
  const clerk = await openYear(desk);
  const form = { version: '1', 'table2.license.decisions': '12', source: '区行政审批系统' };
  const disguised = { field: 'evidence', name: '统计表.pdf', bytes: bytes('行政许可 12') };
  const refused = await clerk.upload(`${YEAR}/figures`, form, disguised);
  expect([refused.statusCode, refused.body.includes('与扩展名')]).toEqual([422, true]);
  expect((await clerk.upload(`${YEAR}/figures`, form, { ...disguised, name: '统计表.txt' })).statusCode).toBe(303);
  const page = (await clerk.visit(`${YEAR}/figures`)).body;
  const [, href] = /href="([^"]+\/evidence\/[0-9a-f-]{36})"/.exec(page)!;
  const file = await clerk.visit(href!);
  expect([file.statusCode, file.body]).toEqual([200, '行政许可 12']);
  expect((await (await desk.signIn('mei.ruoxu')).visit(href!)).statusCode).toBe(404);
  expect((await desk.stranger.visit(href!)).statusCode).toBe(303);
});

test('a file lays figures before the office: they change nothing until somebody takes them, once, and may be declined', async () => {
  await using desk = await openDesk('2026-01-06');
  const clerk = await openYear(desk);
  const file = { field: 'file', name: '年度统计.csv', bytes: bytes('行政许可,"1,204"\n行政处罚,36\n行政检查,40\n') };
  const bare = await clerk.upload(`${YEAR}/figures/import`, { version: '1', source: '' }, file);
  expect([bare.statusCode, bare.body.includes('请写明数据的来源')]).toEqual([422, true]);
  const given = { version: '1', source: '区行政审批系统' };
  const proposed = await clerk.upload(`${YEAR}/figures/import`, given, file);
  expect(proposed.headers.location).toBe(`${YEAR}/figures/proposals/2`);
  const shown = (await clerk.visit(`${YEAR}/figures/proposals/2`)).body;
  expect([shown.includes('1204'), shown.includes('未填'), shown.includes('“行政检查”这一行没有用上')]).toEqual([
    true,
    true,
    true,
  ]);
  expect((await clerk.visit(YEAR)).body).not.toContain('1204');
  expect((await clerk.visit(`${YEAR}/figures/proposals/2/take`, { version: '2' })).statusCode).toBe(303);
  expect((await clerk.visit(YEAR)).body).toContain('1204');
  expect((await clerk.visit(`${YEAR}/figures/proposals/2/take`, { version: '3' })).statusCode).toBe(404);

  await clerk.upload(`${YEAR}/figures/import`, { ...given, version: '3' }, { ...file, bytes: bytes('许可,7') });
  const silent = await clerk.visit(`${YEAR}/figures/proposals/4/decline`, { version: '4', reason: '' });
  expect([silent.statusCode, silent.body.includes('不采用的原因')]).toEqual([422, true]);
  await clerk.visit(`${YEAR}/figures/proposals/4/decline`, { version: '4', reason: '是半年的数' });
  expect((await clerk.visit(YEAR)).body).toContain('是半年的数');
  expect((await clerk.visit(`${YEAR}/figures`)).body).not.toContain('待核对的导入数据');
});

test('the 双公示 system is asked for the year; what it gives waits for an officer, and what cannot be had is said', async () => {
  const json = { year: 2025, figures: { license: 88, penalty: 5 } };
  const feed = feedOf({ bytes: bytes(JSON.stringify(json)), mediaType: 'application/json' });
  await using desk = await openDesk('2026-01-06', feed);
  const clerk = await openYear(desk);
  expect((await clerk.visit(`${YEAR}/figures/import`)).body).toContain('sgs.example.cn');
  const pulled = await clerk.visit(`${YEAR}/figures/pull`, { version: '1' });
  expect(pulled.headers.location).toBe(`${YEAR}/figures/proposals/2`);
  expect((await clerk.visit(`${YEAR}/figures/proposals/2`)).body).toContain(
    '双公示系统（sgs.example.cn，2026-01-06取得）',
  );
  const auditor = await desk.signIn('ji.huaijin');
  expect((await auditor.visit(`${YEAR}/figures/pull`, { version: '2' })).statusCode).toBe(403);
  expect((await auditor.visit(`${YEAR}/figures/proposals/2/take`, { version: '2' })).statusCode).toBe(403);
});

test('an answer that is no table of the year is told of, and without a feed there is no such act', async () => {
  await using desk = await openDesk('2026-01-06', feedOf({ bytes: bytes('<html>'), mediaType: 'text/html' }));
  const clerk = await openYear(desk);
  const wrong = await clerk.visit(`${YEAR}/figures/pull`, { version: '1' });
  expect([wrong.statusCode, wrong.body.includes('不是 JSON 或者 CSV')]).toEqual([422, true]);
  await using without = await openDesk('2026-01-06');
  const other = await openYear(without);
  expect((await other.visit(`${YEAR}/figures/pull`, { version: '1' })).statusCode).toBe(404);
});

test('figures far from last year’s report are entered with the reason alone', async () => {
  await using desk = await openDesk('2026-01-06');
  await publishLastYear(desk, 10);
  const clerk = await openYear(desk);
  const form = { version: '1', 'table2.license.decisions': '60', source: '区行政审批系统' };
  const asked = await clerk.visit(`${YEAR}/figures`, form);
  expect([asked.statusCode, asked.body.includes('行政许可')]).toEqual([422, true]);
  expect(asked.body).toContain('上年10、本年60');
  const explained = { ...form, explanation: '两项许可由市级下放到本机关' };
  expect((await clerk.visit(`${YEAR}/figures`, explained)).statusCode).toBe(303);
  const page = (await clerk.visit(`${YEAR}/figures`)).body;
  expect([page.includes('+500%'), page.includes('上年报告：10')]).toEqual([true, true]);
});
