import { expect, test } from 'vitest';
import { OVERLAP_LIMIT, overlapWith } from './interpretation.ts';

const DOCUMENT =
  '为了规范老旧小区加装电梯工作，方便居民出行，根据有关规定，制定本办法。加装电梯应当由占三分之二以上的业主参与表决，补助标准为每部十五万元。';

test('an interpretation that repeats its document is told from one that explains it', () => {
  expect(overlapWith(DOCUMENT, DOCUMENT)).toBe(1);
  expect(overlapWith(DOCUMENT, DOCUMENT.replaceAll('，', ' '))).toBe(1);
  const explained = '以前四层以上才能申请，现在三层也可以。办理时只要到一个窗口交材料，补助直接打到业主委员会的账户。';
  expect(overlapWith(DOCUMENT, explained)).toBeLessThan(0.1);
  const shortened = `${DOCUMENT.slice(0, 40)}居民怎么办理？到街道提出就可以了。`;
  expect(overlapWith(DOCUMENT, shortened)).toBeGreaterThan(OVERLAP_LIMIT);
});

test('a text too short to be compared is copied only where the whole of it stands in the document', () => {
  expect(overlapWith(DOCUMENT, '方便居民出行')).toBe(1);
  expect(overlapWith(DOCUMENT, '方便老人出行')).toBe(0);
  expect(overlapWith(DOCUMENT, '')).toBe(0);
});
