import { expect, test } from 'vitest';
import { isResidentNumber } from './read-intake.ts';

test('a resident number is told from a slip of the pen by its last sign', () => {
  expect(isResidentNumber('11010519491231002X')).toBe(true);
  expect(isResidentNumber('11010519491231002x')).toBe(true);
  expect(isResidentNumber('110105194912310021')).toBe(false);
  expect(isResidentNumber('11010519491231020X')).toBe(false);
  expect(isResidentNumber('110105491231002')).toBe(false);
});
