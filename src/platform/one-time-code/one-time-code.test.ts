import { expect, test } from 'vitest';
import { base32Of, codeOf, enrolmentAddress, findStep, newSecret, stepAt } from './one-time-code.ts';

const SECRET = base32Of(Buffer.from('12345678901234567890'));
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

test('the codes are those of the appendix of RFC 6238', () => {
  expect(SECRET).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  for (const [seconds, code] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ] as const)
    expect(codeOf(SECRET, stepAt(at(seconds)), 8), `at ${seconds}`).toBe(code);
});

test('a code counts one step early or late, once, and not again', () => {
  const now = at(1_234_567_890);
  const step = stepAt(now);
  for (const near of [step - 1, step, step + 1]) expect(findStep(SECRET, codeOf(SECRET, near), now, null)).toBe(near);
  for (const far of [step - 2, step + 2]) expect(findStep(SECRET, codeOf(SECRET, far), now, null)).toBeUndefined();
  expect(findStep(SECRET, codeOf(SECRET, step), now, step)).toBeUndefined();
  expect(findStep(SECRET, codeOf(SECRET, step - 1), now, step)).toBeUndefined();
});

test('every secret is new, and its address can be read by an authenticator', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  const address = new URL(enrolmentAddress(SECRET, 'gu.wenlan', '晴川区政府 政务公开'));
  expect(address.protocol).toBe('otpauth:');
  expect(address.searchParams.get('secret')).toBe(SECRET);
  expect(address.href).not.toContain('+');
});
