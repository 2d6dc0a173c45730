import { expect, test } from 'vitest';
import { SAMPLE_FIGURES_2023 } from '../../../sample/qingchuan/annual-report-2023.ts';
import { lodgeApplication } from '../../applications/actions/lodge-application.ts';
import { withdrawApplication } from '../../applications/actions/withdraw-application.ts';
import { lodgingAt } from '../../applications/testing/lodgings.ts';
import type { DeskBrowser } from '../testing/open-desk.ts';
import { openDesk } from '../testing/open-desk.ts';

const YEAR = '/office/annual-report/2025';
const FIGURES = {
  ...Object.fromEntries(Object.entries(SAMPLE_FIGURES_2023).map(([key, value]) => [key, String(value)])),
  'table2.normativeDocument.issued': '4',
  'table2.normativeDocument.repealed': '2',
  'table2.normativeDocument.inForce': '19',
};
const PROSE = {
  'section-preface': '本报告由六部分组成，统计期限自{{年度}}年1月1日起至{{年度}}年12月31日止。',
  'section-1':
    '（一）主动公开\n{{年度}}年制发行政规范性文件{{制发规范性文件}}件。\n（二）依申请公开\n本机关全年新收政府信息公开申请{{新收}}件。\n（三）政府信息管理\n发布前保密审查。\n（四）平台建设\n网站设专栏。\n（五）监督保障\n组织培训{{培训次数}}次。',
  'section-5': '政策解读的形式还不够多样，下一步对面向群众的文件同步制作图解和问答。',
  'section-6': '{{年度}}年发出收费通知{{收费通知}}件，总金额{{通知金额}}元，实际收取{{实收金额}}元。',
};

/** The version that the page of the year would send back. */
async function versionAt(browser: DeskBrowser): Promise<string> {
  const { body } = await browser.visit(YEAR);
  return /name="version" value="(\d+)"/.exec(body)![1]!;
}

test('a clerk opens the year, enters, writes, freezes and submits; others approve and publish; each cell opens its files', async () => {
  await using desk = await openDesk('2025-12-08');
  const { deps } = desk;
  const lodged = await lodgeApplication(deps, { kind: 'applicant' }, lodgingAt(deps.today()));
  if (!lodged.ok) throw new Error('not lodged');
  const on = deps.today();
  await withdrawApplication(deps, { kind: 'applicant' }, { id: lodged.value.id, version: null }, { on, reason: null });
  desk.on('2026-01-06');
  const clerk = await desk.signIn('gu.wenlan');
  expect((await clerk.visit('/office/annual-report')).body).toContain('还没有编制过');
  expect((await clerk.visit('/office/annual-report', { year: '2025' })).headers.location).toBe(YEAR);
  const first = (await clerk.visit(YEAR)).body;
  expect(first).toContain(`${YEAR}/cells/new.naturalPerson`);
  expect(first).toContain(`${YEAR}/cells/closed.other.total`);
  const behind = (await clerk.visit(`${YEAR}/cells/settled.total`)).body;
  expect(behind).toContain('2025-0001');
  expect((await clerk.visit(`${YEAR}/cells/nonsense.total`)).statusCode).toBe(404);

  const wrong = await clerk.visit(`${YEAR}/figures`, {
    version: '1',
    'table2.license.decisions': '许多',
    source: '台账',
  });
  expect([wrong.statusCode, wrong.body.includes('请填数字')]).toEqual([422, true]);
  expect((await clerk.visit(`${YEAR}/figures`, { ...FIGURES, version: '1', source: '台账' })).statusCode).toBe(303);
  const unknown = await clerk.visit(`${YEAR}/prose`, { ...PROSE, 'section-6': '{{收费}}', version: '2' });
  expect([unknown.statusCode, unknown.body.includes('不是可用的数字')]).toEqual([422, true]);
  const off = { ...PROSE, 'section-1': PROSE['section-1'].replace('{{新收}}', '7'), version: '2' };
  expect((await clerk.visit(`${YEAR}/prose`, off)).statusCode).toBe(303);
  expect((await clerk.visit(`${YEAR}/figures`)).body).toContain('name="source"');
  expect((await clerk.visit(`${YEAR}/freeze`, { version: '3' })).statusCode).toBe(303);
  const still = (await clerk.visit(`${YEAR}/figures`)).body;
  expect([still.includes('name="source"'), still.includes('台账')]).toEqual([false, true]);
  const refused = await clerk.visit(`${YEAR}/submit`, { version: '4' });
  expect([refused.statusCode, refused.body.includes('处错误')]).toEqual([422, true]);
  const finding = /waive\?finding=([0-9a-f]{16})/.exec(refused.body)![1]!;
  expect((await clerk.visit(`${YEAR}/waive?finding=${finding}`)).body).toContain('让这一处审核发现保留不改吗');
  const bare = await clerk.visit(`${YEAR}/waive`, { version: '4', finding, reason: '' });
  expect([bare.statusCode, bare.body.includes('请写明豁免的理由')]).toEqual([422, true]);
  expect((await clerk.visit(`${YEAR}/prose`, { ...PROSE, version: '4' })).statusCode).toBe(303);
  expect((await clerk.visit(`${YEAR}/submit`, { version: '5' })).statusCode).toBe(303);
  expect((await clerk.visit(`${YEAR}/approve`, { version: '6' })).statusCode).toBe(403);

  const signatory = await desk.signIn('tang.yuanshan');
  const silent = await signatory.visit(`${YEAR}/return`, { version: '6', comment: '' });
  expect([silent.statusCode, silent.body.includes('请写明退回的意见')]).toEqual([422, true]);
  expect((await signatory.visit(`${YEAR}/approve`, { version: '6' })).statusCode).toBe(303);
  const head = await desk.signIn('song.qiubai');
  expect((await head.visit(`${YEAR}/publish`, { version: await versionAt(head) })).statusCode).toBe(303);
  expect((await head.visit(YEAR)).body).toContain('第 1 版公布');
  const json = await clerk.visit(`${YEAR}/report.json`);
  expect(JSON.parse(json.body)).toMatchObject({ year: 2025, table3: { new: [1, 0, 0, 0, 0, 0, 1] } });
  const correcting = { version: await versionAt(head), what: '许可数量', why: '漏统计' };
  expect((await head.visit(`${YEAR}/correct`, correcting)).statusCode).toBe(303);
  expect((await clerk.visit(YEAR)).body).toContain('正在更正：许可数量（漏统计）');
});

test('an auditor reads and changes nothing; another agency finds its own years only; without a session nothing is shown', async () => {
  await using desk = await openDesk('2026-01-06');
  const clerk = await desk.signIn('gu.wenlan');
  await clerk.visit('/office/annual-report', { year: '2025' });
  const auditor = await desk.signIn('ji.huaijin');
  expect((await auditor.visit(YEAR)).statusCode).toBe(200);
  for (const act of [
    'figures',
    'prose',
    'freeze',
    'thaw',
    'submit',
    'return',
    'approve',
    'publish',
    'correct',
    'waive',
  ])
    expect([act, (await auditor.visit(`${YEAR}/${act}`, { version: '1' })).statusCode]).toEqual([act, 403]);
  const stranger = await desk.signIn('mei.ruoxu');
  expect((await stranger.visit(YEAR)).statusCode).toBe(404);
  expect((await stranger.visit(`${YEAR}/freeze`, { version: '1' })).statusCode).toBe(404);
  expect((await desk.stranger.visit(YEAR)).statusCode).toBe(303);
  expect((await clerk.visit('/office/annual-report', { year: '2019' })).statusCode).toBe(422);
});
