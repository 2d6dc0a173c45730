import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, stepAt } from '../../src/platform/one-time-code/one-time-code.ts';
import { accessibilityFaults } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { fillSignIn, sampleUsername, signedInAs } from './office-session.ts';
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

const codeAt = (secret: string, steps: number) => codeOf(secret, stepAt(Temporal.Now.instant()) + steps);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

test('a page of the office leads to the sign-in page, and signing in leads back to it', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}/office/account`);
  expect(new URL(page.url()).pathname).toBe('/office/sign-in');
  await fillSignIn(page, sampleUsername('case-handler'));
  await heading(page, '我的账号');
  expect(new URL(page.url()).pathname).toBe('/office/account');
  await page.getByText('没有操作将自动退出').waitFor();
  await page.getByRole('button', { name: '退出' }).click();
  await heading(page, '登录');
  await page.goto(`${site.address}/office/account`);
  await heading(page, '登录');
  await page.context().close();
});

test('a wrong password and an unknown account get the same sentence, and the account stays typed', async () => {
  const page = await browser.newPage();
  const sentences: string[] = [];
  for (const username of [sampleUsername('reviewer'), 'nobody.here']) {
    await page.goto(`${site.address}/office/sign-in`);
    await fillSignIn(page, username, 'not the password');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    sentences.push(await alert.innerText());
    expect(await page.getByLabel('账号').inputValue()).toBe(username);
    expect(await page.getByLabel('密码').inputValue()).toBe('');
  }
  expect(sentences[0]).toContain('账号或者密码不对');
  expect(sentences[1]).toBe(sentences[0]);
  await page.context().close();
});

test('an authenticator is bound, asked for at the next sign-in, and a recovery code works once in its place', async () => {
  const username = sampleUsername('signatory');
  const page = await signedInAs(browser, site, { username });
  await page.goto(`${site.address}/office/account`);
  await page.getByRole('link', { name: '绑定验证器' }).click();
  await page.getByRole('button', { name: '开始绑定' }).click();
  expect(await page.getByRole('img', { name: /二维码/ }).isVisible()).toBe(true);
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('验证器上的六位数字').fill(codeAt(secret, 3));
  await page.getByRole('button', { name: '完成绑定' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('动态口令不对');
  await page.getByLabel('验证器上的六位数字').fill(codeAt(secret, -1));
  await page.getByRole('button', { name: '完成绑定' }).click();
  await heading(page, '我的账号');
  const recovery = await page.locator('.shown-once code').allInnerTexts();
  expect(recovery).toHaveLength(10);
  await page.reload();
  expect(await page.locator('.shown-once').count()).toBe(0);

  for (const code of [codeAt(secret, 0), recovery[0]!.toLowerCase()]) {
    await page.getByRole('button', { name: '退出' }).click();
    await fillSignIn(page, username);
    await heading(page, '输入动态口令');
    await page.goto(`${site.address}/office/account`);
    await heading(page, '输入动态口令');
    await page.getByLabel('动态口令').fill(code);
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    await page.goto(`${site.address}/office/account`);
  }
  await page.getByRole('button', { name: '退出' }).click();
  await fillSignIn(page, username);
  await page.getByLabel('动态口令').fill(recovery[0]!);
  await page.getByRole('button', { name: '继续' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('已经用过');
  await page.context().close();
}, 120_000);

test('a session that is ended elsewhere is over at the next click, with a sentence', async () => {
  const username = sampleUsername('legal-reviewer');
  const [one, other] = [await signedInAs(browser, site, { username }), await signedInAs(browser, site, { username })];
  await one.goto(`${site.address}/office/account`);
  await one.getByRole('button', { name: '结束其他全部登录' }).click();
  await one.getByText('已结束 1 次登录').waitFor();
  await other.goto(`${site.address}/office/account`);
  await heading(other, '登录');
  expect(await other.getByRole('status').innerText()).toContain('您已退出登录');
  await one.context().close();
  await other.context().close();
});

test('an administrator adds an officer, who must change the one-time password before anything else', async () => {
  const page = await signedInAs(browser, site, { role: 'administrator' });
  await page.goto(`${site.address}/office/staff`);
  await page.getByRole('link', { name: '增加人员' }).click();
  await page.getByLabel('姓名').fill('白鹭洲');
  await page.getByLabel('账号').fill('BAD NAME');
  await page.getByRole('button', { name: '增加' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('账号应为');
  expect(await page.getByLabel('姓名').inputValue()).toBe('白鹭洲');
  await page.getByLabel('账号').fill('bai.luzhou');
  await page.getByLabel('承办人', { exact: true }).check();
  await page.getByRole('button', { name: '增加' }).click();
  const password = await page.locator('.shown-once code').innerText();

  const newcomer = await browser.newPage();
  await newcomer.goto(`${site.address}/office/sign-in`);
  await fillSignIn(newcomer, 'bai.luzhou', password);
  await heading(newcomer, '先设置自己的密码');
  await newcomer.goto(`${site.address}/office/account`);
  await heading(newcomer, '先设置自己的密码');
  expect(await accessibilityFaults(newcomer)).toEqual([]);
  await newcomer.getByLabel('一次性密码').fill(password);
  await newcomer.getByLabel('新密码', { exact: false }).first().fill('password1234');
  await newcomer.getByLabel('再输入一次新密码').fill('password1234');
  await newcomer.getByRole('button', { name: '保存新密码' }).click();
  expect(await newcomer.getByRole('alert').innerText()).toContain('太常见');
  await newcomer.getByLabel('一次性密码').fill(password);
  await newcomer.locator('#password').fill('洲头白鹭一行上青天去也');
  await newcomer.locator('#repeated').fill('洲头白鹭一行上青天去也');
  await newcomer.getByRole('button', { name: '保存新密码' }).click();
  expect(await newcomer.getByRole('alert').innerText()).toContain('至少 12 个字符');
  await newcomer.getByLabel('一次性密码').fill(password);
  await newcomer.locator('#password').fill('洲头白鹭一行直上青天去也');
  await newcomer.locator('#repeated').fill('洲头白鹭一行直上青天去也');
  await newcomer.getByRole('button', { name: '保存新密码' }).click();
  await heading(newcomer, '我的账号');

  await page.getByRole('link', { name: '白鹭洲' }).click();
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByText('白鹭洲的账号已停用').waitFor();
  await newcomer.reload();
  await heading(newcomer, '登录');
  await newcomer.context().close();
  await page.context().close();
}, 120_000);

test('whoever lacks a permission is told which one; what is another agency’s does not exist', async () => {
  const handler = await signedInAs(browser, site, { role: 'case-handler' });
  for (const path of ['/office/staff', '/office/agencies', '/office/settings', '/office/journal']) {
    const answer = await handler.goto(`${site.address}${path}`);
    expect(answer?.status(), path).toBe(403);
    await handler.getByText('您没有“').waitFor();
  }
  const answer = await handler.goto(`${site.address}/office/nowhere`);
  expect(answer?.status()).toBe(404);
  await handler.context().close();
});

test('signing in, delegating and signing out go by keyboard alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}/office/sign-in?to=/office/account`);
  const focus = async (id: string) => {
    for (let step = 0; step < 40; step += 1) {
      if ((await page.evaluate('document.activeElement.id')) === id) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${id}`);
  };
  await focus('username');
  await page.keyboard.type(sampleUsername('case-handler'));
  await page.keyboard.press('Tab');
  await page.keyboard.type('haitang-kai-2026');
  await page.keyboard.press('Enter');
  await heading(page, '我的账号');
  await focus('delegate');
  await page.keyboard.press('ArrowDown');
  await focus('firstDay');
  await page.locator('#firstDay').fill('2099-01-05');
  await page.locator('#lastDay').fill('2099-01-09');
  await page.locator('#lastDay').press('Enter');
  await page.getByText('委托已记下').waitFor();
  await page.getByRole('button', { name: /^收回/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('委托已收回').waitFor();
  await page.getByRole('button', { name: '退出' }).focus();
  await page.keyboard.press('Enter');
  await heading(page, '登录');
  expect(new URL(page.url()).pathname).toBe('/office/sign-in');
  await page.context().close();
});

test('without JavaScript everything works too', async () => {
  const page = await signedInAs(browser, site, { role: 'auditor' }, { javaScript: false });
  await page.goto(`${site.address}/office/journal`);
  await page.getByLabel('事项').selectOption('signed-in');
  await page.getByRole('button', { name: '查询' }).click();
  expect(new URL(page.url()).searchParams.get('event')).toBe('signed-in');
  expect(await page.getByRole('row').count()).toBeGreaterThan(1);
  await page.context().close();
});

const ADMINISTRATION: readonly (readonly ['administrator' | 'auditor' | 'case-handler', readonly string[]])[] = [
  [
    'administrator',
    [
      '/office/staff',
      '/office/staff/new',
      '/office/staff/01989f00-0000-7000-8000-000000000001',
      '/office/staff/01989f00-0000-7000-8000-000000000008',
      '/office/agencies',
      '/office/agencies/new',
      '/office/agencies/990101-001',
      '/office/settings',
      '/office/settings/second-factor-roles',
      '/office/nowhere',
    ],
  ],
  ['auditor', ['/office/journal', '/office/journal?event=signed-in&subject=x']],
  ['case-handler', ['/office/account', '/office/account/password', '/office/account/second-factor', '/office/staff']],
];

test.each([1280, 375])(
  'axe finds nothing on any page of administration at %i px, and none moves sideways',
  async width => {
    const outside = await browser.newPage({ viewport: { width, height: 800 } });
    await outside.goto(`${site.address}/office/sign-in`);
    expect(await accessibilityFaults(outside), 'sign-in').toEqual([]);
    await outside.getByRole('button', { name: '登录', exact: true }).click();
    await outside.getByRole('alert').waitFor();
    expect(await accessibilityFaults(outside), 'sign-in refused').toEqual([]);
    await outside.close();
    for (const [role, paths] of ADMINISTRATION) {
      const page = await signedInAs(browser, site, { role }, { width });
      for (const path of paths) {
        await page.goto(`${site.address}${path}`);
        expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} at ${width}`).toBe(width);
      }
      await page.context().close();
    }
  },
  120_000,
);

test('an answer of the office is kept by no cache, and its cookie is out of reach of scripts and other sites', async () => {
  const page = await signedInAs(browser, site, { role: 'reviewer' });
  const answer = await page.goto(`${site.address}/office/account`);
  expect(answer?.headers()['cache-control']).toBe('no-store');
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'gongkai-session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  const foreign = await page.request.post(`${site.address}/office/sign-out`, {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(foreign.status()).toBe(403);
  await page.reload();
  expect(await page.getByRole('button', { name: '退出' }).isVisible()).toBe(true);
  await page.context().close();
});
