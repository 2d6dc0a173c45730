import { expect, test } from 'vitest';
import { opinionText, readOpinionForm } from './opinion.form.ts';

const CONSENT = { opinion: 'consents', reasons: '', respondent: '示范市鹿鸣置业有限公司 方亦舟', checked: 'yes' };
const fieldsOf = (values: Record<string, string>) => {
  const read = readOpinionForm(values);
  return read.ok ? [] : read.problem.map(({ field }) => field);
};

test('whoever consents needs no reasons; whoever objects, wholly or in part, gives them', () => {
  expect(fieldsOf(CONSENT)).toEqual([]);
  expect(fieldsOf({ ...CONSENT, opinion: 'objects' })).toEqual(['reasons']);
  expect(fieldsOf({ ...CONSENT, opinion: 'consents-in-part' })).toEqual(['reasons']);
  expect(fieldsOf({ ...CONSENT, opinion: 'objects', reasons: '含有商业秘密' })).toEqual([]);
});

test('silence cannot be answered, and nothing is sent unchecked', () => {
  expect(fieldsOf({ ...CONSENT, opinion: 'silent' })).toEqual(['opinion']);
  expect(fieldsOf({})).toEqual(['opinion', 'respondent', 'checked']);
});

test('the answer is kept line by line', () => {
  const read = readOpinionForm({ ...CONSENT, opinion: 'objects', reasons: '含有商业秘密' });
  expect(read.ok && opinionText(read.value, ['意见.pdf'])).toBe(
    '意见：不同意公开\n理由：含有商业秘密\n答复人：示范市鹿鸣置业有限公司 方亦舟\n附件：意见.pdf',
  );
});
