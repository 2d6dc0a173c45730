import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { returnPath } from '../sign-in/return-path.ts';
import { dutyOf } from './duty.ts';

const member = {
  passwordMustChange: false,
  hasSecondFactor: false,
  roles: ['administrator'],
  agency: getAgencyCode('990101-001'),
} as const;

test('the one-time password comes first, then the second factor, then the agency', () => {
  const all = { ...member, passwordMustChange: true, agency: null };
  expect(dutyOf(all, ['administrator'])).toBe('change-password');
  expect(dutyOf({ ...all, passwordMustChange: false }, ['administrator'])).toBe('enrol-second-factor');
  expect(dutyOf({ ...all, passwordMustChange: false, hasSecondFactor: true }, ['administrator'])).toBe('set-up');
  expect(dutyOf(member, ['auditor'])).toBeNull();
});

test('signing in leads to a page of the office and never to another site', () => {
  expect(returnPath('/office/staff?agency=990101-001')).toBe('/office/staff?agency=990101-001');
  for (const text of [
    '',
    '/',
    'https://elsewhere.example/office/',
    '//elsewhere.example/office/',
    '/office//elsewhere.example',
    '/office/../admin\\x',
    '/office/"><script>',
    '/office/sign-in',
    '/office\\@elsewhere.example',
  ])
    expect(returnPath(text), text).toBe('/office');
});
