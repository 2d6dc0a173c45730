import type { Browser, BrowserContext, Page } from 'playwright-core';
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

const OFFICE = '990101-001';
const FORM = `/applications/new?agency=${OFFICE}`;
/** Nobody fills in a form in less: what is sent sooner is taken for a machine's. */
const READING_MS = 3200;

type Codes = { readonly code: string; readonly password: string };

async function fill(page: Page, description: string): Promise<void> {
  await page.goto(`${site.address}${FORM}`);
  await page.getByLabel('所需信息的内容描述').fill(description);
  await page.getByLabel('电子文件').check();
  await page.getByLabel('网上下载（凭查询码）').check();
  await page.getByLabel('姓名').first().fill('周明远');
  await page.getByLabel('证件号码').fill('11010519491231002X');
  await page.getByLabel('联系电话').fill('13800000000');
  await page.waitForTimeout(READING_MS);
}

async function send(page: Page): Promise<Codes> {
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '已经提交，并已登记' }).waitFor();
  const [code, password] = await page.locator('.receipt-facts .code dd').allInnerTexts();
  return { code: code!, password: password! };
}

async function ask(page: Page, { code, password }: Codes): Promise<void> {
  await page.goto(`${site.address}/applications/status`);
  await page.getByLabel('查询码').fill(code);
  await page.getByLabel('查询密码').fill(password);
  await page.getByRole('button', { name: '查询', exact: true }).click();
}

/** What is wrong with a page on a desk and on a phone: what axe finds, and what moves it sideways. */
async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    const sideways = await page.evaluate<number>('document.documentElement.scrollWidth');
    const found = [...(await accessibilityFaults(page)), ...(sideways > width ? [`${sideways} px wide`] : [])];
    faults.push(...found.map(fault => `${name} at ${width}: ${fault}`));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return faults;
}

/** Presses Tab until the control with this name has the focus; a control that cannot be reached fails the test. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(`(() => { const e = document.activeElement;
      return e === null ? '' : (e.labels?.[0]?.innerText ?? e.innerText ?? '') + (e.closest('fieldset')?.querySelector('legend')?.innerText ?? ''); })()`);
    if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
  }
  throw new Error(`no way to ${String(name)} by keyboard`);
}

test('a citizen applies, asks with a wrong password and with the right one, and withdraws', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}/applications`);
  await page.getByRole('link', { name: '示范市晴川区人民政府办公室', exact: true }).click();
  await fill(page, '2025年晴川区老旧小区改造项目的名单和资金安排');
  const codes = await send(page);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/applications/receipt');
  const pdf = await page.request.get(`${site.address}/applications/receipt.pdf`);
  expect((await pdf.body()).subarray(0, 4).toString('latin1')).toBe('%PDF');

  await page.goto(`${site.address}${FORM}`);
  expect(await page.getByRole('button', { name: '接着填写' }).count(), 'a draft of what was sent').toBe(0);

  await ask(page, { ...codes, password: 'AAAA-AAAA' });
  expect(await page.getByRole('alert').innerText()).toContain('没有查到');
  await ask(page, codes);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('等待与您确认');
  await page.getByRole('link', { name: '撤回申请' }).click();
  await page.getByRole('button', { name: '撤回申请' }).click();
  expect(await page.getByRole('status').first().innerText()).toContain('申请已经撤回');
  expect(await page.getByRole('link', { name: '撤回申请' }).count()).toBe(0);
  await page.getByRole('button', { name: '退出查询' }).click();
  await page.goto(`${site.address}/applications/status/file`);
  expect(new URL(page.url()).pathname).toBe('/applications/status');
  await page.close();
});

test('without a script: two apply together, look up what is public, and send once', async () => {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await fill(page, '2023年政府信息公开工作年度报告');
  await page.getByRole('button', { name: '先查一查是不是已经公开' }).click();
  expect(await page.getByRole('link', { name: /2023年政府信息公开工作年度报告/ }).count()).toBeGreaterThan(0);
  expect(await page.getByLabel('姓名').first().inputValue()).toBe('周明远');
  await page.getByRole('button', { name: '添加共同申请人' }).click();
  const second = page.getByRole('group', { name: '第 2 位申请人' });
  await second.getByLabel('姓名').first().fill('许南乔');
  await second.getByLabel('证件名称').selectOption('护照');
  await second.getByLabel('证件号码').fill('E00000000');
  await page.waitForTimeout(READING_MS);
  const codes = await send(page);
  await ask(page, codes);
  await page.getByRole('link', { name: '查看当时提交的申请表' }).click();
  const kept = await page.locator('.kept-form').innerText();
  expect(kept).toContain('许南乔');
  expect(kept).toContain('护照');
  await context.close();
});

test('by keyboard alone: from the guide to the receipt', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}${FORM}`);
  await tabTo(page, '所需信息的内容描述');
  await page.keyboard.type('2025年政府采购合同目录');
  await tabTo(page, /^纸质文本/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^邮寄/);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  await tabTo(page, '姓名');
  await page.keyboard.type('周明远');
  await tabTo(page, '证件号码');
  await page.keyboard.type('11010519491231002X');
  await tabTo(page, '联系电话');
  await page.keyboard.type('13800000000');
  await page.waitForTimeout(READING_MS);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '请核对' }).waitFor();
  expect(await page.getByText('网上下载', { exact: true }).count()).toBe(1);
  await tabTo(page, '提交申请');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '已经提交，并已登记' }).waitFor();
  await page.close();
});

test('what was typed is offered again after the page was left, and is not kept on a device that others use', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const FIELD = '所需信息的内容描述';
  await page.goto(`${site.address}${FORM}`);
  await page.getByLabel(FIELD).pressSequentially('晴川区供水管网图');
  await page.getByLabel('证件号码').pressSequentially('11010519491231002X');
  await page.waitForTimeout(800);
  await page.goto(`${site.address}${FORM}`);
  await page.getByRole('button', { name: '接着填写' }).click();
  expect(await page.getByLabel(FIELD).inputValue()).toBe('晴川区供水管网图');
  expect(await page.getByLabel('证件号码').inputValue()).toBe('');
  await page.getByLabel('这是公用电脑，不要保存草稿').check();
  await page.goto(`${site.address}${FORM}`);
  expect(await page.getByRole('button', { name: '接着填写' }).count()).toBe(0);
  await context.close();
});

test('what is public already is offered while somebody types', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}${FORM}`);
  await page.getByLabel('所需信息的内容描述').pressSequentially('2023年年度报告');
  const offered = page.getByRole('link', { name: /2023年政府信息公开工作年度报告/ }).first();
  await offered.waitFor();
  expect(await offered.getAttribute('href')).toMatch(/2023/);
  await page.close();
});

test('axe finds nothing on any page of applications, on a desk and on a phone', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const path of [
    '/applications',
    '/applications?find=教育',
    '/applications/look-up?q=年度报告',
    FORM,
    `/applications/correction?agency=${OFFICE}`,
    '/applications/status',
    '/applications/answered',
    '/consultations',
    '/consultations/AAAA-BBBB-CCCC',
  ]) {
    await page.goto(`${site.address}${path}`);
    faults.push(...(await faultsOf(page, path)));
  }
  await page.goto(`${site.address}${FORM}`);
  await page.waitForTimeout(READING_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  faults.push(...(await faultsOf(page, 'the form with what is wrong')));
  await fill(page, '望江街道的垃圾分类投放点');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  faults.push(...(await faultsOf(page, 'checking')));
  await page.getByRole('button', { name: '提交申请' }).click();
  faults.push(...(await faultsOf(page, 'the receipt')));
  const [code, password] = await page.locator('.receipt-facts .code dd').allInnerTexts();
  await ask(page, { code: code!, password: password! });
  faults.push(...(await faultsOf(page, 'the file')));
  for (const path of ['/applications/status/file/withdraw', '/applications/status/file/form']) {
    await page.goto(`${site.address}${path}`);
    faults.push(...(await faultsOf(page, path)));
  }
  expect(faults).toEqual([]);
  await page.close();
}, 120_000);
