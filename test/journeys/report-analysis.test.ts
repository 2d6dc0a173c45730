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

const ANALYSIS = '/office/report-analysis';
const press = async (page: Page, role: 'link' | 'button', name: string) => {
  await page.getByRole(role, { name, exact: true }).first().click();
  await page.waitForLoadState();
};
const told = (page: Page) => page.getByRole('status').first().innerText();
const isTooWide = async (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');

test('from the heat map to a finding, to an order that the agency is told of, and to its check', async () => {
  const head = await signedInAs(browser, site, { username: 'song.qiubai' });
  head.setDefaultTimeout(15_000);
  await press(head, 'link', '报告分析');
  expect(await accessibilityFaults(head)).toEqual([]);
  await head.getByRole('region', { name: '审核热图' }).getByRole('link', { name: /错\d+/ }).first().click();
  await head.waitForLoadState();
  expect(await accessibilityFaults(head)).toEqual([]);
  await press(head, 'button', '下达整改任务');
  expect(await head.getByRole('alert').innerText()).toContain('至少选择一个');
  expect(await accessibilityFaults(head)).toEqual([]);
  await head.getByRole('checkbox').first().check();
  await press(head, 'button', '下达整改任务');
  expect(await told(head)).toContain('下达整改任务');
  expect(await accessibilityFaults(head)).toEqual([]);
  await press(head, 'button', '按现在的报告复核');
  expect(await told(head)).toContain('复核');
  expect(await head.getByRole('table').first().innerText()).toContain('仍存在');
  await head.getByLabel('撤销的理由').fill('核对原件无误');
  await press(head, 'button', '撤销任务');
  expect(await told(head)).toContain('已撤销');
  await press(head, 'link', '督促整改');
  expect(await accessibilityFaults(head)).toEqual([]);
});

test('figures, likeness with its passages and the analysis; on a phone too, where nothing is wider than the screen', async () => {
  for (const width of [1280, 375]) {
    const page = await signedInAs(browser, site, { username: 'xie.changfeng' }, { width });
    page.setDefaultTimeout(15_000);
    for (const view of ['', '/figures', '/similarity', '/report', '/agencies/990101-102']) {
      await page.goto(`${site.address}${ANALYSIS}/2024${view}`);
      expect(await accessibilityFaults(page), `${view} ${width}`).toEqual([]);
      expect(await isTooWide(page), `${view} ${width}`).toBe(false);
    }
    await page.goto(`${site.address}${ANALYSIS}/2024/similarity`);
    await page
      .getByRole('link', { name: /^看相同的文字/ })
      .first()
      .click();
    await page.waitForLoadState();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await page.context().close();
  }
});

test('anybody sees the years of an agency in charts and takes their figures away', async () => {
  for (const width of [1280, 375]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${site.address}/annual-reports`);
    await page.getByRole('link', { name: '示范市晴川区教育局', exact: true }).first().click();
    await page.waitForLoadState();
    expect(await page.getByRole('img', { name: /政府信息公开申请/ }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    const data = await page.request.get(`${site.address}/api/report-cells.csv?agency=990101-002`);
    expect((await data.text()).split('\r\n').filter(line => line.startsWith('990101-002'))).toHaveLength(2);
    await page.close();
  }
});
