import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SAMPLE_YEARS, sampleReportOf } from '../../sample/qingchuan/collected-reports.ts';
import { renderReport } from '../../src/annual-report/press/render-report.ts';
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

const ROUND = '/office/report-rounds/2025';
const press = async (page: Page, role: 'link' | 'button', name: string | RegExp) => {
  await page.getByRole(role, { name, exact: true }).first().click();
  await page.waitForLoadState();
};
const told = (page: Page) => page.getByRole('status').first().innerText();
const clean = async (page: Page) => expect(await accessibilityFaults(page)).toEqual([]);

const reportOf = (agency: string, name: string) => sampleReportOf(name, SAMPLE_YEARS.get(agency)![1], 2);
const fileOf = async (agency: string, name: string, format: 'html' | 'docx' | 'txt') => ({
  name: `${name}.${format}`,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(await renderReport(reportOf(agency, name), format)),
});

test('the supervising office answers a name, uploads, returns, accepts, sends a code, and reads the sum down to the agencies', async () => {
  const head = await signedInAs(browser, site, { username: 'song.qiubai' });
  head.setDefaultTimeout(15_000);
  await press(head, 'link', '报送与汇总');
  await clean(head);
  await press(head, 'link', '2025 年');
  await clean(head);
  expect(
    await head
      .getByRole('row', { name: /财政局/ })
      .first()
      .innerText(),
  ).toContain('退回');

  // A name that nobody knows is asked about once.
  await press(head, 'link', '请确认机关');
  await clean(head);
  await head.getByLabel('“晴川区望江街道综合服务办公室”是').selectOption({ label: '示范市晴川区望江街道办事处' });
  await press(head, 'button', '确认“晴川区望江街道综合服务办公室”的机关');
  expect(await told(head)).toContain('已记住');

  // Several files at once; each ends as filed, or with the reason why not.
  await head.goto(`${site.address}${ROUND}/upload`);
  const mended = await fileOf('990101-004', '示范市晴川区财政局', 'docx');
  const strange = { name: '会议通知.txt', mimeType: 'text/plain', buffer: Buffer.from('请各单位按期报送年度报告。') };
  await head.getByLabel('报告文件').setInputFiles([mended, strange]);
  await press(head, 'button', '上传');
  await expect
    .poll(
      async () => {
        await head.reload();
        return head.getByRole('main').innerText();
      },
      { timeout: 30_000 },
    )
    .toContain('全部读完');
  await clean(head);
  expect(
    await head
      .getByRole('row', { name: /会议通知/ })
      .first()
      .innerText(),
  ).toContain('没有找到年度报告的表格');
  expect(
    await head
      .getByRole('row', { name: /财政局\.docx/ })
      .first()
      .innerText(),
  ).toContain('已归入报送');

  // One goes back with its findings, one is accepted.
  await head.goto(`${site.address}${ROUND}`);
  await press(head, 'link', '示范市晴川区卫生健康局');
  await clean(head);
  await head.getByText('退回修改', { exact: true }).click();
  await press(head, 'button', '退回');
  expect(await head.getByRole('main').innerText()).toContain('请写明退回的原因');
  await clean(head);
  await head.getByLabel('退回的原因和要求').fill('结转的合计与各列不一致。');
  await press(head, 'button', '退回');
  expect(await told(head)).toContain('已退回');
  await head.goto(`${site.address}${ROUND}/agencies/990101-004`);
  await press(head, 'button', '通过');
  expect(await told(head)).toContain('已通过核校');

  // Every cell of the sum opens into its agencies; who is missing is said.
  await head.goto(`${site.address}${ROUND}/aggregate`);
  await clean(head);
  expect(await head.getByRole('main').innerText()).toContain('有 2 个机关没有计入');
  const cell = head.locator('#table3 td.figure a').first();
  const figure = await cell.innerText();
  await cell.click();
  await head.waitForLoadState();
  await clean(head);
  const shares = await head.locator('td[data-heading="数值"]').allInnerTexts();
  expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBe(Number(figure));
  const [sheet] = await Promise.all([
    head.waitForEvent('download'),
    head.goto(`${site.address}${ROUND}/aggregate/draft.docx`).catch(() => null),
  ]);
  expect(sheet.suggestedFilename()).toContain('示范市晴川区人民政府2025年');

  // A code for one that does not work here; it is shown once.
  await head.goto(`${site.address}${ROUND}/agencies/990101-006`);
  await press(head, 'button', '发放报送码');
  const code = await head.locator('.shown-once code').innerText();
  await head.reload();
  expect(await head.getByRole('main').innerText()).not.toContain(code);

  const visitor = await (await browser.newContext({ viewport: { width: 375, height: 700 } })).newPage();
  visitor.setDefaultTimeout(15_000);
  await visitor.goto(`${site.address}/report-submission`);
  await clean(visitor);
  await visitor.getByLabel('报送码').fill(code.toLowerCase());
  await press(visitor, 'button', '打开');
  await clean(visitor);
  expect(await visitor.getByRole('main').innerText()).toContain('结转的合计与各列不一致');
  await visitor.getByLabel('报告文件').setInputFiles(await fileOf('990101-006', '示范市晴川区卫生健康局', 'html'));
  await press(visitor, 'button', '上传并审核');
  await expect
    .poll(
      async () => {
        await visitor.reload();
        return visitor.getByRole('main').innerText();
      },
      { timeout: 30_000 },
    )
    .toContain('提交以前请核对');
  await clean(visitor);
  expect(await visitor.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await press(visitor, 'button', '提交');
  expect(await visitor.getByRole('main').innerText()).toContain('现在的状态：已报');
  await head.goto(`${site.address}${ROUND}?state=submitted`);
  expect(
    await head
      .getByRole('row', { name: /卫生健康局/ })
      .first()
      .innerText(),
  ).toContain('凭报送码报送');
});

test('a round is opened and an agency submits what it has published by one act', async () => {
  const head = await signedInAs(browser, site, { username: 'song.qiubai' });
  head.setDefaultTimeout(15_000);
  await head.goto(`${site.address}/office/report-rounds`);
  await press(head, 'link', '部署报送');
  await clean(head);
  await head.getByLabel('年度').selectOption('2023');
  await head.getByLabel('报送期限').fill('2024-02-05');
  await press(head, 'button', '部署报送');
  expect(await head.getByRole('main').innerText()).toContain('报送期限应当在 2024-01-01 至 2024-01-31 之间');
  await clean(head);
  await head.getByLabel('报送期限').fill('2024-01-26');
  await head.getByLabel('示范市晴川区市场监督管理局是否报送').selectOption({ label: '报送' });
  await press(head, 'button', '部署报送');
  expect(await told(head)).toContain('9 个机关');

  // The office's own report on 2023 is public: it goes as it is.
  const clerk = await signedInAs(browser, site, { username: 'gu.wenlan' });
  clerk.setDefaultTimeout(15_000);
  await clerk.goto(`${site.address}/office/annual-report/2023`);
  await clean(clerk);
  await press(clerk, 'button', '报送 2023 年度报告');
  expect(await told(clerk)).toContain('2023 年度报告已报送');
  await clean(clerk);
  await head.goto(`${site.address}/office/report-rounds/2023?state=submitted`);
  expect(
    await head
      .getByRole('row', { name: /人民政府办公室/ })
      .first()
      .innerText(),
  ).toContain('在本系统报送');

  // Where nothing is approved, nothing goes.
  const schools = await signedInAs(browser, site, { username: 'mei.ruoxu' });
  schools.setDefaultTimeout(15_000);
  await schools.goto(`${site.address}/office/annual-report`);
  await press(schools, 'button', '报送 2023 年度报告');
  expect(await told(schools)).toContain('还没有审签，不能报送');
  expect((await schools.goto(`${site.address}/office/report-rounds`))?.status()).toBe(404);
});
