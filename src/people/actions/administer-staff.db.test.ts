import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../../sample/qingchuan/staff.ts';
import type { Database } from '../../platform/database/database.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { getAgencyCode } from '../rules/agency.ts';
import { may } from '../rules/may.ts';
import type { Officer } from '../rules/officer.ts';
import { ROLES } from '../rules/role.ts';
import { SECOND_FACTOR_ROLES } from '../rules/settings.ts';
import { readStaffFacts } from '../rules/staff.ts';
import { getStaffId } from '../rules/staff-id.ts';
import { listAgencies } from '../store/agency.register.store.ts';
import { readSetting } from '../store/setting.register.store.ts';
import { findOfficer, findStaffMember, listDelegations } from '../store/staff.register.store.ts';
import { addSampleStaff } from './add-sample-staff.ts';
import { changeAgency, setUpInstallation } from './administer-agencies.ts';
import { addStaff, changeStaff, resetPassword, switchStaff } from './administer-staff.ts';
import { changeSetting } from './change-setting.ts';
import { delegateWork, takeWorkBack } from './delegate-work.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { registerAgency } from './register-agency.ts';

const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const TODAY = Temporal.PlainDate.from('2026-11-25');
const BUREAU = getAgencyCode('990101-002');

async function district(database: Database) {
  const { queries } = database;
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await addSampleStaff(queries, SAMPLE_STAFF, SAMPLE_PASSWORD, NOW);
  const officer = async (username: string): Promise<Officer> => {
    const account = SAMPLE_STAFF.find(candidate => candidate.username === username)!;
    return (await findOfficer(queries, getStaffId(account.id), TODAY))!;
  };
  return { queries, officer, administrator: await officer('ruan.mingde') };
}

const facts = (agency: string, more: object = {}) => {
  const read = readStaffFacts({ username: 'new.one', name: '新来的', agency, roles: ['case-handler'], ...more });
  if (!read.ok) throw new Error(read.problem[0]!.message);
  return read.value;
};

test('the first start makes one administrator, and only the first', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  const [one, other] = await Promise.all([
    createFirstAdministrator(queries, NOW),
    createFirstAdministrator(queries, NOW),
  ]);
  expect([one, other].filter(made => made !== null)).toHaveLength(1);
  expect(await createFirstAdministrator(queries, NOW)).toBeNull();
  const { id } = await queries.selectFrom('staff').select('id').executeTakeFirstOrThrow();
  const member = (await findStaffMember(queries, getStaffId(id)))!;
  expect(member).toMatchObject({ agency: null, passwordMustChange: true, roles: ['administrator'] });
  expect(await findOfficer(queries, member.id, TODAY)).toBeUndefined();
  const input = {
    agency: { code: '990101-001', name: '示例区人民政府办公室', shortName: '区政府办', kind: 'government-office' },
    government: { code: '990101-000', name: '示例区人民政府' },
  };
  expect(await setUpInstallation(queries, member.id, input, NOW)).toMatchObject({ ok: true });
  expect(await setUpInstallation(queries, member.id, input, NOW)).toMatchObject({ ok: false });
  const officer = (await findOfficer(queries, member.id, TODAY))!;
  expect([officer.agency, officer.oversees]).toEqual(['990101-001', ['990101-000']]);
  expect(
    await changeAgency(
      queries,
      officer,
      { code: '990101-009', name: '示例局', shortName: '示例局', kind: 'department', parent: '990101-000' },
      NOW,
    ),
  ).toMatchObject({ ok: true });
});

test('an administrator of the supervising office administers all below; one of a department only their own', async () => {
  await using database = await openTestDatabase();
  const { queries, administrator } = await district(database);
  expect(await addStaff(queries, administrator, facts(BUREAU, { roles: ['administrator'] }), NOW)).toMatchObject({
    ok: true,
  });
  const { id } = await queries
    .selectFrom('staff')
    .select('id')
    .where('username', '=', 'new.one')
    .executeTakeFirstOrThrow();
  const local = (await findOfficer(queries, getStaffId(id), TODAY))!;
  expect(await addStaff(queries, local, facts(BUREAU, { username: 'mine' }), NOW)).toMatchObject({ ok: true });
  expect(await addStaff(queries, local, facts('990101-001', { username: 'yours' }), NOW)).toMatchObject({ ok: false });
  const handler = getStaffId(SAMPLE_STAFF[0]!.id);
  expect(await resetPassword(queries, local, handler, NOW)).toMatchObject({ ok: false });
  expect(await changeStaff(queries, local, handler, facts(BUREAU), NOW)).toMatchObject({ ok: false });
  expect(
    await changeAgency(queries, local, { code: '990101-003', name: 'x', shortName: 'x', kind: 'department' }, NOW),
  ).toMatchObject({ ok: false });
});

test('nobody raises themselves, and the last administrator cannot be taken away', async () => {
  await using database = await openTestDatabase();
  const { queries, administrator } = await district(database);
  expect(
    await changeStaff(queries, administrator, administrator.id, facts('990101-001', { roles: ROLES }), NOW),
  ).toMatchObject({ ok: false });
  expect(await switchStaff(queries, administrator, administrator.id, false, NOW)).toMatchObject({ ok: false });
  const added = await addStaff(queries, administrator, facts('990101-001', { roles: ['administrator'] }), NOW);
  const second = (await findOfficer(queries, added.ok ? added.value.id : administrator.id, TODAY))!;
  expect(await switchStaff(queries, second, administrator.id, false, NOW)).toMatchObject({ ok: true });
  expect(await findOfficer(queries, administrator.id, TODAY)).toBeUndefined();
});

test('the username is one person’s, whatever the case it is typed in', async () => {
  await using database = await openTestDatabase();
  const { queries, administrator } = await district(database);
  const again = await addStaff(queries, administrator, facts('990101-001', { username: 'GU.Wenlan' }), NOW);
  expect(again).toMatchObject({ ok: false, problem: [{ field: 'username' }] });
});

test('who has no right to administer is refused in the act itself, whatever page they came by', async () => {
  await using database = await openTestDatabase();
  const { queries, officer } = await district(database);
  for (const { username, roles } of SAMPLE_STAFF) {
    if (roles.includes('administrator')) continue;
    const other = await officer(username);
    expect(await addStaff(queries, other, facts('990101-001'), NOW), username).toMatchObject({ ok: false });
    expect(await switchStaff(queries, other, getStaffId(SAMPLE_STAFF[7]!.id), false, NOW)).toMatchObject({ ok: false });
    expect(await changeSetting(queries, other, SECOND_FACTOR_ROLES, ['auditor'], NOW)).toMatchObject({ ok: false });
    expect(await changeAgency(queries, other, SAMPLE_AGENCIES[1], NOW)).toMatchObject({ ok: false });
  }
  expect((await listAgencies(queries)).length).toBe(SAMPLE_AGENCIES.length);
});

test('a delegation lends the roles for its days and can be taken back', async () => {
  await using database = await openTestDatabase();
  const { queries, officer } = await district(database);
  const signatory = await officer('tang.yuanshan');
  const days = { firstDay: TODAY, lastDay: TODAY.add({ days: 2 }) };
  const reviewer = getStaffId(SAMPLE_STAFF[2]!.id);
  expect(await delegateWork(queries, signatory, { delegate: reviewer, ...days }, TODAY, NOW)).toMatchObject({
    ok: true,
  });
  const elsewhere = getStaffId(SAMPLE_STAFF[10]!.id);
  expect(await delegateWork(queries, signatory, { delegate: elsewhere, ...days }, TODAY, NOW)).toMatchObject({
    ok: false,
  });
  const standIn = (await findOfficer(queries, reviewer, TODAY))!;
  expect(may(standIn, 'sign-letter', standIn.agency)).toBe(true);
  for (const day of [TODAY.subtract({ days: 1 }), TODAY.add({ days: 3 })]) {
    const before = (await findOfficer(queries, reviewer, day))!;
    expect(may(before, 'sign-letter', before.agency)).toBe(false);
  }
  const [given] = await listDelegations(queries, 'absent', signatory.id, TODAY);
  expect(await takeWorkBack(queries, await officer('gu.wenlan'), given!.id, NOW)).toMatchObject({ ok: false });
  expect(await takeWorkBack(queries, signatory, given!.id, NOW)).toMatchObject({ ok: true });
  const after = (await findOfficer(queries, reviewer, TODAY))!;
  expect(may(after, 'sign-letter', after.agency)).toBe(false);
});

test('a setting keeps its standard until it is answered, and refuses what it does not know', async () => {
  await using database = await openTestDatabase();
  const { queries } = database;
  expect(await readSetting(queries, SECOND_FACTOR_ROLES)).toEqual(SECOND_FACTOR_ROLES.standard);
  const { administrator } = await district(database);
  expect(await changeSetting(queries, administrator, SECOND_FACTOR_ROLES, ['king'], NOW)).toMatchObject({ ok: false });
  expect(await changeSetting(queries, administrator, SECOND_FACTOR_ROLES, ['auditor'], NOW)).toMatchObject({
    ok: true,
  });
  expect(await readSetting(queries, SECOND_FACTOR_ROLES)).toEqual(['auditor']);
});

test('the database knows exactly the roles that the rules know', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'staff_roles_role_check'
  `.execute(database.queries);
  expect([...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual(ROLES);
});
