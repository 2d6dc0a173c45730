import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { signedInAs } from './office-session.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

vi.setConfig({ testTimeout: 240_000 });

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const EXPORT = zipSync({
  '目录.csv': strToU8(
    [
      '原网址,标题,发布时间,栏目名称,正文文件',
      'http://www.old.example/art/2019/1.html,晴川区召开防汛会议,2019-06-03 09:15,政务动态,html/1.html',
      'http://www.old.example/art/2019/2.html,晴川区公布补助名单,2019-06-04,政务动态,html/2.html',
    ].join('\n'),
  ),
  'html/1.html': strToU8('<p>近日，晴川区召开防汛会议，部署全年工作。</p>'),
  'html/2.html': strToU8('<p>补助对象身份证号码：110101199003077758。</p>'),
});

const IMPORTS = '/office/publishing/imports';

async function faultsOf(page: Page): Promise<readonly unknown[]> {
  const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  return [...(await accessibilityFaults(page)), ...(sideways === 0 ? [] : [sideways])];
}

/** Waits for words that the server says by and by; without scripts the page is loaded again. */
async function wait(page: Page, words: string, reload: boolean): Promise<void> {
  await expect
    .poll(
      async () => {
        if (reload) await page.reload();
        return page.locator('main').innerText();
      },
      { timeout: 90_000, interval: 1000 },
    )
    .toContain(words);
}

test('an old site moves in: one officer sends and tries its export, another starts it, and its links go on working', async () => {
  const clerk = await signedInAs(browser, site, { username: 'gu.wenlan' }, { javaScript: false });
  await clerk.goto(`${site.address}${IMPORTS}/new`);
  await clerk
    .getByLabel('压缩包或者元数据表')
    .setInputFiles({ name: '原网站导出.zip', mimeType: 'application/zip', buffer: Buffer.from(EXPORT) });
  await clerk.getByLabel('作为原网站已经公开的信息迁入').check();
  await clerk.getByLabel('原网站名称').fill('晴川区政府原门户网站');
  await clerk.getByRole('button', { name: '上传并试运行' }).click();
  await wait(clerk, '试运行完毕', true);
  expect(await clerk.locator('main').innerText()).toContain('个人信息');
  expect(await clerk.getByRole('button', { name: '开始导入' }).count()).toBe(0);

  const head = await signedInAs(browser, site, { username: 'song.qiubai' });
  await head.goto(clerk.url());
  expect(await faultsOf(head)).toEqual([]);
  await head.getByRole('button', { name: '开始导入' }).click();
  await wait(head, '导入结果', false);
  await wait(head, '2 / 2', false);
  await head.waitForLoadState();
  await wait(head, '成为草稿', false);
  expect(await faultsOf(head)).toEqual([]);
  const [download] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('link', { name: '下载结果（Excel）' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('批量导入结果-原网站导出.zip.xlsx');

  const reader = await browser.newPage();
  const answer = await reader.goto(`${site.address}/art/2019/1.html`);
  expect(answer?.status()).toBe(200);
  expect(reader.url()).toMatch(/\/zwdt\/201906\/t20190603_\d+\.html$/);
  expect(await reader.locator('h1').innerText()).toContain('晴川区召开防汛会议');
  expect((await reader.goto(`${site.address}/art/2019/2.html`))?.status()).toBe(404);
  await reader.close();
  await head.context().close();
  await clerk.context().close();
});

test.each([1280, 375])('axe finds nothing on the pages of imports at %i px, and none moves sideways', async width => {
  const page = await signedInAs(browser, site, { username: 'gu.wenlan' }, { width });
  for (const path of [IMPORTS, `${IMPORTS}/new`]) {
    await page.goto(`${site.address}${path}`);
    expect([path, await faultsOf(page)]).toEqual([path, []]);
  }
  await page.goto(`${site.address}${IMPORTS}`);
  await page.getByRole('link', { name: '原网站导出.zip' }).click();
  await page.waitForLoadState();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});
