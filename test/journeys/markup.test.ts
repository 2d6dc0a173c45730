import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { launchBrowser } from './browser.ts';
import { crawl, markupFaults } from './crawl.ts';
import type { CrawledPage } from './crawl.ts';
import { signedInAs } from './office-session.ts';
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

/** What is wrong with pages: links that lead nowhere, and what the validator finds, with the address. */
async function faultsOf(pages: readonly CrawledPage[]): Promise<readonly string[]> {
  const faults = pages
    .filter(({ status }) => status >= 400)
    .map(({ path, status, foundOn }) => `${path}: ${status}, linked on ${foundOn}`);
  for (const { path, body } of pages) {
    if (body === '') continue;
    for (const fault of await markupFaults(body)) faults.push(`${path}: ${fault}`);
  }
  return faults;
}

/** Leaves the session alone and asks for no address that is not the site's own page. */
const isOffice = (path: string) => path.startsWith('/office') && !path.includes('sign-out');

test('every page that links of the public site lead to is sound HTML, and none leads nowhere', async () => {
  const pages = await crawl(site.address, ['/'], { mayFollow: path => !path.startsWith('/office') });
  const shapes = new Set(pages.map(({ shape }) => shape));
  for (const shape of [
    '/',
    '/search',
    '/:column/:item',
    '/agencies/:agency',
    '/annual-reports/:agency/:n',
    '/applications/new',
  ])
    expect(shapes).toContain(shape);
  expect(await faultsOf(pages)).toEqual([]);
}, 300_000);

test('every page that links of the office lead its people to is sound HTML, and none leads nowhere', async () => {
  const walked = new Set<string>();
  const faults: string[] = [];
  for (const { username } of SAMPLE_STAFF.filter(({ agency }) => agency === '990101-001')) {
    const page = await signedInAs(browser, site, { username });
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await page.context().close();
    const pages = await crawl(site.address, ['/office'], { cookie, each: 2, mayFollow: isOffice });
    // What other people have seen already, of the same type, is not judged again.
    const fresh = pages.filter(({ shape, status }) => status >= 400 || !walked.has(shape));
    faults.push(...(await faultsOf(fresh)).map(fault => `${username}: ${fault}`));
    for (const { shape } of pages) walked.add(shape);
  }
  expect(faults).toEqual([]);
  for (const shape of ['/office', '/office/applications/:id', '/office/publishing/:id', '/office/journal'])
    expect(walked).toContain(shape);
}, 600_000);
