import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APPLICANT_KINDS, OUTCOME_ROWS_2021 } from '../../law/report-form/table-three.ts';
import { auditReport } from '../audits/run-audits.ts';
import { tableFourOf, tallyDisputes } from '../../disputes/rules/table-four.ts';
import { composeReport } from './compose-report.ts';
import { draftProse } from './draft-prose.ts';
import { fillFigures, LIVE_FIGURE_NAMES, liveFigure, unknownFigures } from './live-figures.ts';
import { tableThreeOf, tallyFrom } from './tally.ts';
import type { CountedRow, Tally } from './tally.ts';
import { differencesBetween, ENTERED_FIGURES, mergedFigures } from './year-facts.ts';
import type { FigureKey, NamedCount, YearBreakdown, YearFacts } from './year-facts.ts';

const few = fc.integer({ min: 0, max: 40 });

/** Splits a whole into parts of these weights, the last one taking what is left. */
function splitInto(names: readonly string[], whole: number, weights: readonly number[]): readonly NamedCount[] {
  let left = whole;
  return names.map((name, index) => {
    const count = index === names.length - 1 ? left : Math.min(left, weights[index]!);
    left -= count;
    return { name, count };
  });
}

/** What the registers of the same year would say besides. */
function breakdownOf(
  parts: readonly number[],
  tally: Tally<number>,
  figures: Readonly<Partial<Record<FigureKey, { readonly value: number }>>>,
): YearBreakdown {
  const received = Object.values(tally.new).reduce((sum, count) => sum + count, 0);
  return {
    columns: splitInto(['政务动态', '通知公告', '行政许可', '政策解读'], figures['work.published']!.value, parts),
    forms: splitInto(['文字解读', '图解', '问答'], figures['work.interpretations']!.value, parts.slice(3)),
    inTime: parts[6]!,
    late: parts[7]!,
    channels: splitInto(['网上申请', '当面提交', '挂号邮寄'], received, parts.slice(5)),
    extended: parts[8]!,
    settledLate: parts[9]!,
    longestDays: parts[10]!,
  };
}

/** The facts of a year whose columns balance. */
const facts = fc
  .record({
    settled: fc.array(few, { minLength: OUTCOME_ROWS_2021.length, maxLength: OUTCOME_ROWS_2021.length }),
    carriedIn: few,
    carriedOut: few,
    entered: fc.array(few, { minLength: ENTERED_FIGURES.length, maxLength: ENTERED_FIGURES.length }),
    notices: few,
    previousProblems: fc.constantFrom(null, '一是解读形式单一；二是个别栏目更新不及时。\n下一步……', '更新不够及时。'),
    parts: fc.option(fc.array(few, { minLength: 12, maxLength: 12 })),
  })
  .map(({ settled, carriedIn, carriedOut, entered, notices, previousProblems, parts }): YearFacts => {
    const total = settled.reduce((sum, count) => sum + count, 0);
    const into = Math.min(carriedIn, total + carriedOut);
    const naturalPerson = (row: CountedRow) => {
      if (row === 'new') return total + carriedOut - into;
      if (row === 'carried-in') return into;
      return row === 'carried-out' ? carriedOut : settled[OUTCOME_ROWS_2021.indexOf(row)]!;
    };
    const tally = tallyFrom((row, kind) => (kind === APPLICANT_KINDS[0] ? naturalPerson(row) : 0));
    const figures = Object.fromEntries(
      ENTERED_FIGURES.map(({ key }, index): [FigureKey, { value: number; source: string }] => [
        key,
        { value: key.startsWith('table2.regulatoryRule') ? 0 : entered[index]!, source: '台账' },
      ]),
    );
    return {
      agency: '示范市晴川区教育局',
      siteName: '示范市晴川区人民政府',
      address: '示范市晴川区书院街6号',
      postcode: '990101',
      telephone: '0990-0000111',
      year: 2025,
      figures: mergedFigures({}, figures),
      counted: { ...tableThreeOf(tally), ...tableFourOf(tallyDisputes([], 2025)) },
      averageDays: total === 0 ? null : 12.5,
      fees: { notices, noticedYuan: notices * 100, paidYuan: 0 },
      previousProblems,
      ...(parts === null ? {} : { breakdown: breakdownOf(parts, tally, figures) }),
    };
  });

test('whatever the figures, the draft contradicts no cell, no audit finds an error, and it stays below 1,000 characters', () => {
  fc.assert(
    fc.property(facts, year => {
      const report = composeReport(year, draftProse(year));
      const { findings, numbers } = auditReport(report, {});
      expect(numbers.filter(({ state }) => state === 'contradicted')).toEqual([]);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(report.sections['1']!.length).toBeLessThanOrEqual(1000);
      expect(report.sections['1']).not.toContain('{{');
    }),
    { numRuns: 60 },
  );
});

test('a live figure is always the cell; one that is unknown stays as a place that an audit finds', () => {
  const [year] = fc.sample(facts, { numRuns: 1, seed: 3 }) as [YearFacts];
  for (const name of LIVE_FIGURE_NAMES.filter(one => liveFigure(year, one) !== null))
    expect(fillFigures(`{{${name}}}件`, year)).toBe(`${liveFigure(year, name)!}件`);
  const blank = { ...year, figures: {} };
  expect(fillFigures('许可{{行政许可}}件，新收{{ 新收 }}件', blank)).toBe(
    `许可{{行政许可}}件，新收${year.counted['table3.new.total']}件`,
  );
  expect(unknownFigures('{{新收}}{{新收数}}{{}}{{栏目·政务动态}}')).toEqual(['新收数']);
});

test('entered figures win over counted ones, and differences are told by the name of the cell', () => {
  const [year] = fc.sample(facts, { numRuns: 1, seed: 3 }) as [YearFacts];
  const merged = mergedFigures(
    { 'table2.normativeDocument.issued': 3, 'work.published': 10 },
    { 'table2.normativeDocument.issued': { value: 4, source: '司法局台账' } },
  );
  expect(merged).toEqual({
    'table2.normativeDocument.issued': { value: 4, origin: 'entered', source: '司法局台账' },
    'work.published': { value: 10, origin: 'register', source: null },
  });
  const later = { ...year, counted: { ...year.counted, 'table3.granted.total': 9999 } };
  expect(differencesBetween(year, year)).toEqual([]);
  expect(differencesBetween(year, later)).toEqual([
    {
      path: 'table3.granted.total',
      name: '（一）予以公开·总计',
      before: year.counted['table3.granted.total'],
      after: 9999,
    },
  ]);
});

test('last year’s problems are laid out one by one to be answered; what names none so is quoted', () => {
  const [year] = fc.sample(facts, { numRuns: 1, seed: 3 }) as [YearFacts];
  const about = (previousProblems: string | null) => draftProse({ ...year, previousProblems })['5'].split('\n')[0];
  expect(
    about('2024年还有不足：一是解读以文字为主，一些图解不够清楚；二是个别栏目更新不及时。下一步：一是多做图解；'),
  ).toBe(
    '上一年度报告写明的问题：“解读以文字为主，一些图解不够清楚”，【写明整改结果】；“个别栏目更新不及时”，【写明整改结果】。',
  );
  expect(about('更新不够及时。')).toBe('上一年度报告写明：“更新不够及时。”【写明整改结果】');
  expect(about(null)).toContain('还有以下不足');
});

test('parts of a whole are told where they add up to it, largest first, each a live figure; another whole is not divided', () => {
  const [year] = fc.sample(facts, { numRuns: 1, seed: 3 }) as [YearFacts];
  const columns = [
    { name: '政务动态', count: 40 },
    { name: '通知公告', count: 2 },
  ];
  const breakdown = {
    columns,
    forms: [],
    inTime: 42,
    late: 0,
    channels: [],
    extended: 0,
    settledLate: 0,
    longestDays: null,
  };
  const told = (value: number) => {
    const figures = { ...year.figures, 'work.published': { value, origin: 'register', source: null } } as const;
    const known = { ...year, figures, breakdown };
    return fillFigures(draftProse(known)['1'], known);
  };
  expect(told(42)).toContain('发布信息42条，其中政务动态40条、通知公告2条。在法定期限内公开42条。');
  expect(told(90)).toContain('发布信息90条。');
  expect(told(90)).not.toContain('其中政务动态');
});
