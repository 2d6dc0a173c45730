import { expect, test } from 'vitest';
import { confirmPanel } from './confirm-panel.ts';

test('an act of weight says what follows, is named on its button, and leaves a way back', () => {
  const { markup } = confirmPanel({
    question: '确定要撤回这件申请吗？',
    consequence: '撤回后不再办理，可以重新申请。',
    action: '/a/withdraw',
    confirm: '撤回申请',
    danger: true,
    back: { text: '不撤回', href: '/a' },
  });
  expect(markup).toContain('<p>撤回后不再办理，可以重新申请。</p>');
  expect(markup).toContain('<button type="submit" class="danger">撤回申请</button>');
  expect(markup).toContain('<a class="button plain" href="/a">不撤回</a>');
});
