import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
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

const tool = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

test('headings, tables with a name, alignment and links are written with the keyboard, kept, and read back as they were', async () => {
  const page = await signedInAs(browser, site, { role: 'case-handler' });
  const faults: string[] = [];
  page.on('console', message => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${site.address}/office/publishing/new/news`);
  await page.getByLabel('标题').fill('晴川区举办政务公开开放日活动');
  await page.getByLabel('栏目').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.keyboard.type('活动安排');
  // The toolbar is one stop of the Tab key; arrows go from tool to tool.
  await tool(page, '正文').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await tool(page, '标题').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Enter');
  await page.keyboard.type('活动在区政务服务中心举行。');
  await page.keyboard.press('Enter');

  await tool(page, '表格').click();
  await page.getByLabel('表名').fill('活动日程');
  await page.getByLabel('行数（含表头）').fill('2');
  await page.getByLabel('列数').fill('2');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('.body-editor caption').filter({ hasText: '活动日程' }).waitFor();
  for (const text of ['时间', '内容', '九时', '参观']) {
    await page.keyboard.type(text);
    if (text !== '参观') await page.keyboard.press('Tab');
  }
  await tool(page, '加一行').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('十时');
  expect(await tool(page, '表格').isVisible()).toBe(false);
  await tool(page, '撤销').click();

  await page.locator('main').getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '已保存，索引号' }).waitFor();
  const body = page.locator('.item-body');
  expect(await body.locator('h2').innerText()).toBe('活动安排');
  expect(await body.locator('caption').innerText()).toBe('活动日程');
  expect(await body.locator('th[scope=col]').allInnerTexts()).toEqual(['时间', '内容']);
  expect(await body.locator('td').first().innerText()).toBe('九时');

  // What was kept comes back into the editor, and goes out of it again, unchanged.
  const kept = await body.innerHTML();
  await page.goto(`${page.url()}/edit`);
  await page.getByRole('textbox', { name: '正文' }).waitFor();
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityFaults(page), String(width)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  }
  await page.locator('main').getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('status').first().waitFor();
  expect(await page.locator('.item-body').innerHTML()).toBe(kept);
  expect(faults).toEqual([]);
});
