import { expect, test } from 'vitest';
import { getAgencyCode } from './agency.ts';
import { checkDelegation, isInForce } from './delegation.ts';
import type { DelegationParty } from './delegation.ts';
import { getStaffId } from './staff-id.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const party = (number: number, more: Partial<DelegationParty> = {}): DelegationParty => ({
  id: getStaffId(`01989f00-0000-7000-8000-${String(number).padStart(12, '0')}`),
  agency: getAgencyCode('990101-001'),
  roles: ['signatory'],
  enabled: true,
  ...more,
});
const week = { firstDay: day('2026-11-25'), lastDay: day('2026-12-01') };
const today = day('2026-11-25');

test('a delegation is in force from its first day to its last, both included', () => {
  const inForce = (text: string) => isInForce(week, day(text));
  expect(['2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02'].map(inForce)).toEqual([false, true, true, false]);
});

test('work goes to an enabled colleague of the same agency, for days that lie ahead', () => {
  expect(checkDelegation(party(1), party(2), week, today)).toEqual({ ok: true, value: null });
  const refusals = [
    [party(1), party(1), week],
    [party(1), party(2, { agency: getAgencyCode('990101-002') }), week],
    [party(1, { agency: null }), party(2, { agency: null }), week],
    [party(1), party(2, { enabled: false }), week],
    [party(1, { roles: ['administrator', 'auditor', 'supervisor'] }), party(2), week],
    [party(1), party(2), { firstDay: day('2026-12-01'), lastDay: day('2026-11-30') }],
    [party(1), party(2), { firstDay: day('2026-11-01'), lastDay: day('2026-11-24') }],
    [party(1), party(2), { firstDay: day('2026-11-25'), lastDay: day('2027-11-26') }],
  ] as const;
  for (const [absent, delegate, days] of refusals)
    expect(checkDelegation(absent, delegate, days, today)).toMatchObject({ ok: false });
});
