import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { Ability } from '../../people/rules/ability.ts';
import { may } from '../../people/rules/may.ts';
import { ROLES } from '../../people/rules/role.ts';
import { getStaffId } from '../../people/rules/staff-id.ts';
import { ABILITY_FOR, ABILITY_FOR_STEP } from './act-abilities.ts';
import { ACT_KINDS, REVIEW_STEPS } from './publication-log.ts';
import type { ActKind } from './publication-log.ts';
import { ACTS_OPEN_IN, mayFollow, STAGES } from './stage.ts';

const agency = getAgencyCode('990101-001');
const officerWith = (role: (typeof ROLES)[number], of = agency) => ({
  id: getStaffId('01900000-0000-7000-8000-000000000001'),
  name: '测试员',
  agency: of,
  roles: [role],
  actingFor: [],
  oversees: [],
});

test('every act but the drafting may follow somewhere, and none is listed twice in a stage', () => {
  const reachable = new Set<string>(STAGES.flatMap(stage => ACTS_OPEN_IN[stage]));
  expect(ACT_KINDS.filter(kind => !reachable.has(kind))).toEqual(['drafted']);
  for (const stage of STAGES) expect(new Set(ACTS_OPEN_IN[stage]).size, stage).toBe(ACTS_OPEN_IN[stage].length);
});

test('there is no way to the public but through approval, an emergency, or from a system that was public before (Art. 17)', () => {
  const toThePublic: readonly ActKind[] = ['published', 'corrected', 'emergency-published', 'taken-over'];
  const from = toThePublic.map(kind => [kind, STAGES.filter(stage => mayFollow(stage, kind))]);
  expect(Object.fromEntries(from)).toEqual({
    published: ['approved', 'scheduled'],
    corrected: ['revision-approved'],
    'emergency-published': ['drafting', 'in-review'],
    'taken-over': ['drafting'],
  });
});

test('what was removed comes back in no way', () => {
  expect(ACTS_OPEN_IN.removed).toEqual(['emergency-reviewed', 'addresses-verified', 'archived', 'noted']);
});

test('the whole matrix of role, stage and act, as a lawyer reads it (vitest -u writes a reviewed change)', async () => {
  const rolesWith = (ability: Ability) => ROLES.filter(role => may(officerWith(role), ability, agency)).join(', ');
  const rolesOf = (kind: ActKind) => {
    const ability: Ability | null = ABILITY_FOR[kind];
    return ability === null ? 'system' : rolesWith(ability);
  };
  const lines = STAGES.flatMap(stage => [
    `## ${stage}`,
    ...ACT_KINDS.filter(kind => mayFollow(stage, kind)).map(kind => `${kind}: ${rolesOf(kind)}`),
    '',
  ]);
  const steps = REVIEW_STEPS.map(step => `${step}: ${rolesWith(ABILITY_FOR_STEP[step])}`);
  const text = `${[...lines, '## steps of review', ...steps].join('\n')}\n`;
  await expect(text).toMatchFileSnapshot('../../../fixtures/publishing/role-stage-act.txt');
});

test('an officer of another agency may do nothing in any stage', () => {
  const elsewhere = getAgencyCode('990101-002');
  const abilities = ACT_KINDS.map(kind => ABILITY_FOR[kind]).filter(ability => ability !== null);
  const allowed = ROLES.flatMap(role =>
    abilities.filter(ability => may(officerWith(role, elsewhere), ability, agency)),
  );
  expect(allowed).toEqual([]);
});
