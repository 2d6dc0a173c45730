import { expect, test } from 'vitest';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import { findAgencyByName } from './agency-by-name.ts';

const agencies = [
  ['990101-000', '示范市晴川区人民政府', '晴川区政府'],
  ['990101-001', '示范市晴川区人民政府办公室', '区政府办公室'],
  ['990101-003', '示范市晴川区民政局', '区民政局'],
  ['990101-101', '示范市晴川区望江街道办事处', '望江街道'],
  ['990101-102', '示范市晴川区柳堤镇人民政府', '柳堤镇'],
].map(([code, name, shortName]) => ({ code: getAgencyCode(code!), name: name!, shortName: shortName! }));
const find = (printed: string, answered = new Map<string, never>()) => findAgencyByName(printed, agencies, answered);

test('an agency is known by its name with or without the larger areas, and by what offices leave out at will', () => {
  expect(find('示范市晴川区民政局')).toBe('990101-003');
  expect(find('晴川区民政局')).toBe('990101-003');
  expect(find('示范市晴川区民政局（区社会组织管理局）')).toBe('990101-003');
  expect(find('晴川区望江街道')).toBe('990101-101');
  expect(find('柳堤镇')).toBe('990101-102');
  expect(find('晴川区政府办公室')).toBe('990101-001');
  expect(find('示范市晴川区人民政府')).toBe('990101-000');
});

test('another area’s agency, a fragment and an unknown name are asked about, never guessed', () => {
  for (const strange of ['示范市江北区民政局', '晴川区民政事务中心', '局', '']) expect(find(strange)).toBeUndefined();
});

test('what a person has answered comes first', () => {
  const answered = new Map([['晴川区民政事务中心', getAgencyCode('990101-003')]]);
  expect(findAgencyByName('晴川区民政事务中心', agencies, answered)).toBe('990101-003');
});
