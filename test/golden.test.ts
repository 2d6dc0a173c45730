import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReportJson, reportJsonOf } from '../src/annual-report/rules/interchange.ts';
import { listGoldenFiles, readingOf } from './reports/golden-files.ts';

const FILES = listGoldenFiles();

test('there are files to read', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(7);
});

test.each(FILES)('$name is read as before (npm run golden:update after a wanted change)', async file => {
  expect(await readingOf(file)).toBe(readFileSync(file.golden, 'utf8'));
});

test.each(FILES)('$name comes back from its JSON unchanged', file => {
  const json: unknown = JSON.parse(readFileSync(file.golden, 'utf8'));
  const read = readReportJson(json);
  expect(read.ok && JSON.parse(JSON.stringify(reportJsonOf(read.value)))).toEqual(json);
});

test('the published figures of a tab-separated report are read as they stand, blanks as blanks', () => {
  const json = JSON.parse(readFileSync(FILES.find(({ name }) => name === 'tab-separated-2023.txt')!.golden, 'utf8'));
  expect(json).toMatchObject({
    agency: '伊美区人民政府办公室',
    year: 2023,
    form: '2021',
    table2: { normativeDocument: { issued: 4, repealed: 2, inForce: 19 } },
    table3: {
      new: [3, 0, 0, 0, 0, 0, 3],
      'unavailable.not-held': [3, 0, 0, 0, 0, 0, 3],
      'declined.publication': [0, 0, 0, null, 0, 0, 0],
      'closed.other': [0, null, null, null, null, null, 0],
    },
    table4: { reconsideration: [0, 0, 0, 0, 0], litigationDirect: [0, 0, 0, 0, 0] },
  });
  const kinds = Object.values(json.cells as Record<string, { kind: string }>).map(({ kind }) => kind);
  expect(kinds).toEqual(Array.from({ length: 6 }, () => 'blank'));
});
