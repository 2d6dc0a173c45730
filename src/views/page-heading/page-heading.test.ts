import { expect, test } from 'vitest';
import { html } from '../html/html.ts';
import { tag } from '../tag/tag.ts';
import { pageHeading } from './page-heading.ts';

test('what can be done stands beside the heading, the state within it', () => {
  const { markup } = pageHeading('第 17 号', html`<a href="/x">修改</a>`, tag('办理中', 'active'));
  expect(markup).toContain('<h1>第 17 号 <span class="tag tag-active">办理中</span></h1>');
  expect(markup).toContain('<div class="actions"><a href="/x">修改</a></div>');
});
