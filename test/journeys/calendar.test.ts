import type { Browser } from 'playwright-core';
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

test('an administrator pastes a notice, is told what is wrong with it, sees what it changes, and adopts it', async () => {
  const page = await signedInAs(browser, site, { role: 'administrator' });
  page.setDefaultTimeout(6000);
  await page.goto(`${site.address}/office/calendar`);
  await page.getByText('国务院办公厅关于2026年部分节假日安排的通知').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: '录入通知' }).click();
  await page.getByLabel('临时延长或者变更').check();
  await page.getByLabel('标题').fill('示范市晴川区人民政府关于临时放假的通知');
  await page.getByLabel('年份').fill('2027');
  await page.getByLabel('通知正文').fill('抗洪抢险：7月14日（周二）至15日放假，共2天。');
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByRole('alert').getByText('2027-07-14 写的是星期二，实际是星期三').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('通知正文').fill('抗洪抢险：7月14日（周三）至15日放假，共2天。');
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('共改变 2 天').waitFor();
  await page.getByRole('cell', { name: '抗洪抢险，休息' }).first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '采用', exact: true }).click();
  await page.getByText('通知已采用').waitFor();
  expect(new URL(page.url()).pathname).toBe('/office/calendar/changes/1');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto(`${site.address}/office/calendar`);
  await page.getByRole('link', { name: '示范市晴川区人民政府关于临时放假的通知' }).waitFor();
  await page.context().close();
});

test('who does not administer the calendar sees what it moved and changes nothing', async () => {
  const page = await signedInAs(browser, site, { role: 'case-handler' });
  page.setDefaultTimeout(6000);
  await page.goto(`${site.address}/office/calendar/new`);
  await page.getByText('管理工作日历').waitFor();
  expect(await page.getByLabel('通知正文').count()).toBe(0);
  await page.goto(`${site.address}/office/calendar/changes/1`);
  await page.getByRole('heading', { name: '期限变动的申请' }).waitFor();
  await page.goto(`${site.address}/office/calendar/changes/99`);
  await page.getByText('没有找到').first().waitFor();
  await page.context().close();
});
