import { expect, test } from 'vitest';
import { stepper } from './stepper.ts';

test('one may go back to what is done and not forward to what is not', () => {
  const { markup } = stepper(
    [
      { text: '填写', href: '/1' },
      { text: '核对', href: '/2' },
      { text: '提交', href: '/3' },
    ],
    2,
  );
  expect(markup).toContain('href="/1"');
  expect(markup).not.toMatch(/href="\/[23]"/);
  expect(markup).toContain('<li class="current" aria-current="step">');
});
