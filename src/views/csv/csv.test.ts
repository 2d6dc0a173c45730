import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('what a spreadsheet would compute is text, what holds commas or quotes is quoted, numbers stay numbers', () => {
  expect(
    csvText([
      ['名称', '数'],
      ['=1+1', -3],
      ['甲,乙"丙', 0],
    ]),
  ).toBe('\uFEFF名称,数\r\n\'=1+1,-3\r\n"甲,乙""丙",0\r\n');
});
