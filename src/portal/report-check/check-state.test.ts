import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findState, packState } from './check-state.ts';
import type { CheckState } from './check-state.ts';

const STATE: CheckState = {
  file: '年报.docx',
  report: '{"form":"2021"}',
  previous: null,
  publishedOn: '2024-01-30',
  waivers: [{ fingerprint: '0123456789abcdef', by: '示例员', reason: '原件如此', on: '2024-02-01' }],
};
const pack = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString('base64url');

test('what a page carries comes back as it was', () => {
  expect(findState(packState(STATE))).toEqual(STATE);
});

test('what was cut, changed or made up is no state', () => {
  const packed = packState(STATE);
  for (const forged of [
    undefined,
    12,
    '',
    'not packed',
    packed.slice(0, -8),
    pack({ ...STATE, extra: 1 }),
    pack({ ...STATE, publishedOn: 'yesterday' }),
    pack({ ...STATE, waivers: [{ fingerprint: '0123456789abcdef', by: '', reason: '', on: '2024-02-01' }] }),
  ])
    expect(findState(forged)).toBeUndefined();
});

test('a state that unfolds beyond all measure is refused without unfolding it', () => {
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32)).toString('base64url');
  expect(bomb.length).toBeLessThan(200_000);
  expect(findState(bomb)).toBeUndefined();
});
