import { expect, test } from 'vitest';
import { findingOf } from '../../../../test/reports/collected.ts';
import { recheck } from './recheck.ts';

const ordered = {
  ...findingOf('row-sum', 'error'),
  where: 'table3.new.total',
  quote: '4',
  fingerprint: 'a'.repeat(16),
};

test('a finding that is gone is mended; what the audits find elsewhere does not matter', () => {
  const elsewhere = [findingOf('row-sum', 'error', { where: 'table3.settled.total', fingerprint: 'b'.repeat(16) })];
  expect(recheck([ordered], elsewhere)).toEqual([{ fingerprint: ordered.fingerprint, verdict: 'mended' }]);
});

test('another wrong figure at the same place stands, though its fingerprint is another', () => {
  const other = [{ ...ordered, quote: '5', fingerprint: 'c'.repeat(16) }];
  expect(recheck([ordered], other)).toEqual([{ fingerprint: ordered.fingerprint, verdict: 'stands' }]);
});

test('what somebody lets stand with a reason is said so', () => {
  const waived = [{ ...ordered, waived: { by: '宋秋白', reason: '已核对原件', on: '2024-02-01' } }];
  expect(recheck([ordered], waived)).toEqual([{ fingerprint: ordered.fingerprint, verdict: 'waived' }]);
});
