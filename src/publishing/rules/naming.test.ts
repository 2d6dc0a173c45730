import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { addressOf, findItemNumber } from './address.ts';
import { findColumnCode, getColumnCode } from './column.ts';
import { findDocumentNumber } from './document-number.ts';
import { indexNumber, institutionCode } from './index-number.ts';
import { isRedirectTarget } from './redirect.ts';
import { isTheme, THEME_NAMES } from './themes.ts';

test('an address tells column, month, day and item, and gives the item back', () => {
  const publishedOn = Temporal.PlainDate.from('2023-01-05');
  const address = addressOf({ column: getColumnCode('zcwj'), publishedOn, number: 123 });
  expect(address).toBe('/zcwj/202301/t20230105_123.html');
  expect(findItemNumber(address)).toBe(123);
});

test.each([
  '/zcwj/202302/t20230105_123.html',
  '/zcwj/202301/t20230105_0123.html',
  '/zcwj/202301/t20230105_.html',
  '/../202301/t20230105_1.html',
  '/zcwj/202301/t20230105_99999999999999999999.html',
])('%s is no address of an item', address => {
  expect(findItemNumber(address)).toBeUndefined();
});

test('a column’s code is plain, and never the name of one of the portal’s own pages', () => {
  expect(['zcwj', 'jyj-gzdt', 'a1'].map(findColumnCode)).toEqual(['zcwj', 'jyj-gzdt', 'a1']);
  for (const text of ['', 'ZCWJ', '1a', 'a--b', 'a-', 'office', 'applications', 'search', 'a'.repeat(41), '政策'])
    expect(findColumnCode(text), text).toBeUndefined();
});

test('文号 stands with the full year in 六角括号, without 第 and without leading noughts (GB/T 9704)', () => {
  expect(findDocumentNumber('晴政办规〔2023〕12号')).toEqual({ prefix: '晴政办规', year: 2023, number: 12 });
  for (const wrong of [
    '晴政办[2023]1号',
    '晴政办（2023）1号',
    '晴政办〔23〕1号',
    '晴政办〔2023〕01号',
    '晴政办〔2023〕第1号',
    '1号',
  ])
    expect(findDocumentNumber(wrong), wrong).toBeUndefined();
});

test('索引号 begin with the 统一社会信用代码 once it is known and right', () => {
  const agency = getAgencyCode('990101-001');
  expect(institutionCode('', agency)).toBe('990101-001');
  expect(institutionCode('11441700007280420Y', agency)).toBe('11441700007280420Y');
  expect(institutionCode('11441700007280421Y', agency)).toBe('990101-001');
  expect(indexNumber('11441700007280420Y', 2021, 50)).toBe('11441700007280420Y/2021-00050');
});

test('a removed page leads to a page of this portal and nowhere else', () => {
  expect(['/gzdt/', '/zcwj/202301/t20230105_123.html'].every(isRedirectTarget)).toBe(true);
  for (const path of ['//evil.example', 'https://evil.example', 'javascript:alert(1)', '/a/../office', '/a b', ''])
    expect(isRedirectTarget(path), path).toBe(false);
});

test('the themes are those of the two-level tree', () => {
  expect(THEME_NAMES).toContain(String.raw`综合政务\政务公开`);
  expect(isTheme('机构设置')).toBe(true);
  expect(isTheme(String.raw`综合政务\没有这一类`)).toBe(false);
  expect(new Set(THEME_NAMES).size).toBe(THEME_NAMES.length);
});
