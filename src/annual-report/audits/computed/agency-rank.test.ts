import { expect, test } from 'vitest';
import { agencyRankOf, isSameAgency, listAreas } from './agency-rank.ts';

test.each([
  ['示范市晴川区人民政府办公室', 'county', 'government-office'],
  ['金湖县人民政府', 'county', 'government'],
  ['伊春市人民政府', 'city', 'government'],
  ['江苏省苏州市昆山市人民政府', 'county', 'government'],
  ['上海市人民政府', 'provincial', 'government'],
  ['广西壮族自治区人民政府', 'provincial', 'government'],
  ['广州市白云区棠景街道', 'township', 'government'],
  ['西咸新区太平镇人民政府', 'township', 'government'],
  ['沅陵县二酉苗族乡', 'township', 'government'],
  ['长春经开区文教局', 'zone', 'department'],
  ['武汉经开区（汉南区）医疗保障局', 'zone', 'department'],
  ['甘眉工业园区管委会', 'zone', 'government'],
  ['蠡县审计局', 'county', 'department'],
  ['伊美区城市管理综合执法局', 'county', 'department'],
  ['晴川区市场监督管理局', 'county', 'department'],
  ['晴川区城乡建设局', 'county', 'department'],
  ['石家庄市乡村振兴局', 'city', 'department'],
  ['长春市退役军人事务局', 'city', 'department'],
  ['四川省地方志工作办公室', 'provincial', 'department'],
  ['国家新闻出版署', 'national', 'department'],
  ['国家税务总局伊春市伊美区税务局', 'county', 'department'],
  ['民政部', 'national', 'department'],
  ['葫芦岛高新区', 'zone', 'unknown'],
] as const)('%s is %s, %s', (name, level, kind) => {
  expect(agencyRankOf(name)).toEqual({ level, kind });
});

test('the areas of a name, from the larger to the smaller', () => {
  expect(listAreas('伊春市伊美区人民政府办公室')).toEqual(['伊春市', '伊美区']);
  expect(listAreas('广州市荔湾区东沙街道')).toEqual(['广州市', '荔湾区', '东沙街道']);
  expect(listAreas('民政局')).toEqual([]);
});

test('one agency under a longer or a shorter name, and two agencies', () => {
  expect(isSameAgency('伊春市伊美区人民政府办公室', '伊美区人民政府办公室')).toBe(true);
  expect(isSameAgency('棠景街道办事处', '白云区棠景街道')).toBe(true);
  expect(isSameAgency('晴川区民政局', '晴川区教育局')).toBe(false);
  expect(isSameAgency('晴川区人民政府', '晴川区人民政府办公室')).toBe(false);
});
