import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

const FAULTY = readFileSync(join(import.meta.dirname, '../../fixtures/reports/faulty-report.txt'), 'utf8');
const BLANK_CELLS = 6;

let site: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(`${site.address}/tools/report-check`);
  return () => page.close();
});

const asFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

async function examinePasted(text: string): Promise<void> {
  await page.getByLabel('或者粘贴报告内容').fill(text);
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
}

test('a pasted report comes back with its three wrong words marked and its six blank cells framed', async () => {
  await examinePasted(FAULTY);
  const marked = await page.locator('article.report mark').allInnerTexts();
  for (const wrong of ['申3件', '存一些不足', '落市'])
    expect(
      marked.some(text => text.includes(wrong)),
      wrong,
    ).toBe(true);
  expect(await page.locator('article.report td.mark').count()).toBe(BLANK_CELLS);
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain('没有确定的错误');
});

test('from a finding one comes to its place in the report and back', async () => {
  await examinePasted(FAULTY);
  const entry = page.locator('.findings > li').first();
  await entry.getByRole('link', { name: '看报告中的位置' }).click();
  const place = page.locator(new URL(page.url()).hash);
  expect(await place.isVisible()).toBe(true);
  expect(await entry.getByText('依据').isVisible()).toBe(true);
});

test('the 体检报告 can be taken home as PDF and as Word', async () => {
  await examinePasted(FAULTY);
  for (const [name, beginning, ending] of [
    ['下载体检报告（PDF）', '%PDF', '.pdf'],
    ['下载体检报告（Word）', 'PK', '.docx'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`体检报告.*\\${ending}$`));
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, beginning.length).toString('latin1')).toBe(beginning);
    expect(bytes.byteLength).toBeGreaterThan(5000);
  }
});

test('a finding that was looked into is let stand with a name and a reason, and says so', async () => {
  await examinePasted(FAULTY);
  const entry = page.locator('.findings > li').first();
  await entry.getByText('核对过，不用改').click();
  await entry.getByLabel('理由').fill('办公室已核对原件');
  await entry.getByRole('button', { name: '记下理由' }).click();
  expect(await page.getByText('请同时写上核对人和理由').isVisible()).toBe(true);
  const again = page.locator('.findings > li').first();
  await again.getByLabel('核对人').fill('示例员');
  await again.getByLabel('理由').fill('办公室已核对原件');
  await again.getByRole('button', { name: '记下理由' }).click();
  expect(await page.getByText('办公室已核对原件（示例员').isVisible()).toBe(true);
});

test('a file is dropped and examined without another click', async () => {
  const transfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(FAULTY)}], 'report.txt', { type: 'text/plain' }));
    return data;
  })()`);
  await page.dispatchEvent('#drop-zone', 'drop', { dataTransfer: transfer });
  await page.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
  expect(await page.locator('.verdict').innerText()).toContain('report.txt');
});

test('several files give a table, the worst first, with and without JavaScript', async () => {
  const published = await (await page.request.get(`${site.address}/annual-reports/990101-001/2023.docx`)).body();
  const wrongSum = FAULTY.replace(
    '一、本年新收政府信息公开申请数量\t\t3\t0\t0\t0\t0\t0\t3',
    '一、本年新收政府信息公开申请数量\t\t3\t0\t0\t0\t0\t0\t5',
  );
  expect(wrongSum).not.toBe(FAULTY);
  const files = [
    asFile('clean.docx', published),
    asFile('wrong.txt', wrongSum),
    asFile('noise.bin', Buffer.from([0, 1, 2, 3])),
  ];
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const plainPage = await plain.newPage();
  await plainPage.goto(`${site.address}/tools/report-check`);
  for (const candidate of [page, plainPage]) {
    await candidate.getByLabel('年度报告文件').setInputFiles(files);
    await candidate.getByRole('button', { name: '开始体检' }).click();
    await candidate.locator('table tbody tr').nth(2).waitFor();
    expect(await candidate.locator('table tbody tr th').allInnerTexts()).toEqual([
      'noise.bin',
      'wrong.txt',
      'clean.docx',
    ]);
    await candidate.getByRole('button', { name: '查看 wrong.txt 的体检结果' }).click();
    await candidate.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
    expect(await candidate.locator('.verdict h2').innerText()).toContain('确定的错误');
  }
  await plain.close();
});

test('what cannot be read gets one sentence that says what to do, and what was typed stays', async () => {
  await page.getByLabel('或者粘贴报告内容').fill('今天天气很好。');
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('或者粘贴报告内容').inputValue()).toBe('今天天气很好。');
  expect(await page.getByRole('alert').innerText()).toContain('表');
});

test('an empty form says what is missing, next to the field and at the top', async () => {
  await page.getByRole('button', { name: '开始体检' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.locator('#files-problem').innerText()).toContain('请选择年度报告文件');
});

test('everything is reached and worked by keyboard alone', async () => {
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.getByLabel('或者粘贴报告内容').focus();
  await page.keyboard.insertText(FAULTY);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.id')).toBe('submit');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '体检结果' }).waitFor();
  expect(await page.locator('article.report mark').count()).toBeGreaterThan(0);
});

test('axe finds nothing on the form, on its refusal, on the result and on the table', async () => {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.address}/tools/report-check`);
    expect(await accessibilityFaults(page), 'form').toEqual([]);
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.getByRole('alert').waitFor();
    expect(await accessibilityFaults(page), 'refusal').toEqual([]);
    await examinePasted(FAULTY);
    expect(await accessibilityFaults(page), 'result').toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), 'result at 375 px').toBe(width);
    await page.goto(`${site.address}/tools/report-check`);
    await page.getByLabel('年度报告文件').setInputFiles([asFile('a.txt', FAULTY), asFile('b.txt', FAULTY)]);
    await page.getByRole('button', { name: '开始体检' }).click();
    await page.locator('table tbody tr').nth(1).waitFor();
    expect(await accessibilityFaults(page), 'table').toEqual([]);
  }
});
