import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BODY } from '../../../publishing/rules/body.ts';
import type { Body, BodyBlock, Inline } from '../../../publishing/rules/body.ts';
import { markedText, readMarkedText } from './marked-text.ts';

test('a line is a paragraph, and its first characters say what else it may be', () => {
  const body = readMarkedText(
    [
      '# 一、总体要求',
      '现将**有关事项**通知如下，见[办法](/zcwj/202301/t20230105_1.html)。',
      '',
      '- 甲',
      '- 乙',
      '+ 先',
      '>> 示范市晴川区人民政府办公室',
      '|+ 收支表',
      '| !项目 | !金额 |',
      '| 甲 | < |',
      '| ^ | 3 |',
    ].join('\n'),
  );
  expect(body.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'paragraph', 'table']);
  expect(body[1]).toEqual({
    kind: 'paragraph',
    inlines: [
      { kind: 'text', text: '现将' },
      { kind: 'text', text: '有关事项', strong: true },
      { kind: 'text', text: '通知如下，见' },
      { kind: 'link', text: '办法', href: '/zcwj/202301/t20230105_1.html' },
      { kind: 'text', text: '。' },
    ],
  });
  expect(body[4]).toMatchObject({ align: 'end' });
  expect(body[5]).toMatchObject({
    caption: '收支表',
    rows: [{ length: 2 }, [{ text: '甲', columnSpan: 2 }], { length: 1 }],
  });
});

test('text that only looks like a mark stays text', () => {
  for (const line of ['3 * 4 ** 5', '[注', '甲|乙', '（一）[未完](', '2026-03-09'])
    expect(readMarkedText(line)).toEqual([{ kind: 'paragraph', inlines: [{ kind: 'text', text: line }] }]);
});

const words = fc.string({
  unit: fc.constantFrom(
    '甲',
    '乙',
    '*',
    '[',
    ']',
    '(',
    ')',
    '|',
    '!',
    '\\',
    '#',
    '-',
    '+',
    '>',
    '<',
    '^',
    '"',
    'a',
    '1',
  ),
  minLength: 1,
  maxLength: 8,
});
const inlines = fc
  .array(
    fc.oneof(
      words.map((text): Inline => ({ kind: 'text', text })),
      words.map((text): Inline => ({ kind: 'text', text, strong: true })),
      words.map((text): Inline => ({ kind: 'link', text, href: '/zcwj/' })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  // Two plain runs beside each other are one.
  .map(parts =>
    parts.filter((part, index) => index === 0 || part.kind === 'link' || parts[index - 1]!.kind === 'link'),
  );
const cell = words.map(text => ({ text, heading: text.length % 2 === 0, rowSpan: 1, columnSpan: 1 }));
const block: fc.Arbitrary<BodyBlock> = fc.oneof(
  inlines.map((parts): BodyBlock => ({ kind: 'paragraph', inlines: parts })),
  inlines.map((parts): BodyBlock => ({ kind: 'paragraph', inlines: parts, align: 'end' })),
  words.map((text): BodyBlock => ({ kind: 'heading', level: 3, text })),
  fc
    .array(inlines, { minLength: 1, maxLength: 3 })
    .map((entries): BodyBlock => ({ kind: 'list', ordered: false, entries })),
  fc
    .tuple(
      fc.option(words),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(cell, { minLength: 9, maxLength: 9 }),
    )
    .map(([caption, rows, columns, cells]): BodyBlock => ({
      kind: 'table',
      caption,
      rows: Array.from({ length: rows }, (_, row) => cells.slice(row * columns, row * columns + columns)),
    })),
  words.map((alt): BodyBlock => ({
    kind: 'image',
    attachment: '01989f00-0000-7000-8000-000000000001',
    alt,
    caption: alt,
  })),
);
const separated = (blocks: Body): Body =>
  blocks.filter((one, index) => index === 0 || one.kind !== 'list' || blocks[index - 1]!.kind !== 'list');

test('whatever a body says, it is read back from its marked text', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }).map(separated), body => {
      expect(readMarkedText(markedText(body))).toEqual(body);
    }),
  );
});

test('no typed text makes a body that cannot be stored', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('甲', '|', '<', '^', '!', '[', ']', '(', ')', '*', '#', '-', ' ', '\n', '\\', '+'),
      }),
      text => {
        expect(BODY.safeParse(readMarkedText(text)).success).toBe(true);
      },
    ),
  );
});

test('merged cells survive', () => {
  const body: Body = [
    {
      kind: 'table',
      caption: null,
      rows: [
        [
          { text: '甲', heading: true, rowSpan: 2, columnSpan: 2 },
          { text: '乙', heading: true, rowSpan: 1, columnSpan: 1 },
        ],
        [{ text: '丙', heading: false, rowSpan: 1, columnSpan: 1 }],
        [{ text: '丁', heading: false, rowSpan: 1, columnSpan: 3 }],
      ],
    },
  ];
  expect(readMarkedText(markedText(body))).toEqual(body);
});
