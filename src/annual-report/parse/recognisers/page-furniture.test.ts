import { expect, test } from 'vitest';
import { isDecoration, isPageEnd, isPageMeta } from './page-furniture.ts';
import { foldRadicals } from '../../../kernel/cjk-radicals.ts';

test('what stands behind an article', () => {
  for (const line of [
    '上一篇：无',
    '【打印】【关闭】',
    '版权所有：示范市',
    '主办：晴川区人民政府',
    '网站标识码：9901010001',
    '相关附件：',
    '附件：1.年度报告.pdf',
    '附件【2023年报.pdf】已下载12次',
    '相关文档',
    '部门年报',
  ])
    expect(isPageEnd(line), line).toBe(true);
  for (const line of ['主办单位承担了全部费用。', '关闭网站账号2个。', '本年度无其他需要报告的事项', '附件材料齐全。'])
    expect(isPageEnd(line), line).toBe(false);
});

test('what is said about an article', () => {
  for (const line of [
    '发布时间：2024-01-20 10:00',
    '当前位置：首页',
    '2024-01-20',
    '【字体：大 中 小】',
    '[ 2024-01-20 10:00 ]',
    '原创 晴川发布',
  ])
    expect(isPageMeta(line), line).toBe(true);
  expect(isPageMeta('本年度报告依据条例编制。')).toBe(false);
});

test('page numbers and rules', () => {
  for (const line of ['-3-', '— 3 —', '第 3 页', '————', '|', '目 录']) expect(isDecoration(line), line).toBe(true);
  expect(isDecoration('一、总体情况')).toBe(false);
});

test('radicals stand for characters', () => {
  expect(foldRadicals('⻚⻋⺠')).toBe('页车民');
});
