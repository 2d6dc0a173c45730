import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secureAnswers } from '../../src/main/secure-answers.ts';
import { loadOfficeAssets } from '../../src/office/assets.ts';
import { assetRoutes } from '../../src/platform/assets/asset.routes.ts';
import { loadPortalAssets } from '../../src/portal/assets.ts';
import { readReadingKey } from '../../src/views/reading/reading.ts';
import { officeCatalogue, portalCatalogue } from '../views/catalogue.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';

let server: FastifyInstance;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const [portal, office] = [loadPortalAssets(), loadOfficeAssets()];
  server = fastify();
  secureAnswers(server);
  assetRoutes(server, portal);
  assetRoutes(server, office);
  const iconHref = portal.href('icon.svg');
  const scripts = [office.href('character-count.js'), office.href('draft.js')];
  const ofPortal = { styles: [portal.href('portal.css'), portal.href('chart.css')], scripts, iconHref };
  const ofOffice = { styles: [office.href('office.css'), office.href('chart.css')], scripts, iconHref };
  const pages = {
    '/portal': portalCatalogue(ofPortal),
    '/portal-large': portalCatalogue(ofPortal, readReadingKey('large')),
    '/office': officeCatalogue(ofOffice),
  };
  for (const [path, page] of Object.entries(pages))
    server.get(path, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page.markup));
  [address, browser] = await Promise.all([server.listen({ port: 0, host: '127.0.0.1' }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(`${address}${path}`);
  return page;
}

for (const path of ['/portal', '/portal-large', '/office'])
  for (const width of [1280, 375])
    test(`every component of ${path} at ${width} px: axe finds nothing, nothing moves sideways`, async () => {
      const page = await open(path, width);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.close();
    });

test('what belongs to a choice is shown while it is chosen, by style alone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/portal`);
  const form = page.locator('#form');
  expect(await form.getByLabel('通讯地址').isVisible()).toBe(false);
  await form.getByLabel('邮寄', { exact: true }).check();
  expect(await form.getByLabel('通讯地址').isVisible()).toBe(true);
  await form.getByLabel('当面领取').check();
  expect(await form.getByLabel('通讯地址').isVisible()).toBe(false);
  await context.close();
});

test('reading begins with what is wrong; it leads to its field, and the field is described by it', async () => {
  const page = await open('/portal');
  expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
  await page.getByRole('link', { name: '姓名要与身份证件一致，请填写全名' }).click();
  expect(await page.evaluate('document.activeElement.id')).toBe('filled-name');
  const described = await page.locator('#filled-name').getAttribute('aria-describedby');
  expect(described).toBe('filled-name-hint filled-name-problem');
  await page.close();
});

test('the characters left are said while typing, and too many are not cut off', async () => {
  const page = await open('/portal');
  const text = page.locator('#empty-content');
  await text.fill('公'.repeat(999));
  expect(await page.locator('#empty-content-count').textContent()).toBe('还可以写 1 个字，最多 1000 个');
  await text.fill('公'.repeat(1002));
  expect(await page.locator('#empty-content-count').textContent()).toBe('超出 2 个字，最多 1000 个');
  expect((await text.inputValue()).length).toBe(1002);
  await page.close();
});

test('a draft stays on the device, is offered and not put in unasked, and can be deleted', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const form = page.locator('#form form');
  await page.goto(`${address}/office`);
  // The catalogue shows a refused form elsewhere on the page; a draft is offered only where nothing was refused.
  await page.evaluate(
    `localStorage.setItem('draft:example', JSON.stringify({ at: Date.now(), entries: [['empty-name', '欧阳']] }))`,
  );
  await page.route('**/office', async route => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replaceAll('class="error-summary"', 'class="seen"'),
    });
  });
  await page.reload();
  expect(await form.getByLabel('姓名').inputValue()).toBe('');
  await page.getByRole('button', { name: '接着填写' }).click();
  expect(await form.getByLabel('姓名').inputValue()).toBe('欧阳');

  await form.getByLabel('姓名').press('End');
  await form.getByLabel('姓名').pressSequentially('锋');
  await expect
    .poll(() => page.evaluate(`localStorage.getItem('draft:example')`), { timeout: 5000 })
    .toContain('欧阳锋');
  await page.reload();
  await page.getByRole('button', { name: '删除这份草稿' }).click();
  expect(await page.evaluate(`localStorage.getItem('draft:example')`)).toBeNull();
  await context.close();
});

test('the menu of the office opens without a script on a phone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${address}/office`);
  const entry = page.getByRole('link', { name: '文号登记簿' });
  expect(await entry.isVisible()).toBe(false);
  await page.getByText('目录：全部申请').click();
  expect(await entry.isVisible()).toBe(true);
  await context.close();
});
