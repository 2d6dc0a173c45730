import { expect, test } from 'vitest';
import { repetitionOf } from './repetition.ts';

const TEXT = '本机关按季度清理已经失效的行政规范性文件，共清理文件12件，并在网站上同步标注效力。';

test('the same text with other figures and other spaces is repeated wholly', () => {
  expect(repetitionOf(TEXT.replace('12', '1 350'), TEXT).share).toBe(1);
});

test('boilerplate of the law and the form is neither counted nor repeated', () => {
  const boilerplate = '根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为全年。';
  expect(repetitionOf(boilerplate, boilerplate)).toEqual({ length: 0, share: 0, longest: '' });
});

test('half of a text repeated is a half, and the longest passage is shown as it stands', () => {
  const added = '今年新设了便民服务专栏，群众可以按主题查找办事指南，也可以在线咨询窗口。';
  const { share, longest } = repetitionOf(`${added}${TEXT}`, TEXT);
  expect(share).toBeGreaterThan(0.45);
  expect(share).toBeLessThan(0.6);
  expect(TEXT).toContain(longest);
});

test('nothing in common', () => {
  expect(repetitionOf(TEXT, '窗口延长了服务时间，群众满意度有所提高。').share).toBe(0);
});
