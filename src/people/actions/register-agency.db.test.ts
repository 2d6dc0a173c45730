import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { AGENCY_KINDS, getAgencyCode, NO_CONTACT } from '../rules/agency.ts';
import { findAgency, listAgencies } from '../store/agency.register.store.ts';
import { registerAgency } from './register-agency.ts';

const OFFICE = {
  code: '990101-001',
  name: '示例区人民政府办公室',
  shortName: '区政府办',
  kind: 'government-office',
} as const;
const BUREAU = { code: '990101-002', name: '示例区园林局', shortName: '区园林局', kind: 'department' } as const;

test('a registered agency is found as it was given, what was left out being unknown', async () => {
  await using database = await openTestDatabase();
  await registerAgency(database.queries, OFFICE);
  const contact = { office: '信息公开科', telephone: '000-0000000', postcode: '990101' };
  const answer = await registerAgency(database.queries, { ...BUREAU, parent: OFFICE.code, contact });
  const found = await findAgency(database.queries, getAgencyCode(BUREAU.code));
  expect(found).toEqual({
    ...BUREAU,
    parent: OFFICE.code,
    mayMakeRules: false,
    contact: { ...NO_CONTACT, ...contact },
    disclosureHead: null,
    reviewOrgan: null,
    court: null,
    letterhead: null,
    numberPrefix: null,
    legalReview: 'refusals',
  });
  expect(answer).toEqual({ ok: true, value: found });
  expect(await findAgency(database.queries, getAgencyCode('990101-003'))).toBeUndefined();
});

test('registering a code again changes the agency and makes no second one', async () => {
  await using database = await openTestDatabase();
  await registerAgency(database.queries, OFFICE);
  await registerAgency(database.queries, { ...OFFICE, name: '示例区人民政府办公室（新）', mayMakeRules: true });
  const agencies = await listAgencies(database.queries);
  expect(agencies.map(({ name, mayMakeRules }) => [name, mayMakeRules])).toEqual([
    ['示例区人民政府办公室（新）', true],
  ]);
});

test('agencies are listed by their codes', async () => {
  await using database = await openTestDatabase();
  for (const agency of [BUREAU, OFFICE]) await registerAgency(database.queries, agency);
  expect((await listAgencies(database.queries)).map(({ code }) => code)).toEqual([OFFICE.code, BUREAU.code]);
});

test('what is no agency is refused with the reason', async () => {
  await using database = await openTestDatabase();
  const refuse = async (input: object) => registerAgency(database.queries, { ...OFFICE, ...input });
  expect(await refuse({ code: '9901-1' })).toMatchObject({ ok: false, problem: expect.stringContaining('990101-001') });
  expect(await refuse({ name: '  ' })).toMatchObject({ ok: false, problem: expect.stringContaining('机构名称') });
  expect(await refuse({ kind: 'club' })).toMatchObject({ ok: false, problem: expect.stringContaining('机构类别') });
  expect(await refuse({ parent: OFFICE.code })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('自己的上级'),
  });
  expect(await refuse({ parent: BUREAU.code })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('尚未登记'),
  });
  expect(await listAgencies(database.queries)).toEqual([]);
});

test('an agency cannot be put below one of its own subordinates', async () => {
  await using database = await openTestDatabase();
  const third = { ...BUREAU, code: '990101-003' };
  await registerAgency(database.queries, OFFICE);
  await registerAgency(database.queries, { ...BUREAU, parent: OFFICE.code });
  await registerAgency(database.queries, { ...third, parent: BUREAU.code });
  const answer = await registerAgency(database.queries, { ...OFFICE, parent: third.code });
  expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('不能反过来') });
});

test('the database knows exactly the kinds of agencies that the rules know', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'agencies_kind_check'
  `.execute(database.queries);
  const kinds = [...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1]);
  expect(kinds).toEqual(AGENCY_KINDS);
});
