import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkText } from '../check-text.ts';
import { measureProofreading, recallShare } from './measure-proofreading.ts';

const folder = join(import.meta.dirname, '../../../fixtures/proofreading/clean');
const texts = readdirSync(folder).map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

test('the floor: nine in ten damages to terms, one false alarm in 10,000 characters', { timeout: 60_000 }, () => {
  const result = measureProofreading(texts, 7, 60);
  expect(result.characters).toBeGreaterThan(39_500);
  expect(result.falseAlarms.map(({ finding }) => finding.quote).length).toBeLessThanOrEqual(result.characters / 10_000);
  for (const recall of [...result.inTerms, ...result.formErrors]) expect(recall.planted).toBe(60);
  expect(recallShare(result.inTerms)).toBeGreaterThanOrEqual(0.9);
  expect(recallShare(result.formErrors)).toBeGreaterThanOrEqual(0.95);
});

test('the measure sees what is not found: an error in words of no lexicon mostly is not', () => {
  const { elsewhere } = measureProofreading(texts.slice(0, 6), 7, 10);
  expect(recallShare(elsewhere)).toBeLessThan(0.5);
  expect(elsewhere.flatMap(({ missed }) => missed).every(({ text }) => checkText(text).length < 5)).toBe(true);
});
