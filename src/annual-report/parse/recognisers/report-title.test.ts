import { expect, test } from 'vitest';
import {
  findAgencyInProse,
  findPeriodYear,
  findYear,
  isAgencyName,
  isTitle,
  isTitleBeginning,
  isTitleEnd,
  readTitle,
} from './report-title.ts';

test.each([
  ['晴川区水务局2023年政府信息公开工作年度报告', '晴川区水务局', 2023],
  ['晴川区水务局 2023 年度政府信息公开工作年度报告', '晴川区水务局', 2023],
  ['晴川区水务局２０２３年政府信息公开年报', '晴川区水务局', 2023],
  ['晴川区水务局二〇二三年政府信息公开工作年度报告', '晴川区水务局', 2023],
  ['2023年政府信息公开工作年度报告', null, 2023],
  ['晴川区水务局政府信息公开工作年度报告', '晴川区水务局', null],
  ['关于晴川区水务局2022年信息公开工作年度报告', '晴川区水务局', 2022],
  ['晴川區水務局2021年政府信息公開工作年度報告', '晴川區水務局', 2021],
  ['晴川区水务局（2023年）政府信息公开工作年度报告', '晴川区水务局', 2023],
  ['2023年晴川区水务局政府信息公开工作年度报告', '晴川区水务局', 2023],
  ['2023年度晴川区青石镇人民政府信息公开工作年度报告', '晴川区青石镇人民政府', 2023],
  ['关于公布晴川区水务局2023年政府信息公开工作年度报告', '晴川区水务局', 2023],
] as const)('%s', (title, agency, year) => {
  expect(isTitle(title)).toBe(true);
  expect(readTitle(title)).toEqual({ agency, year });
});

test('the agency that the preface names', () => {
  expect(findAgencyInProse('根据条例，现公布晴川区 水务局2023年政府信息公开工作年度报告。')).toBe('晴川区水务局');
  expect(findAgencyInProse('本局编制了2023年政府信息公开工作年度报告。')).toBeUndefined();
  expect(findAgencyInProse('国务院办公厅发布的通知')).toBeUndefined();
});

test('sentences about reports are no titles', () => {
  expect(isTitle('本报告为政府信息公开工作年度报告。')).toBe(false);
  expect(isTitle('一、总体情况')).toBe(false);
});

test('a title may end in the next line, and begin in the one before', () => {
  expect(isTitleBeginning('晴川区水务局2023年政府信息公开')).toBe(true);
  expect(isTitleEnd('工作年度报告')).toBe(true);
  expect(isAgencyName('晴川区人民政府办公室')).toBe(true);
  expect(isAgencyName('首页 > 政务公开')).toBe(false);
  expect(isAgencyName('发布时间：2024年')).toBe(false);
});

test('years', () => {
  expect(findYear('2023年')).toBe(2023);
  expect(findYear('1998年')).toBeUndefined();
  expect(findPeriodYear('统计期限自 2023 年 1 月 1 日起至 12 月 31 日止')).toBe(2023);
  expect(findPeriodYear('统计期限自2023年1月1日起至2024年12月31日止')).toBeUndefined();
});
