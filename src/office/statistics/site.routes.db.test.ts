import { expect, test } from 'vitest';
import { SAMPLE_SITE_VALUES_2025 } from '../../../sample/qingchuan/site-return-2025.ts';
import { SITE_ROWS } from '../../statistics/rules/site-return-form.ts';
import { verifyJournal } from '../../people/store/journal.store.ts';
import { openDesk } from '../testing/open-desk.ts';

const SITE = '/office/statistics/site/2025';
const typed = (value: unknown) => (value === true ? 'yes' : String(value));
const FORM = {
  ...Object.fromEntries(SITE_ROWS.filter(({ isCounted }) => isCounted).map(({ key }) => [key.replace('.', '-'), '0'])),
  ...Object.fromEntries(
    Object.entries(SAMPLE_SITE_VALUES_2025).map(([key, value]) => [key.replace('.', '-'), typed(value)]),
  ),
  source: '网站访问统计平台',
};

test('a return is filled in, checked, submitted, approved by another, published and corrected; each step on one page', async () => {
  await using desk = await openDesk('2026-01-12');
  const clerk = await desk.signIn('gu.wenlan');
  expect((await clerk.visit('/office/statistics/site')).body).toContain('2026-01-31');
  const wrong = await clerk.visit(`${SITE}/values`, { ...FORM, version: '0', 'visits-total': '很多' });
  expect([wrong.statusCode, wrong.body.includes('不小于 0 的整数'), wrong.body.includes('晴川发布')]).toEqual([
    422,
    true,
    true,
  ]);
  expect((await clerk.visit(`${SITE}/values`, { ...FORM, version: '0', source: '' })).statusCode).toBe(422);
  expect((await clerk.visit(`${SITE}/values`, { ...FORM, version: '0', 'letters-closed': '500' })).statusCode).toBe(
    303,
  );
  const refused = await clerk.visit(`${SITE}/submit`, { version: '1' });
  expect([refused.statusCode, refused.body.includes('多于“收到留言数量”')]).toEqual([422, true]);
  await clerk.visit(`${SITE}/values`, { 'letters-closed': '412', source: '留言台账', version: '1' });
  expect((await clerk.visit(`${SITE}/submit`, { version: '1' })).body).toContain('其他人已经改动');
  expect((await clerk.visit(`${SITE}/submit`, { version: '2' })).statusCode).toBe(303);
  expect((await clerk.visit(`${SITE}/approve`, { version: '3' })).statusCode).toBe(403);
  const signatory = await desk.signIn('tang.yuanshan');
  expect((await signatory.visit(`${SITE}/return`, { version: '3', comment: ' ' })).statusCode).toBe(422);
  expect((await signatory.visit(`${SITE}/approve`, { version: '3' })).statusCode).toBe(303);
  const head = await desk.signIn('song.qiubai');
  expect((await head.visit(`${SITE}/publish`, { version: '4' })).statusCode).toBe(303);
  expect((await clerk.visit(SITE)).body).toContain('第 1 版公布');
  const xlsx = await clerk.visit(`${SITE}/return.xlsx`);
  expect([xlsx.statusCode, String(xlsx.headers['content-type']).includes('spreadsheetml')]).toEqual([200, true]);
  expect((await head.visit(`${SITE}/correct`, { version: '5', what: '访问量', why: '' })).statusCode).toBe(422);
  expect((await head.visit(`${SITE}/correct`, { version: '5', what: '访问量', why: '口径有误' })).statusCode).toBe(303);
  expect((await clerk.visit(SITE)).body).toContain('正在更正：访问量（口径有误）');
  expect(await verifyJournal(desk.deps.queries)).toMatchObject({ ok: true });
});

test('a year that lasts is not submitted, another agency has no return, and who only reads changes nothing', async () => {
  await using desk = await openDesk('2026-01-12');
  const clerk = await desk.signIn('gu.wenlan');
  const now = '/office/statistics/site/2026';
  await clerk.visit(`${now}/values`, { ...FORM, version: '0' });
  const early = await clerk.visit(`${now}/submit`, { version: '1' });
  expect([early.statusCode, early.body.includes('还没有结束')]).toEqual([422, true]);
  const stranger = await desk.signIn('mei.ruoxu');
  expect((await stranger.visit('/office/statistics/site')).body).toContain('本机关不用填');
  const strange = await stranger.visit(`${SITE}/values`, { ...FORM, version: '0' });
  expect([strange.statusCode, strange.body.includes('主办单位')]).toEqual([422, true]);
  const auditor = await desk.signIn('ji.huaijin');
  expect((await auditor.visit(SITE)).statusCode).toBe(200);
  for (const act of ['values', 'submit', 'approve', 'return', 'publish', 'correct'])
    expect([act, (await auditor.visit(`${SITE}/${act}`, { version: '0' })).statusCode]).toEqual([act, 403]);
  expect((await clerk.visit('/office/statistics/site/2027')).statusCode).toBe(404);
  expect((await clerk.visit(`${SITE}/items/visits.total`)).statusCode).toBe(404);
  expect((await clerk.visit(`${SITE}/items/published.total`)).statusCode).toBe(200);
});
