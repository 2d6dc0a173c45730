import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

let site: Site;
let browser: Browser;
/** A 规范性文件 in force, and one that was repealed. */
let addresses: { readonly document: string; readonly repealed: string };

async function firstResult(page: Page, query: string): Promise<string> {
  await page.goto(`${site.address}/search?${query}`);
  return (await page.locator('.items a').first().getAttribute('href'))!;
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const page = await browser.newPage();
  addresses = {
    document: await firstResult(page, 'validity=in-force&interpreted=yes'),
    repealed: await firstResult(page, 'validity=repealed'),
  };
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const pages = () => [
  '/',
  '/agencies',
  '/agencies/990101-001',
  '/fdzdgk',
  '/gfxwj',
  '/gkzn',
  '/gknb',
  '/search',
  `/search?q=${encodeURIComponent('养老')}&kind=document&nyear=2023`,
  `/search?q=${encodeURIComponent('航天发射场')}`,
  addresses.document,
  addresses.repealed,
  '/sitemap',
  '/api',
  '/zwdt/202301/t20230101_999999.html',
];

test.each([1280, 375])(
  'axe finds nothing on any type of page at %i px, and no page moves sideways',
  async width => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const path of pages()) {
      await page.goto(`${site.address}${path}`);
      for (const fold of await page.locator('main details').all()) await fold.evaluate('fold => { fold.open = true; }');
      expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width);
    }
    await page.close();
  },
  120_000,
);

test('长者模式 keeps every page readable and within its width', async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
  await page.goto(site.address);
  await page.getByRole('button', { name: '长者模式' }).click();
  for (const path of ['/', '/gfxwj', '/search', addresses.document]) {
    await page.goto(`${site.address}${path}`);
    expect(await page.evaluate('document.documentElement.className'), path).toBe('large');
    expect(await accessibilityFaults(page), path).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(375);
  }
  await page.close();
});

test('without scripts a citizen finds a document by its words, narrows the list, reads and takes it home', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.getByRole('main').getByRole('searchbox').fill('夜间经济');
  await page.getByRole('button', { name: '搜索' }).click();
  const facets = page.getByRole('navigation', { name: '筛选' });
  await facets.getByRole('link', { name: /^政策文件/ }).click();
  const total = await page.getByRole('status').innerText();
  expect(total).toMatch(/共找到 [1-9]\d* 条/);
  expect(await page.locator('mark').first().innerText()).toBe('夜间经济');
  await page
    .getByRole('main')
    .getByRole('link', { name: /夜间经济/ })
    .first()
    .click();
  expect(await page.getByText('索引号').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0);
  const path = new URL(page.url()).pathname;
  for (const [format, beginning] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ] as const) {
    const file = await page.request.get(`${site.address}${path.replace('.html', `.${format}`)}`);
    expect((await file.body()).subarray(0, beginning.length).toString('latin1')).toBe(beginning);
  }
  await context.close();
});

test('nothing is fetched from elsewhere, and a list page is light on the wire', async () => {
  const page = await browser.newPage();
  const foreign: string[] = [];
  let bytes = 0;
  page.on('request', request => {
    if (!request.url().startsWith(site.address)) foreign.push(request.url());
  });
  page.on('response', async response => {
    bytes += (await response.body()).length;
  });
  for (const path of ['/gfxwj', addresses.document]) {
    bytes = 0;
    await page.goto(`${site.address}${path}`, { waitUntil: 'networkidle' });
    expect(bytes, path).toBeLessThan(100 * 1024);
  }
  expect(foreign).toEqual([]);
  await page.close();
});

test('a page asked for again is answered with nothing but that it is the same, and in brotli when new', async () => {
  const answer = await fetch(`${site.address}/gfxwj`, { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers.get('content-encoding')).toBe('br');
  await answer.arrayBuffer();
  const again = await fetch(`${site.address}/gfxwj`, {
    headers: { 'accept-encoding': 'br', 'if-none-match': answer.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
});
