import { expect, test } from 'vitest';
import { blockText } from './body.ts';
import { contentsBySection, gazetteBody, issueText, nextIssue } from './gazette.ts';
import type { GazetteEntry } from './gazette.ts';
import type { ItemId } from './ids.ts';

const entry = (title: string, issuer: string, madeOn: string): GazetteEntry => ({
  item: title as ItemId,
  edition: 1,
  title,
  documentNumber: '晴政办规〔2023〕1号',
  issuer,
  madeOn: Temporal.PlainDate.from(madeOn),
  address: '/gfxwj/202301/t20230105_1.html',
});

test('numbers go on through the year, 总期号 through all years', () => {
  expect(nextIssue([], 2026)).toEqual({ number: 1, serial: 1 });
  const issues = [
    { year: 2025, number: 12, serial: 40 },
    { year: 2026, number: 1, serial: 41 },
  ];
  expect(nextIssue(issues, 2026)).toEqual({ number: 2, serial: 42 });
  expect(nextIssue(issues, 2027)).toEqual({ number: 1, serial: 42 });
  expect(nextIssue([{ year: 2025, number: 1, serial: null }], 2026)).toEqual({ number: 1, serial: null });
  expect(issueText({ year: 2026, number: 2, serial: 42 })).toBe('2026年第2期（总第42期）');
});

test('the table of contents goes by 发文机关, the government first, each by 成文日期', () => {
  const contents = [
    entry('丙', '示范市晴川区教育局', '2023-01-02'),
    entry('乙', '示范市晴川区人民政府办公室', '2023-05-02'),
    entry('丁', '示范市晴川区人民政府办公室', '2023-02-02'),
    entry('甲', '示范市晴川区人民政府', '2023-09-02'),
  ];
  expect(contentsBySection(contents).map(({ issuer, entries }) => [issuer, entries.map(({ title }) => title)])).toEqual(
    [
      ['示范市晴川区人民政府', ['甲']],
      ['示范市晴川区人民政府办公室', ['丁', '乙']],
      ['示范市晴川区教育局', ['丙']],
    ],
  );
  expect(gazetteBody({ contents }).map(blockText)[3]).toBe('丁（晴政办规〔2023〕1号）\n乙（晴政办规〔2023〕1号）');
});
