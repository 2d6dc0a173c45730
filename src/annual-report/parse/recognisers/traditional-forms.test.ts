import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';
import { foldedText } from './canonical-label.ts';
import { FORM_LABELS } from './form-label.ts';
import { isTraditional, simplifiedLabel } from './traditional-forms.ts';

test.each(['t', 'tw', 'twp', 'hk'] as const)('every label of the form is known in the characters of %s', to => {
  const convert = Converter({ from: 'cn', to });
  const lost = FORM_LABELS.filter(({ label }) => simplifiedLabel(foldedText(convert(label))) !== foldedText(label));
  expect(lost.map(({ label }) => `${label} → ${simplifiedLabel(convert(label))}`)).toEqual([]);
});

test('simplified labels stay as they are', () => {
  for (const { label } of FORM_LABELS) {
    expect(isTraditional(label)).toBe(false);
    expect(simplifiedLabel(label)).toBe(label);
  }
});
