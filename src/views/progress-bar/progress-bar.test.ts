import { expect, test } from 'vitest';
import { progressBar } from './progress-bar.ts';

test('the amount is said in words, and nothing of nothing is a bar without an error', () => {
  expect(progressBar('p', '已报送', 3, 8).markup).toContain('已报送：3 / 8');
  expect(progressBar('p', '已报送', 0, 0).markup).toContain('max="1" value="0"');
});
