import { expect, test } from 'vitest';
import { OUTCOME_ROWS_2021 } from '../../../law/report-form/table-three.ts';
import { outcomesOf, publicSubject, resultText } from './answered-line.ts';
import { readAnsweredQuery, RESULT_CHOICE_LABEL, RESULT_CHOICES } from './answered-query.ts';

test('a matter that tells of a person is not shown, whatever else it says', () => {
  expect(publicSubject({ title: null, description: '2025年采购合同目录' })).toBe('2025年采购合同目录');
  for (const personal of ['身份证号码11010519491231002X的低保审批表', '电话13800000000登记的信访件'])
    expect(publicSubject({ title: null, description: personal })).not.toMatch(/\d{6}/);
});

test('a long matter is cut, a title goes before a description', () => {
  expect(publicSubject({ title: '目录', description: '长'.repeat(300) })).toBe('目录');
  expect(publicSubject({ title: null, description: '长'.repeat(300) }).length).toBeLessThan(90);
});

test('every result that is an answer has its words, and each filter finds exactly the rows that bear its word', () => {
  const answers = OUTCOME_ROWS_2021.filter(row => !row.startsWith('closed.'));
  for (const row of answers) expect(resultText(row), row).not.toBe('');
  for (const choice of RESULT_CHOICES) {
    expect(outcomesOf(choice).length).toBeGreaterThan(0);
    for (const row of outcomesOf(choice)) expect(resultText(row)).toBe(RESULT_CHOICE_LABEL[choice]);
  }
  expect(RESULT_CHOICES.flatMap(outcomesOf).toSorted()).toEqual(answers.toSorted());
});

test('an address that makes no sense shows everything', () => {
  expect(readAnsweredQuery({ agency: 'x', year: '1800', result: 'all', q: ['a'], page: '-1' })).toEqual({
    agency: null,
    year: null,
    result: null,
    words: '',
    page: 1,
  });
  expect(readAnsweredQuery({ agency: '990101-001', year: '2025', result: 'granted', q: ' 规划 ', page: '3' })).toEqual({
    agency: '990101-001',
    year: 2025,
    result: 'granted',
    words: '规划',
    page: 3,
  });
});
