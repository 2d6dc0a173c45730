import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { FILE_COMMANDS, runCommand } from '../src/cli/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-clock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function gongkai(args: readonly string[], stdin = '') {
  let [out, err] = ['', ''];
  const status = await runCommand(FILE_COMMANDS, args, {
    out: text => void (out += text),
    err: text => void (err += text),
    stdin: async () => new TextEncoder().encode(stdin),
    environment: {},
  });
  return { status, out, err };
}

async function clock(facts: unknown, ...options: string[]) {
  const answer = await gongkai(['clock', '-', '--json', ...options], JSON.stringify(facts));
  expect([answer.status, answer.err]).toEqual([answer.status === 1 ? 1 : 0, '']);
  return { ...answer, answer: JSON.parse(answer.out) as Record<string, unknown> & { explanation: Day[] } };
}
type Day = { date: string; counted: boolean; why: string };

type Fixture = {
  cases: { id: string; inputs: Record<string, string>; expected: Record<string, unknown>; countedDays?: string[] }[];
  fees: {
    byItemMonthlyTotal: { items: number; total: number }[];
    byPagePerApplication: { pages: number; total: number }[];
  };
};
const fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/calendar/deadline-cases.json'), 'utf8'),
) as Fixture;
const CHANNEL: Readonly<Record<string, string>> = {
  registered_mail: 'signed-post',
  in_person: 'in-person',
  web: 'online',
};
const DATE_OF: Readonly<Record<string, string>> = {
  receivedOn: 'receivedOn',
  correctionNoticeDue: 'clarificationNoticeDueOn',
  replyDue: 'replyDueOn',
  maxExtendedDue: 'maxExtendedDueOn',
  applicantCorrectionDue: 'applicantClarificationDueOn',
  clockRestartsFrom: 'startsOn',
  thirdPartyOpinionDue: 'consultationDueOn',
  excludedWorkingDays: 'excludedWorkingDays',
  provisional: 'provisional',
  replyDueIfOnlyStatutoryDaysKnown: 'replyDueOn',
  onTime: 'onTime',
  reviewLastDay: 'reconsiderationLastDay',
  suitLastDay: 'litigationLastDay',
};
const ACTS: Readonly<Record<string, readonly object[]>> = {
  C4: [
    { act: 'clarification-requested', on: '2025-09-22', deliveredOn: '2025-09-24', workingDays: 10 },
    { act: 'clarification-received', on: '2025-10-09' },
  ],
  C5: [
    { act: 'third-party-consulted', on: '2026-01-26', receivedOn: '2026-01-28' },
    { act: 'third-party-answered', on: '2026-02-11' },
  ],
  C10: [{ act: 'replied', on: '2025-08-04', deliveredOn: '2025-08-04' }],
  C14: [{ act: 'replied', on: '2025-12-01', postedOn: '2025-12-01', deliveredOn: '2025-12-04' }],
};

test('every worked case comes out of the command line as it was worked out by hand', async () => {
  expect(fixture.cases).toHaveLength(8);
  let compared = 0;
  for (const { id, inputs, expected, countedDays } of fixture.cases) {
    const { channel, submittedOn, signedOn, confirmedOn } = inputs;
    const facts = {
      channel: CHANNEL[channel ?? 'in_person'],
      submittedOn: submittedOn ?? (id === 'C10' ? '2025-07-15' : undefined),
      signedOn,
      confirmedOn,
      acts: ACTS[id] ?? [],
    };
    const { answer } = await clock(facts);
    for (const [name, value] of Object.entries(expected)) {
      const field = DATE_OF[name];
      if (field === undefined) continue;
      expect([id, name, answer[field]]).toEqual([id, name, value]);
      compared += 1;
    }
    const counted = answer.explanation.filter(entry => entry.counted).map(({ date }) => date);
    expect([id, counted]).toEqual([id, countedDays ?? counted]);
  }
  expect(compared).toBeGreaterThanOrEqual(25);
});

test('the extension of case five ends on the day worked out', async () => {
  const extended = { act: 'extended', on: '2026-03-05', notifiedOn: '2026-03-06', workingDays: 20 };
  const { answer } = await clock({ channel: 'in-person', submittedOn: '2026-01-19', acts: [...ACTS['C5']!, extended] });
  expect(answer).toMatchObject({ replyDueOn: '2026-04-08', excludedWorkingDays: 12 });
});

test('the answer has the shape of the contract, and a day only where there is one', async () => {
  const { answer } = await clock({ channel: 'in-person', submittedOn: '2025-01-20' });
  z.object({
    receivedOn: z.iso.date(),
    clarificationNoticeDueOn: z.iso.date(),
    replyDueOn: z.iso.date(),
    maxExtendedDueOn: z.iso.date(),
    excludedWorkingDays: z.literal(0),
    provisional: z.literal(false),
    stage: z.literal('in-hand'),
    explanation: z
      .array(z.object({ date: z.iso.date(), counted: z.boolean(), why: z.string().min(1) }).loose())
      .min(20),
  })
    .loose()
    .parse(answer);
  for (const name of [
    'applicantClarificationDueOn',
    'consultationDueOn',
    'paymentDueOn',
    'onTime',
    'litigationLastDay',
  ])
    expect(answer).not.toHaveProperty(name);
  const why = Object.fromEntries(answer.explanation.map(day => [day.date, day.why]));
  expect([why['2025-01-26'], why['2025-01-29'], why['2025-02-09'], why['2025-02-10']]).toEqual([
    '调休上班',
    '春节',
    '周末',
    '工作日',
  ]);
});

test('status 1 tells an overdue file and a late reply, status 0 a file that is due today', async () => {
  const facts = { channel: 'in-person', submittedOn: '2025-11-03' }; // due 2025-12-01
  expect((await clock(facts, '--today', '2025-12-01')).status).toBe(0);
  expect((await clock(facts, '--today', '2025-12-01')).answer).toMatchObject({ standing: 'due-today' });
  expect((await clock(facts, '--today', '2025-12-02')).status).toBe(1);
  const replied = (on: string) => ({ ...facts, acts: [{ act: 'replied', on, deliveredOn: on }] });
  expect((await clock(replied('2025-12-01'), '--today', '2026-01-05')).status).toBe(0);
  expect((await clock(replied('2025-12-02'), '--today', '2026-01-05')).status).toBe(1);
});

test('people read the dates and the runs of days', async () => {
  const path = join(folder, 'file.json');
  writeFileSync(path, JSON.stringify({ channel: 'in-person', submittedOn: '2026-12-15' }));
  const { status, out } = await gongkai(['clock', path, '--today', '2026-12-16']);
  expect(status).toBe(0);
  expect(out).toContain('答复的最后一日　2027-01-13（暂定）');
  expect(out).toContain('2027-01-01（星期五）　不计入　元旦');
});

test('what cannot be used or is not allowed ends with status 2 and one Chinese sentence that names the file', async () => {
  const facts = { channel: 'in-person', submittedOn: '2025-03-03' };
  const act = (name: string, on: string, more: object = {}) => ({ act: name, on, ...more });
  const ask = (on: string) => act('clarification-requested', on, { deliveredOn: on, workingDays: 10 });
  const unusable: readonly (readonly [unknown, RegExp])[] = [
    [
      { ...facts, acts: [ask('2025-03-05'), act('clarification-received', '2025-03-07'), ask('2025-03-10')] },
      /第3个.*第三十条/,
    ],
    [
      { ...facts, acts: [act('extended', '2025-04-01', { notifiedOn: '2025-04-01', workingDays: 5 })] },
      /第三十三条第二款/,
    ],
    [{ ...facts, acts: [act('replied', '2025-03-01')] }, /第三十一条/],
    [{ ...facts, acts: [act('fee-paid', '2025-03-10')] }, /管理办法》第六条/],
    [{ ...facts, acts: [act('third-party-answered', '2025-03-10')] }, /第三十二条/],
    [{ ...facts, acts: [act('withdrawn', '2025-03-10'), act('replied', '2025-03-11')] }, /已经终止/],
    [{ ...facts, acts: [act('reasons-demanded', '2025-03-10'), act('reasons-demanded', '2025-03-09')] }, /先后排列/],
    [{ ...facts, acts: [act('jump', '2025-03-10')] }, /第1个行为的 act/],
    [{ ...facts, acts: [{ act: 'replied' }] }, /第1个行为的 on/],
    [{ ...facts, acts: [act('extended', '2025-03-10')] }, /notifiedOn/],
    [{ ...facts, acts: 'none' }, /acts/],
    [{ ...facts, acts: Array(501).fill(act('reasons-demanded', '2025-03-10')) }, /500/],
    [{ channel: 'in-person' }, /submittedOn/],
    [{ channel: 'pigeon', submittedOn: '2025-03-03' }, /channel/],
    [{ channel: 'in-person', submittedOn: '2025-02-30' }, /这一天不存在/],
    [{ channel: 'in-person', submittedOn: 20250303 }, /submittedOn/],
    [{ channel: 'in-person', submittedOn: '2018-03-05' }, /2019-01-01/],
    [{ channel: 'in-person', submittedOn: '2036-12-20' }, /2036-12-31/],
    [[], /JSON 对象/],
    [null, /JSON 对象/],
    ['text', /JSON 对象/],
  ];
  const path = join(folder, 'unusable.json');
  for (const [input, message] of unusable) {
    writeFileSync(path, JSON.stringify(input));
    const { status, out, err } = await gongkai(['clock', path, '--json']);
    expect([status, out, err]).toEqual([2, '', expect.stringMatching(message)]);
    expect(err).toMatch(/^[^\n]*unusable\.json[^\n]*[\u4e00-\u9fff][^\n]*。\n$/);
  }
  for (const text of [
    '',
    '{',
    '\u0000',
    '['.repeat(100_000),
    `{"channel":"in-person","a":"${'x'.repeat(1024 * 1024)}"}`,
  ]) {
    const { status, out, err } = await gongkai(['clock', '-'], text);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^标准输入[^\n]*。\n$/);
  }
  for (const call of [
    ['clock'],
    ['clock', 'a', 'b'],
    ['clock', join(folder, 'nowhere.json')],
    ['clock', '-', '--today', 'now'],
  ])
    expect((await gongkai(call)).status).toBe(2);
});

test('names that every object has do no harm', async () => {
  const hostile =
    '{"channel":"in-person","submittedOn":"2025-03-03","__proto__":{"acts":[{}]},"acts":[{"act":"constructor","on":"2025-03-04"}]}';
  expect((await gongkai(['clock', '-'], hostile)).status).toBe(2);
});

test('workday says what a day is and by which notice', async () => {
  const of = async (text: string) => JSON.parse((await gongkai(['workday', text, '--json'])).out) as object;
  expect(await of('2025-09-28')).toMatchObject({ workingDay: true, reason: '调休上班', provisional: false });
  expect(await of('2020-02-01')).toMatchObject({
    workingDay: false,
    reason: '春节',
    notice: { title: '国务院办公厅关于延长2020年春节假期的通知' },
  });
  expect(await of('2027-01-01')).toMatchObject({ workingDay: false, notice: null, provisional: true });
  expect((await gongkai(['workday', '2025-10-01'])).out).toContain('国务院办公厅关于2025年部分节假日安排的通知');
  for (const call of [['2018-12-31'], ['2040-01-01'], ['2025-02-30'], ['tomorrow'], [], ['2025-01-01', '2025-01-02']]) {
    const { status, out, err } = await gongkai(['workday', ...call]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。\n$/);
  }
});

test('fee gives the yuan of both scales, step by step', async () => {
  const yuan = async (...args: string[]) =>
    (JSON.parse((await gongkai(['fee', ...args, '--json'])).out) as { yuan: number }).yuan;
  for (const { items, total } of fixture.fees.byItemMonthlyTotal)
    expect(await yuan('--items', String(items))).toBe(total);
  for (const { pages, total } of fixture.fees.byPagePerApplication)
    expect(await yuan('--pages', String(pages))).toBe(total);
  expect(await yuan('--items', '5', '--before', '8')).toBe(300);
  expect((await gongkai(['fee', '--items', '35'])).out).toContain('第31件至第35件，5件 × 200元 = 1000元');
  for (const call of [
    [],
    ['--items'],
    ['--items', '1.5'],
    ['--items', '-1'],
    ['--items', 'ten'],
    ['--items', '9'.repeat(30)],
    ['--items', '1', '--pages', '1'],
    ['--pages', '3', '--before', '1'],
    ['3'],
  ]) {
    const { status, out, err } = await gongkai(['fee', ...call]);
    expect([call, status, out]).toEqual([call, 2, '']);
    expect(err).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。\n$/);
  }
});
