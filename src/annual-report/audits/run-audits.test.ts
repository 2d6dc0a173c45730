import { assert, constantFrom, array, dictionary, oneof, integer, property, record, double } from 'fast-check';
import { expect, test } from 'vitest';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { SECTION_KEYS } from '../../law/report-form/sections.ts';
import { UNREAD_KINDS } from '../rules/cell.ts';
import { withCells, withProse } from '../../../test/reports/altered-report.ts';
import { previousSampleReport, sampleReport } from '../../../test/reports/sample-report.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';
import { AUDITS } from './index.ts';
import { auditReport, factsOf, runAudits } from './run-audits.ts';

const basis = { source: 'report-form-2021' } as const;
const found = { level: 'notice', where: 'section1', quote: '字', message: '说明' } as const;
const planted = [
  defineAudit({ id: 'a', title: '甲', basis, needs: [], audit: () => checked([found], ['一行没有读准']) }),
  defineAudit({
    id: 'b',
    title: '乙',
    basis,
    needs: [],
    audit: () => {
      throw new TypeError('boom');
    },
  }),
  defineAudit({ id: 'c', title: '丙', basis, needs: [], audit: () => notApplicable('不适用') }),
  defineAudit({ id: 'd', title: '丁', basis, needs: [], audit: () => notAssessable('看不到') }),
  defineAudit({ id: 'e', title: '戊', basis, needs: ['publishedOn'], audit: () => checked([]) }),
];

test('a crash is a result, not applicable is not pass, and what an audit could not see is said', () => {
  const result = runAudits(planted, factsOf(sampleReport('2021')));
  expect(result.checked).toEqual(['a']);
  expect(result.findings.map(({ audit, basis }) => [audit, basis])).toEqual([
    ['a', '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）'],
  ]);
  expect(result.notApplicable).toEqual([{ id: 'c', why: '不适用' }]);
  expect(result.notAssessable.map(({ id, crashed }) => [id, crashed])).toEqual([
    ['a', undefined],
    ['b', true],
    ['d', undefined],
    ['e', undefined],
  ]);
  expect(result.notAssessable[1]!.why).toContain('“乙”这一项检查的程序出错（TypeError）');
});

test('a report of the old form is held against the old form', () => {
  const [finding] = runAudits(planted, factsOf(sampleReport('2019'))).findings;
  expect(finding!.basis).toContain('国办公开办函〔2019〕60号');
});

test('a clean report of either form has no error and no warning, with last year and the day given', () => {
  const given = { previous: previousSampleReport(), publishedOn: Temporal.PlainDate.from('2024-01-20') };
  const results = [auditReport(sampleReport('2021'), given), auditReport(sampleReport('2019'))];
  expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  expect(results.flatMap(({ notAssessable }) => notAssessable).filter(({ crashed }) => crashed)).toEqual([]);
});

test('every audit gives exactly one of checked, not applicable and not assessable, or says what part it could not see', () => {
  const { checked: judged, notApplicable: idle, notAssessable: blind } = auditReport(sampleReport('2021'));
  const ids = AUDITS.map(({ id }) => id);
  expect(ids.filter(id => ![...judged, ...[...idle, ...blind].map(entry => entry.id)].includes(id))).toEqual([]);
});

test('findings stand in the order of the report, at one place the more serious first', () => {
  const report = withCells(withProse(sampleReport('2021'), { '5': '无。', '6': '无。' }), {
    'table3.partly-granted.total': 4,
    'table2.license.decisions': 'blank',
    'table4.reconsideration.total': 9,
  });
  expect(auditReport(report).findings.map(({ where }) => where)).toEqual([
    'table2.license.decisions',
    'table3.partly-granted.total',
    'table3.settled.total',
    'table4.reconsideration.total',
    'section5',
    'section6',
  ]);
});

test('only the audits asked for are run', () => {
  expect(auditReport(sampleReport('2021'), { only: ['row-sum'] }).checked).toEqual(['row-sum']);
});

test('the result is plain data that travels between processes', () => {
  const result = auditReport(withCells(sampleReport('2021'), { 'table3.partly-granted.total': 4 }));
  expect(structuredClone(result)).toEqual(result);
});

test('a text that is no report gives no endless list', () => {
  const result = auditReport(withProse(sampleReport('2021'), { '1': '今年以来，'.repeat(5000) }), {
    only: ['relative-time'],
  });
  expect(result.findings.length).toBe(200);
  expect(result.notAssessable).toEqual([
    { id: 'relative-time', why: '同类问题过多，只列出前200处，另有4800处没有列出' },
  ]);
});

const WORDS = [
  ...'2023年 2022年 1月1日 12月31日 20231 （一） （三） 一是 三是 二) 《条例》 以下简称 今年以来 收费通知 信息处理费 0件 元'.split(
    ' ',
  ),
  ...'国办公开办函 〔2019〕60号 六部分 由 组成 组织推动全省政府信息公开 ×× ____ 【填】 & < > 。 ， ； \n 　 示范市 晴川区 镇'.split(
    ' ',
  ),
  ' ',
  '𠮷',
  '\ud800',
  '\u0000',
];

test('no audit crashes, whatever stands in the sections, the cells, the title', () => {
  const anyText = array(constantFrom(...WORDS), { maxLength: 40 }).map(words => words.join(''));
  const anyCell = oneof(constantFrom(...UNREAD_KINDS), integer(), double({ noNaN: true, noDefaultInfinity: true }));
  const anyCells = dictionary(constantFrom(...FORM_CELLS['2021'].map(({ path }) => path)), anyCell);
  const anyProse = record(Object.fromEntries(SECTION_KEYS.map(key => [key, oneof(anyText, constantFrom(null))])));
  assert(
    property(
      constantFrom('2019' as const, '2021' as const),
      anyCells,
      anyProse,
      anyText,
      (edition, cells, prose, title) => {
        const report = { ...withProse(withCells(sampleReport(edition), cells), prose), title, agency: title };
        const given = { previous: previousSampleReport(), publishedOn: Temporal.PlainDate.from('2024-01-20') };
        expect(auditReport(report, given).notAssessable.filter(({ crashed }) => crashed)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
