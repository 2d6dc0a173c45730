import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';

test('findings name their place, stand in order and have exact spans', () => {
  const text = '全面落市政务公开办工作部署，还存一些不足，其它事项。';
  const findings = checkText(text, { where: 'section5' });
  expect(findings.map(({ quote }) => quote)).toEqual(['全面落市政务', '还存一些不足', '其它']);
  for (const { where, quote, span, basis } of findings) {
    expect(where).toBe('section5');
    expect(text.slice(span!.start, span!.end)).toBe(quote);
    expect(basis).toMatch(/^《.+》/u);
  }
});

test('names given by the office are checked, wordings it keeps are not', () => {
  expect(checkText('晴川开发区管委会会公布。', { extraTerms: ['晴川开发区管委会'] })[0]?.suggestion).toContain(
    '晴川开发区管委会',
  );
  expect(checkText('晴川开发区管伟会公布。', { extraTerms: ['晴川开发区管委会'] }).map(({ quote }) => quote)).toEqual([
    '晴川开发区管伟会',
  ]);
  expect(checkText('其它事项。', { allow: [{ text: '其它', reason: '引用原文' }] })).toEqual([]);
  expect(checkText('其它事项。', { allow: [{ text: '', reason: '空' }] })).toHaveLength(1);
});

test('an empty text and a text without Chinese have no findings', () => {
  expect(checkText('')).toEqual([]);
  expect(checkText('Lorem ipsum 12 dolor. 😀')).toEqual([]);
});

test.each([
  '政府信息公开',
  '全面落',
  '1 ',
  '13800000000 ',
  '的',
  '《',
  'a@',
  '一、\n',
  '村一组一号',
  '，',
  '（2021）',
  '家庭住址：',
  '秘密',
])('half a million characters of “%s” are read in linear time', unit => {
  const ofLength = (length: number): number => {
    const text = unit.repeat(length / unit.length);
    const start = performance.now();
    checkText(text);
    return performance.now() - start;
  };
  ofLength(20_000);
  const [short, long] = [ofLength(100_000), ofLength(500_000)];
  expect(long).toBeLessThan(Math.max(1_500, short * 15));
});
