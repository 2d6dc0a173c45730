import { expect, test } from 'vitest';
import { hitWeight, LEAST_WEIGHT, tellingTerms } from './hit-weight.ts';
import { joinIndexes } from './public-index.ts';

const weight = (words: string, text: string) => hitWeight(tellingTerms(words), text);

test('words that nearly every request has do not make a hit', () => {
  expect(weight('政府信息公开', '2023年政府信息公开工作年度报告')).toBeGreaterThan(LEAST_WEIGHT);
  expect(weight('申请公开老旧小区改造的有关政府信息', '2023年政府信息公开工作年度报告')).toBeLessThan(LEAST_WEIGHT);
  expect(weight('2023年年度报告', '2023年政府信息公开工作年度报告')).toBeGreaterThan(0.7);
});

test('several indexes give the best of all, each address once', async () => {
  const hit = (href: string, weight: number) => ({ title: href, href, kind: '', publishedOn: null, weight });
  const joined = joinIndexes([
    async () => [hit('/a', 0.5), hit('/b', 0.4)],
    async () => [hit('/c', 0.9), hit('/a', 0.5)],
  ]);
  expect((await joined('x', 2)).map(({ href }) => href)).toEqual(['/c', '/a']);
});
