import { expect, test } from 'vitest';
import { findCue, LEXICON } from './lexicon.ts';

const words = LEXICON.flatMap(([cue, line]) => line.split(' ').map(word => ({ word, cue })));

test('no word says two things, and none is empty', () => {
  const seen = new Set<string>();
  const twice = words.filter(({ word }) => seen.size === seen.add(word).size);
  expect(words.length).toBeGreaterThan(1000);
  expect(twice).toEqual([]);
  expect(seen.has('')).toBe(false);
});

test('each word is found where it stands, and the longest of several', () => {
  for (const entry of words) expect(findCue(`“${entry.word}”`, 1)).toEqual(entry);
  expect(findCue('行政复议申请3件', 0)?.word).toBe('行政复议申请');
  expect(findCue('不予公开2件', 0)?.cue).toEqual({ kind: 'outcome', outcome: 'withheld' });
  expect(findCue('登高望远', 0)).toBeUndefined();
});
