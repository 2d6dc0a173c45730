import { expect, test } from 'vitest';
import { prepareLodging } from '../../../applications/actions/lodge-application.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import { createSealing } from '../../../platform/sealing/sealing.ts';
import { findDraft, sealDraft } from './form-draft.ts';
import type { FormDraft } from './form-draft.ts';

const sealing = createSealing([new Uint8Array(32)]);
const BEGUN = Temporal.Instant.from('2026-11-25T01:00:00Z');

function draft(): FormDraft {
  const { id, queryCode, password } = prepareLodging();
  return {
    caseKind: 'information',
    agency: getAgencyCode('990101-001'),
    values: { description: '名单', several: ['甲', '乙'] },
    files: [],
    application: id,
    queryCode,
    password,
    genuine: true,
    begunAt: BEGUN.epochMilliseconds,
  };
}

test('a draft comes back as it was sealed, for a day', () => {
  const sealed = sealDraft(sealing, draft());
  expect(findDraft(sealing, sealed, BEGUN.add({ hours: 23 }))).toMatchObject({
    values: { description: '名单', several: ['甲', '乙'] },
  });
  expect(findDraft(sealing, sealed, BEGUN.add({ hours: 24 }))).toBeUndefined();
});

test('a draft that somebody has changed or made is none', () => {
  const sealed = sealDraft(sealing, draft());
  const other = createSealing([new Uint8Array(32).fill(1)]);
  for (const forged of [
    '',
    'x',
    `${sealed}A`,
    sealDraft(other, draft()),
    sealing.seal(JSON.stringify(draft()), 'elsewhere'),
  ])
    expect(findDraft(sealing, forged, BEGUN)).toBeUndefined();
  expect(findDraft(sealing, sealing.seal('{"values":{}}', 'application-form-draft'), BEGUN)).toBeUndefined();
});
