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

/** Every type of public page, with the tags that it must have: of the site, besides of a column, besides of an item. */
const pages = (): readonly (readonly [path: string, tags: 'site' | 'column' | 'item'])[] => [
  ['/', 'site'],
  ['/agencies', 'site'],
  ['/agencies/990101-001', 'site'],
  ['/fdzdgk', 'column'],
  ['/gfxwj', 'column'],
  ['/gkzn', 'column'],
  ['/gknb', 'column'],
  ['/search', 'column'],
  [`/search?q=${encodeURIComponent('养老')}&kind=document&nyear=2023`, 'column'],
  [`/search?q=${encodeURIComponent('航天发射场')}`, 'column'],
  [addresses.document, 'item'],
  [addresses.repealed, 'item'],
  ['/standard-catalogue', 'column'],
  ['/standard-catalogue/elderly-care', 'column'],
  ['/standard-catalogue/taxation', 'column'],
  ['/gazette', 'column'],
  ['/sitemap', 'site'],
  ['/api', 'site'],
  ['/help/accessibility', 'site'],
  ['/help/leaving?to=https%3A%2F%2Fexample.com%2F', 'site'],
  ['/annual-reports', 'column'],
  ['/annual-reports/990101-001/2023', 'item'],
  ['/site-returns', 'column'],
  ['/site-returns/2025', 'item'],
  ['/tools/report-check', 'site'],
  ['/applications', 'column'],
  ['/applications/new?agency=990101-001', 'column'],
  ['/applications/look-up?q=%E5%85%BB%E8%80%81', 'column'],
  ['/applications/status', 'column'],
  ['/applications/answered', 'column'],
  ['/zwdt/202301/t20230101_999999.html', 'site'],
];

test.each([1280, 375])(
  'axe finds nothing on any type of page at %i px, and no page moves sideways',
  async width => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const [path] of pages()) {
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

const SITE_TAGS = ['SiteName', 'SiteDomain'];
const COLUMN_TAGS = [...SITE_TAGS, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const TAGS = {
  site: SITE_TAGS,
  column: COLUMN_TAGS,
  item: [...COLUMN_TAGS, 'ArticleTitle', 'PubDate', 'ContentSource'],
} as const;

/** The sum of the shifts of the page since it was opened (Cumulative Layout Shift), once it has come to rest. */
const SHIFTS = `new Promise(resolve => {
  let sum = 0;
  const observer = new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; });
  observer.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 200);
})`;
const LINKS = "[...document.querySelectorAll('a')].map(link => link.getAttribute('href'))";
const METAS = "Object.fromEntries([...document.querySelectorAll('meta[name]')].map(meta => [meta.name, meta.content]))";

/** A bad line: what comes late shows where it shifts the rest. */
const SLOW = { offline: false, latency: 40, downloadThroughput: 200_000, uploadThroughput: 50_000 };

test('every type of public page has its tags and its foot, is light, stays in its place and needs nothing from elsewhere', async () => {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 } });
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const [page, without] = [await context.newPage(), await plain.newPage()];
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  const seen = { bytes: 0, foreign: [] as string[], said: [] as string[] };
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (seen.bytes += encodedDataLength));
  page.on('request', request => request.url().startsWith(site.address) || seen.foreign.push(request.url()));
  page.on('console', message => message.type() === 'error' && seen.said.push(message.text()));
  for (const [path, tags] of pages()) {
    seen.bytes = 0;
    await page.goto(`${site.address}${path}`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(SHIFTS), `${path} shifts`).toBeLessThan(0.01);
    expect(seen.bytes, `${path} is measured`).toBeGreaterThan(4096);
    expect(seen.bytes, `${path} is light`).toBeLessThan(100 * 1024);
    const metas: Readonly<Record<string, string>> = await page.evaluate(METAS);
    for (const tag of TAGS[tags]) expect(metas[tag], `${path} ${tag}`).toMatch(/^(?!null$|undefined$).+/);
    expect(await page.locator('h1').count(), path).toBe(1);
    const foot = await page.getByRole('contentinfo').innerText();
    for (const words of ['主办：', '联系电话：', '网站地图']) expect(foot, path).toContain(words);
    await without.goto(`${site.address}${path}`);
    expect(await without.evaluate(LINKS), `${path} without scripts`).toEqual(await page.evaluate(LINKS));
    expect(await without.locator('h1').innerText(), path).toBe(await page.locator('h1').innerText());
  }
  expect(seen.foreign).toEqual([]);
  // The browser itself says that a page it was looking for is not there.
  expect(seen.said.filter(text => !text.includes('404'))).toEqual([]);
  await context.close();
  await plain.close();
}, 180_000);

test('a page asked for again is answered with nothing but that it is the same, and in brotli when new', async () => {
  const answer = await fetch(`${site.address}/gfxwj`, { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers.get('content-encoding')).toBe('br');
  await answer.arrayBuffer();
  const again = await fetch(`${site.address}/gfxwj`, {
    headers: { 'accept-encoding': 'br', 'if-none-match': answer.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
});
