import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ABILITIES, REACHING_ABILITIES, ROLE_ABILITIES } from './ability.ts';
import type { Ability } from './ability.ts';
import { getAgencyCode } from './agency.ts';
import type { Delegation } from './delegation.ts';
import { mayApprove, mayChangeAccountOf } from './four-eyes.ts';
import { actsFor, agenciesWhere, may } from './may.ts';
import type { Officer } from './officer.ts';
import { ROLE_NAME, ROLES } from './role.ts';
import type { Role } from './role.ts';
import { getStaffId } from './staff-id.ts';

const OFFICE = getAgencyCode('990101-001');
const BUREAU = getAgencyCode('990101-002');
const ELSEWHERE = getAgencyCode('990202-001');
const id = (number: number) => getStaffId(`01989f00-0000-7000-8000-${String(number).padStart(12, '0')}`);
const TODAY = Temporal.PlainDate.from('2026-11-25');

const officer = (roles: readonly Role[], more: Partial<Officer> = {}): Officer => ({
  id: id(1),
  name: '示例员',
  agency: OFFICE,
  roles,
  actingFor: [],
  oversees: [BUREAU],
  ...more,
});
const standingIn = (absent: number, roles: readonly Role[]): Delegation => ({
  absent: id(absent),
  absentName: '外出者',
  roles,
  firstDay: TODAY,
  lastDay: TODAY,
});

const abilities = Object.keys(ABILITIES) as Ability[];

/** The whole table as docs/people.md shows it: ● in one's own agency, ◎ also in those below. */
function abilityTable(): string {
  const head = `| | ${ROLES.map(role => ROLE_NAME[role]).join(' | ')} |\n|${' --- |'.repeat(ROLES.length + 1)}`;
  const rows = abilities.map(ability => {
    const cells = ROLES.map(role => {
      if (may(officer([role]), ability, BUREAU)) return '◎';
      return may(officer([role]), ability, OFFICE) ? '●' : '';
    });
    return `| ${ABILITIES[ability]} | ${cells.join(' | ')} |`;
  });
  return [head, ...rows].join('\n');
}

test('roles and abilities are those of the table in docs/people.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/people.md'), 'utf8');
  expect(page).toContain(abilityTable());
});

test('in an agency that is not below one’s own nobody may anything', () => {
  const everything = officer(ROLES, { actingFor: [standingIn(2, ROLES)] });
  expect(abilities.filter(ability => may(everything, ability, ELSEWHERE))).toEqual([]);
});

test('below, a supervising office sees the register and the journal and administers accounts, and never personal data', () => {
  const everything = officer(ROLES);
  expect(new Set(abilities.filter(ability => may(everything, ability, BUREAU)))).toEqual(new Set(REACHING_ABILITIES));
  expect(may(everything, 'see-personal-data', BUREAU)).toBe(false);
  expect(may(everything, 'read-applications', BUREAU)).toBe(false);
  expect(may(officer(['supervisor']), 'see-personal-data', OFFICE)).toBe(false);
});

test('a delegation lends abilities in one’s own agency and none below it', () => {
  const standIn = officer(['case-handler'], { actingFor: [standingIn(2, ['signatory'])] });
  expect(may(standIn, 'sign-letter', OFFICE)).toBe(true);
  expect(may(standIn, 'sign-letter', BUREAU)).toBe(false);
  expect(actsFor(standIn, 'sign-letter', TODAY).map(({ absent }) => absent)).toEqual([id(2)]);
  expect(actsFor(standIn, 'draft-letter', TODAY)).toEqual([]);
});

test('an administrator sees no file, an auditor changes nothing, a supervisor does nothing but look', () => {
  expect(may(officer(['administrator']), 'read-applications', OFFICE)).toBe(false);
  expect(ROLE_ABILITIES.auditor).toEqual(['read-applications', 'read-journal', 'read-items']);
  expect(ROLE_ABILITIES.supervisor).toEqual(['oversee']);
});

test('the agencies in which something is allowed are listed, one’s own first', () => {
  expect(agenciesWhere(officer(['auditor']), 'read-journal')).toEqual([OFFICE, BUREAU]);
  expect(agenciesWhere(officer(['case-handler']), 'read-journal')).toEqual([]);
});

test('who drafted does not approve, neither by their own role nor standing in for another', () => {
  const signatory = officer(['case-handler', 'signatory']);
  expect(mayApprove(signatory, 'sign-letter', OFFICE, [id(3)])).toBe(true);
  expect(mayApprove(signatory, 'sign-letter', OFFICE, [id(3), signatory.id])).toBe(false);
  expect(mayApprove(signatory, 'sign-letter', BUREAU, [id(3)])).toBe(false);
  const standIn = officer(['case-handler'], { actingFor: [standingIn(2, ['signatory'])] });
  expect(mayApprove(standIn, 'sign-letter', OFFICE, [id(3)])).toBe(true);
  expect(mayApprove(standIn, 'sign-letter', OFFICE, [standIn.id])).toBe(false);
});

test('nobody approves in the name of the one who drafted', () => {
  const standIn = officer(['case-handler'], { actingFor: [standingIn(2, ['signatory'])] });
  expect(mayApprove(standIn, 'sign-letter', OFFICE, [id(2)])).toBe(false);
  const standInForTwo = officer([], { actingFor: [standingIn(2, ['signatory']), standingIn(4, ['signatory'])] });
  expect(mayApprove(standInForTwo, 'sign-letter', OFFICE, [id(2)])).toBe(true);
  expect(
    mayApprove(officer(['signatory'], { actingFor: [standingIn(2, ['signatory'])] }), 'sign-letter', OFFICE, [id(2)]),
  ).toBe(true);
});

test('nobody administers their own account', () => {
  expect(mayChangeAccountOf(officer(['administrator']), id(1))).toBe(false);
  expect(mayChangeAccountOf(officer(['administrator']), id(2))).toBe(true);
});
