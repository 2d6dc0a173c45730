import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { signedInAs } from './office-session.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

vi.setConfig({ testTimeout: 180_000 });

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const press = async (page: Page, role: 'link' | 'button', name: string) => {
  await page.getByRole(role, { name, exact: true }).first().click();
  await page.waitForLoadState();
};

test('without scripts a clerk chooses a month, follows a figure to its items, and takes the table home', async () => {
  const clerk = await signedInAs(browser, site, { username: 'gu.wenlan' }, { javaScript: false });
  await press(clerk, 'link', '统计');
  await clerk.getByLabel('年份').selectOption('2023');
  await clerk.getByLabel('期间', { exact: true }).selectOption('03');
  await press(clerk, 'button', '统计');
  expect(await clerk.getByRole('heading', { level: 2 }).first().innerText()).toBe('2023年3月信息发布统计');
  const cell = clerk
    .getByRole('row', { name: /^政务动态/ })
    .getByRole('link')
    .first();
  const figure = await cell.innerText();
  await cell.click();
  await clerk.waitForLoadState();
  expect(await clerk.getByRole('row').count()).toBe(Number(figure) + 1);
  await press(clerk, 'link', '返回统计');
  const [download] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: 'CSV', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('2023年3月政府信息公开发布情况统计.csv');
  await clerk.context().close();
});

test('the figures of a year are proposed by a file, held against last year, and taken with the reason', async () => {
  const clerk = await signedInAs(browser, site, { username: 'gu.wenlan' });
  clerk.setDefaultTimeout(10_000);
  await press(clerk, 'link', '年度报告');
  await clerk.getByRole('combobox', { name: '年度' }).selectOption('2024');
  await press(clerk, 'button', '开始编制');
  await press(clerk, 'link', '填报数据');
  await press(clerk, 'link', '从文件导入');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await clerk
    .getByLabel('数据文件')
    .setInputFiles({ name: '统计.csv', mimeType: 'text/csv', buffer: Buffer.from('行政许可,86\n行政处罚,3\n') });
  await clerk.getByLabel('数据来源').fill('区行政审批系统年度统计表');
  await press(clerk, 'button', '读取');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await press(clerk, 'button', '采用这些数据');
  expect(await clerk.getByRole('alert').innerText()).toContain('上年0、本年86');
  await clerk.getByLabel('与上年相差较大的原因').fill('许可事项由市级下放');
  await press(clerk, 'button', '采用这些数据');
  expect(await clerk.getByRole('status').first().innerText()).toContain('已采用');
  expect(await clerk.locator('#table2').innerText()).toContain('86');
  await clerk.context().close();
});

test.each([1280, 375])(
  'axe finds nothing on the pages of statistics at %i px, and none moves sideways',
  async width => {
    const page = await signedInAs(browser, site, { username: 'gu.wenlan' }, { width });
    for (const path of [
      '/office/statistics/publishing?year=2023',
      '/office/statistics/applications?year=2025',
      '/office/statistics/applications/list?year=2025&settled=any',
      '/office/statistics/publishing/list?year=2023&part=02',
      '/office/statistics/site',
      '/office/statistics/site/2025',
      '/office/statistics/site/2026',
      '/office/statistics/site/2025/items/published.news',
      '/site-returns',
      '/site-returns/2025',
    ]) {
      const answer = await page.goto(`${site.address}${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
      expect([path, await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')]).toEqual([
        path,
        0,
      ]);
    }
    await page.context().close();
  },
);

test('at 1280 the whole report is read without scrolling sideways, and a cell of table three opens its files by keyboard', async () => {
  const clerk = await signedInAs(browser, site, { username: 'gu.wenlan' });
  await clerk.goto(`${site.address}/office/annual-report/2023`);
  const hidden = await clerk.evaluate(
    `[...document.querySelectorAll('.table-frame')].map(frame => frame.scrollWidth - frame.clientWidth)`,
  );
  expect(hidden).toEqual([0, 0, 0]);
  const cell = clerk.locator('#table3 td.figure a').first();
  await cell.focus();
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL('**/cells/new.naturalPerson');
  expect(await clerk.getByRole('row').count()).toBe(4);
  await clerk.context().close();
});
