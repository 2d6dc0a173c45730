import { expect, test } from 'vitest';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { listApplicants } from '../../applications/store/applicant.store.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import { openDesk } from '../testing/open-desk.ts';
import type { Desk, DeskBrowser } from '../testing/open-desk.ts';

const NEW = '/office/applications/new';
const REGISTER = `${NEW}/register`;

const LETTER = {
  channel: 'signed-post',
  signedOn: '2026-11-19',
  caseKind: 'information',
  applicantKind: 'naturalPerson',
  name: '苏晓棠',
  identityDocument: 'resident-identity-card',
  identityNumber: '990101199003070021',
  telephone: '000-00000001',
  address: '示范市晴川区柳堤路8号',
  description: '晴川区2025年老旧小区改造资金使用情况',
  supplyForm: 'paper',
  supplyRoute: 'post',
};

const idIn = (location: unknown) => String(location).split('/').at(-1) as ApplicationId;

async function register(browser: DeskBrowser, form: Readonly<Record<string, string>>) {
  const answer = await browser.visit(REGISTER, form);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('/office/applications/')]);
  return idIn(answer.headers.location);
}

async function fileOf({ deps }: Desk, id: ApplicationId) {
  const file = await findCaseFile(deps.queries, id);
  if (file === undefined) throw new Error('no file');
  return file;
}

test('before anything is saved the page says when it was received and when the reply is due', async () => {
  await using desk = await openDesk('2026-11-20');
  const browser = await desk.signIn('gu.wenlan');
  const { body, statusCode } = await browser.visit(NEW, LETTER);
  expect(statusCode).toBe(200);
  expect(body).toContain('2026年11月19日（星期四）');
  expect(body).toContain('2026年12月17日（星期四）');
  expect(body).toContain('没有找到同一申请人以前的申请');
  expect(await desk.deps.queries.selectFrom('applications').select('id').execute()).toEqual([]);
});

test('a letter is registered with one form, a check and a press; nothing of it is typed twice', async () => {
  await using desk = await openDesk('2026-11-20');
  const browser = await desk.signIn('song.qiubai');
  const check = await browser.visit(NEW, LETTER);
  const carried = [...check.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  const form = Object.fromEntries(carried.map(([, name, value]) => [name!, value!]));
  const id = await register(browser, { ...form, handler: '01989f00-0000-7000-8000-000000000001' });
  const { registration, application, log } = await fileOf(desk, id);
  expect(registration.requested.description).toBe(LETTER.description);
  expect(application.stage).toBe('in-hand');
  expect(application.handler).toBe('01989f00-0000-7000-8000-000000000001');
  expect(log.map(({ act }) => act.kind)).toEqual(['lodged', 'assigned']);
  const [applicant] = await listApplicants(desk.deps.queries, desk.deps.sealing, id);
  expect(applicant?.name).toBe('苏晓棠');
  const page = await browser.visit(`/office/applications/${id}`);
  expect(page.body).toContain('查询码和密码只显示这一次');
  expect((await browser.visit(`/office/applications/${id}`)).body).not.toContain('查询码和密码只显示这一次');
});

test('each channel asks for its own day; the day of receipt is nowhere to be typed', async () => {
  await using desk = await openDesk('2026-11-20');
  const browser = await desk.signIn('gu.wenlan');
  const form = (await browser.visit(NEW)).body;
  expect(form).not.toContain('receivedOn');
  const received = async (change: Record<string, string>) => {
    const { signedOn: _signed, ...rest } = LETTER;
    const id = await register(browser, { ...rest, ...change });
    const row = await desk.deps.queries
      .selectFrom('applications')
      .select(['received_on', 'stage'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return [row.stage, row.received_on];
  };
  expect(await received({ channel: 'in-person', 'submittedOn-in-person': '2026-11-18' })).toEqual([
    'in-hand',
    '2026-11-18',
  ]);
  expect(await received({ channel: 'oral', 'submittedOn-oral': '2026-11-18' })).toEqual(['in-hand', '2026-11-18']);
  expect(await received({ channel: 'fax', 'arrivedOn-fax': '2026-11-18' })).toEqual(['awaiting-confirmation', null]);
  expect(
    await received({
      channel: 'email',
      'arrivedOn-email': '2026-11-18',
      confirmed: 'yes',
      confirmedOn: '2026-11-19',
      how: 'telephone',
    }),
  ).toEqual(['in-hand', '2026-11-19']);
});

test('what is missing is named and kept, what cannot be is refused at its field with everything typed still there', async () => {
  await using desk = await openDesk('2026-11-20');
  const browser = await desk.signIn('gu.wenlan');
  const bare = { ...LETTER, identityNumber: '', telephone: '', address: '' };
  expect((await browser.visit(NEW, bare)).body).toContain('来件缺少身份证明、联系方式');
  const wrong = await browser.visit(NEW, { ...LETTER, description: '', signedOn: '2026-02-30' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('请填写所需信息');
  expect(wrong.body).toContain('签收日期（收发室签收也算）不是有效的日期');
  expect(wrong.body).toContain('value="苏晓棠"');
  const future = await browser.visit(REGISTER, { ...LETTER, signedOn: '2026-11-21' });
  expect(future.statusCode).toBe(422);
  const back = await browser.visit(REGISTER, { ...LETTER, back: 'yes' });
  expect(back.body).toContain('value="苏晓棠"');
  expect(await desk.deps.queries.selectFrom('applications').select('id').execute()).toEqual([]);
});

test('what the same applicant asked before is shown with the difference; the system refuses nobody', async () => {
  await using desk = await openDesk('2026-11-20');
  const browser = await desk.signIn('gu.wenlan');
  await register(browser, LETTER);
  const again = { ...LETTER, name: '苏 晓棠', description: '晴川区2024年老旧小区改造资金使用情况' };
  const check = await browser.visit(NEW, again);
  expect(check.body).toContain('同一申请人以前的申请（1 件）');
  expect(check.body).toMatch(/<del>2025<\/del><ins>2024<\/ins>/);
  await register(browser, again);
  const other = await browser.visit(NEW, { ...LETTER, name: '别人', identityNumber: '990101199003070048' });
  expect(other.body).toContain('没有找到同一申请人以前的申请');
});

test('whoever may not register is refused, also when they know the address', async () => {
  await using desk = await openDesk('2026-11-20');
  for (const username of ['tang.yuanshan', 'ji.huaijin', 'xie.changfeng', 'ruan.mingde']) {
    const browser = await desk.signIn(username);
    expect([username, (await browser.visit(NEW)).statusCode]).toEqual([username, 403]);
    expect([username, (await browser.visit(REGISTER, LETTER)).statusCode]).toEqual([username, 403]);
  }
});
