import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectedReport, findingOf } from '../../../../test/reports/collected.ts';
import { inventedProse } from '../../../../test/reports/invented-prose.ts';
import { OUTCOME_ROWS } from '../../../law/report-form/table-three.ts';
import { AUDITS } from '../../audits/index.ts';
import { analyseDistrict, ownProseOf } from '../../rules/analysis/district-analysis.ts';
import { similarityOf } from '../../rules/analysis/similarity.ts';
import type { CollectedReport } from '../../rules/collection/collected-report.ts';
import { analysisDocument } from './analysis-document.ts';
import { layOutAnalysis } from './analysis-layout.ts';
import type { AnalysisLayout } from './analysis-layout.ts';

const YEAR = 2023;
const NONE = { ordered: 0, open: 0, overdue: 0, answered: 0, closed: 0 };

function layOut(reports: readonly CollectedReport[], expected = 4, rectifications = NONE): AnalysisLayout {
  const agencies = Array.from({ length: expected }, (_, index) => collectedReport(index + 1, YEAR)).map(
    ({ agency, agencyName }) => ({ code: agency, name: agencyName }),
  );
  const now = reports.filter(({ year }) => year === YEAR);
  return layOutAnalysis(
    analyseDistrict({
      district: '示范市晴川区',
      year: YEAR,
      on: Temporal.PlainDate.from('2024-03-01'),
      expected: agencies,
      reports,
      audits: AUDITS,
      similarity: similarityOf(
        now.map(({ agency, report }, index) => ({
          agency,
          text: ownProseOf(report),
          since: Temporal.PlainDate.from('2024-01-20').add({ days: index }),
        })),
      ),
      rectifications,
    }),
  );
}

/** Everything of a layout that is read as prose. */
const proseOf = ({ sections }: AnalysisLayout): string => sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
const rowOf = ({ sections }: AnalysisLayout, key: string, name: string): readonly string[] =>
  sections
    .flatMap(({ tables }) => tables)
    .find(table => table.key === key)!
    .rows.find(row => row[0]!.startsWith(name))!;

/** Figures of table three that may be any. */
const counts = fc.record({
  new: fc.nat(400),
  carriedOut: fc.nat(50),
  granted: fc.nat(300),
  partly: fc.nat(90),
  withheld: fc.nat(60),
});
type Counts = {
  readonly new: number;
  readonly carriedOut: number;
  readonly granted: number;
  readonly partly: number;
  readonly withheld: number;
};

const reportWith = (number: number, year: number, one: Counts) =>
  collectedReport(number, year, {
    ...Object.fromEntries(OUTCOME_ROWS['2021'].map(row => [`table3.${row}.total`, 0])),
    'table3.new.total': one.new,
    'table3.carried-out.total': one.carriedOut,
    'table3.granted.total': one.granted,
    'table3.partly-granted.total': one.partly,
    'table3.withheld.internal-affairs.total': one.withheld,
    'table3.settled.total': one.granted + one.partly + one.withheld,
  });

test('every figure of the text is the sum that the test makes itself, and the same stands in table and chart', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 4 }), fc.array(counts, { maxLength: 4 }), (now, before) => {
      const layout = layOut([
        ...now.map((one, index) => reportWith(index + 1, YEAR, one)),
        ...before.map((one, index) => reportWith(index + 1, YEAR - 1, one)),
      ]);
      const sum = (list: readonly Counts[], key: keyof Counts) => list.reduce((so, one) => so + one[key], 0);
      const text = proseOf(layout);
      const [intake, last] = [sum(now, 'new'), sum(before, 'new')];
      expect(text).toContain(`全年新收政府信息公开申请${intake}件`);
      expect(text).toContain(`结转下年度${sum(now, 'carriedOut')}件`);
      const change =
        intake === last
          ? '与上年持平'
          : intake > last
            ? `比上年增加${intake - last}件`
            : `比上年减少${last - intake}件`;
      expect(text.includes(`申请${intake}件，${change}`)).toBe(before.length > 0 && before.length >= now.length * 0.8);
      expect(rowOf(layout, 'applications', '本年新收').at(-1)).toBe(String(intake));
      const chart = layout.sections.flatMap(({ charts }) => charts).find(one => one.chart.id === 'intake')!.chart;
      expect(chart.series[0]!.values.at(-1)).toBe(intake);
      const settled = sum(now, 'granted') + sum(now, 'partly') + sum(now, 'withheld');
      const disclosed = sum(now, 'granted') + sum(now, 'partly');
      const rate =
        settled === 0
          ? '公开率没有可以计算的数据'
          : `公开率${(Math.round((disclosed / settled) * 1000) / 10).toFixed(1)}%`;
      expect(text).toContain(rate);
      expect(rowOf(layout, 'definitions', '公开率').slice(2)).toEqual(
        settled === 0 ? ['—', '—'] : [String(disclosed), String(settled)],
      );
      expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    }),
    { numRuns: 40 },
  );
});

test('agencies without a report are counted and named', () => {
  const text = proseOf(layOut([collectedReport(1, YEAR), collectedReport(2, YEAR)]));
  expect(text).toContain('机关4个，已收集报告2份');
  expect(text).toContain('还没有报告的机关2个：示范市晴川区机关3、示范市晴川区机关4');
});

test('what could not be read is said beside the sum', () => {
  const layout = layOut([
    collectedReport(1, YEAR, { 'table3.new.total': 7 }),
    collectedReport(2, YEAR, { 'table3.new.total': 'ambiguous' }),
  ]);
  expect(rowOf(layout, 'applications', '本年新收').at(-1)).toBe('7（缺1个机关）');
});

test('each problem that the figures show comes with a suggestion, and nothing is found wrong where nothing is', () => {
  const same = inventedProse(9, 800);
  const copied = [1, 2, 3, 4].map(number => {
    const one = collectedReport(number, YEAR, {}, { findings: number === 1 ? [findingOf('row-sum', 'error')] : [] });
    const text = number < 3 ? same : inventedProse(number, 800);
    return { ...one, report: { ...one.report, sections: { ...one.report.sections, '1': text, '5': '', '6': '' } } };
  });
  const layout = layOut(copied, 5, { ...NONE, ordered: 1, overdue: 1, open: 1 });
  const [problems, suggestions] = layout.sections.slice(5, 7).map(({ paragraphs }) => paragraphs);
  expect(problems).toHaveLength(suggestions!.length);
  expect(problems!.join('')).toMatch(/1个机关没有报送报告.*错误1处.*1对报告的文字六成以上相同.*整改任务逾期1项/);
  const clean = [1, 2, 3, 4]
    .map(number => copied[number - 1]!)
    .map((one, index) => ({
      ...one,
      findings: [],
      report: {
        ...one.report,
        cells: collectedReport(1, YEAR, {
          'table4.reconsideration.corrected': 0,
          'table4.litigationDirect.corrected': 0,
          'table4.litigationAfterReconsideration.corrected': 0,
        }).report.cells,
        sections: { ...one.report.sections, '1': inventedProse(index + 40, 800) },
      },
    }));
  expect(layOut(clean).sections[5]!.paragraphs).toEqual(['从数据看没有发现需要指出的问题。']);
});

test('the document has the text of the page word for word, and bars of squares in proportion', () => {
  const layout = layOut([
    collectedReport(1, YEAR, { 'table3.new.total': 16 }),
    collectedReport(2, YEAR, { 'table3.new.total': 4 }),
  ]);
  const { blocks, title } = analysisDocument(layout);
  expect(title.join('')).toBe('示范市晴川区2023年政府信息公开工作年度报告分析报告');
  const paragraphs = blocks.flatMap(block =>
    block.kind === 'paragraph' && !block.text.startsWith('表：') ? [block.text] : [],
  );
  expect(paragraphs.join('\n')).toBe(proseOf(layout));
  const bars = blocks.flatMap(block =>
    block.kind === 'table' && block.table.key === 'chart-agencies' ? [block.table] : [],
  )[0]!;
  expect(bars.cells.filter(({ text }) => text.startsWith('■')).map(({ text }) => text.length)).toEqual([16, 4]);
});
