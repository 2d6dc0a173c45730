import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Role } from '../../src/people/rules/role.ts';
import { launchBrowser } from './browser.ts';
import { signedInAs } from './office-session.ts';
import { startTimedSite } from './site.ts';
import type { TimedSite } from './site.ts';

// Whole lives: many pages, several officers, weeks of the site's own time.
vi.setConfig({ testTimeout: 300_000 });

let site: TimedSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startTimedSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Nobody fills in a form in less: what is sent sooner is taken for a machine's. */
const READING_MS = 3200;

type Codes = { readonly code: string; readonly password: string };

/** The citizen fills in the form, checks it and sends it. */
async function apply(
  page: Page,
  description: string,
  way: { readonly form: string; readonly route: string },
): Promise<Codes> {
  await page.goto(`${site.address}/applications/new?agency=990101-001`);
  await page.getByLabel('所需信息的内容描述').fill(description);
  await page.getByLabel(way.form).check();
  await page.getByLabel(way.route).check();
  await page.getByLabel('姓名').first().fill('周明远');
  await page.getByLabel('证件号码').fill('11010519491231002X');
  await page.getByLabel('联系电话').fill('13800000000');
  await page.getByLabel('通讯地址').fill('示范市晴川区柳堤路18号');
  await page.waitForTimeout(READING_MS);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '已经提交，并已登记' }).waitFor();
  const [code, password] = await page.locator('.receipt-facts .code dd').allInnerTexts();
  return { code: code!, password: password! };
}

async function status(page: Page, { code, password }: Codes): Promise<void> {
  await page.goto(`${site.address}/applications/status`);
  await page.getByLabel('查询码').fill(code);
  await page.getByLabel('查询密码').fill(password);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Clicks and fields of an officer, counted: what the clerk's work costs. */
class Work {
  clicks = 0;
  fields = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async click(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    this.clicks += 1;
    const exact = typeof name === 'string';
    await this.page.getByRole(role, { name, exact }).first().click();
    await this.page.waitForLoadState();
  }
  async fill(label: string, value: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label).first().fill(value);
  }
}

const at = async (who: Role | { readonly username: string }): Promise<Work> =>
  new Work(await signedInAs(browser, site, typeof who === 'string' ? { role: who } : who));

async function openCase(work: Work, description: string): Promise<void> {
  await work.page.goto(`${site.address}/office/applications?tab=all`);
  await work.page.getByRole('link', { name: description }).first().click();
  await work.page.getByRole('heading', { level: 1 }).waitFor();
}

const done = (work: Work) => work.page.getByRole('status').first().innerText();

/** Every officer of the chain opens the case, opens the letter and does their part. */
async function approve(description: string, title: string, steps: readonly Role[]): Promise<void> {
  const button = {
    reviewer: '工作机构审核通过',
    'secrecy-reviewer': '保密审查通过',
    'legal-reviewer': '法制审核通过',
    signatory: '签发',
  } as Readonly<Partial<Record<Role, string>>>;
  for (const role of steps) {
    const work = await at(role);
    await openCase(work, description);
    await work.page.getByRole('link', { name: title }).first().click();
    await work.click('button', button[role]!);
    expect(await done(work), role).toMatch(/已通过|已签发/);
    await work.page.context().close();
  }
}

/** The clerk opens a signed letter and notes how it went out. */
async function send(
  work: Work,
  description: string,
  title: string,
  way: { readonly method: string; readonly tracking?: string },
): Promise<void> {
  await openCase(work, description);
  await work.page.getByRole('link', { name: title }).first().click();
  await work.page.getByLabel(way.method).check();
  if (way.tracking !== undefined) await work.fill('邮件号', way.tracking);
  await work.click('button', '登记发出');
  expect(await done(work)).toContain('已登记发出');
}

async function deliver(work: Work, description: string, title: string): Promise<void> {
  await openCase(work, description);
  await work.page.getByRole('link', { name: title }).first().click();
  await work.click('button', '登记签收');
  expect(await done(work)).toContain('已登记签收');
}

test('予以公开: from the citizen’s form to the archive; the clerk needs no more than twelve clicks to the posted reply, nothing typed twice', async () => {
  await site.after(0);
  const SUBJECT = '2026年晴川区义务教育学校校车线路表';
  const citizen = await browser.newPage();
  const codes = await apply(citizen, SUBJECT, { form: '纸质文本', route: '邮寄' });
  expect(codes.code.length).toBeGreaterThan(10);

  const clerk = await at({ username: 'gu.wenlan' });
  await clerk.page.goto(`${site.address}/office/applications`);
  await clerk.click('link', new RegExp(SUBJECT));
  await clerk.click('link', '确认收到');
  await clerk.click('button', '确认收到');
  await clerk.click('link', '予以公开');
  await clerk.click('button', '保存并提交审核');
  expect(await done(clerk)).toContain('文书已提交审核');
  await approve(SUBJECT, '政府信息公开告知书', ['reviewer', 'secrecy-reviewer', 'signatory']);
  await clerk.page.goto(`${site.address}/office/applications`);
  await clerk.click('link', new RegExp(SUBJECT));
  await clerk.click('link', '政府信息公开告知书');
  await clerk.fill('邮件号', 'XA12345678999');
  await clerk.click('button', '登记发出');
  expect(await done(clerk)).toContain('已登记发出');
  expect({ clicks: clerk.clicks, fields: clerk.fields }).toEqual({ clicks: 8, fields: 1 });

  await status(citizen, codes);
  expect(await citizen.getByRole('heading', { level: 1 }).innerText()).toContain('已办结');
  await site.after(2);
  const later = await at({ username: 'gu.wenlan' });
  await deliver(later, SUBJECT, '政府信息公开告知书');
  await openCase(later, SUBJECT);
  await later.click('link', '归档');
  await later.fill('卷号', '2026-依申请-99');
  await later.click('button', '归档');
  expect(await later.page.getByText('已归档').first().isVisible()).toBe(true);
});

const CONTRACT = `<!doctype html><meta charset="utf-8"><title>承包合同</title>
<style>body { font: 12pt/1.8 'Noto Serif CJK SC', serif; width: 30em }</style>
<h1>柳堤桥维修工程承包合同</h1>
<p>甲方联系人赵钱孙，住示范市晴川区柳堤路9号。乙方应当在收到甲方联系人赵钱孙的书面通知之日起五个工作日内进场施工。</p>`;

test('补正、征求第三方意见、延期、部分公开: the name is gone from the copy, and everybody knows where the file stands', async () => {
  await site.after(3);
  const SUBJECT = '柳堤桥维修工程的合同';
  const citizen = await browser.newPage();
  const codes = await apply(citizen, SUBJECT, { form: '纸质文本', route: '邮寄' });
  const clerk = await at({ username: 'gu.wenlan' });
  await openCase(clerk, SUBJECT);
  await clerk.click('link', '确认收到');
  await clerk.click('button', '确认收到');

  await openCase(clerk, SUBJECT);
  await clerk.click('link', '告知补正');
  await clerk.fill('补正事项', '写明是哪一年的合同');
  await clerk.page.getByLabel('补正工作日数').fill('10');
  await clerk.click('button', '保存并提交审核');
  await approve(SUBJECT, '政府信息公开申请补正告知书', ['signatory']);
  await send(clerk, SUBJECT, '政府信息公开申请补正告知书', { method: '网上送达' });
  await status(citizen, codes);
  await citizen.getByLabel('补正后的申请内容').fill('柳堤桥维修工程2025年的承包合同');
  await citizen.getByRole('button', { name: '提交补正' }).click();
  await citizen.getByRole('status').first().waitFor();

  await site.after(5);
  const second = await at({ username: 'gu.wenlan' });
  await openCase(second, SUBJECT);
  await second.click('link', '征求第三方意见');
  await second.fill('姓名或者名称', '赵钱孙');
  await second.page.getByLabel('个人', { exact: true }).check();
  await second.click('button', '保存并提交审核');
  await approve(SUBJECT, '政府信息公开征求第三方意见书', ['signatory']);
  await send(second, SUBJECT, '政府信息公开征求第三方意见书', { method: '当面送达' });
  const letter = await second.page.locator('.letter').first().innerText();
  const code = /答复码 ([2-9A-Z-]{14})/.exec(letter)?.[1] ?? '';
  const third = await browser.newPage();
  await third.goto(`${site.address}/consultations`);
  await third.getByLabel('答复码').fill(code);
  await third.getByRole('button', { name: '打开' }).click();
  await third.getByLabel('不同意公开').check();
  await third.getByLabel('理由').fill('合同写有本人姓名，不同意公开姓名');
  await third.getByLabel('答复人').fill('赵钱孙');
  await third.getByLabel('我已核对').check();
  await third.waitForTimeout(READING_MS);
  await third.getByRole('button', { name: '提交意见' }).click();
  await third
    .getByText(/已经收到|已收到|已提交/)
    .first()
    .waitFor();

  await openCase(second, SUBJECT);
  await second.click('link', '申请延期');
  await second.fill('延长', '10');
  await second.fill('延期的原因', '合同附件较多，需要逐页核对');
  await second.click('button', '申请延期');
  const head = await at('disclosure-head');
  await openCase(head, SUBJECT);
  await head.click('link', '同意延期');
  await head.click('button', '同意延期');
  await openCase(second, SUBJECT);
  await second.page
    .getByRole('link', { name: /延期答复|告知延期/ })
    .first()
    .click();
  await second.click('button', '保存并提交审核');
  await approve(SUBJECT, '政府信息公开申请延期答复告知书', ['signatory']);
  await send(second, SUBJECT, '政府信息公开申请延期答复告知书', { method: '当面送达' });

  const drawing = await browser.newPage();
  await drawing.setContent(CONTRACT);
  const buffer = await drawing.pdf({ format: 'A4' });
  await drawing.close();
  await openCase(second, SUBJECT);
  await second.click('link', '区分处理');
  await second.page
    .getByLabel('需要区分处理的文件')
    .setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer });
  await second.click('button', '上传');
  await second.page.getByLabel('要遮盖的词语').fill('赵钱孙');
  await second.page.getByLabel('不予公开的依据').selectOption('third-party-interest 个人隐私');
  await second.page.locator('#reason').fill('第三方不同意公开其姓名');
  await second.click('button', '标记');
  await second.click('button', '生成并检验');
  await second.page.getByText('检验全部通过').waitFor({ timeout: 120_000 });

  await openCase(second, SUBJECT);
  await second.click('link', '部分公开（区分处理）');
  await second.fill('哪一处', '第1页第1段的联系人姓名');
  await second.page.getByLabel('情形').first().selectOption({ value: 'third-party-interest' });
  await second.page.getByLabel('理由').first().fill('涉及个人隐私，第三方不同意公开');
  await second.click('button', '保存并提交审核');
  expect(await done(second)).toContain('文书已提交审核');
  await approve(SUBJECT, '政府信息部分公开告知书', ['reviewer', 'secrecy-reviewer', 'legal-reviewer', 'signatory']);
  await send(second, SUBJECT, '政府信息部分公开告知书', { method: '邮寄（邮政企业）', tracking: 'XA12345678999' });

  await status(citizen, codes);
  expect(await citizen.getByRole('heading', { level: 1 }).innerText()).toContain('已办结');
  const words = await citizen.locator('main').innerText();
  expect(words).toContain('部分公开');
  expect(words).not.toContain('赵钱孙');
  await site.after(8);
  const later = await at({ username: 'gu.wenlan' });
  await deliver(later, SUBJECT, '政府信息部分公开告知书');
  await openCase(later, SUBJECT);
  await later.click('link', '归档');
  await later.fill('卷号', '2026-依申请-100');
  await later.click('button', '归档');
  expect(await later.page.getByText('已归档').first().isVisible()).toBe(true);
});

test('收费通知、逾期未缴: the clerk is told the day, and the file lapses only after it', async () => {
  await site.after(10);
  const SUBJECT = '2018年以来全部建设用地批复的复印件';
  const citizen = await browser.newPage();
  const codes = await apply(citizen, SUBJECT, { form: '纸质文本', route: '邮寄' });
  const clerk = await at({ username: 'gu.wenlan' });
  await openCase(clerk, SUBJECT);
  await clerk.click('link', '确认收到');
  await clerk.click('button', '确认收到');
  await openCase(clerk, SUBJECT);
  await clerk.click('link', '计算信息处理费');
  await clerk.fill('本件提供的页数', '100');
  await clerk.click('button', '计算');
  await clerk.click('link', '按量收 700 元，起草收费通知书');
  expect(await clerk.page.getByLabel('收费金额').inputValue()).toBe('700');
  await clerk.fill('缴纳方式', '区政务服务中心非税收入窗口');
  await clerk.click('button', '保存并提交审核');
  await approve(SUBJECT, '政府信息公开信息处理费收费通知书', ['signatory']);
  await send(clerk, SUBJECT, '政府信息公开信息处理费收费通知书', { method: '当面送达' });
  await status(citizen, codes);
  expect(await citizen.locator('main').innerText()).toContain('700');

  await site.after(16);
  const early = await at({ username: 'gu.wenlan' });
  await openCase(early, SUBJECT);
  expect(await early.page.getByRole('link', { name: /逾期未缴/ }).count()).toBe(0);
  await site.after(31);
  const late = await at({ username: 'gu.wenlan' });
  await openCase(late, SUBJECT);
  await late.click('link', /逾期未缴/);
  await late.click('button', /不再处理|登记|办结/);
  expect(await late.page.locator('main').innerText()).toContain('逾期未按收费通知要求缴纳费用');
  await status(citizen, codes);
  expect(await citizen.getByRole('heading', { level: 1 }).innerText()).toContain('已办结');
});
