import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueFile } from '../../src/office/publishing/testing/catalogue-file.ts';
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

async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityFaults(page), `${page.url()} at ${width}`).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow, `${page.url()} at ${width} is wider than the screen`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();

/** 户籍管理 as an office hands it in: a first item over two rows, 同上, 口 for □. */
const HOUSEHOLDS = {
  lines: [
    [
      '1',
      '户口登记',
      '出生登记',
      '条件、材料、时限',
      '《户口登记条例》',
      '自信息形成之日起20个工作日内',
      '区政府办公室',
      '■政府网站 口两微一端',
      '√',
      '',
      '√',
      '',
      '√',
      '',
    ],
    [
      '2',
      '',
      '迁移登记',
      '条件、材料、时限',
      '同上',
      '每季度公开',
      '同上',
      '口政府网站 ■政务服务中心',
      '√',
      '',
      '√',
      '',
      '√',
      '√',
    ],
  ],
  merges: [[3, 1, 2, 1]] as const,
};

test('a catalogue goes from the Excel file over its comparison to the coverage and to the portal', async () => {
  const head = await signedInAs(browser, site, { role: 'disclosure-head' });
  await head.goto(`${site.address}/office/publishing/catalogue`);
  await expectAccessible(head);
  await head.getByRole('link', { name: '导入新版目录' }).click();
  await expectAccessible(head);
  const bytes = await catalogueFile('户籍管理', HOUSEHOLDS.lines, HOUSEHOLDS.merges);
  await head.getByLabel('文件').setInputFiles({
    name: '户籍管理目录.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await press(head, '读出并比对');
  await head.getByText('已按上一行补全').first().waitFor({ state: 'attached' });
  await expectAccessible(head);
  await press(head, '确认更新目录');
  await head.getByRole('status').filter({ hasText: '目录已更新为第 2 版：新增 2 项，变更 0 项，取消 0 项' }).waitFor();
  await head.getByRole('link', { name: '户籍管理 县级，已公开 0 / 2' }).click();
  await expectAccessible(head);
  await head.getByRole('link', { name: '户口登记－迁移登记' }).click();
  await expectAccessible(head);
  await head.getByText('按“每季度”计算').waitFor();

  const reader = await browser.newPage();
  await reader.goto(`${site.address}/standard-catalogue/household-registration`);
  await reader.getByRole('heading', { name: '迁移登记' }).waitFor();
  expect(await reader.getByText('还没有公开这个事项的信息').count()).toBe(2);
  await expectAccessible(reader);
  await reader.goto(`${site.address}/standard-catalogue`);
  expect(await reader.locator('.fields .tile').count()).toBe(27);
  await expectAccessible(reader);
  await reader.goto(`${site.address}/standard-catalogue/elderly-care`);
  await reader.getByRole('link', { name: '助餐服务', exact: true }).click();
  await expectAccessible(reader);
  await reader.close();
});

test('the fields of a document become a 图解 with its long picture, and the draft of an interpretation', async () => {
  const author = await signedInAs(browser, site, { role: 'case-handler' });
  const found = `tab=public&kind=document&q=${encodeURIComponent('老年助餐')}`;
  await author.goto(`${site.address}/office/publishing?${found}`);
  await author.locator('table a.subject').first().click();
  await author.getByRole('link', { name: '制作图解和问答' }).click();
  await press(author, '预览');
  await author.locator('.error-summary').getByText('请至少填写一项措施').waitFor();
  await author.getByLabel('主要措施').fill('送餐上门：行动不便的老年人可以预约\n统一价格：每个助餐点公布价格');
  await author.getByLabel('关键数字').fill('4 元 每餐补贴');
  await press(author, '预览');
  await author.locator('.diagram').getByText('送餐上门').waitFor();
  await author.getByRole('heading', { name: '问：主要有哪些措施？' }).waitFor();
  await expectAccessible(author);
  await press(author, '填入解读稿');
  await author.getByLabel('栏目').selectOption({ label: '　政策解读' });
  await press(author, '保存');
  await author.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  expect(await author.locator('.diagram').innerText()).toContain('送餐上门');
  await expectAccessible(author);
});

test('an issue of the 公报 is put together at the desk; the portal has it by year, and its documents say where they stand', async () => {
  const author = await signedInAs(browser, site, { role: 'case-handler' });
  await author.goto(`${site.address}/office/publishing/gazette`);
  await expectAccessible(author);
  await author.goto(`${site.address}/office/publishing/gazette/new?from=2023-01-01&to=2023-03-31`);
  await author.getByText('已刊载于2023年第1期').first().waitFor();
  await expectAccessible(author);

  const reader = await browser.newPage();
  await reader.goto(`${site.address}/gazette`);
  await expectAccessible(reader);
  await reader.goto(`${site.address}/gazette/2023/1`);
  await reader.getByRole('link', { name: '既有住宅加装电梯' }).first().click();
  await reader.locator('.related').getByText('刊载于').waitFor();
  await reader.getByRole('link', { name: '示范市晴川区人民政府公报2023年第1期' }).click();
  const pdf = await reader.request.get(reader.url().replace('.html', '.pdf'));
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await reader.close();
});
