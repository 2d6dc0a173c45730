import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NOTICE_KINDS } from '../../calendar/holiday-notice.ts';
import type { NoticeInput } from '../../calendar/read-notice.ts';
import { isWorkingDay } from '../../calendar/working-calendar.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import {
  createCalendarSource,
  listCalendarChanges,
  listCalendarMoves,
  readWorkingCalendar,
} from '../store/working-calendar.register.store.ts';
import { amendCalendar } from './amend-calendar.ts';
import { recomputeAfterCalendarChange, recomputeDueDates } from './recompute-due-dates.ts';

const OFFICE = getAgencyCode('990101-001');
const BUREAU = getAgencyCode('990101-002');
const day = (text: string) => Temporal.PlainDate.from(text);

async function officerAt(queries: Queries, agency: AgencyCode, roles: Officer['roles']): Promise<Officer> {
  const id = randomUUIDv7() as StaffId;
  await queries
    .insertInto('staff')
    .values({ id, username: `u${id.slice(-12)}`, name: '示例管理员', agency })
    .execute();
  return { id, name: '示例管理员', agency, roles, actingFor: [], oversees: [] };
}

async function prepare(queries: Queries) {
  await registerAgency(queries, {
    code: OFFICE,
    name: '示例区人民政府办公室',
    shortName: '区政府办',
    kind: 'government-office',
  });
  await registerAgency(queries, {
    code: BUREAU,
    name: '示例区园林局',
    shortName: '区园林局',
    kind: 'department',
    parent: OFFICE,
  });
  const deps = {
    queries,
    calendar: createCalendarSource(queries),
    today: () => day('2026-11-25'),
    now: () => Temporal.Instant.from('2026-11-25T03:00:00Z'),
  };
  return { deps, administrator: await officerAt(queries, OFFICE, ['administrator']) };
}

const FLOOD: NoticeInput = {
  kind: 'emergency',
  year: 2026,
  title: '示例区人民政府关于临时放假的通知',
  number: null,
  issuedOn: '2026-11-25',
  text: '抗洪抢险：12月1日至2日放假，共2天。',
};
const OF_2027: NoticeInput = {
  kind: 'yearly',
  year: null,
  title: '',
  number: null,
  issuedOn: null,
  // Invented: what the State Council will say of 2027 is not known.
  text: `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至12日放假调休，共8天。2月20日（周六）上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至5日放假调休，共5天。
五、端午节：6月9日放假。
六、中秋节：9月15日放假。
七、国庆节：10月1日至7日放假调休，共7天。10月9日（周六）上班。`,
};

test('a notice that was adopted is in the calendar with its text, who and when; earlier versions stay as they were', async () => {
  await using database = await openTestDatabase();
  const { deps, administrator } = await prepare(database.queries);
  expect(await amendCalendar(deps, administrator, FLOOD)).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await amendCalendar(deps, administrator, OF_2027)).toMatchObject({ ok: true, value: { version: 2 } });
  const calendar = await deps.calendar();
  expect([calendar.version, calendar.coverageUntil.toString()]).toEqual(['2026.2', '2027-12-24']);
  expect(isWorkingDay(calendar, day('2026-12-01'))).toBe(false);
  const before = await readWorkingCalendar(database.queries, 0);
  expect([before.version, isWorkingDay(before, day('2026-12-01'))]).toEqual(['2026.0', true]);
  const [change] = await listCalendarChanges(database.queries);
  expect(change).toMatchObject({ version: 1, sourceText: FLOOD.text, adoptedBy: administrator.id });
  expect(change!.adoptedAt.toString()).toBe('2026-11-25T03:00:00Z');
  const journal = await database.queries.selectFrom('journal').select(['event', 'subject']).execute();
  expect(journal).toContainEqual({ event: 'calendar-amended', subject: 'calendar:1' });
});

test('administrators who amend at the same time get versions of their own', async () => {
  await using database = await openTestDatabase();
  const { deps, administrator } = await prepare(database.queries);
  const answers = await Promise.all(Array.from({ length: 6 }, () => amendCalendar(deps, administrator, FLOOD)));
  expect(new Set(answers.map(answer => (answer.ok ? answer.value.version : 0)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});

test('who may not, what is no notice, and a year too far ahead are refused', async () => {
  await using database = await openTestDatabase();
  const { deps, administrator } = await prepare(database.queries);
  const clerk = await officerAt(database.queries, OFFICE, ['case-handler']);
  const elsewhere = await officerAt(database.queries, BUREAU, ['administrator']);
  const refusals = [
    await amendCalendar(deps, clerk, FLOOD),
    await amendCalendar(deps, elsewhere, FLOOD),
    await amendCalendar(deps, administrator, { ...FLOOD, text: '照旧。' }),
    await amendCalendar(deps, administrator, {
      ...OF_2027,
      year: 2028,
      text: OF_2027.text.replaceAll(/（.*?）|10月9日.*上班。/g, ''),
    }),
  ];
  expect(refusals.map(answer => (answer.ok ? '' : answer.problem))).toEqual([
    expect.stringContaining('没有管理工作日历的权限'),
    expect.stringContaining('最上级机构'),
    expect.stringContaining('没有读到任何日期'),
    expect.stringContaining('2028年的放假安排还不会公布'),
  ]);
  expect(await listCalendarChanges(database.queries)).toEqual([]);
});

test('what was adopted is not changed any more, and the database knows the kinds that the rules know', async () => {
  await using database = await openTestDatabase();
  const { deps, administrator } = await prepare(database.queries);
  await amendCalendar(deps, administrator, FLOOD);
  await expect(sql`update calendar_changes set year = 2027`.execute(database.queries)).rejects.toThrow('not changed');
  await expect(sql`delete from calendar_changes`.execute(database.queries)).rejects.toThrow('not changed');
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'calendar_changes_kind_check'
  `.execute(database.queries);
  expect([...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual(NOTICE_KINDS);
});

async function insertFile(queries: Queries, number: number, submittedOn: string, stage = 'in-hand'): Promise<string> {
  const id = randomUUIDv7();
  const lodgedAt = `${submittedOn}T02:00:00Z`;
  await queries
    .insertInto('applications')
    .values({
      id,
      agency: OFFICE,
      year: 2026,
      number,
      case_kind: 'information',
      query_code: `AAAAAAA${String(number).padStart(5, '2')}`,
      requested_description: '晴川区内涝治理方案',
      supply_form: 'any',
      supply_route: 'post',
      lodged_at: lodgedAt,
      version: 1,
      stage,
      applicant_kind: 'naturalPerson',
      channel: 'in-person',
      received_on: submittedOn,
    })
    .execute();
  const facts = {
    caseKind: 'information',
    intake: { channel: 'in-person', submittedOn, arrivedOn: null, signedOn: null },
    applicantKind: 'naturalPerson',
    applicants: 1,
    parent: null,
  };
  await queries
    .insertInto('application_acts')
    .values({
      application: id,
      sequence: 1,
      kind: 'lodged',
      at: lodgedAt,
      actor_kind: 'system',
      actor: null,
      facts: JSON.stringify(facts),
    })
    .execute();
  return id;
}

test('after a change the open files get their new days, a list shows which moved, and a second run finds nothing', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  const { deps, administrator } = await prepare(queries);
  const [moved, untouched] = [await insertFile(queries, 3, '2026-11-16'), await insertFile(queries, 4, '2026-10-26')];
  const settled = await insertFile(queries, 5, '2026-11-16', 'settled');
  expect(await recomputeAfterCalendarChange(deps)).toEqual({ calendar: '2026.0', files: 2, moved: 2 }); // first projection
  expect(await recomputeAfterCalendarChange(deps)).toBeNull();
  await amendCalendar(deps, administrator, FLOOD);
  expect(await recomputeAfterCalendarChange(deps)).toEqual({ calendar: '2026.1', files: 2, moved: 1 });
  const due = await queries.selectFrom('applications').select(['id', 'reply_due_on']).orderBy('number').execute();
  expect(due).toEqual([
    { id: moved, reply_due_on: '2026-12-16' },
    { id: untouched, reply_due_on: '2026-11-23' },
    { id: settled, reply_due_on: null },
  ]);
  const moves = await listCalendarMoves(queries, '2026.1', [OFFICE], { offset: 0, limit: 10 });
  expect(moves.map(({ application, replyDue }) => [application, replyDue.map(String)])).toEqual([
    [moved, ['2026-12-14', '2026-12-16']],
  ]);
  expect(await listCalendarMoves(queries, '2026.1', [BUREAU], { offset: 0, limit: 10 })).toEqual([]);
  expect(await recomputeDueDates(deps)).toEqual({ calendar: '2026.1', files: 2, moved: 0 });
});
