import { expect, test } from 'vitest';
import { lodgingAt } from '../../applications/testing/lodgings.ts';
import { insertEntries, listEntries } from '../../applications/store/application-log.store.ts';
import { lodgeApplication } from '../../applications/actions/lodge-application.ts';
import { openDesk } from '../testing/open-desk.ts';

const FORM = {
  disputeKind: 'reconsideration',
  role: 'respondent',
  number: '',
  matter: '未按要求主动公开征收补偿方案',
  party: '卓清岚',
  organ: '示范市人民政府',
  reference: '示政复〔2026〕8号',
  procedure: 'ordinary',
  filedOn: '2026-03-02',
  servedOn: '2026-03-04',
};

test('a dispute is entered, counted, ended and goes on, each on one page; typed text stays where something is wrong', async () => {
  await using desk = await openDesk('2026-03-09');
  const lodged = await lodgeApplication(desk.deps, { kind: 'applicant' }, lodgingAt(desk.deps.today()));
  if (!lodged.ok) throw new Error('not lodged');
  const clerk = await desk.signIn('gu.wenlan');
  expect((await clerk.visit('/office/disputes')).body).toContain('没有案件');

  const wrong = await clerk.visit('/office/disputes/new', { ...FORM, number: '2026-0099', servedOn: '2026-03-01' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('本机关没有这个登记编号的申请');
  expect(wrong.body).toContain('value="卓清岚"');

  const entered = await clerk.visit('/office/disputes/new', { ...FORM, number: '2026-0001' });
  expect(entered.statusCode).toBe(303);
  const path = entered.headers.location!;
  const page = (await clerk.visit(path)).body;
  expect(page).toContain('申请 2026-0001 的答复');
  expect(page).toContain('卓清岚');
  expect(page).toContain('2026-03-18'); // ten working days from 4 March
  expect((await clerk.visit('/office/disputes?year=2026&group=reconsideration&column=pending')).body).toContain(
    '所计的 1 件',
  );

  const refused = await clerk.visit(`${path}/close`, { version: '1', result: 'revoked', on: '2026-03-01' });
  expect([refused.statusCode, refused.body.includes('早于提起')]).toEqual([422, true]);
  const closing = { version: '1', result: 'revoked', on: '2026-03-09', ordered: '重新答复', orderedOn: '2026-04-09' };
  expect((await clerk.visit(`${path}/close`, closing)).statusCode).toBe(303);
  expect((await clerk.visit(path)).body).toContain('结果纠正');
  expect((await clerk.visit('/office/disputes?year=2026&group=reconsideration&column=corrected')).body).toContain(
    '所计的 1 件',
  );
  const again = await clerk.visit(`${path}/reopen`, { version: '2', on: '2026-03-09', reason: '重新审理' });
  expect(again.statusCode).toBe(303);
  const amended = await clerk.visit(`${path}/amend`, {
    ...FORM,
    organ: '示范市政府',
    version: '3',
    reason: '名称写错',
  });
  expect(amended.statusCode).toBe(303);
  expect((await clerk.visit(path)).body).toContain('名称写错');
});

test('another agency finds nothing; who may not see personal data sees no name; an auditor enters nothing', async () => {
  await using desk = await openDesk('2026-03-09');
  const clerk = await desk.signIn('gu.wenlan');
  const path = (await clerk.visit('/office/disputes/new', FORM)).headers.location!;
  const stranger = await desk.signIn('mei.ruoxu');
  expect((await stranger.visit(path)).statusCode).toBe(404);
  expect((await stranger.visit(`${path}/close`, { version: '1' })).statusCode).toBe(404);
  const auditor = await desk.signIn('ji.huaijin');
  const page = await auditor.visit(path);
  expect([page.statusCode, page.body.includes('卓清岚')]).toEqual([200, false]);
  expect((await auditor.visit('/office/disputes/new', FORM)).statusCode).toBe(403);
  expect((await desk.stranger.visit(path)).statusCode).toBe(303);
});

test('a suit without 复议 against a refusal of Art. 14–16 is asked about before it is entered, and its page warns', async () => {
  await using desk = await openDesk('2026-03-09');
  const { queries } = desk.deps;
  const lodged = await lodgeApplication(desk.deps, { kind: 'applicant' }, lodgingAt(desk.deps.today()));
  if (!lodged.ok) throw new Error('not lodged');
  const log = await listEntries(queries, lodged.value.id);
  const on = Temporal.PlainDate.from('2026-02-02');
  const reply = { main: { kind: 'withheld', ground: 'internal-affairs' }, others: [] } as const;
  const act = { kind: 'replied', letter: null, reply, postedOn: on, deliveredOn: null } as const;
  await insertEntries(queries, lodged.value.id, [{ ...log.at(-1)!, sequence: log.length + 1, act }]);
  const clerk = await desk.signIn('gu.wenlan');
  const suit = { ...FORM, disputeKind: 'litigation', number: '2026-0001', organ: '示范市中级人民法院' };
  const asked = await clerk.visit('/office/disputes/new', suit);
  expect([asked.statusCode, asked.body.includes('应当先申请行政复议')]).toEqual([422, true]);
  expect(asked.body).toContain('name="routeChecked"');
  const entered = await clerk.visit('/office/disputes/new', { ...suit, routeChecked: 'yes' });
  expect(entered.statusCode).toBe(303);
  expect((await clerk.visit(entered.headers.location!)).body).toContain('应当先申请行政复议');
  await clerk.visit('/office/annual-report', { year: '2026' });
  expect((await clerk.visit('/office/annual-report/2026')).body).toContain('应当先申请行政复议');
});
