import { expect, test } from 'vitest';
import { answeredLine } from './answered/answered-line.ts';
import { clearFormDrafts } from '../../applications/actions/clear-form-drafts.ts';
import { confirmReceipt } from '../../applications/actions/confirm-receipt.ts';
import { perform } from '../../applications/actions/perform.ts';
import type { Act } from '../../applications/rules/application-log.ts';
import type { ApplicationId, ConsultationId } from '../../applications/rules/ids.ts';
import { ANSWERED_LIST } from '../../applications/rules/settings.ts';
import { listFiles } from '../../applications/store/application-file.store.ts';
import { findForm } from '../../applications/store/application-form.store.ts';
import { findCaseFile } from '../../applications/store/application.store.ts';
import { listEndedDrafts } from '../../applications/store/form-draft.store.ts';
import { insertConsultation } from '../../applications/store/consultation.store.ts';
import { done, lodge, OFFICE, SCHOOLS } from '../../applications/testing/acting.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { ok } from '../../kernel/result.ts';
import { saveSetting } from '../../people/store/setting.store.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import { openMessage, takeDueMessages } from '../../platform/outbox/outbox.store.ts';
import { openPortalSite } from '../testing/portal-site.ts';
import type { PortalSite, Visitor } from '../testing/portal-site.ts';

const NEW = '/applications/new';
const TYPED = {
  agency: OFFICE,
  applicants: '1',
  'applicant1-kind': 'person',
  'applicant1-name': '周明远',
  'applicant1-document': 'resident-identity-card',
  'applicant1-number': '11010519491231002X',
  'applicant1-telephone': '13800000000',
  description: '2025年老旧小区改造项目名单',
  'supply-form': 'electronic',
  'supply-route': 'online',
  notify: 'sms',
  step: 'check',
} as const;

/** Fills in the form as a person does, up to the page on which it is checked. */
async function fill(site: PortalSite, visitor: Visitor, altered: Record<string, string | Blob> = {}) {
  await visitor.get(`${NEW}?agency=${OFFICE}`);
  site.pass({ seconds: 40 });
  return post(visitor, altered);
}

/** Sends the form and goes where it leads, as a browser does. */
async function post(visitor: Visitor, altered: Record<string, string | Blob> = {}) {
  const answer = await visitor.post(NEW, { ...visitor.hidden(), ...TYPED, ...altered });
  return answer.location === null ? answer : visitor.get(answer.location.split('#')[0]!);
}

const codesOf = (text: string) => {
  const [, code, password] = /查询码 ([A-Z2-9-]{14}) .*?查询密码 ([A-Z2-9-]{9})/.exec(text)!;
  return { code: code!, password: password! };
};

async function apply(site: PortalSite, visitor: Visitor, altered: Record<string, string | Blob> = {}) {
  await fill(site, visitor, altered);
  await visitor.post('/applications/send', visitor.hidden());
  return codesOf((await visitor.get('/applications/receipt')).text);
}

const rowsOf = ({ acting }: PortalSite) => acting.deps.queries.selectFrom('applications').selectAll().execute();

/** An officer's acts on the only file. */
async function act(site: PortalSite, ...acts: readonly Act[]) {
  const [row] = await rowsOf(site);
  const party = await site.acting.officer(['case-handler', 'signatory', 'disclosure-head']);
  done(await perform(site.acting.deps, party, { id: row!.id as ApplicationId, version: null }, () => ok({ acts })));
  return row!.id as ApplicationId;
}

test('what is checked is what is kept, sent twice it is lodged once, and the receipt leads to the file', async () => {
  await using site = await openPortalSite('2026-11-25');
  const visitor = site.visitor();
  const check = await fill(site, visitor);
  expect(check).toMatchObject({ status: 200 });
  expect(check.text).toContain('11010519491231002X');
  const unseen = visitor.hidden();
  const sent = await Promise.all([
    visitor.post('/applications/send', unseen),
    visitor.post('/applications/send', unseen),
  ]);
  expect(sent.map(({ status, location }) => [status, location])).toEqual([
    [303, '/applications/receipt'],
    [303, '/applications/receipt'],
  ]);
  const rows = await rowsOf(site);
  expect(rows).toHaveLength(1);
  const kept = await findForm(
    site.acting.deps.queries,
    site.acting.deps.sealing,
    rows[0]!.id as ApplicationId,
    'application',
  );
  for (const text of ['周明远', '11010519491231002X', '2025年老旧小区改造项目名单', '短信通知'])
    expect(kept).toContain(text);

  const first = codesOf((await visitor.get('/applications/receipt')).text);
  expect(codesOf((await visitor.get('/applications/receipt')).text)).toEqual(first);
  const asked = await visitor.post('/applications/status', {
    code: first.code.toLowerCase(),
    password: first.password,
  });
  expect([asked.status, asked.location]).toEqual([303, '/applications/status/file']);
  expect((await visitor.get('/applications/status/file')).text).toContain('等待与您确认');
});

test('going back after sending and sending something else is another application', async () => {
  await using site = await openPortalSite('2026-11-25');
  const visitor = site.visitor();
  await fill(site, visitor);
  const { draft } = visitor.hidden();
  await visitor.post('/applications/send', { draft: draft! });
  expect((await visitor.get(`/applications/check?draft=${draft!}`)).location).toBe('/applications/receipt');
  const again = await visitor.get(`${NEW}?draft=${draft!}`);
  expect(again.body).toContain('2025年老旧小区改造项目名单');
  site.pass({ seconds: 40 });
  await post(visitor, { description: '另一件事' });
  await visitor.post('/applications/send', visitor.hidden());
  expect((await rowsOf(site)).map(row => row.requested_description).toSorted()).toEqual(
    ['2025年老旧小区改造项目名单', '另一件事'].toSorted(),
  );
});

test('a refused form holds what was typed and the files that came with it', async () => {
  await using site = await openPortalSite('2026-11-25');
  const visitor = site.visitor();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const refused = await fill(site, visitor, {
    'applicant1-name': '',
    'identity-proof': new File([png], '身份证.png', { type: 'image/png' }),
  });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('value="11010519491231002X"');
  expect(refused.text).toContain('身份证.png');
  expect(refused.text).toContain('请填写姓名');
  await post(visitor);
  await visitor.post('/applications/send', visitor.hidden());
  const [row] = await rowsOf(site);
  const { queries, sealing, files } = site.acting.deps;
  const kept = await listFiles(queries, sealing, row!.id as ApplicationId);
  expect(kept.map(({ name, purpose }) => [name, purpose])).toEqual([['身份证.png', 'identity-proof']]);
  expect(Buffer.from(await files.read(kept[0]!.file)).equals(png)).toBe(true);
});

test('without a script applicants are added and taken out, and what is public already is looked up', async () => {
  await using site = await openPortalSite('2026-11-25');
  const visitor = site.visitor();
  const two = await fill(site, visitor, { step: 'add-applicant' });
  expect(two.status).toBe(200);
  expect(two.body).toContain('name="applicant2-name"');
  const one = await post(visitor, { applicants: '2', step: 'remove-2' });
  expect(one.body).not.toContain('name="applicant2-name"');
  const looked = await post(visitor, { step: 'look-up' });
  expect(looked.text).toContain('没有找到已经公开的相近内容');
  expect(looked.body).toContain('value="周明远"');
});

test('a machine that sends at once, and whoever brings a draft that is not theirs, lodge nothing', async () => {
  await using site = await openPortalSite('2026-11-25');
  const machine = site.visitor();
  await machine.get(`${NEW}?agency=${OFFICE}`);
  const refused = await machine.post(NEW, { ...machine.hidden(), ...TYPED });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('太快');
  expect(await site.acting.deps.queries.selectFrom('form_drafts').selectAll().execute()).toEqual([]);

  const visitor = site.visitor();
  await fill(site, visitor);
  const { draft } = visitor.hidden();
  const thief = site.visitor();
  for (const path of [`/applications/check?draft=${draft!}`, `${NEW}?draft=${draft!}`]) {
    const answer = await thief.get(path);
    expect(answer.status).toBe(410);
    expect(answer.text).not.toContain('周明远');
  }
  for (const forged of [draft!, 'x', ''])
    expect((await thief.post('/applications/send', { draft: forged })).status).toBe(410);
  expect(await rowsOf(site)).toEqual([]);
});

test('a form that is not sent is forgotten with its files; the files of one that was sent stay', async () => {
  await using site = await openPortalSite('2026-11-25');
  const { queries, sealing, files } = site.acting.deps;
  const proof = () => new File(['证明'], '证明.txt', { type: 'text/plain' });
  const [sender, waverer] = [site.visitor(), site.visitor('203.0.113.2')];
  await fill(site, sender, { attachment: proof() });
  await sender.post('/applications/send', sender.hidden());
  await fill(site, waverer, { attachment: proof() });
  const later = { ...site.acting.deps, now: () => site.acting.deps.now().add({ hours: 26 }) };
  const ended = await listEndedDrafts(queries, sealing, later.now(), 10);
  const kept = ended.flatMap(({ draft }) => draft!.files.map(({ file }) => file as FileId));
  expect(kept).toHaveLength(2);
  expect(await clearFormDrafts(later)).toBe(2);
  expect(await queries.selectFrom('form_drafts').selectAll().execute()).toEqual([]);
  const [row] = await queries.selectFrom('application_files').select('file').execute();
  for (const file of kept)
    expect(
      await files.read(file).then(
        () => 'there',
        () => 'gone',
      ),
    ).toBe(file === row!.file ? 'there' : 'gone');
});

test('a wrong password, a wrong code and none at all look alike, and a flood is slowed down', async () => {
  await using site = await openPortalSite('2026-11-25');
  const { code, password } = await apply(site, site.visitor());
  const stranger = site.visitor('203.0.113.9');
  const wrong = [
    { code, password: 'AAAA-AAAA' },
    { code: 'AAAA-AAAA-AAAA', password },
    { code: 'AAAA-AAAA-AAAA', password: 'AAAA-AAAA' },
  ];
  const answers = [];
  for (const asked of wrong) answers.push(await stranger.post('/applications/status', asked));
  for (const answer of answers) {
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('没有查到');
    expect(answer.body).not.toContain(password);
  }
  const told = answers.map(({ text }) => text.replaceAll(/[A-Z2-9]{4}(-[A-Z2-9]{4})+/g, ''));
  expect(new Set(told).size).toBe(1);
  expect((await stranger.get('/applications/status/file')).location).toBe('/applications/status');
  for (let tries = 0; tries < 20; tries += 1) await stranger.post('/applications/status', wrong[0]!);
  expect((await stranger.post('/applications/status', { code, password })).status).toBe(429);
  expect((await site.visitor('203.0.113.10').post('/applications/status', { code, password })).status).toBe(303);
});

test('a file opened with its code opens no other file, and nothing after half an hour', async () => {
  await using site = await openPortalSite('2026-11-25');
  const visitor = site.visitor();
  await visitor.post('/applications/status', await apply(site, visitor));
  expect((await visitor.get('/applications/status/file')).status).toBe(200);
  const changed = [...visitor.cookies].find(([name]) => name.endsWith('-file'))!;
  const forger = site.visitor();
  forger.cookies.set(changed[0], `${changed[1].slice(0, -4)}AAAA`);
  expect((await forger.get('/applications/status/file')).status).toBe(303);
  site.pass({ minutes: 31 });
  expect((await visitor.get('/applications/status/file')).status).toBe(303);
  expect((await visitor.get('/applications/receipt')).location).toBe('/applications/status');
});

test('the applicant corrects once, sees the new period, withdraws after being asked, and judges', async () => {
  await using site = await openPortalSite('2026-11-02');
  const visitor = site.visitor();
  const codes = await apply(site, visitor);
  const [row] = await rowsOf(site);
  const clerk = await site.acting.officer(['case-handler']);
  const day = site.acting.on('2026-11-03');
  done(
    await confirmReceipt(
      site.acting.deps,
      clerk,
      { id: row!.id as ApplicationId, version: null },
      { on: day, how: 'telephone' },
    ),
  );
  await act(site, {
    kind: 'clarification-requested',
    on: site.acting.on('2026-11-05'),
    letter: null,
    workingDays: 10,
    deliveredOn: Temporal.PlainDate.from('2026-11-05'),
    lateReason: null,
  });
  await visitor.post('/applications/status', codes);
  const page = await visitor.get('/applications/status/file');
  expect(page.text).toContain('最迟 2026年11月19日 补正');
  expect((await visitor.post('/applications/status/file/clarify', { clarification: '  ' })).status).toBe(422);
  const clarified = await visitor.post('/applications/status/file/clarify', { clarification: '限于望江街道' });
  expect(clarified).toMatchObject({ status: 303, location: '/applications/status/file?done=clarified' });
  expect((await visitor.get('/applications/status/file')).text).toContain('最迟 2026年12月3日 答复');
  expect((await visitor.post('/applications/status/file/clarify', { clarification: '再来一次' })).status).toBe(422);

  expect((await visitor.get('/applications/status/file/withdraw')).text).toContain('确定要撤回');
  await visitor.post('/applications/status/file/withdraw', { reason: '' });
  const id = row!.id as ApplicationId;
  const { queries, sealing } = site.acting.deps;
  expect((await findCaseFile(queries, id))?.application.settlement).toMatchObject({ closing: 'withdrawn' });
  await visitor.post('/applications/status/file/satisfaction', { score: '4' });
  expect((await findCaseFile(queries, id))?.application.satisfaction).toBe(4);
  expect((await visitor.post('/applications/status/file/satisfaction', { score: '9' })).status).toBe(422);

  const later = site.acting.deps.now().add({ hours: 24 });
  const taken = await takeDueMessages(queries, { now: later, lease: Temporal.Duration.from({ minutes: 1 }), most: 50 });
  const texts = taken
    .map(message => openMessage(sealing, message))
    .flatMap(message => (message.kind === 'package' ? [] : [message.text]));
  expect(texts.length).toBeGreaterThanOrEqual(4);
  for (const told of texts) {
    expect(told).toContain('2026-0001');
    expect(told).not.toMatch(/周明远|老旧小区|望江街道/);
  }
});

test('an office that has published that the receipt confirms starts the period at once', async () => {
  await using site = await openPortalSite('2026-11-02');
  const { CLOCK_SETTINGS } = await import('../../applications/rules/clock-settings.ts');
  const { queries, now } = site.acting.deps;
  await saveSetting(queries, CLOCK_SETTINGS.onlineConfirmation, OFFICE, 'automatic', now());
  const visitor = site.visitor();
  await apply(site, visitor);
  const receipt = await visitor.get('/applications/receipt');
  expect(receipt.text).toContain('收到申请之日是2026年11月2日');
  expect(receipt.text).toContain('最迟在2026年11月30日答复');
});

test('a third party answers once with the code of its letter, late with a note, and never learns who applied', async () => {
  await using site = await openPortalSite('2026-11-02');
  const { id } = await lodge(site.acting, {
    intake: { channel: 'in-person', submittedOn: site.acting.today(), arrivedOn: null, signedOn: null },
  });
  const consultation = '01a213b4-0504-7854-8fb6-a710767a00c8' as ConsultationId;
  const { queries, sealing, now } = site.acting.deps;
  await insertConsultation(queries, sealing, {
    id: consultation,
    application: id,
    consulted: 'third-party',
    party: { name: '示范市鹿鸣置业有限公司', contact: '方亦舟', address: '', matter: '环境影响评价补充资料' },
    code: 'CCCC22223333',
    openedAt: now(),
  });
  const on = site.acting.today();
  await act(site, { kind: 'third-party-consulted', consultation, on, letter: null, receivedOn: on });

  const visitor = site.visitor();
  expect((await visitor.get('/consultations/XXXX-2222-3333')).status).toBe(422);
  expect((await visitor.get('/consultations/cccc-2222-3333')).location).toBe('/consultations/answer');
  expect((await visitor.get('/consultations/answer')).text).toContain('最迟 2026年11月23日 答复');
  site.acting.on('2026-11-24');
  await visitor.get('/consultations/cccc-2222-3333');
  const late = await visitor.get('/consultations/answer');
  expect(late.text).toContain('已过');
  expect(late.text).not.toMatch(/周|申请人：/);
  site.pass({ seconds: 30 });
  const answer = { opinion: 'objects', reasons: '含有商业秘密', respondent: '方亦舟', checked: 'yes' };
  expect((await visitor.post('/consultations/answer', { ...visitor.hidden(), ...answer, reasons: '' })).status).toBe(
    422,
  );
  site.pass({ seconds: 30 });
  expect((await visitor.post('/consultations/answer', { ...visitor.hidden(), ...answer })).status).toBe(303);
  expect((await visitor.get('/consultations/answer')).text).toContain('您的意见已经收到');
  const file = await findCaseFile(queries, id);
  expect(file?.application.consultations[0]).toMatchObject({ opinion: 'objects' });
  site.pass({ seconds: 30 });
  expect((await visitor.post('/consultations/answer', { ...visitor.hidden(), ...answer })).status).toBe(422);
});

test('what was answered is listed where the office has turned it on, without the applicant', async () => {
  await using site = await openPortalSite('2026-11-02');
  const visitor = site.visitor();
  const { queries, now } = site.acting.deps;
  expect((await visitor.get('/applications/answered')).status).toBe(404);
  const inPerson = {
    channel: 'in-person',
    submittedOn: site.acting.today(),
    arrivedOn: null,
    signedOn: null,
  } as const;
  await lodge(site.acting, { intake: inPerson });
  const postedOn = site.acting.on('2026-11-06');
  await act(site, {
    kind: 'replied',
    letter: null,
    reply: { main: { kind: 'granted', supply: { form: 'electronic', pages: null, howToGet: null } }, others: [] },
    postedOn,
    deliveredOn: null,
  });
  await saveSetting(queries, ANSWERED_LIST, SCHOOLS, true, now());
  expect((await visitor.get('/applications/answered')).text).toContain('没有符合条件的申请');
  await saveSetting(queries, ANSWERED_LIST, OFFICE, true, now());
  const list = await visitor.get('/applications/answered?year=2026&result=granted');
  expect(list.text).toContain('2026-0001');
  expect(list.text).toContain('4 个工作日');
  expect((await visitor.get('/applications/answered?result=withheld')).text).toContain('没有符合条件的申请');
  expect(
    answeredLine(
      {
        agency: OFFICE,
        year: 2026,
        number: 1,
        title: null,
        description: '目录',
        outcome: 'granted',
        receivedOn: Temporal.PlainDate.from('2026-11-02'),
        settledOn: postedOn,
        promoted: false,
      },
      '',
      NATIONAL_CALENDAR,
    ).days,
  ).toBe(4);
});

test('the guide names the agency that is asked for, and an agency that takes no applications has no form', async () => {
  await using site = await openPortalSite('2026-11-25');
  const visitor = site.visitor();
  expect((await visitor.get(`/applications?agency=${SCHOOLS}`)).text).toContain('下面是 示范市晴川区教育局 的受理方式');
  expect((await visitor.get('/applications?find=教育')).text).not.toContain('示范市晴川区财政局');
  expect((await visitor.get(`${NEW}?agency=990101-000`)).status).toBe(404);
  expect((await visitor.get(NEW)).location).toBe('/applications#agencies');
  expect((await visitor.get(`/applications/blank-form.pdf?agency=${OFFICE}`)).body).toContain('%PDF');
});
