import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparison, differencesOf, trackedChanges } from './comparison.ts';

test('a changed number is another number, not other digits', () => {
  expect(differencesOf('共1050条', '共1280条')).toEqual([
    { kind: 'same', text: '共' },
    { kind: 'removed', text: '1050' },
    { kind: 'added', text: '1280' },
    { kind: 'same', text: '条' },
  ]);
});

test('leaving out what was added gives the older text back, leaving out what was removed the newer', () => {
  const text = fc.string({ unit: fc.constantFrom('公', '开', '，', '1', '2', '\n', '<'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = differencesOf(before, after);
      const without = (left: string) =>
        runs
          .filter(({ kind }) => kind !== left)
          .map(run => run.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});

test('tracked changes are marked, and what was typed stays text', () => {
  expect(trackedChanges('甲<b>', '乙<b>').markup).toBe(
    '<div class="tracked"><del>甲</del><ins>乙</ins>&lt;b&gt;</div>',
  );
});

test('each row says whether the versions differ', () => {
  const { markup } = comparison({
    caption: '两次申请',
    beforeName: '前次',
    afterName: '本次',
    rows: [
      { label: '内容', before: '征收公告', after: '征收补偿公告' },
      { label: '方式', before: '邮寄', after: '邮寄' },
    ],
  });
  expect(markup).toContain('征收<ins>补偿</ins>公告');
  expect(markup.match(/不同/g)).toHaveLength(1);
  expect(markup.match(/相同/g)).toHaveLength(1);
});

test('texts with nothing in common are answered within a blink', () => {
  const [before, after] = ['甲乙'.repeat(20_000), '丙丁'.repeat(20_000)];
  expect(differencesOf(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
