import { expect, test } from 'vitest';
import { draftText, findDraftIn } from './form-draft.ts';
import type { FormDraft } from './form-draft.ts';

const DRAFT: FormDraft = {
  caseKind: 'information',
  agency: '990101-001',
  values: { description: '名单', several: ['甲', '乙'] },
  files: [],
  queryCode: 'ABCDEFGHJKLM',
  password: 'ABCDEFGH',
};

test('a draft comes back as it was kept', () => {
  expect(findDraftIn(draftText(DRAFT))).toEqual(DRAFT);
});

test('a text that is no draft is none, and no fault', () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{}',
    JSON.stringify({ ...DRAFT, caseKind: 'other' }),
    JSON.stringify({ ...DRAFT, x: 1 }),
  ])
    expect(findDraftIn(text), text).toBeUndefined();
});
