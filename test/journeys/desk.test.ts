import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

const DESK = '/office/applications';
const at = async (username: string, options?: Parameters<typeof signedInAs>[3]) =>
  signedInAs(browser, site, { username }, options);
const done = (page: Page) => page.getByRole('status').first().innerText();

/** What somebody's work costs: presses, and fields that are typed. */
function counted(page: Page) {
  const cost = { clicks: 0, fields: 0 };
  return {
    page,
    cost,
    press: async (role: 'link' | 'button', name: string | RegExp) => {
      cost.clicks += 1;
      await page
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click();
      await page.waitForLoadState();
    },
    type: async (label: string, text: string) => {
      cost.fields += 1;
      await page.getByLabel(label, { exact: true }).fill(text);
    },
  };
}

/** The address of the case with that number. */
async function caseAddress(page: Page, number: string): Promise<string> {
  await page.goto(`${site.address}${DESK}?tab=all&q=${number}`);
  const href = await page.locator('a.subject').first().getAttribute('href');
  return `${site.address}${href!}`;
}

test('from a letter in the mail room to the posted reply the clerk presses eight times and types nothing twice', async () => {
  const SUBJECT = '晴川区2025年校车安全检查结果';
  const clerk = counted(await at('gu.wenlan'));
  await clerk.press('link', '登记申请');
  await clerk.type('姓名', '苏晓棠');
  await clerk.type('证件号码', '990101199003070021');
  await clerk.type('联系电话', '000-00000001');
  await clerk.type('通信地址', '示范市晴川区柳堤路8号');
  await clerk.type('所需的政府信息必填', SUBJECT);
  await clerk.press('button', '下一步：核对');
  expect(await clerk.page.getByRole('heading', { level: 1 }).innerText()).toBe('核对并登记');
  await clerk.press('button', '登记');
  expect(await done(clerk.page)).toContain('已登记');
  await clerk.press('link', '予以公开');
  await clerk.press('button', '保存并提交审核');
  expect(await done(clerk.page)).toContain('已提交审核');

  for (const [username, button] of [
    ['shen.heqing', '工作机构审核通过'],
    ['he.jingzhi', '保密审查通过'],
    ['tang.yuanshan', '签发'],
  ] as const) {
    const officer = counted(await at(username));
    await officer.press('link', /^待我审签/);
    await officer.press('link', new RegExp(SUBJECT));
    await officer.press('button', button);
    expect([username, officer.cost]).toEqual([username, { clicks: 3, fields: 0 }]);
    await officer.page.context().close();
  }

  await clerk.page.goto(`${site.address}${DESK}`);
  await clerk.press('link', new RegExp(SUBJECT));
  await clerk.press('link', /政府信息公开告知书/);
  await clerk.type('邮件号', 'XA12345678999');
  await clerk.press('button', '登记发出');
  expect(await done(clerk.page)).toContain('已登记发出');
  expect(clerk.cost).toEqual({ clicks: 8, fields: 6 });
  await clerk.page.context().close();
});

test('the day of receipt and the due days stand on the page before anything is saved', async () => {
  const page = await at('gu.wenlan');
  await page.goto(`${site.address}${DESK}/new`);
  expect(await page.getByLabel('收到申请之日').count()).toBe(0);
  await page.getByRole('radio', { name: '传真', exact: true }).check();
  await page.getByLabel('姓名', { exact: true }).fill('孟子衿');
  await page.getByLabel('所需的政府信息').fill('竹影巷雨污分流改造的施工计划');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const aside = page.getByRole('complementary', { name: '期限与登记' });
  expect(await aside.innerText()).toMatch(/如果今天确认，收到申请之日[^]*答复的最后一日/);
  await page.getByRole('button', { name: '返回修改' }).click();
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('孟子衿');
  expect(await page.getByRole('radio', { name: '传真', exact: true }).isChecked()).toBe(true);
  await page.context().close();
});

test('every page of the desk is in order for assistive technology, wide and on a phone, and nothing sticks out', async () => {
  for (const width of [1280, 375]) {
    const page = await at('song.qiubai', { width });
    const paths = [
      DESK,
      `${DESK}?tab=all`,
      `${DESK}?tab=review`,
      `${DESK}?q=没有这样的申请`,
      `${DESK}/new`,
      '/office/reminders',
      '/office/search-tasks',
    ].map(path => site.address + path);
    for (const number of ['2026-0002', '2026-0006', '2026-0008', '2026-0009', '2026-0010', '2026-0014']) {
      const address = await caseAddress(page, number);
      paths.push(address, `${address}/fee?pages=150`, `${address}/receipt`);
    }
    const address = await caseAddress(page, '2026-0002');
    for (const act of ['correct-intake', 'split', 'assign', 'ask-search', 'ask-extension', 'add-files', 'withdraw'])
      paths.push(`${address}/acts/${act}`);
    for (const path of paths) {
      await page.goto(path);
      await page.evaluate(`document.querySelectorAll('main details').forEach(details => (details.open = true))`);
      expect([width, path, await accessibilityFaults(page)]).toEqual([width, path, []]);
      const overflow = await page.evaluate(`document.documentElement.scrollWidth > window.innerWidth`);
      expect([width, path, overflow]).toEqual([width, path, false]);
    }
    await page.goto(`${site.address}${DESK}/new`);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    expect([width, await accessibilityFaults(page)]).toEqual([width, []]);
    await page.getByLabel('姓名', { exact: true }).fill('苏晓棠');
    await page.getByLabel('所需的政府信息').fill('晴川区2025年老旧小区改造资金使用情况');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('核对并登记');
    expect([width, await accessibilityFaults(page)]).toEqual([width, []]);
    await page.context().close();
  }
});

/** What has the focus, by its label or its words, and whether that is seen. */
const FOCUS = `(() => {
  const focused = document.activeElement;
  if (focused === null) return null;
  const label = focused.labels?.[0]?.textContent ?? '';
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  return {
    name: label + ' ' + focused.textContent + ' ' + (focused.getAttribute('aria-label') ?? ''),
    seen: outlineStyle !== 'none' && outlineWidth !== '0px',
  };
})()`;

/** Goes on with the tabulator until the focus is where it is wanted; the focus must be seen on the way. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<{ readonly name: string; readonly seen: boolean } | null>(FOCUS);
    if (focus === null || !name.test(focus.name)) continue;
    expect([name.source, focus.seen]).toEqual([name.source, true]);
    return;
  }
  throw new Error(`the tabulator never came to ${name.source}`);
}

test('an application is registered and its receipt confirmed with the keyboard alone, without scripts', async () => {
  const page = await at('gu.wenlan', { javaScript: false });
  const script = await at('gu.wenlan');
  await script.goto(`${site.address}${DESK}`);
  await tabTo(script, /登记申请/);
  await script.keyboard.press('Enter');
  await script.waitForURL(/\/new$/);
  await tabTo(script, /邮寄（挂号信/);
  await script.keyboard.press('ArrowDown'); // 平常信函
  await tabTo(script, /姓名/);
  await script.keyboard.type('卫长庚');
  await tabTo(script, /所需的政府信息/);
  await script.keyboard.type('柳堤镇2025年高标准农田建设项目的验收结论');
  await tabTo(script, /下一步/);
  await script.keyboard.press('Enter');
  await script.getByRole('heading', { name: '核对并登记' }).waitFor();
  await tabTo(script, /^\s*登记\s*$/);
  await script.keyboard.press('Enter');
  await script.getByText('已登记，编号').waitFor();
  await tabTo(script, /今天已电话确认收到/);
  await script.keyboard.press('Enter');
  await script.getByText('确认收到已办理').waitFor();
  // The same page without a script: every act is a link or a form.
  await page.goto(script.url());
  await page.getByRole('link', { name: '添加备注' }).click();
  await page.getByLabel('备注').fill('申请人来电询问进度');
  await page.getByRole('button', { name: '添加备注' }).click();
  expect(await page.getByText('申请人来电询问进度').isVisible()).toBe(true);
  await page.context().close();
  await script.context().close();
});

test('a scan travels with the letter, and whoever downloads it is in the journal', async () => {
  const page = await at('gu.wenlan');
  await page.goto(`${site.address}${DESK}/new`);
  await page.getByLabel('姓名', { exact: true }).fill('沈扶摇');
  await page.getByLabel('所需的政府信息').fill('云锦路商业综合体的环境影响评价补充资料');
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const scan = { name: '来件.txt', mimeType: 'text/plain', buffer: Buffer.from('来信全文') };
  await page.getByLabel('来件扫描件').setInputFiles(scan);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记，编号').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '来件扫描件 1' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('来件.txt');
  const auditor = await at('ji.huaijin');
  await auditor.goto(`${site.address}/office/journal`);
  expect(await auditor.locator('main table').getByText('下载材料').first().isVisible()).toBe(true);
  await auditor.context().close();
  await page.context().close();
});
