import { expect, test } from 'vitest';
import type { Layout, Slot } from './page-element.ts';
import type { DataRow } from './place-data.ts';
import { placeData } from './place-data.ts';

const slots = (texts: readonly string[], given: { from?: number; certain?: boolean } = {}): Slot[] =>
  texts.map((text, index) => ({
    text,
    isBlank: text === '',
    certain: text !== '' || (given.certain ?? true),
    place: {},
    ...(given.from === undefined ? {} : { column: given.from + index }),
  }));
const row = (layout: Layout, own: readonly Slot[], column = 0): DataRow => ({
  layout,
  slots: own,
  shape: `${layout}:${column}`,
  table: 1,
});
const measured = (rows: readonly DataRow[], width: number) => rows.map(own => ({ ...own, width }));
const textsOf = (placed: ReturnType<typeof placeData>) =>
  placed.kind === 'placed' ? placed.slots.map(slot => slot?.text ?? null) : placed.kind;

test('as many data as columns stand in order, whatever the layout', () => {
  for (const layout of ['grid', 'fields', 'bars', 'spaces', 'line'] as const)
    expect(textsOf(placeData(row(layout, slots(['1', '2', '3'])), 3, []))).toEqual(['1', '2', '3']);
});

test('fewer data without any trace of a blank are ambiguous, never the first columns', () => {
  for (const layout of ['grid', 'fields', 'bars', 'spaces', 'line'] as const)
    expect(textsOf(placeData(row(layout, slots(['1', '2'])), 3, []))).toBe('ambiguous');
});

test('more data than columns are ambiguous', () => {
  expect(textsOf(placeData(row('grid', slots(['1', '2', '3', '4'], { from: 1 })), 3, []))).toBe('ambiguous');
});

test('a blank between delimiters is a cell', () => {
  expect(textsOf(placeData(row('fields', slots(['1', '', '3'], { from: 1 })), 3, []))).toEqual(['1', '', '3']);
});

test('blanks of a merged label are measured by full rows of the same shape', () => {
  const full = row('fields', slots(['', '4', '5', '6'], { from: 1 }));
  const gap = row('fields', slots(['', '4', '', ''], { from: 1 }));
  expect(textsOf(placeData(gap, 3, measured([full, gap], 3)))).toEqual(['4', '', '']);
  expect(textsOf(placeData(gap, 3, measured([gap], 3)))).toBe('ambiguous');
});

test('a short row beside full ones of more fields proves nothing: its layout drops blanks', () => {
  const full = row('fields', slots(['4', '5', '6'], { from: 1 }));
  const short = row('fields', slots(['4', '6'], { from: 1 }));
  expect(textsOf(placeData(short, 3, measured([full, short], 3)))).toBe('ambiguous');
});

test('a grid places by the columns of its full rows, and says which cell it does not have', () => {
  const full = row('grid', slots(['1', '2', '3'], { from: 4 }), 2);
  const gap = row('grid', slots(['', '9'], { from: 4 }), 2);
  expect(textsOf(placeData(gap, 3, measured([full, gap], 3)))).toEqual(['', '9', null]);
});

test('a header that does not stand over the cells one by one proves nothing', () => {
  const gap = row('grid', slots(['', '', '9', ''], { from: 1 }));
  expect(textsOf(placeData(gap, 3, measured([gap], 3), [1, 2, 3]))).toBe('ambiguous');
  const under = row('grid', slots(['', '9', ''], { from: 1 }));
  expect(textsOf(placeData(under, 3, measured([under], 3), [1, 2, 3]))).toEqual(['', '9', '']);
});

test('gaps between lines only count where full rows show how the layout counts', () => {
  const gap = row('line', slots(['', '', '5'], { certain: false }));
  const full = [1, 2, 3].map(() => row('line', slots(['1', '2', '3'])));
  expect(textsOf(placeData(gap, 3, measured([...full, gap], 3)))).toEqual(['', '', '5']);
  expect(textsOf(placeData(gap, 3, measured([gap], 3)))).toBe('ambiguous');
  const stray = [1, 2, 3].map(() => row('line', slots(['1', '', '2', '3'], { certain: false })));
  expect(textsOf(placeData(gap, 3, measured([...stray, gap], 3)))).toBe('ambiguous');
});

test('a row without data is blank where its cells are seen, and missing where they are not', () => {
  expect(placeData(row('grid', slots(['', '', ''], { from: 1 })), 3, [])).toEqual({ kind: 'empty', isBlank: true });
  expect(placeData(row('line', []), 3, [])).toEqual({ kind: 'empty', isBlank: false });
});

test('a row moved by a wrong span stands in order, if it has a cell for every column as full rows have', () => {
  const full = row('grid', slots(['4', '5', '6'], { from: 3 }), 2);
  const moved = row('grid', slots(['', '7', ''], { from: 4 }), 3);
  expect(textsOf(placeData(moved, 3, measured([full, moved], 3)))).toEqual(['', '7', '']);
  const cut = row('grid', slots(['', '7'], { from: 5 }), 3);
  expect(textsOf(placeData(cut, 3, measured([full, cut], 3)))).toBe('ambiguous');
});
