import { expect, test } from 'vitest';
import { html } from './html.ts';

test('what a person typed cannot become markup, in content or in an attribute', () => {
  const typed = `"><script>alert('x')</script>&`;
  expect(html`<p title="${typed}">${typed}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  );
});

test('markup nests, lists are joined, and nothing stands for null, undefined and false', () => {
  const items = ['一', '二'].map(item => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.markup).toBe('<ul><li>一</li><li>二</li></ul>0');
});
