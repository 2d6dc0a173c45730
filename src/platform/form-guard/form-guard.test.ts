import { expect, test } from 'vitest';
import type { FormTexts } from '../files/read-uploads.ts';
import { createSealing } from '../sealing/sealing.ts';
import { createFormGuard } from './form-guard.ts';

const SHOWN = Temporal.Instant.from('2026-11-25T01:00:00Z');
const LATER = SHOWN.add({ minutes: 2 });
const guard = createFormGuard(createSealing([new Uint8Array(32)]));

/** What a browser sends of the markup, with the trap filled in as given. */
function submitted(markup: string, trap = ''): FormTexts {
  const values = new Map(
    [...markup.matchAll(/name="([^"]+)"[^>]*?value="([^"]*)"/g)].map(found => [found[1]!, found[2]!]),
  );
  values.set('homepage', trap);
  return { text: name => values.get(name) ?? '', texts: () => [], names: () => [...values.keys()] };
}

const shown = () => guard.fields('application', SHOWN).markup;

test('a person who takes a few seconds gets through, and a double click is known as one showing', () => {
  const markup = shown();
  const first = guard.check('application', submitted(markup), LATER);
  expect(first).toMatchObject({ kind: 'genuine' });
  expect(guard.check('application', submitted(markup), LATER)).toEqual(first);
  expect(guard.check('application', submitted(shown()), LATER)).not.toEqual(first);
});

test('a form that lay open over the weekend is taken, one of last week is shown again', () => {
  expect(guard.check('application', submitted(shown()), SHOWN.add({ hours: 90 }))).toMatchObject({ kind: 'genuine' });
  expect(guard.check('application', submitted(shown()), SHOWN.add({ hours: 97 }))).toEqual({
    kind: 'show-again',
    sentence: '表单打开的时间太久，请核对内容后再提交一次',
  });
});

test('a program that answers at once, fills in the trap, or brings no token of this form does not get through', () => {
  const markup = shown();
  expect(guard.check('application', submitted(markup), SHOWN.add({ milliseconds: 2900 }))).toMatchObject({
    sentence: expect.stringMatching(/太快/) as string,
  });
  expect(guard.check('application', submitted(markup, 'http://spam.example'), LATER)).toMatchObject({
    sentence: expect.stringMatching(/清空/) as string,
  });
  for (const forged of ['', markup.replace(/value="(\d)/, 'value="9$1'), markup.replace(/([0-9a-f])">/, 'x">')])
    expect(guard.check('application', submitted(forged), LATER)).toMatchObject({ kind: 'show-again' });
  expect(guard.check('consultation', submitted(markup), LATER)).toMatchObject({ kind: 'show-again' });
  const stranger = createFormGuard(createSealing([new Uint8Array(32).fill(1)]));
  expect(stranger.check('application', submitted(markup), LATER)).toMatchObject({ kind: 'show-again' });
});

test('the trap is out of sight, out of the order of tabs, and says that it is to be left empty', () => {
  expect(shown()).toMatch(
    /<div hidden><label for="homepage">此处请留空<\/label><input id="homepage"[^>]*tabindex="-1">/,
  );
});
