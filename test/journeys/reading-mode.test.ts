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

test('长者模式 works without a script, comes back to the page, stays, and can be left', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}/annual-reports?from=home`);
  await page.getByRole('button', { name: '长者模式', exact: true }).click();
  expect(page.url()).toBe(`${site.address}/annual-reports?from=home`);
  const type = async (): Promise<number> =>
    page.evaluate("Number.parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)");
  const large = await type();
  await page.goto(`${site.address}/`);
  expect(await page.locator('html').getAttribute('class')).toBe('large');
  await page.getByRole('button', { name: '退出长者模式' }).click();
  expect(await page.locator('html').getAttribute('class')).toBeNull();
  await page.goto(`${site.address}/annual-reports`);
  expect(large / (await type())).toBeGreaterThan(1.25);
  await context.close();
});

test('with a script the mode changes in place and what is typed stays', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}/tools/report-check`);
  await page.getByLabel('或者粘贴报告内容').fill('还没有写完');
  await page.getByRole('button', { name: '长者模式', exact: true }).click();
  expect(await page.locator('html').getAttribute('class')).toBe('large');
  expect(await page.getByLabel('或者粘贴报告内容').inputValue()).toBe('还没有写完');
  await expect
    .poll(async () => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`))
    .toContain('reading-mode=large');
  await page.close();
});

test('字号 and 高对比度 work without a script, together with 长者模式, and stay', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}/annual-reports`);
  for (const name of ['特大', '高对比度', '长者模式']) await page.getByRole('button', { name, exact: true }).click();
  await page.goto(`${site.address}/search`);
  expect(await page.locator('html').getAttribute('class')).toBe('large type-biggest high-contrast');
  expect(await page.getByRole('button', { name: '特大' }).getAttribute('aria-pressed')).toBe('true');
  const ground: string = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(ground).toBe('rgb(0, 0, 0)');
  await page.getByRole('button', { name: '退出高对比度' }).click();
  expect(await page.locator('html').getAttribute('class')).toBe('large type-biggest');
  await context.close();
});

test('繁體 changes the words and nothing that programs read or forms send, and goes back', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const path = `/search?q=${encodeURIComponent('养老')}`;
  await page.goto(site.address + path);
  const links = async (): Promise<string[]> =>
    page.evaluate("[...document.querySelectorAll('main a')].map(link => link.getAttribute('href'))");
  const before = await links();
  await page.getByRole('button', { name: '繁體' }).click();
  expect(page.url()).toBe(site.address + path);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  expect(await page.getByRole('navigation', { name: '主導航' }).innerText()).toContain('依申請公開');
  expect(await links()).toEqual(before);
  expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe('养老');
  expect(await page.locator('meta[name=SiteName]').getAttribute('content')).toBe('示范市晴川区人民政府');
  await page.goto(site.address);
  expect(await page.locator('h1').innerText()).toBe('政務公開');
  await page.getByRole('button', { name: '简体' }).click();
  expect(await page.locator('h1').innerText()).toBe('政务公开');
  await context.close();
});

test('in 高对比度 axe finds nothing on any type of page', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name: 'reading-mode', value: 'high.traditional', url: site.address }]);
  const page = await context.newPage();
  const [document] = await page
    .goto(`${site.address}/search?validity=repealed`)
    .then(async () => page.locator('.items a').evaluateAll(links => links.map(link => link.getAttribute('href'))));
  for (const path of ['/', '/search?q=通知', document!, '/gkzn', '/applications', '/annual-reports/990101-001/2023']) {
    await page.goto(`${site.address}${path}`);
    expect(await accessibilityFaults(page), path).toEqual([]);
  }
  await context.close();
});

test('in 长者模式 axe finds nothing, targets are large and nothing moves sideways on a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 } });
  await context.addCookies([{ name: 'reading-mode', value: 'large', url: site.address }]);
  const page = await context.newPage();
  for (const path of ['/', '/annual-reports', '/annual-reports/990101-001/2023', '/tools/report-check']) {
    await page.goto(`${site.address}${path}`);
    expect(await accessibilityFaults(page), path).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
    const heights: number[] = await page.evaluate(
      "[...document.querySelectorAll('.site-nav a, main button, main .button')].map(element => element.getBoundingClientRect().height)",
    );
    expect(
      heights.filter(height => height > 0 && height < 44),
      path,
    ).toEqual([]);
  }
  await context.close();
});
