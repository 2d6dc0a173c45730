import { expect, test } from 'vitest';
import { EMPTY_SUBMISSION, readCheckForm } from './check-form.ts';
import { readWaiverForm } from './waiver-form.ts';

const file = { name: 'a.docx', bytes: new Uint8Array([1]) };
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('files and pasted text are examined alike', () => {
  const form = readCheckForm({ ...EMPTY_SUBMISSION, files: [file], text: '年度报告' });
  expect(form.ok && form.value.files.map(({ name }) => name)).toEqual(['a.docx', '粘贴的内容']);
});

test('the clipboard’s tables win over its plain text, as long as there are any', () => {
  const withTable = readCheckForm({
    ...EMPTY_SUBMISSION,
    text: '1 2',
    pastedHtml: '<table><tr><td>1</td></tr></table>',
  });
  expect(withTable.ok && textOf(withTable.value.files[0]?.bytes)).toContain('<table>');
  const without = readCheckForm({ ...EMPTY_SUBMISSION, text: '1 2', pastedHtml: '<p>1 2</p>' });
  expect(without.ok && textOf(without.value.files[0]?.bytes)).toBe('1 2');
});

test('every field that is wrong is named with what to do', () => {
  const form = readCheckForm({ ...EMPTY_SUBMISSION, publishedOn: '2024-02-30' });
  expect(form.ok ? [] : form.problem.map(({ field }) => field)).toEqual(['files', 'published-on']);
  const two = readCheckForm({ ...EMPTY_SUBMISSION, files: [file, file], previous: file });
  expect(two.ok ? [] : two.problem.map(({ field }) => field)).toEqual(['previous']);
});

const TODAY = Temporal.PlainDate.from('2024-02-01');
const PRINT = '0123456789abcdef';

test('a waiver needs a name and a reason', () => {
  expect(readWaiverForm({ [`by-${PRINT}`]: ' 示例员 ', [`reason-${PRINT}`]: '原件如此' }, TODAY)).toEqual({
    waivers: [{ fingerprint: PRINT, by: '示例员', reason: '原件如此', on: '2024-02-01' }],
  });
  expect(readWaiverForm({ [`by-${PRINT}`]: '', [`reason-${PRINT}`]: '原件如此' }, TODAY)).toMatchObject({
    waivers: [],
    problem: { fingerprint: PRINT },
  });
});

test('fields that are none of ours, or empty, are no waiver', () => {
  expect(readWaiverForm({ 'by-../x': 'a', [`by-${PRINT}`]: '', state: 'x', other: 1 }, TODAY)).toEqual({ waivers: [] });
});
