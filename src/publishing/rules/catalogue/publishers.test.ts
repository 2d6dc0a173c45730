import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../../sample/qingchuan/agencies.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import type { Agency } from '../../../people/rules/agency.ts';
import { levelOf, publishersOf } from './publishers.ts';

const AGENCIES = SAMPLE_AGENCIES.map(
  ({ code, name, shortName, kind }) => ({ code: getAgencyCode(code), name, shortName, kind }) as Agency,
);

test.each([
  ['区民政局', ['区民政局']],
  ['示范市晴川区民政局', ['区民政局']],
  ['民政 局', ['区民政局']],
  ['县级民政部门', ['区民政局']],
  ['区民政局、区教育局', ['区教育局', '区民政局']],
  ['人力资源和社会保障部门', ['区人社局']],
  ['区政府办公室', ['区政府办公室']],
  ['区政府', ['晴川区政府']],
  ['各街道办事处、镇人民政府', ['望江街道', '柳堤镇']],
  ['镇人民政府', ['柳堤镇']],
  ['区民政局、各乡镇（街道）', ['区民政局', '望江街道', '柳堤镇']],
  ['市生态环境局晴川分局', []],
  ['', []],
])('公开主体“%s”', (words, meant) => {
  expect(publishersOf(words, AGENCIES).map(({ shortName }) => shortName)).toEqual(meant);
});

test('街道、镇、乡 stand at the level of townships, everybody else at that of the county', () => {
  expect(AGENCIES.filter(agency => levelOf(agency) === 'township').map(({ shortName }) => shortName)).toEqual([
    '望江街道',
    '柳堤镇',
  ]);
});
