import { expect, test } from 'vitest';
import { may } from '../../people/rules/may.ts';
import { ROLES } from '../../people/rules/role.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { getStaffId } from '../../people/rules/staff-id.ts';
import { ABILITY_FOR } from './act-abilities.ts';
import { ACT_KINDS } from './application-log.ts';
import { ACTS_OPEN_IN, isOpen, mayFollow, OPEN_STAGES, STAGES } from './stage.ts';

test('every act but the lodging may follow somewhere', () => {
  const reachable = new Set<string>(STAGES.flatMap(stage => ACTS_OPEN_IN[stage]));
  expect(ACT_KINDS.filter(kind => !reachable.has(kind))).toEqual(['lodged']);
});

test('no act is listed twice in a stage', () => {
  for (const stage of STAGES) expect(new Set(ACTS_OPEN_IN[stage]).size, stage).toBe(ACTS_OPEN_IN[stage].length);
});

test('what is settled, archived or split is answered no more; everything else is', () => {
  expect(STAGES.filter(stage => !isOpen(stage))).toEqual(['settled', 'archived', 'split']);
  expect(OPEN_STAGES.every(isOpen)).toBe(true);
  for (const stage of ['settled', 'archived', 'split'] as const) expect(mayFollow(stage, 'replied')).toBe(false);
});

test('nothing but a decision or judgment opens a settled file again', () => {
  const opening = ACTS_OPEN_IN.settled.filter(kind => !['archived'].includes(kind));
  expect(
    opening.filter(kind => mayFollow('archived', kind) && mayFollow('settled', kind) && kind === 'reply-ordered'),
  ).toEqual(['reply-ordered']);
});

const agency = getAgencyCode('990101-001');
const officerWith = (role: (typeof ROLES)[number], of = agency) => ({
  id: getStaffId('01900000-0000-7000-8000-000000000001'),
  name: '测试员',
  agency: of,
  roles: [role],
  actingFor: [],
  oversees: [],
});

test('the whole matrix of role, stage and act, as a lawyer reads it (vitest -u writes a reviewed change)', async () => {
  const lines = STAGES.flatMap(stage => [
    `## ${stage}`,
    ...ACT_KINDS.filter(kind => mayFollow(stage, kind)).map(kind => {
      const ability = ABILITY_FOR[kind];
      const roles = ability === null ? ['applicant'] : ROLES.filter(role => may(officerWith(role), ability, agency));
      return `${kind}: ${roles.join(', ')}`;
    }),
    '',
  ]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/applications/role-stage-act.txt');
});

test('an officer of another agency may do nothing in any stage', () => {
  const elsewhere = getAgencyCode('990101-002');
  const abilities = ACT_KINDS.map(kind => ABILITY_FOR[kind]).filter(ability => ability !== null);
  const allowed = ROLES.flatMap(role =>
    abilities.filter(ability => may(officerWith(role, elsewhere), ability, agency)),
  );
  expect(abilities.length).toBeGreaterThan(40);
  expect(allowed).toEqual([]);
});
