import { expect, test } from 'vitest';
import { lodgeApplication } from '../../applications/actions/lodge-application.ts';
import { lodgingAt } from '../../applications/testing/lodgings.ts';
import { openDesk } from '../testing/open-desk.ts';

const APPLICATIONS = '/office/statistics/applications';

test('a clerk sees the figures of a period, follows one to its files, and takes them away as a file', async () => {
  await using desk = await openDesk('2025-12-08');
  const lodged = await lodgeApplication(desk.deps, { kind: 'applicant' }, lodgingAt(desk.deps.today()));
  if (!lodged.ok) throw new Error('not lodged');
  const clerk = await desk.signIn('gu.wenlan');
  expect((await clerk.visit('/office/statistics')).headers.location).toBe('/office/statistics/publishing');
  const month = (await clerk.visit(`${APPLICATIONS}?year=2025&part=12`)).body;
  expect(month).toContain('2025年12月依申请公开统计');
  const href = `${APPLICATIONS}/list?year=2025&amp;part=12&amp;channel=in-person&amp;from=new`;
  expect(month).toContain(href);
  const list = (await clerk.visit(href.replaceAll('&amp;', '&'))).body;
  expect([list.includes('统计所计的 1 件'), list.includes('2025-0001')]).toEqual([true, true]);
  expect((await clerk.visit(`${APPLICATIONS}/list?year=2025&part=11&from=new`)).body).toContain('统计所计的 0 件');
  expect((await clerk.visit(`${APPLICATIONS}?year=2025&part=Q7&of=990101-999`)).body).toContain('2025年依申请公开统计');

  const csv = await clerk.visit(`${APPLICATIONS}.csv?year=2025&part=Q4`);
  expect(csv.headers['content-disposition']).toContain('applications-2025-Q4.csv');
  expect(csv.body).toContain('按申请渠道,当面提交,新收,1\r\n');
  const types = { xlsx: 'spreadsheetml', docx: 'wordprocessingml', pdf: 'application/pdf' };
  for (const [format, type] of Object.entries(types)) {
    const file = await clerk.visit(`/office/statistics/publishing.${format}?year=2025`);
    expect([format, file.statusCode, String(file.headers['content-type']).includes(type)]).toEqual([format, 200, true]);
  }
  expect((await clerk.visit('/office/statistics/publishing.exe')).statusCode).toBe(404);
});

test('a supervising office sees the figures of those below it and neither contents nor files; others see their own alone', async () => {
  await using desk = await openDesk('2025-12-08');
  const lodged = await lodgeApplication(desk.deps, { kind: 'applicant' }, lodgingAt(desk.deps.today()));
  if (!lodged.ok) throw new Error('not lodged');
  const supervisor = await desk.signIn('xie.changfeng');
  const stranger = await desk.signIn('mei.ruoxu');
  const administrator = await desk.signIn('ruan.mingde');
  const list = `${APPLICATIONS}/list?year=2025&from=new`;
  expect((await stranger.visit(list)).body).toContain('统计所计的 0 件');
  expect((await stranger.visit(`${list}&of=990101-001`)).body).toContain('统计所计的 0 件');
  expect((await desk.stranger.visit(list)).statusCode).toBe(303);
  const seen = (await supervisor.visit(list)).body;
  expect([seen.includes('统计所计的 1 件'), seen.includes('（不显示）'), seen.includes(lodged.value.id)]).toEqual([
    true,
    true,
    false,
  ]);
  expect((await administrator.visit(list)).statusCode).toBe(403);
});
