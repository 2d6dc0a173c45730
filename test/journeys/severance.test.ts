import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openRedaction } from '../../src/platform/redaction/redaction.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { signedInAs } from './office-session.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

// Two engines, a browser and a database on one machine.
vi.setConfig({ testTimeout: 120_000 });

let site: Site;
let browser: Browser;
let contract: Buffer;
const redaction = openRedaction();

const CONTRACT = `<!doctype html><meta charset="utf-8"><title>赵钱孙的合同</title>
<style>body { font: 12pt/1.8 'Noto Serif CJK SC', serif; width: 30em } td { border: 1px dotted; padding: 4px }</style>
<h1>望江路改造工程承包合同</h1>
<p>甲方联系人赵钱孙，手机13800001234，住示范市晴川区柳堤路8号。乙方应当在收到甲方联系人赵钱孙的书面通知之日起五个工作日内进场施工，并向赵钱孙报告。</p>
<table><tr><td>经办人</td><td>赵钱孙</td><td>合同价款</td><td>壹拾万元</td></tr></table>
<p>本合同一式四份，甲乙双方各执两份。</p>`;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const page = await browser.newPage();
  await page.setContent(CONTRACT);
  contract = await page.pdf({ format: 'A4', tagged: true, outline: true });
  await page.close();
});
afterAll(async () => {
  redaction.close();
  await browser.close();
  await site.stop();
});

test('a page printed by a browser keeps its text, and loses the name over line ends and in its title', async () => {
  const pdf = new Uint8Array(contract);
  const redacted = await redaction.redact(pdf, { regions: [], terms: ['赵钱孙', '13800001234'] });
  if (!redacted.ok || redacted.value.kind !== 'released') throw new Error(JSON.stringify(redacted));
  const { report, pdf: released } = redacted.value;
  expect(report.picturedPages).toEqual([]);
  expect(report.regions).toBeGreaterThanOrEqual(5);
  const found = await redaction.find(released, ['赵钱孙', '13800001234', '壹拾万元', '五个工作日内进场施工']);
  expect(found.ok && found.value.map(({ places }) => places.length)).toEqual([0, 0, 1, 1]);
});

async function uploadContract(page: Page): Promise<void> {
  await page.goto(`${site.address}/office/applications?tab=all`);
  await page.getByRole('link', { name: '晚枫小区加装电梯' }).first().click();
  await page.getByRole('link', { name: '区分处理', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '区分处理' }).waitFor();
  const file = { name: '承包合同.pdf', mimeType: 'application/pdf', buffer: contract };
  await page.getByLabel('需要区分处理的文件').setInputFiles(file);
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByRole('heading', { level: 1, name: '承包合同.pdf' }).waitFor();
}

async function mark(page: Page): Promise<void> {
  await page.getByRole('button', { name: '标记', exact: true }).click();
}

const REASON = '涉及合同经办人的个人信息，公开会侵害其个人隐私';
const GROUND = 'third-party-interest 个人隐私';

test('without scripts: upload, mark by word, by line and by size, release, read the verification, download', async () => {
  const page = await signedInAs(browser, site, { username: 'gu.wenlan' }, { javaScript: false });
  await uploadContract(page);

  await mark(page);
  for (const sentence of ['请填写要遮盖的词语', '请选择不予公开的理由依据', '请说明这一处为什么不能公开'])
    expect(await page.getByRole('link', { name: sentence }).isVisible(), sentence).toBe(true);

  await page.getByLabel('要遮盖的词语').fill('不在其中的词');
  await page.getByLabel('不予公开的依据').selectOption(GROUND);
  await page.locator('#reason').fill(REASON);
  await mark(page);
  expect(await page.getByRole('link', { name: '没有找到“不在其中的词”' }).isVisible()).toBe(true);

  await page.getByLabel('要遮盖的词语').fill('赵钱孙');
  await mark(page);
  expect(await page.getByText('已标记“赵钱孙”，文件中共 4 处').isVisible()).toBe(true);
  // The ground and the reason are there again: nothing is typed twice.
  expect(await page.getByLabel('不予公开的依据').inputValue()).toBe(GROUND);

  await page.getByLabel('这一页上的行').check();
  await page.getByLabel('本合同一式四份').check();
  await mark(page);
  await page.getByLabel('这一页上的矩形范围').check();
  for (const [label, value] of [
    ['左边距', '100'],
    ['上边距', '10'],
    ['宽', '30'],
    ['高', '12.5'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await mark(page);
  expect(await page.getByRole('heading', { name: '已标记 3 处' }).isVisible()).toBe(true);
  expect(await page.locator('.marked-region').count()).toBeGreaterThanOrEqual(6);
  await page.getByRole('button', { name: '取消第 3 项标记' }).click();
  expect(await page.getByRole('heading', { name: '已标记 2 处' }).isVisible()).toBe(true);

  await page.getByRole('button', { name: '生成并检验' }).click();
  await page.getByRole('heading', { level: 1, name: '区分处理结果' }).waitFor();
  expect(await page.getByText('检验全部通过').isVisible()).toBe(true);
  expect(await page.locator('.checks li').count()).toBe(12);
  expect(await page.getByText('书签').first().isVisible()).toBe(true);
  const reasons = page.getByText('根据《中华人民共和国政府信息公开条例》第三十七条、第十五条');
  expect(await reasons.innerText()).not.toContain('赵钱孙');
  for (const picture of await page.locator('.page-sheet image').all()) {
    const answer = await page.request.get(new URL((await picture.getAttribute('href'))!, site.address).href);
    expect(answer.headers()['content-type']).toBe('image/png');
  }

  const address = await page.getByRole('link', { name: '下载提供的文件' }).getAttribute('href');
  const file = await page.request.get(new URL(address!, site.address).href);
  expect(file.headers()['content-disposition']).toContain(encodeURIComponent('承包合同（区分处理）.pdf'));
  const found = await redaction.find(new Uint8Array(await file.body()), ['赵钱孙', '本合同一式四份', '壹拾万元']);
  expect(found.ok && found.value.map(({ places }) => places.length)).toEqual([0, 0, 1]);
  await page.context().close();
});

test('with scripts: a rectangle is drawn on the page and stands in the fields; nothing is wrong for axe, nor on a phone', async () => {
  const page = await signedInAs(browser, site, { username: 'gu.wenlan' });
  await uploadContract(page);
  const sheet = await page.locator('.page-sheet').boundingBox();
  if (sheet === null) throw new Error('no page');
  await page.mouse.move(sheet.x + 100, sheet.y + 100);
  await page.mouse.down();
  await page.mouse.move(sheet.x + 300, sheet.y + 160, { steps: 5 });
  await page.mouse.up();
  expect(await page.getByLabel('这一页上的矩形范围').isChecked()).toBe(true);
  const width = Number(await page.getByLabel('宽', { exact: true }).inputValue());
  expect(width).toBeCloseTo((200 / sheet.width) * 210, 0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel('不予公开的依据').selectOption(GROUND);
  await page.locator('#reason').fill(REASON);
  await mark(page);
  await page.getByRole('heading', { name: '已标记 1 处' }).waitFor();
  await page.getByRole('button', { name: '生成并检验' }).click();
  await page.getByRole('heading', { level: 1, name: '区分处理结果' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 375, height: 700 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
  await page.getByRole('link', { name: '区分处理', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: '区分处理' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

test('an officer of another agency finds nothing at any of these addresses, one who may only read changes nothing', async () => {
  const own = await signedInAs(browser, site, { username: 'gu.wenlan' });
  await uploadContract(own);
  const original = own.url().split('?')[0]!;
  const overview = original.replace(/\/originals\/.*/, '');
  const other = await signedInAs(browser, site, { username: 'mei.ruoxu' });
  for (const address of [overview, original, `${original}/pages/1`])
    expect((await other.request.get(address)).status(), address).toBe(404);
  const headers = { 'sec-fetch-site': 'same-origin' };
  for (const [address, form] of [
    [`${original}/marks`, { by: 'words', words: '赵钱孙', ground: GROUND, reason: REASON }],
    [`${original}/unmark`, { index: '0', seen: '' }],
    [`${original}/release`, {}],
  ] as const)
    expect((await other.request.post(address, { form, headers })).status(), address).toBe(404);
  const reader = await signedInAs(browser, site, { username: 'pei.zhixing' });
  await reader.goto(original);
  expect(await reader.getByRole('button', { name: '标记', exact: true }).count()).toBe(0);
  const form = { by: 'words', words: '赵钱孙', ground: GROUND, reason: REASON };
  const refused = await reader.request.post(`${original}/marks`, { form, headers });
  expect(await refused.text()).toContain('您没有');
  for (const page of [own, other, reader]) await page.context().close();
});
