import type { Browser, Page } from 'playwright-core';
import { SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import type { Role } from '../../src/people/rules/role.ts';
import type { Site } from './site.ts';

/** The sample account of an agency that has a role; the first of them where there are several. */
export function sampleUsername(role: Role, agency = '990101-001'): string {
  const officer = SAMPLE_STAFF.find(candidate => candidate.agency === agency && candidate.roles.includes(role));
  if (officer === undefined) throw new Error(`no sample officer is ${role} of ${agency}`);
  return officer.username;
}

/** Fills the real form of the sign-in page on which the browser is. */
export async function fillSignIn(page: Page, username: string, password: string = SAMPLE_PASSWORD): Promise<void> {
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** A page of a browser of its own, signed in by the real form as the sample officer with that role (or account name). */
export async function signedInAs(
  browser: Browser,
  site: Site,
  who: { readonly role: Role; readonly agency?: string } | { readonly username: string },
  options: { readonly width?: number; readonly javaScript?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    javaScriptEnabled: options.javaScript ?? true,
  });
  const page = await context.newPage();
  await page.goto(`${site.address}/office/sign-in`);
  await fillSignIn(page, 'username' in who ? who.username : sampleUsername(who.role, who.agency));
  await page.getByRole('button', { name: '退出' }).waitFor();
  return page;
}
