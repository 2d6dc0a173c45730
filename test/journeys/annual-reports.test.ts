import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const REPORT = '/annual-reports/990101-001/2023';

test('a citizen comes from the home page to the report of 2023 and takes it home in four formats', async () => {
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '政府信息公开年报' }).click();
  await page.getByRole('link', { name: '2023年政府信息公开工作年度报告' }).click();
  expect(new URL(page.url()).pathname).toBe(REPORT);
  const documents = page.getByRole('row', { name: '行政规范性文件' });
  expect((await documents.getByRole('cell').allInnerTexts()).map(text => text.trim())).toEqual(['4', '2', '19']);

  for (const [format, beginning] of [
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
    ['json', '{'],
  ] as const) {
    const answer = await page.request.get(`${site.address}${REPORT}.${format}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, beginning.length).toString('latin1')).toBe(beginning);
    expect(decodeURIComponent(answer.headers()['content-disposition'] ?? '')).toContain(`年度报告.${format}`);
  }
  await page.close();
});

test('every page says that the data are for demonstration, and carries a policy against foreign code', async () => {
  const page = await browser.newPage();
  for (const path of ['/', '/annual-reports', REPORT, '/tools/report-check', '/nowhere']) {
    const answer = await page.goto(`${site.address}${path}`);
    expect(await page.getByText('演示数据').isVisible()).toBe(true);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  }
  await page.close();
});

test('axe finds nothing on the public pages, on a desk and on a phone', async () => {
  for (const width of [1280, 375]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const path of ['/', '/annual-reports', REPORT, '/nowhere']) {
      await page.goto(`${site.address}${path}`);
      expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
    }
    await page.close();
  }
});

test('a phone of 375 px shows every page without moving the page sideways', async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
  for (const path of ['/', '/annual-reports', REPORT, '/tools/report-check']) {
    await page.goto(`${site.address}${path}`);
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(375);
  }
  await page.close();
});

test('addresses that do not exist are answered with 404 and a way on, never with a fault', async () => {
  const page = await browser.newPage();
  for (const path of [
    '/annual-reports/990101-001/1999',
    '/annual-reports/xx/2023',
    `${REPORT}.exe`,
    '/assets/x.css',
    '/%E0%A4%A',
  ]) {
    const answer = await page.request.get(`${site.address}${path}`);
    expect([400, 404], path).toContain(answer.status());
    expect(await answer.text()).toContain('回到首页');
  }
  await page.close();
});

test('the process says that it lives and that it can serve', async () => {
  const page = await browser.newPage();
  expect(await (await page.request.get(`${site.address}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await page.request.get(`${site.address}/readyz`)).json()).toEqual({ status: 'ready' });
  await page.close();
});
