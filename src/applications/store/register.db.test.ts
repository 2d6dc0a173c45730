import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { searchTermsOf } from '../../platform/search-index/bigrams.ts';
import { WAITS_FOR } from '../rules/projection.ts';
import { STAGES } from '../rules/stage.ts';
import { URGENCIES, urgencyDaysOf, urgencyOf } from '../rules/urgency.ts';
import { countByUrgency, countDesk, countRegister, listByUrgency, listRegister } from './register.store.ts';
import type { RegisterFilter } from './register.store.ts';

const AGENCY = getAgencyCode('990101-001');
const OTHER = getAgencyCode('990101-002');
const NOBODY = '01989f00-0000-7000-8000-00000000ffff' as StaffId;
const today = Temporal.PlainDate.from('2026-09-28');
const days = urgencyDaysOf(NATIONAL_CALENDAR, today);
const BY_DUE = { by: 'due', descending: false } as const;
const ALL = { offset: 0, limit: 1000 } as const;

type Row = {
  readonly agency?: string;
  readonly number: number;
  readonly stage?: string;
  readonly nextDueOn?: string | null;
  readonly waitsFor?: string | null;
  readonly description?: string;
  readonly reviewSteps?: readonly string[];
  readonly handler?: StaffId | null;
  readonly nameDigest?: string;
};

async function agencies(queries: Queries) {
  for (const code of [AGENCY, OTHER]) {
    const name = code === AGENCY ? '示范市晴川区人民政府办公室' : '示范市晴川区教育局';
    const kind = code === AGENCY ? ('government-office' as const) : ('department' as const);
    await registerAgency(queries, {
      code,
      name,
      shortName: name,
      kind,
      parent: null,
      mayMakeRules: false,
      contact: {},
    });
  }
}

async function insert(queries: Queries, row: Row): Promise<string> {
  const id = randomUUIDv7();
  const description = row.description ?? '全区老旧小区改造计划';
  await queries
    .insertInto('applications')
    .values({
      id,
      agency: row.agency ?? AGENCY,
      year: 2026,
      number: row.number,
      case_kind: 'information',
      query_code: String(row.number)
        .padStart(12, '0')
        .replaceAll(/\d/g, digit => 'ABCDEFGHJK'[Number(digit)]!),
      password_hash: null,
      requested_description: description,
      requested_title: null,
      requested_document_number: null,
      supply_form: 'paper',
      supply_route: 'post',
      search_terms: sql<string>`array_to_tsvector(${[...searchTermsOf(description)]}::text[])`,
      assistance: null,
      notify_by: null,
      lodged_at: '2026-09-01T00:00:00Z',
      version: 1,
      stage: row.stage ?? 'in-hand',
      handler: row.handler ?? null,
      applicant_kind: 'naturalPerson',
      channel: 'in-person',
      received_on: '2026-09-01',
      reply_due_on: row.nextDueOn ?? null,
      next_due_on: row.nextDueOn ?? null,
      waits_for: row.waitsFor === undefined ? 'agency' : row.waitsFor,
      review_steps: [...(row.reviewSteps ?? [])],
      settled_on: null,
      outcome: null,
      done_late: null,
    })
    .execute();
  await queries
    .insertInto('applicants')
    .values({
      application: id,
      position: 1,
      kind: 'naturalPerson',
      sealed: 's1.x.x',
      masked_name: '林**',
      name_digest: row.nameDigest ?? 'name',
      identity_digest: null,
    })
    .execute();
  return id;
}

async function insertStaff(queries: Queries, username: string): Promise<StaffId> {
  const id = randomUUIDv7() as StaffId;
  await sql`insert into staff (id, username, name, agency) values (${id}, ${username}, ${'秦' + username}, ${AGENCY})`.execute(
    queries,
  );
  return id;
}

test('the register says of every file what the rule says, and each figure counts exactly the list behind it', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await agencies(queries);
  let number = 0;
  const dues = [
    null,
    '2026-09-20',
    '2026-09-27',
    '2026-09-28',
    '2026-09-29',
    '2026-09-30',
    '2026-10-08',
    '2026-10-09',
    '2026-10-10',
    '2026-10-12',
    '2026-12-01',
  ];
  const expected = new Map<string, string | null>();
  for (const stage of STAGES)
    for (const nextDueOn of dues)
      for (const waitsFor of [null, ...WAITS_FOR]) {
        number += 1;
        const id = await insert(queries, { number, stage, nextDueOn, waitsFor });
        const day = nextDueOn === null ? null : Temporal.PlainDate.from(nextDueOn);
        expected.set(id, urgencyOf({ stage, nextDueOn: day, waitsFor }, days));
      }
  const filter: RegisterFilter = { agencies: [AGENCY] };
  const counts = await countByUrgency(queries, filter, days);
  expect((await countDesk(queries, [AGENCY], NOBODY, [], days)).urgencies.open).toEqual(counts);
  const groups = await listByUrgency(queries, filter, days, URGENCIES, 1000);
  for (const urgency of URGENCIES) {
    const ids = [...expected].flatMap(([id, one]) => (one === urgency ? [id] : []));
    expect(ids.length).toBeGreaterThan(0);
    const listed = await listRegister(queries, { ...filter, urgency }, days, BY_DUE, ALL);
    expect([urgency, listed.map(({ id }) => id as string).sort()]).toEqual([urgency, ids.sort()]);
    expect([urgency, counts[urgency]]).toEqual([urgency, listed.length]);
    expect(groups.find(group => group.urgency === urgency)?.entries.map(({ id }) => id)).toEqual(
      listed.map(({ id }) => id),
    );
    expect(await countRegister(queries, { ...filter, urgency }, days)).toBe(listed.length);
  }
});

test('words, parts of words, single signs and numbers find a file; signs of the query language are only signs', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await agencies(queries);
  await insert(queries, { number: 1, description: '2025年度晴川区老旧小区改造资金使用情况' });
  await insert(queries, { number: 2, description: '校车安全管理办法（晴教〔2024〕12号）' });
  const found = async (text: string, applicantDigests: readonly string[] = []) =>
    (await listRegister(queries, { agencies: [AGENCY], text, applicantDigests }, days, BY_DUE, ALL)).map(
      ({ number }) => number,
    );
  expect(await found('小区改造')).toEqual([1]);
  expect(await found('资金 老旧')).toEqual([1]);
  expect(await found('晴')).toEqual([1, 2]);
  expect(await found('晴教')).toEqual([2]);
  expect(await found('2026-0002')).toEqual([2]);
  expect(await found("'&!|<->\\")).toEqual([]);
  expect(await found("小区' & \\改造")).toEqual([1]);
  expect(await found('没有这件')).toEqual([]);
});

test('an applicant is found by the digest of the name, and not without it', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await agencies(queries);
  await insert(queries, { number: 1, nameDigest: 'digest of 林知夏' });
  await insert(queries, { number: 2 });
  const found = async (applicantDigests: readonly string[]) =>
    (await listRegister(queries, { agencies: [AGENCY], text: '林知夏', applicantDigests }, days, BY_DUE, ALL)).map(
      ({ number }) => number,
    );
  expect(await found(['digest of 林知夏'])).toEqual([1]);
  expect(await found([])).toEqual([]);
});

test("nobody's list shows another agency's files, and the tabs count what their lists show", async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  await agencies(queries);
  const [me, colleague] = [await insertStaff(queries, 'one'), await insertStaff(queries, 'two')];
  await insert(queries, { number: 1, handler: me, reviewSteps: ['review', 'secrecy'] });
  await insert(queries, { number: 2, handler: colleague, reviewSteps: ['sign'] });
  await insert(queries, { number: 3 });
  await insert(queries, { number: 4, handler: me, stage: 'settled' });
  await insert(queries, { number: 5, agency: OTHER });
  const counts = await countDesk(queries, [AGENCY], me, ['secrecy'], days);
  expect(counts).toMatchObject({ open: 3, mine: 1, unassigned: 1, toReview: 1 });
  for (const tab of ['open', 'mine', 'unassigned'] as const) {
    const sum = Object.values(counts.urgencies[tab]).reduce((total, count) => total + count, 0);
    expect([tab, sum]).toEqual([tab, counts[tab]]);
  }
  const numbers = async (filter: Omit<RegisterFilter, 'agencies'>) =>
    (await listRegister(queries, { agencies: [AGENCY], ...filter }, days, BY_DUE, ALL)).map(({ number }) => number);
  expect(await numbers({ open: true })).toEqual([1, 2, 3]);
  expect(await numbers({ open: true, handler: me })).toEqual([1]);
  expect(await numbers({ open: true, handler: 'nobody' })).toEqual([3]);
  expect(await numbers({ reviewSteps: ['secrecy'] })).toEqual([1]);
  expect(await numbers({ open: true, reviewSteps: [] })).toEqual([]);
  expect(await numbers({})).toEqual([1, 2, 3, 4]);
});
