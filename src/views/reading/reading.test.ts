import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../html/html.ts';
import { convertText } from './convert-text.ts';
import { READING_CHOICES, readingClasses, readingKey, readReadingKey, STANDARD_READING } from './reading.ts';

const reading = fc.record({
  layout: fc.constantFrom(...READING_CHOICES.layout),
  size: fc.constantFrom(...READING_CHOICES.size),
  contrast: fc.constantFrom(...READING_CHOICES.contrast),
  script: fc.constantFrom(...READING_CHOICES.script),
});

test('every way of reading has a key of its own, and the key gives it back', () => {
  fc.assert(
    fc.property(reading, reading, (one, other) => {
      expect(readReadingKey(readingKey(one))).toEqual(one);
      expect(readingKey(one) === readingKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test('a key that nobody gave is read as the standard', () => {
  for (const key of ['', 'huge', 'standard', 'large simplified', '../../x'])
    expect(readReadingKey(key)).toEqual(STANDARD_READING);
  expect(readingClasses(readReadingKey('traditional.high.large'))).toBe('large high-contrast');
});

const marked = (text: string) => `<${text}>`;

test('words that are shown or spoken are converted, whatever they stand in', () => {
  const page = html`<!DOCTYPE html><title>标题</title><p class="quiet">一<b>二</b>&amp;三</p><img src="/文" alt="图"><input placeholder="填" aria-label="名">`;
  expect(convertText(page, text => text.replaceAll(/\p{Script=Han}+/gu, marked)).markup).toBe(
    '<!DOCTYPE html><title><标题></title><p class="quiet"><一><b><二></b>&amp;<三></p><img src="/文" alt="<图>"><input placeholder="<填>" aria-label="<名>">',
  );
});

test('addresses, what a form sends, code and what names a script stay as they are', () => {
  const kept = html`<a href="/政务?q=发布" data-x="发"></a><input name="q" value="发布"><textarea>发布</textarea><script type="application/ld+json">{"发":"<布"}</script><code>发布</code><select><option>发布</option></select><button translate="no">简体</button><meta name="SiteName" content="发布">`;
  expect(convertText(kept, marked).markup.replaceAll(marked('发布'), '')).toBe(kept.markup);
});
