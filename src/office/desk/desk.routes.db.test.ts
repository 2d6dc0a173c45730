import { readXlsx } from '../../platform/xlsx/read-xlsx.ts';
import { expect, test } from 'vitest';
import { lodgeApplication } from '../../applications/actions/lodge-application.ts';
import type { Lodging } from '../../applications/actions/lodge-application.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { CITIZEN, lodgingAt } from '../../applications/testing/lodgings.ts';
import { openDesk } from '../testing/open-desk.ts';
import type { Desk } from '../testing/open-desk.ts';

const HANDLER = 'gu.wenlan';
const REVIEWER = 'shen.heqing';
const OTHER_AGENCY = 'mei.ruoxu';
const SUPERVISOR = 'xie.changfeng';
const GU_ID = '01989f00-0000-7000-8000-000000000001';

async function lodge(desk: Desk, altered: Partial<Lodging> = {}) {
  const lodged = await lodgeApplication(desk.deps, { kind: 'applicant' }, lodgingAt(desk.deps.today(), altered));
  if (!lodged.ok) throw new Error('not lodged');
  return lodged.value;
}

const asking = (description: string): Partial<Lodging> => ({
  requested: { description, title: null, documentNumber: null, supplyForm: 'paper', supplyRoute: 'post' },
});

test('a list is what its address says: words, numbers, names and filters', async () => {
  await using desk = await openDesk('2026-11-20');
  await lodge(desk, asking('2025年度老旧小区改造资金使用情况'));
  await lodge(desk, asking('校车安全管理办法'));
  const browser = await desk.signIn(HANDLER);
  const shown = async (query: string) => (await browser.visit(`/office/applications?${query}`)).body;
  const finds = async (query: string) => {
    const page = await shown(query);
    return [page.includes('老旧小区改造资金'), page.includes('校车安全管理办法')];
  };
  expect(await finds('')).toEqual([true, true]);
  expect(await finds('q=校车')).toEqual([false, true]);
  expect(await finds('q=2026-0001')).toEqual([true, false]);
  expect(await finds(`q=${CITIZEN.name}`)).toEqual([true, true]);
  expect(await finds('q=别的人')).toEqual([false, false]);
  expect(await finds('urgency=later')).toEqual([true, true]);
  expect(await finds('urgency=overdue')).toEqual([false, false]);
  expect(await finds('tab=mine')).toEqual([false, false]);
  expect(await finds('tab=unassigned')).toEqual([true, true]);
  expect(await finds('channel=fax')).toEqual([false, false]);
  expect(await finds('tab=all&from=2026-11-20&to=2026-11-20')).toEqual([true, true]);
  expect(await finds('tab=all&from=2026-11-21')).toEqual([false, false]);
  expect(await finds('stage=nonsense&year=x&page=-3&sort=;drop')).toEqual([true, true]);
});

test('a page of the list shows no more of an applicant than the first sign of the name', async () => {
  await using desk = await openDesk('2026-11-20');
  await lodge(desk);
  const { body } = await (await desk.signIn(HANDLER)).visit('/office/applications');
  expect(body).toContain('苏**');
  expect(body).not.toContain(CITIZEN.name);
});

test("another agency's list holds none of the files, and a supervisor sees neither names nor contents", async () => {
  await using desk = await openDesk('2026-11-20');
  await lodge(desk, { ...asking('甲乙丙丁工程资料'), agency: '990101-002' as Lodging['agency'] });
  const own = await (await desk.signIn(OTHER_AGENCY)).visit('/office/applications');
  expect(own.body).toContain('甲乙丙丁工程资料');
  const office = await (await desk.signIn(HANDLER)).visit('/office/applications?agency=990101-002&tab=all');
  expect(office.body).not.toContain('甲乙丙丁工程资料');
  const supervisor = await (await desk.signIn(SUPERVISOR)).visit('/office/applications?agency=990101-002&tab=all');
  expect(supervisor.statusCode).toBe(200);
  expect(supervisor.body).toContain('2026-0001');
  expect(supervisor.body).not.toContain('甲乙丙丁工程资料');
  expect(supervisor.body).not.toContain('苏**');
  const administrator = await (await desk.signIn('ruan.mingde')).visit('/office/applications');
  expect(administrator.statusCode).toBe(403);
  expect((await desk.stranger.visit('/office/applications')).statusCode).toBe(303);
});

test('several files are given to a colleague at once; whoever may not assign is refused', async () => {
  await using desk = await openDesk('2026-11-20');
  const files = [await lodge(desk), await lodge(desk, asking('校车安全管理办法'))];
  const form = { to: GU_ID, application: files.map(({ id }) => id), back: '/office/applications?tab=unassigned' };
  const refused = await (await desk.signIn(HANDLER)).visit('/office/applications/assign', form);
  expect(refused.statusCode).toBe(403);
  const reviewer = await desk.signIn(REVIEWER);
  const answer = await reviewer.visit('/office/applications/assign', form);
  expect(answer.headers.location).toBe('/office/applications?tab=unassigned');
  expect((await reviewer.visit('/office/applications')).body).toContain('已把 2 件申请交给顾文澜');
  for (const { id } of files) {
    const file = await findCaseFile(desk.deps.queries, id);
    expect(file?.application.handler).toBe(GU_ID);
  }
  const elsewhere = await reviewer.visit('/office/applications/assign', { ...form, back: 'https://evil.example/x' });
  expect(elsewhere.headers.location).toBe('/office/applications');
});

test('a view keeps the filters of the address; another officer has none of it', async () => {
  await using desk = await openDesk('2026-11-20');
  const browser = await desk.signIn(HANDLER);
  await browser.visit('/office/views', { name: ' 逾期的 ', back: '/office/applications?urgency=overdue&evil=1' });
  const { body } = await browser.visit('/office/applications');
  expect(body).toContain('href="/office/applications?urgency=overdue"');
  expect(body).toContain('逾期的');
  const colleague = await desk.signIn('lin.shouyi');
  expect((await colleague.visit('/office/applications')).body).not.toContain('逾期的');
  const view = /name="view" value="([^"]+)"/.exec(body)![1]!;
  await colleague.visit('/office/views/remove', { view, back: '' });
  expect((await browser.visit('/office/applications')).body).toContain('逾期的');
  await browser.visit('/office/views/remove', { view, back: '' });
  expect((await browser.visit('/office/applications')).body).not.toContain('逾期的');
  await browser.visit('/office/views', { name: '', back: '' });
  expect((await browser.visit('/office/applications')).body).toContain('视图名称请写1至30个字');
});

test('the register goes out as a spreadsheet in which nothing is computed', async () => {
  await using desk = await openDesk('2026-11-20');
  await lodge(desk, asking('=cmd|calc!A1 的资料'));
  await lodge(desk, asking('带“引号",逗号的资料'));
  const browser = await desk.signIn(HANDLER);
  const csv = await browser.visit('/office/applications.csv?tab=all');
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toContain("'=cmd|calc!A1 的资料");
  expect(csv.body).not.toMatch(/(^|,)=/m);
  expect(csv.body).toContain('"带“引号"",逗号的资料"');
  const xlsx = await browser.visit('/office/applications.xlsx?tab=all');
  const blocks = JSON.stringify(await readXlsx(xlsx.rawPayload));
  expect(blocks).toContain('=cmd|calc!A1 的资料');
  expect(blocks).toContain('2026-0002');
  const exported = await desk.deps.queries
    .selectFrom('journal')
    .select('event')
    .where('event', '=', 'register-exported')
    .execute();
  expect(exported).toHaveLength(2);
});
