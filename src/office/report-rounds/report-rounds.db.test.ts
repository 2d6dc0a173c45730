import { expect, test } from 'vitest';
import { openDesk } from '../testing/open-desk.ts';
import type { DeskBrowser } from '../testing/open-desk.ts';

const ROUND = '/office/report-rounds/2023';
const READ = [
  '/office/report-rounds',
  ROUND,
  `${ROUND}/board.xlsx`,
  `${ROUND}/agencies/990101-003`,
  `${ROUND}/upload`,
  `${ROUND}/aggregate`,
  `${ROUND}/aggregate/cell?path=table3.new.total`,
];
const ACTS: readonly (readonly [path: string, form: Readonly<Record<string, string>>])[] = [
  ['/office/report-rounds/open', { year: '2022', deadline: '2023-01-20' }],
  [`${ROUND}/change`, { deadline: '2024-01-20' }],
  [`${ROUND}/remind`, {}],
  [`${ROUND}/accept`, {}],
  [`${ROUND}/close`, {}],
  [`${ROUND}/reopen`, { reason: '补报' }],
  [`${ROUND}/agencies/990101-003/code`, {}],
  [`${ROUND}/agencies/990101-003/accept`, { submission: '01989f00-0000-7000-8000-000000000001' }],
  [`${ROUND}/agencies/990101-003/return`, { submission: '01989f00-0000-7000-8000-000000000001', comment: '改' }],
  [`${ROUND}/agencies/990101-003/publish`, { submission: '01989f00-0000-7000-8000-000000000001' }],
  [`${ROUND}/upload/names`, { name: '甲', field: 'agency-0', 'agency-0': '990101-003' }],
  [`${ROUND}/upload/drop`, { upload: '01989f00-0000-7000-8000-000000000001' }],
];

async function statuses(browser: DeskBrowser, paths: readonly string[]) {
  const seen: [string, number][] = [];
  for (const path of paths) seen.push([path, (await browser.visit(path)).statusCode]);
  return seen;
}
const all = (paths: readonly string[], status: number) => paths.map(path => [path, status]);

test('who collects reads and acts, who supervises reads, and nobody else finds the desk', async () => {
  await using desk = await openDesk('2024-01-08');
  const clerk = await desk.signIn('gu.wenlan');
  const opened = await clerk.visit('/office/report-rounds/open', { year: '2023', deadline: '2024-01-26' });
  expect(opened.statusCode).toBe(303);
  expect(await statuses(clerk, READ)).toEqual(all(READ, 200));
  expect((await clerk.visit(ROUND)).body).toContain('未报');

  const supervisor = await desk.signIn('xie.changfeng');
  expect(await statuses(supervisor, READ)).toEqual(all(READ, 200));
  expect((await supervisor.visit(ROUND)).body).not.toContain('催报 ');
  for (const [path, form] of ACTS) expect([path, (await supervisor.visit(path, form)).statusCode]).toEqual([path, 403]);

  // Another agency supervises nobody: the desk is not there. One without the ability is told which it lacks.
  const elsewhere = await desk.signIn('mei.ruoxu');
  expect(await statuses(elsewhere, READ)).toEqual(all(READ, 404));
  for (const [path, form] of ACTS) expect([path, (await elsewhere.visit(path, form)).statusCode]).toEqual([path, 404]);
  const reviewer = await desk.signIn('shen.heqing');
  expect(await statuses(reviewer, READ)).toEqual(all(READ, 403));
  for (const path of READ) expect((await desk.stranger.visit(path)).headers.location).toContain('/office/sign-in');

  expect(await statuses(clerk, [`${ROUND}/agencies/990101-000`, '/office/report-rounds/2019'])).toEqual([
    [`${ROUND}/agencies/990101-000`, 404],
    ['/office/report-rounds/2019', 404],
  ]);
});

test('a mistake in the form keeps what was typed, and a reminder shows on the page of the agency', async () => {
  await using desk = await openDesk('2024-01-08');
  const clerk = await desk.signIn('gu.wenlan');
  const typed = {
    year: '2023',
    deadline: '2024-01-26',
    'member-990101-007': 'merged',
    'more-990101-007': '区招商中心',
    'member-990101-006': 'vertical',
  };
  const again = await clerk.visit('/office/report-rounds/open', typed);
  expect(again.statusCode).toBe(422);
  expect(again.body).toContain('请填写一个本次报送的承接机关的名称');
  expect(again.body).toContain('value="区招商中心"');
  await clerk.visit('/office/report-rounds/open', { ...typed, 'more-990101-007': '示范市晴川区民政局' });
  const board = (await clerk.visit(ROUND)).body;
  expect(board).toContain('已经并入其他机关：示范市晴川区民政局');
  expect(board).toContain('垂直管理，由上级主管部门汇总');

  desk.on('2024-01-29');
  expect((await (await desk.signIn('gu.wenlan')).visit(`${ROUND}/remind`, {})).statusCode).toBe(303);
  const page = (await (await desk.signIn('mei.ruoxu')).visit('/office/annual-report')).body;
  expect(page).toContain('向示范市晴川区人民政府办公室报送 2023 年度报告');
  expect(page).toMatch(/已逾期 3 天，2024-01-29 09:30 催报/);
});
