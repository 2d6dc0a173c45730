import { randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { CLIENT, startIdentityProvider } from '../../test/federation/identity-provider.ts';
import { addSampleStaff } from '../people/actions/add-sample-staff.ts';
import { createFirstAdministrator } from '../people/actions/first-administrator.ts';
import { registerAgency } from '../people/actions/register-agency.ts';
import { PEOPLE_EVENT_NAME } from '../people/rules/journal-event-name.ts';
import { PEOPLE_SETTINGS, SECOND_FACTOR_ROLES } from '../people/rules/settings.ts';
import { saveSetting } from '../people/store/setting.store.ts';
import type { Database } from '../platform/database/database.ts';
import { openTestDatabase } from '../platform/database/testing/test-database.ts';
import { openFederation } from '../platform/federation/federation.ts';
import type { Federation } from '../platform/federation/federation.ts';
import { createSealing } from '../platform/sealing/sealing.ts';
import { loadOfficeAssets } from './assets.ts';
import { officeRoutes } from './office.routes.ts';

const START = Temporal.Instant.from('2026-11-25T01:00:00Z');

/** The office on a clock that the test sets, and a browser that keeps cookies. */
async function openOffice(database: Database, more: { federation?: Federation; publicAddress?: string } = {}) {
  const clock = { now: START };
  const server = fastify();
  await server.register(formbody);
  await officeRoutes(server, {
    database,
    sealing: createSealing([randomBytes(32)]),
    assets: loadOfficeAssets(),
    now: () => clock.now,
    today: () => clock.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate(),
    publicAddress: more.publicAddress ?? null,
    federation: more.federation ?? null,
    settings: PEOPLE_SETTINGS,
    eventNames: PEOPLE_EVENT_NAME,
  });
  return { server, clock };
}

function browserOn(server: FastifyInstance) {
  const cookies = new Map<string, string>();
  const visit = async (path: string, form?: Readonly<Record<string, string>>, headers: Record<string, string> = {}) => {
    const answer = await server.inject({
      method: form === undefined ? 'GET' : 'POST',
      url: path,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(form === undefined ? {} : { payload: new URLSearchParams(form).toString() }),
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    return answer;
  };
  const signIn = (username: string, password: string = SAMPLE_PASSWORD) =>
    visit('/office/sign-in', { username, password });
  return { cookies, visit, signIn };
}

async function loadDistrict({ queries }: Database) {
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await addSampleStaff(queries, SAMPLE_STAFF, SAMPLE_PASSWORD, START);
}

test('a session that nobody touches for half an hour is over, one in use lasts twelve hours', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { server, clock } = await openOffice(database);
  const browser = browserOn(server);
  expect((await browser.signIn('gu.wenlan')).headers.location).toBe('/office');
  const status = async (minutes: number) => {
    clock.now = START.add({ minutes });
    return (await browser.visit('/office/account')).statusCode;
  };
  expect(await status(29)).toBe(200);
  expect(await status(58)).toBe(200);
  expect(await status(89)).toBe(303);
  clock.now = START;
  await browser.signIn('gu.wenlan');
  for (let minutes = 20; minutes < 720; minutes += 20) expect(await status(minutes), `after ${minutes}`).toBe(200);
  expect(await status(720)).toBe(303);
});

test('signing in gives a new token, and the one before opens nothing any more', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { server } = await openOffice(database);
  const browser = browserOn(server);
  await browser.signIn('gu.wenlan');
  const before = browser.cookies.get('gongkai-session')!;
  await browser.signIn('lin.shouyi');
  expect(browser.cookies.get('gongkai-session')).not.toBe(before);
  const other = browserOn(server);
  other.cookies.set('gongkai-session', before);
  expect((await other.visit('/office/account')).statusCode).toBe(303);
});

test('a change that another site asks for is refused, by whichever sign the browser gives', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { server } = await openOffice(database);
  const browser = browserOn(server);
  await browser.signIn('gu.wenlan');
  const post = async (headers: Record<string, string>) =>
    (
      await server.inject({
        method: 'POST',
        url: '/office/account/sessions',
        headers: {
          host: 'zw.example',
          cookie: `gongkai-session=${browser.cookies.get('gongkai-session')}`,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: 'others=yes',
      })
    ).statusCode;
  for (const headers of [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://zw.example' },
  ])
    expect(await post(headers), JSON.stringify(headers)).toBe(403);
  expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(303);
  expect(await post({ origin: 'http://zw.example' })).toBe(303);
});

test('under https every cookie is bound to the host and never goes in the clear', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { server } = await openOffice(database, { publicAddress: 'https://zw.example' });
  const answer = await browserOn(server).signIn('gu.wenlan');
  const cookies = answer.cookies.map(({ name, secure, httpOnly, path, domain }) => ({
    name,
    secure,
    httpOnly,
    path,
    domain,
  }));
  expect(cookies.map(({ name }) => name)).toEqual(['__Host-gongkai-session', '__Host-gongkai-device']);
  for (const cookie of cookies)
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, path: '/', domain: undefined });
});

test('of another agency nothing is seen and nothing is changed, not even that it is there', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { queries } = database;
  await queries.insertInto('staff_roles').values({ staff: SAMPLE_STAFF[10]!.id, role: 'administrator' }).execute();
  const { server } = await openOffice(database);
  const bureau = browserOn(server);
  await bureau.signIn('mei.ruoxu');
  expect((await bureau.visit('/office/staff')).body).not.toContain('顾文澜');
  const nobody = await bureau.visit('/office/staff/01989f00-0000-7000-8000-999999999999');
  const foreign = await bureau.visit(`/office/staff/${SAMPLE_STAFF[0]!.id}`);
  expect([nobody.statusCode, foreign.statusCode]).toEqual([404, 404]);
  expect(foreign.body.replaceAll(SAMPLE_STAFF[0]!.id, '')).toBe(
    nobody.body.replaceAll('01989f00-0000-7000-8000-999999999999', ''),
  );
  for (const act of ['disable', 'reset-password', 'end-sessions', 'reset-second-factor'])
    expect((await bureau.visit(`/office/staff/${SAMPLE_STAFF[0]!.id}/act`, { act })).statusCode).toBe(404);
  expect((await bureau.visit('/office/agencies/990101-001')).statusCode).toBe(404);
  expect((await bureau.visit('/office/agencies/990101-002')).statusCode).toBe(200);
  expect((await bureau.visit('/office/journal')).statusCode).toBe(403);
});

test('the first administrator is led from the one-time password to the second factor to the own agency', async () => {
  await using database = await openTestDatabase();
  const first = (await createFirstAdministrator(database.queries, START))!;
  const { server } = await openOffice(database);
  const browser = browserOn(server);
  await browser.signIn(first.username, first.oneTimePassword);
  const led = async () => (await browser.visit('/office/staff')).headers.location;
  expect(await led()).toBe('/office/account/password');
  const password = '只有我自己知道的一句话呀';
  await browser.visit('/office/account/password', { current: first.oneTimePassword, password, repeated: password });
  expect(await led()).toBe('/office/account/second-factor');
  await saveSetting(database.queries, SECOND_FACTOR_ROLES, null, [], START);
  expect(await led()).toBe('/office/set-up');
  const facts = { code: '990101-001', name: '示例区人民政府办公室', shortName: '区政府办', kind: 'government-office' };
  const refused = await browser.visit('/office/set-up', { ...facts, code: 'wrong' });
  expect([refused.statusCode, refused.body.includes('示例区人民政府办公室')]).toEqual([422, true]);
  await browser.visit('/office/set-up', { ...facts, governmentName: '示例区人民政府', governmentCode: '990101-000' });
  expect((await browser.visit('/office/staff')).statusCode).toBe(200);
});

test('统一身份认证 signs in the account that is bound, and nobody where an answer is not what was asked for', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  await database.queries
    .updateTable('staff')
    .set({ federated_subject: 'province:1' })
    .where('username', '=', 'gu.wenlan')
    .execute();
  const provider = await startIdentityProvider();
  const place = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, claim: 'sub' };
  const { server } = await openOffice(database, {
    federation: openFederation(place),
    publicAddress: 'http://zw.example',
  });
  const goThere = async (browser: ReturnType<typeof browserOn>) => {
    const sent = await browser.visit('/office/sign-in/federation?to=/office/account');
    const back = await fetch(String(sent.headers.location), { redirect: 'manual' });
    const url = new URL(back.headers.get('location') ?? '');
    return `${url.pathname}${url.search}`;
  };
  const browser = browserOn(server);
  expect((await browser.visit('/office/sign-in')).body).toContain('用统一身份认证登录');
  const answer = await browser.visit(await goThere(browser));
  expect(answer.headers.location).toBe('/office/account');
  expect((await browser.visit('/office/account')).body).toContain('顾文澜');

  const refused = async (mend: () => void) => {
    mend();
    const other = browserOn(server);
    const answer = await other.visit(await goThere(other));
    return [answer.statusCode, other.cookies.get('gongkai-session')];
  };
  for (const fault of ['nonce', 'audience', 'signature'] as const)
    expect(await refused(() => void (provider.fault = fault)), fault).toEqual([422, undefined]);
  provider.fault = 'none';
  expect(await refused(() => void (provider.person = 'province:2'))).toEqual([422, undefined]);
  provider.person = 'province:1';
  // An answer that was made for one browser opens nothing in another.
  const stranger = browserOn(server);
  expect((await stranger.visit(await goThere(browserOn(server)))).statusCode).toBe(422);
  await provider.stop();
  const down = await openOffice(database, { federation: openFederation({ ...place, issuer: 'http://127.0.0.1:9' }) });
  expect((await browserOn(down.server).visit('/office/sign-in/federation')).body).toContain('连接不上');
});

test('the journal shows an auditor what was done, filtered by the address, and an administrator nothing', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { server } = await openOffice(database);
  const auditor = browserOn(server);
  await browserOn(server).signIn('mei.ruoxu');
  await auditor.signIn('ji.huaijin');
  const all = (await auditor.visit('/office/journal')).body;
  expect(all).toContain('共 2 条');
  expect((await auditor.visit('/office/journal?agency=990101-002')).body).toContain('共 1 条');
  expect((await auditor.visit('/office/journal?from=2026-11-26')).body).toContain('没有符合条件的记录');
  expect((await auditor.visit('/office/journal?page=-3&from=x&actor=%27&event=%FF')).statusCode).toBe(200);
  expect((await auditor.visit('/office/journal?event=%00')).statusCode).toBe(400);
  expect((await auditor.visit('/office/sign-in', { username: 'a\0', password: 'b' })).statusCode).toBe(400);
  const administrator = browserOn(server);
  await administrator.signIn('ruan.mingde');
  expect((await administrator.visit('/office/journal')).statusCode).toBe(403);
});

test('a form that is sent after the session has ended is kept for its sender, and for nobody else', async () => {
  await using database = await openTestDatabase();
  await loadDistrict(database);
  const { server, clock } = await openOffice(database);
  const browser = browserOn(server);
  await browser.signIn('ruan.mingde');
  clock.now = START.add({ minutes: 31 });
  const facts = { name: '晚来的人', username: 'late.one', agency: '990101-001', roles: 'case-handler' };
  const late = await browser.visit('/office/staff/new', facts);
  expect(late.body).toContain('刚才填写的内容没有丢失');
  expect(late.body).not.toContain('晚来的人');
  const kept = /name="kept" value="([^"]+)"/.exec(late.body)?.[1] ?? '';
  const other = browserOn(server);
  const foreign = await other.visit('/office/sign-in', { username: 'gu.wenlan', password: SAMPLE_PASSWORD, kept });
  expect(foreign.headers.location).toBe('/office');
  const again = await browser.visit('/office/sign-in', { username: 'ruan.mingde', password: SAMPLE_PASSWORD, kept });
  expect(again.body).toContain('继续提交刚才的内容吗');
  const values = [...again.body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name!, value!] as const,
  );
  expect(Object.fromEntries(values)).toEqual(facts);
  expect((await browser.visit('/office/staff/new', Object.fromEntries(values))).headers.location).toBe('/office/staff');
  // What was typed on the pages of passwords is not kept in any page.
  clock.now = START.add({ minutes: 90 });
  const secret = await browser.visit('/office/account/password', { current: SAMPLE_PASSWORD });
  expect(secret.headers.location).toContain('/office/sign-in');
});
