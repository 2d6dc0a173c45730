import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SAMPLE_REPORT_2023 } from '../../sample/qingchuan/annual-report-2023.ts';
import { renderReport } from '../../src/annual-report/press/render-report.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { signedInAs } from './office-session.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

vi.setConfig({ testTimeout: 180_000 });

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const DESK = '/office/annual-report';
const press = async (page: Page, role: 'link' | 'button', name: string) => {
  await page.getByRole(role, { name, exact: true }).first().click();
  await page.waitForLoadState();
};
const told = (page: Page) => page.getByRole('status').first().innerText();

test('the report on a past year: counted by itself, completed, audited, signed by others, published for everybody, corrected with a note', async () => {
  const clerk = await signedInAs(browser, site, { username: 'gu.wenlan' });
  clerk.setDefaultTimeout(10_000);
  await press(clerk, 'link', '年度报告');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await clerk.getByRole('combobox', { name: '年度' }).selectOption('2024');
  await press(clerk, 'button', '开始编制');
  expect(await told(clerk)).toContain('已开始编制');
  expect(await accessibilityFaults(clerk)).toEqual([]);

  // A figure leads to the files behind it.
  const cell = clerk.locator('#table3 td.figure a').last();
  const figure = await cell.innerText();
  await cell.click();
  await clerk.waitForLoadState();
  expect(await clerk.getByRole('row').count()).toBe(Number(figure) + 1);
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await clerk.goBack();

  await press(clerk, 'link', '填报数据');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  for (const name of ['行政许可·本年处理决定数量', '行政处罚·本年处理决定数量', '行政强制·本年处理决定数量'])
    await clerk.getByLabel(name).fill('0');
  await clerk.getByLabel('行政事业性收费·本年收费金额（单位：万元）').fill('0.05');
  await clerk.getByLabel('业务培训次数').fill('3');
  await clerk.getByLabel('数据来源').fill('机关年度统计表');
  await press(clerk, 'button', '保存');
  expect(await told(clerk)).toContain('数据已保存');

  await press(clerk, 'link', '修改文字');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await clerk
    .getByLabel('第五部分（问题及改进）')
    .fill(
      '政策解读的形式还不够多样。上一年度指出的栏目更新不及时的问题，已逐栏确定责任人。下一步对面向群众的文件同步制作图解。',
    );
  await press(clerk, 'button', '保存');
  expect(await told(clerk)).toContain('文字已保存');
  await press(clerk, 'button', '锁定数据');
  expect(await told(clerk)).toContain('数据已锁定');
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await press(clerk, 'button', '提交审签');
  expect(await told(clerk)).toContain('已提交审签');

  const signatory = await signedInAs(browser, site, { username: 'tang.yuanshan' });
  await signatory.goto(`${site.address}${DESK}/2024`);
  expect(await accessibilityFaults(signatory)).toEqual([]);
  await press(signatory, 'button', '审签同意');
  expect(await told(signatory)).toContain('可以公布');
  const head = await signedInAs(browser, site, { username: 'song.qiubai' });
  await head.goto(`${site.address}${DESK}/2024`);
  await press(head, 'button', '公布');
  expect(await told(head)).toContain('已公布');

  const reader = await browser.newPage({ viewport: { width: 375, height: 800 } });
  const address = `${site.address}/annual-reports/990101-001/2024`;
  await reader.goto(address);
  expect(await reader.getByRole('heading', { level: 1 }).first().innerText()).toContain(
    '2024年政府信息公开工作年度报告',
  );

  await head.getByText('更正已公布的报告').click();
  await head.getByLabel('更正什么').fill('业务培训次数');
  await head.getByLabel('为什么更正').fill('漏计一次集中培训');
  await press(head, 'button', '开始更正');
  expect(await told(head)).toContain('已开始更正');
  await clerk.goto(`${site.address}${DESK}/2024/figures`);
  await clerk.getByLabel('业务培训次数').fill('4');
  await clerk.getByLabel('数据来源').fill('培训签到记录');
  await press(clerk, 'button', '保存');
  await press(clerk, 'button', '锁定数据');
  await press(clerk, 'button', '提交审签');
  await signatory.reload();
  await press(signatory, 'button', '审签同意');
  await head.goto(`${site.address}${DESK}/2024`);
  await press(head, 'button', '公布');

  await reader.goto(address);
  const text = await reader.getByRole('main').innerText();
  expect(text).toContain('组织业务培训4次');
  expect(text).toContain('业务培训次数');
  expect(text).toContain('漏计一次集中培训');
  expect(await accessibilityFaults(reader)).toEqual([]);
  await reader.getByRole('link', { name: '第 1 版' }).click();
  await reader.waitForLoadState();
  expect(await reader.getByRole('main').innerText()).toContain('组织业务培训3次');
  expect(await reader.getByRole('main').innerText()).toContain('已经更正');
  expect(await accessibilityFaults(reader)).toEqual([]);
  for (const page of [clerk, signatory, head, reader]) await page.context().close();
});

test('a report that was published elsewhere is taken over in the format it has, once, and of the right agency', async () => {
  const head = await signedInAs(browser, site, { username: 'song.qiubai' });
  head.setDefaultTimeout(10_000);
  const of2022 = { ...SAMPLE_REPORT_2023, year: 2022, title: SAMPLE_REPORT_2023.title!.replace('2023', '2022') };
  const send = async (report: AnnualReport) => {
    await head.goto(`${site.address}${DESK}/import`);
    expect(await accessibilityFaults(head)).toEqual([]);
    await head.getByLabel('报告文件').setInputFiles({
      name: '年报.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await renderReport(report, 'docx')),
    });
    await head.getByLabel('年度', { exact: false }).fill('2022');
    await head.getByLabel('公布日期').fill('2023-01-20');
    await press(head, 'button', '补录');
  };
  await send({ ...of2022, title: '示范市晴川区教育局2022年政府信息公开工作年度报告', agency: '示范市晴川区教育局' });
  expect(await head.getByRole('alert').innerText()).toContain('示范市晴川区教育局');
  expect(await accessibilityFaults(head)).toEqual([]);
  await send(of2022);
  expect(await told(head)).toContain('2022 年度报告已补录');
  await send(of2022);
  expect(await head.getByRole('alert').innerText()).toContain('已经在本系统公布');
  const answer = await head.goto(`${site.address}/annual-reports/990101-001/2022`);
  expect(answer?.status()).toBe(200);

  // Before the form of 2019 there are no tables to read: such a report is published as the document that it is.
  await head.goto(`${site.address}${DESK}/import`);
  const words = '2015年，区政府办公室主动公开政府信息，没有收到政府信息公开申请。';
  await head
    .getByLabel('报告文件')
    .setInputFiles({ name: '2015年报.txt', mimeType: 'text/plain', buffer: Buffer.from(words) });
  await head.getByLabel('年度', { exact: false }).fill('2015');
  await head.getByLabel('公布日期').fill('2016-03-20');
  await press(head, 'button', '补录');
  expect(await head.getByRole('alert').innerText()).toContain('起草“政府信息公开年度报告”');
  await head.goto(`${site.address}/annual-reports`);
  const documents = head.getByRole('region', { name: '以文件形式发布的年度报告' });
  expect(await documents.getByRole('link').allInnerTexts()).toContain(
    '示范市晴川区人民政府办公室2022年政府信息公开工作年度报告',
  );
  await head.context().close();
});

test('on a phone the desk scrolls in its tables alone', async () => {
  const page = await signedInAs(browser, site, { username: 'gu.wenlan' }, { width: 375 });
  for (const path of [
    '',
    '/2023',
    '/2023/figures',
    '/2023/cells/unavailable.not-held.naturalPerson',
    '/2023/published',
  ]) {
    await page.goto(`${site.address}${DESK}${path}`);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect([path, overflow]).toEqual([path, 0]);
    expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
  }
  await page.context().close();
});
