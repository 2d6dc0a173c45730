import { expect, test } from 'vitest';
import { lodgeApplication } from '../../applications/actions/lodge-application.ts';
import type { Lodging } from '../../applications/actions/lodge-application.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { CITIZEN, lodgingAt } from '../../applications/testing/lodgings.ts';
import { openDesk } from '../testing/open-desk.ts';
import type { Desk } from '../testing/open-desk.ts';
import { ACT_FORMS } from './acts/index.ts';

const HANDLER = 'gu.wenlan';

async function lodge(desk: Desk, altered: Partial<Lodging> = {}) {
  const lodged = await lodgeApplication(desk.deps, { kind: 'applicant' }, lodgingAt(desk.deps.today(), altered));
  if (!lodged.ok) throw new Error('not lodged');
  return `/office/applications/${lodged.value.id}`;
}

const ONLINE = (day: string): Partial<Lodging> => ({
  intake: { channel: 'online', submittedOn: Temporal.PlainDate.from(day), arrivedOn: null, signedOn: null },
});

async function stateOf(desk: Desk, path: string) {
  const file = await findCaseFile(desk.deps.queries, path.split('/').at(-1) as never);
  if (file === undefined) throw new Error('no file');
  return file;
}

const journalled = async ({ deps }: Desk, event: string) =>
  (await deps.queries.selectFrom('journal').select('id').where('event', '=', event).execute()).length;

test('a case says where it stands, until when and why, in words', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  desk.on('2026-12-11');
  const { body } = await (await desk.signIn(HANDLER)).visit(path);
  for (const words of [
    '办理中',
    '2026年12月18日（星期五）',
    '还剩 5 个工作日',
    '以提交之日为收到申请之日',
    '第 20 日 到期',
    '提出申请',
  ])
    expect(body).toContain(words);
});

test('the applicant is covered until somebody who may see them asks, and that is in the journal', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  const browser = await desk.signIn(HANDLER);
  const covered = await browser.visit(path);
  expect(covered.body).toContain('苏**');
  for (const secret of [CITIZEN.name, '990101199003070021', 'su@example.cn'])
    expect(covered.body).not.toContain(secret);
  expect(await journalled(desk, 'personal-data-seen')).toBe(0);
  const shown = await browser.visit(`${path}/applicant`, {});
  expect(shown.body).toContain(CITIZEN.name);
  expect(shown.body).toContain('990101199003070021');
  expect(await journalled(desk, 'personal-data-seen')).toBe(1);
  const auditor = await desk.signIn('ji.huaijin');
  expect((await auditor.visit(path)).body).toContain('苏**');
  expect((await auditor.visit(`${path}/applicant`, {})).statusCode).toBe(403);
});

test('what became of each notice to the applicant stands on the case, without the address it goes to', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk, { ...ONLINE('2026-11-20'), notifyBy: 'email' });
  const browser = await desk.signIn(HANDLER);
  await browser.visit(`${path}/acts/confirm-receipt`, { version: '1', on: '2026-11-20', how: 'telephone' });
  const noted = await browser.visit(path);
  expect(noted.body).toContain('邮件：等待发送');
  expect(noted.body).not.toContain('su@example.cn');
});

test('receipt is confirmed with one press, and the page says what the due day has become', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk, ONLINE('2026-11-20'));
  const browser = await desk.signIn(HANDLER);
  const page = await browser.visit(path);
  const version = /name="version" value="(\d+)"/.exec(page.body)![1]!;
  const form = { version, on: '2026-11-20', how: 'telephone' };
  expect((await browser.visit(`${path}/acts/confirm-receipt`, form)).headers.location).toBe(path);
  expect((await browser.visit(path)).body).toContain('确认收到已办理，答复期限现在是 2026-12-18');
  expect((await stateOf(desk, path)).application.stage).toBe('in-hand');
});

test('whoever comes second is told what happened meanwhile, and what they typed is kept', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  const [one, other] = [await desk.signIn(HANDLER), await desk.signIn('lin.shouyi')];
  await one.visit(`${path}/acts/note`, { version: '1', text: '已电话联系档案室' });
  const second = await other.visit(`${path}/acts/withdraw`, {
    version: '1',
    on: '2026-11-20',
    reason: '申请人来函撤回',
  });
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('其他人已经办理了这件申请');
  expect(second.body).toContain('已电话联系档案室');
  expect(second.body).toContain('顾文澜');
  expect(second.body).toContain('申请人来函撤回</textarea>');
  const version = /name="version" value="(\d+)"/.exec(second.body)![1]!;
  const again = await other.visit(`${path}/acts/withdraw`, { version, on: '2026-11-20', reason: '申请人来函撤回' });
  expect(again.statusCode).toBe(303);
});

test('a refusal names the article, and a form that cannot be used its fields', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  desk.on('2026-12-21');
  const browser = await desk.signIn(HANDLER);
  const late = await browser.visit(`${path}/acts/ask-extension`, {
    version: '1',
    workingDays: '20',
    reason: '需要查找档案',
  });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('答复期限已过，不能再延期（依据：《中华人民共和国政府信息公开条例》第三十三条第二款）');
  expect(late.body).toContain('需要查找档案');
  const wrong = await browser.visit(`${path}/acts/ask-extension`, { version: '1', workingDays: '21', reason: '' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('延长的工作日数请填1至20之间的整数');
  expect(wrong.body).toContain('请填写延期的原因');
});

test('nobody of another agency sees a case, its acts, its files or its applicant, nor learns that it exists', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  const nowhere = '/office/applications/01989f00-0000-7000-8000-00000000ffff';
  for (const username of ['mei.ruoxu', 'yan.beiming', 'ruan.mingde', 'xie.changfeng']) {
    const browser = await desk.signIn(username);
    const statuses = async (base: string) => {
      const answers = [
        await browser.visit(base),
        await browser.visit(`${base}/applicant`, {}),
        await browser.visit(`${base}/fee`),
        await browser.visit(`${base}/receipt`),
        await browser.visit(`${base}/receipt.pdf`),
        await browser.visit(`${base}/files/01989f00-0000-7000-8000-00000000eeee`),
      ];
      for (const { name } of ACT_FORMS) {
        answers.push(await browser.visit(`${base}/acts/${name}`));
        answers.push(await browser.visit(`${base}/acts/${name}`, { version: '1' }));
      }
      return answers.map(({ statusCode }) => statusCode);
    };
    const all = await statuses(path);
    expect([username, new Set(all)]).toEqual([username, new Set([404])]);
    expect([username, await statuses(nowhere)]).toEqual([username, all]);
  }
  expect((await stateOf(desk, path)).log).toHaveLength(1);
});

test('every form of an act can be opened at least by somebody, and says what it does', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  const browser = await desk.signIn('song.qiubai');
  for (const { name, title } of ACT_FORMS) {
    const page = await browser.visit(`${path}/acts/${name}`);
    expect([name, [200, 409].includes(page.statusCode)]).toEqual([name, true]);
    expect(page.body).toContain(title);
  }
});

test('the fee is computed step by step from the month and from the pages', async () => {
  await using desk = await openDesk('2026-11-20');
  for (let number = 0; number < 10; number += 1) await lodge(desk);
  const eleventh = await lodge(desk);
  const browser = await desk.signIn('tang.yuanshan');
  const page = await browser.visit(`${eleventh}/fee?pages=150`);
  expect(page.body).toContain('之前已计 10 件');
  expect(page.body).toContain('合计：100元');
  const clerk = await desk.signIn(HANDLER);
  const notice = /href="([^"]+letters\/new\?kind=fee-notice[^"]+pages=150)"/
    .exec((await clerk.visit(`${eleventh}/fee?pages=150`)).body)![1]!
    .replaceAll('&amp;', '&');
  const draft = await clerk.visit(notice);
  expect(draft.body).toContain('1700');
  expect(page.body).toContain('= 1700元');
  expect((await browser.visit(`${eleventh}/fee?pages=x`)).statusCode).toBe(200);
});

test('a unit answers what it was asked without seeing the case', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  const asking = await desk.signIn(HANDLER);
  const asked = {
    version: '1',
    unit: '990101-002',
    unitName: '',
    question: '请查找学校改扩建的征收补偿方案',
    dueOn: '2026-11-27',
  };
  expect((await asking.visit(`${path}/acts/ask-search`, asked)).statusCode).toBe(303);
  const unit = await desk.signIn('mei.ruoxu');
  const tasks = await unit.visit('/office/search-tasks');
  expect(tasks.body).toContain('请查找学校改扩建的征收补偿方案');
  expect(tasks.body).toContain('还剩 5 个工作日');
  expect(tasks.body).not.toContain('苏**');
  const form = /action="(\/office\/search-tasks\/[^"]+)"/.exec(tasks.body)![1]!;
  const empty = await unit.visit(form, { result: '' });
  expect(empty.statusCode).toBe(422);
  const stranger = await desk.signIn('yan.beiming');
  await stranger.visit(form, { found: 'yes', result: '冒名' });
  expect((await stateOf(desk, path)).application.searches[0]?.answeredOn).toBeNull();
  expect((await unit.visit(form, { found: 'no', result: '查过基建档案，没有' })).statusCode).toBe(303);
  const { application } = await stateOf(desk, path);
  expect(application.searches[0]).toMatchObject({ found: false, result: '查过基建档案，没有' });
  expect((await unit.visit('/office/search-tasks')).body).toContain('没有其他机关交来的协查任务');
});

test('due days can be read by a calendar program with the token alone, and a renewed token shuts the old one', async () => {
  await using desk = await openDesk('2026-11-20');
  const path = await lodge(desk);
  const head = await desk.signIn('song.qiubai');
  await head.visit(`${path}/acts/assign`, { version: '1', to: '01989f00-0000-7000-8000-000000000001' });
  const browser = await desk.signIn(HANDLER);
  const renew = async () => {
    await browser.visit('/office/reminders/feed', {});
    const { body } = await browser.visit('/office/reminders');
    return /token=([\w-]{43})/.exec(body)![1]!;
  };
  const first = await renew();
  const feed = async (token: string) => desk.stranger.visit(`/office/due-dates.ics?token=${token}`);
  const calendar = await feed(first);
  expect(calendar.statusCode).toBe(200);
  expect(calendar.headers['content-type']).toContain('text/calendar');
  expect(calendar.body).toContain('SUMMARY:答复期限 2026-0001');
  expect(calendar.body).toContain('DTSTART;VALUE=DATE:20261218');
  expect(calendar.body).not.toContain('苏');
  const second = await renew();
  expect((await feed(first)).statusCode).toBe(404);
  expect((await feed(second)).statusCode).toBe(200);
  await browser.visit('/office/reminders/feed/end', {});
  expect((await feed(second)).statusCode).toBe(404);
  expect((await feed('x')).statusCode).toBe(404);
});

test('what somebody else has asked for too is shown with the way to publish it for everybody', async () => {
  await using desk = await openDesk('2026-11-20');
  await lodge(desk, {
    applicants: [{ ...CITIZEN, name: '卫长庚', identityNumber: '990101199003070048' }] as Lodging['applicants'],
  });
  const own = await lodge(desk);
  const { body } = await (await desk.signIn(HANDLER)).visit(own);
  expect(body).toContain('其他申请人也申请过相近的信息（近一年 1 件）');
  expect(body).toContain('条例第四十四条');
  expect(body).not.toContain('同一申请人的其他申请');
});
