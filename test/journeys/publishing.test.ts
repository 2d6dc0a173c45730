import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../src/people/rules/role.ts';
import { writeDocx } from '../../src/platform/docx/write-docx.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { signedInAs } from './office-session.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

let site: Site;
let browser: Browser;
const officers = new Map<Role, Page>();

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** One officer's browser, signed in once by the real form. */
async function officer(role: Role): Promise<Page> {
  const known = officers.get(role);
  if (known !== undefined) return known;
  const page = await signedInAs(browser, site, { role });
  officers.set(role, page);
  return page;
}

const TITLE = '示范市晴川区人民政府办公室关于印发晴川区社区养老服务站管理办法的通知';
const today = () => Temporal.Now.plainDateISO('Asia/Shanghai');

/** Widths at which every page of the desk must be free of faults: a desk and a phone. */
async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityFaults(page), `${page.url()} at ${width}`).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow, `${page.url()} at ${width} is wider than the screen`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Opens an act of the item on which the page is, by the link in the list of acts, and looks at its form. */
async function openAct(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.locator('.acts-menu').getByRole('link', { name, exact: true }).click();
}

const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const done = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

async function act(page: Page, address: string, link: string, button: string): Promise<void> {
  await openAct(page, address, link);
  await press(page, button);
  await done(page, '已办理');
}

/** 保密审查, three reviews and the proofs between them, each by somebody else. */
async function takeThroughReviews(address: string): Promise<void> {
  const secrecy = await officer('secrecy-reviewer');
  await openAct(secrecy, address, '提交审查意见');
  await expectAccessible(secrecy);
  for (const box of await secrecy.getByRole('group', { name: '逐件审查附件' }).getByRole('checkbox').all())
    await box.check();
  await press(secrecy, '提交审查意见');
  await secrecy.getByText('请选择国家秘密').first().waitFor();
  for (const answer of ['否', '不涉及', '无个人信息', '公开'])
    for (const radio of await secrecy.getByRole('radio', { name: answer, exact: true }).all()) await radio.check();
  await press(secrecy, '提交审查意见');
  await done(secrecy, '保密审查已办理');
  const [reviewer, head] = [await officer('reviewer'), await officer('disclosure-head')];
  await act(reviewer, address, '审核通过', '审核通过');
  await act(head, address, '审核通过', '审核通过');
  await act(reviewer, address, '校对完毕', '校对完毕');
  await act(await officer('signatory'), address, '签发', '签发');
  await act(head, address, '校对完毕', '校对完毕');
}

/** Runs the gates over the newest edition and submits it. */
async function checkAndSubmit(page: Page, address: string): Promise<void> {
  await openAct(page, address, '发布前检查');
  await press(page, '开始检查');
  await done(page, '没有必须处理的问题');
  await expectAccessible(page);
  await act(page, address, '提交审核', '提交审核');
}

const PASTED = [
  '<p class=MsoNormal style="mso-x:1">各乡镇人民政府、街道办事处：<span style="display:none">内部意见</span></p>',
  '<p>联系人身份证号 11010519491231002X。</p><p>社区养老服务站按照下表设置。</p>',
  '<table><caption>设置标准</caption><tr><th>服务站</th><th>床位</th></tr><tr><td>城东</td><td>12</td></tr></table>',
].join('');

/** Pastes markup into the editor as Word puts it on the clipboard. */
async function paste(page: Page, markup: string): Promise<void> {
  // The editor takes the place of the plain field once its script has run.
  await page.locator('.body-editor').click();
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(markup)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('.body-editor').dispatchEvent(event);
  }`);
}

let address: string;
let interpretation: string;

const publicPath = async (page: Page): Promise<string> => {
  await page.goto(address);
  return (await page.locator('.public-address a').getAttribute('href'))!;
};

test('a document is drafted: pasted from Word, cleaned, with an attachment; the gates stop what must not go out', async () => {
  const page = await officer('case-handler');
  await page.goto(`${site.address}/office/publishing`);
  await page.getByRole('heading', { level: 1, name: '主动公开' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: '起草信息' }).click();
  await page.getByRole('link', { name: '政策文件', exact: true }).click();
  await page.getByLabel('标题').fill(TITLE);
  await page.getByLabel('栏目').selectOption({ value: 'gfxwj' });
  await page.getByLabel('主题分类').selectOption('民政、扶贫、救灾\\社会福利');
  await page.getByLabel('体裁（文种）').selectOption('通知');
  await page.getByLabel('发文字号').fill(`晴政办规〔${today().year}〕90号`);
  await page.getByLabel('成文日期').fill(today().toString());
  await page.getByLabel('这是行政规范性文件').check();
  await page.getByLabel('施行日期').fill(today().toString());
  await paste(page, PASTED);
  await page.getByRole('cell', { name: '城东' }).waitFor();
  await page
    .getByLabel('添加附件')
    .setInputFiles({ name: '服务站名单.txt', mimeType: 'text/plain', buffer: Buffer.from('城东社区养老服务站') });
  await expectAccessible(page);
  await press(page, '保存');
  await done(page, '已保存，索引号');
  address = page.url();
  expect(await page.locator('.item-body').innerText()).not.toContain('内部意见');
  await expectAccessible(page);

  await act(page, address, '确定公开属性', '确定公开属性');
  await openAct(page, address, '发布前检查');
  await press(page, '开始检查');
  await done(page, '处必须处理');
  await page.getByText('个人信息', { exact: true }).first().waitFor();
  await expectAccessible(page);
}, 120_000);

test('mended without the script, it goes through 保密审查, three reviews and three proofs to the public', async () => {
  const plain = await signedInAs(browser, site, { role: 'case-handler' }, { javaScript: false });
  await plain.goto(`${address}/edit`);
  const body = plain.getByLabel('正文', { exact: true });
  const typed = await body.inputValue();
  expect(typed).toContain('| !服务站 | !床位 |');
  await body.fill(typed.replace('联系人身份证号 11010519491231002X。', '联系方式见机构职能栏目。'));
  await press(plain, '保存');
  await done(plain, '已保存第');
  await plain.context().close();

  const author = await officer('case-handler');
  await checkAndSubmit(author, address);
  await takeThroughReviews(address);
  const head = await officer('disclosure-head');
  await act(head, address, '现在发布', '现在发布');
  await done(head, '公开网址，答复都符合现在的状态');
  const path = await publicPath(head);
  const reader = await browser.newPage();
  expect((await reader.goto(`${site.address}${path}`))?.status()).toBe(200);
  await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await reader.getByRole('cell', { name: '城东' }).waitFor();
  await reader.close();
}, 180_000);

test('its interpretation is begun from it, published, and each page leads to the other', async () => {
  const author = await officer('case-handler');
  await author.goto(address);
  await author.getByRole('link', { name: '起草解读' }).click();
  await author.getByLabel('栏目').selectOption({ value: 'zcjd' });
  await author.getByLabel('解读人').fill('顾文澜');
  await paste(
    author,
    '<p>为什么要制定这个办法？社区里的老人希望在家门口得到照料。</p><p>服务站由街道设立，每周开放六天。</p>',
  );
  await author.getByRole('textbox', { name: '正文' }).getByText('六天').waitFor();
  await press(author, '保存');
  await done(author, '已保存，索引号');
  interpretation = author.url();
  await act(author, interpretation, '确定公开属性', '确定公开属性');
  await checkAndSubmit(author, interpretation);
  await takeThroughReviews(interpretation);
  await act(await officer('disclosure-head'), interpretation, '现在发布', '现在发布');
  const reader = await browser.newPage();
  await reader.goto(`${site.address}${await publicPath(author)}`);
  await reader
    .getByRole('link', { name: `《${TITLE}》政策解读` })
    .first()
    .click();
  await reader.getByRole('link', { name: TITLE }).first().waitFor();
  expect(new URL(reader.url()).pathname).toMatch(/^\/zcjd\//);
  await reader.close();
}, 180_000);

test('an edit leaves the public page as it was and begins approval anew; the correction is compared and announced', async () => {
  const author = await officer('case-handler');
  await author.goto(`${address}/edit`);
  await author.getByLabel('标题').fill(`${TITLE.slice(0, -3)}（修订）的通知`);
  await press(author, '保存');
  await done(author, '已保存第');
  await author.getByText('还没有检查').or(author.getByText('已发布，修改稿起草中')).first().waitFor();
  const path = await publicPath(author);
  const reader = await browser.newPage();
  await reader.goto(`${site.address}${path}`);
  await reader.getByRole('heading', { level: 1, name: TITLE, exact: true }).waitFor();
  const head = await officer('disclosure-head');
  await head.goto(address);
  await expect(head.locator('.acts-menu').getByRole('link', { name: '发布更正' }).count()).resolves.toBe(0);

  await author.goto(`${address}/editions`);
  await press(author, '比较');
  await author.getByText('（修订）').first().waitFor();
  await expectAccessible(author);
  await checkAndSubmit(author, address);
  await takeThroughReviews(address);
  await openAct(head, address, '发布更正');
  await head.getByLabel('重要更正').check();
  await head.getByLabel('更正说明').fill('文件名称更正');
  await press(head, '发布更正');
  await done(head, '发布更正已办理');
  await reader.reload();
  await reader.getByText('文件名称更正').first().waitFor();
  await reader.close();
}, 180_000);

test('withdrawn with an explanation, the address answers 410, and the journal tells the whole story', async () => {
  const head = await officer('disclosure-head');
  const path = await publicPath(head);
  await openAct(head, address, '撤回');
  await head.getByLabel('向公众的说明').fill('文件正在修改，修改后重新发布。');
  await expectAccessible(head);
  await press(head, '撤回');
  await done(head, '公开网址，答复都符合现在的状态');
  const reader = await browser.newPage();
  expect((await reader.goto(`${site.address}${path}`))?.status()).toBe(410);
  await reader.getByText('文件正在修改，修改后重新发布。').first().waitFor();
  // Neither the feed of its column nor the search leads to it any more; the item's page holds the proof, address by address.
  for (const list of [
    '/feeds/gfxwj.xml',
    `/search?q=${encodeURIComponent(TITLE.slice(-20))}`,
    '/sitemap/items-1.xml',
  ]) {
    const answer = await reader.request.get(`${site.address}${list}`);
    expect(answer.status(), list).toBe(200);
    expect(await answer.text(), list).not.toContain(path);
  }
  await reader.close();
  const proof = head.locator('#verification');
  await proof.locator('summary').click();
  for (const what of ['RSS 订阅', '检索结果', '开放数据的列表', '网站地图', '附件“服务站名单.txt”'])
    await proof.getByRole('rowheader', { name: what }).first().waitFor();
  await expectAccessible(head);
  expect(await proof.getByText('不符', { exact: true }).count()).toBe(0);

  await head.goto(address);
  const log = await head.locator('.case-log').innerText();
  const told = [
    '起草',
    '确定公开属性',
    '发布前检查',
    '提交审核',
    '保密审查',
    '审核通过',
    '校对',
    '签发',
    '发布',
    '修改',
    '发布更正',
    '撤回已发布的信息',
    '核对公开网址',
  ];
  for (const words of told) expect(log).toContain(words);
  const auditor = await officer('auditor');
  await auditor.goto(`${site.address}/office/journal`);
  await auditor.getByRole('cell', { name: '信息公开：撤回已发布的信息' }).first().waitFor();
}, 120_000);

test('a Word document becomes a form that is filled in, to be looked at before it is kept', async () => {
  const page = await officer('case-handler');
  await page.goto(`${site.address}/office/publishing/import`);
  await expectAccessible(page);
  const buffer = await writeDocx({
    title: ['示范市晴川区人民政府办公室', '关于做好春季防火工作的通知'],
    issuer: '示范市晴川区人民政府办公室',
    blocks: [
      { kind: 'paragraph', text: '各乡镇人民政府、街道办事处：' },
      { kind: 'paragraph', text: '各单位要落实责任。' },
      { kind: 'paragraph', text: '2026年3月9日' },
    ],
  });
  await page.locator('input[type=file]').setInputFiles({
    name: '通知.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(buffer),
  });
  await press(page, '读出内容');
  const title = page.getByLabel('标题');
  expect(await title.inputValue()).toBe('示范市晴川区人民政府办公室关于做好春季防火工作的通知');
  expect(await page.getByLabel('成文日期').inputValue()).toBe('2026-03-09');
  await page.getByRole('textbox', { name: '正文' }).getByText('各单位要落实责任。').waitFor();
}, 60_000);
