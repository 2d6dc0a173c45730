import { expect, test } from 'vitest';
import { withProse } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { layOutReport, paragraphsOf, titleLines } from './report-layout.ts';

const report = sampleReport('2021');

test('the title is broken by sense: agency, then the rest', () => {
  expect(titleLines(report)).toEqual(['示范市晴川区人民政府办公室', '2023年政府信息公开工作年度报告']);
  expect(titleLines({ ...report, agency: '晴川区政府办' })).toEqual([report.title]);
  expect(titleLines({ ...report, title: null })).toEqual([
    '示范市晴川区人民政府办公室',
    '2023年政府信息公开工作年度报告',
  ]);
  expect(titleLines({ title: null, agency: null, year: null })).toEqual([]);
});

test('a section that the report does not have is not invented; a table brings its heading', () => {
  const sections = layOutReport(withProse(report, { preface: null, '3': null, '5': null })).sections;
  expect(sections.map(({ heading }) => heading)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '六、其他需要报告的事项',
  ]);
});

test('for whoever checks a report, headings stand as they stood', () => {
  const headings = [{ section: '1' as const, text: '一、总体概述' }];
  const sections = layOutReport({ ...report, headings }, 'source').sections;
  expect(sections.find(({ key }) => key === '1')?.heading).toBe('一、总体概述');
  expect(sections.find(({ key }) => key === '5')?.heading).toBe('五、存在的主要问题及改进情况');
});

test('paragraphs know where they begin in the text, and a short line like （一） is a subheading', () => {
  const text = '（一）主动公开情况\n\n发布信息3条。\n（二）依申请公开。新收申请2件。';
  const paragraphs = paragraphsOf(text);
  expect(paragraphs.map(({ kind }) => kind)).toEqual(['subheading', 'body', 'body']);
  for (const paragraph of paragraphs)
    expect(text.slice(paragraph.start, paragraph.start + paragraph.text.length)).toBe(paragraph.text);
});
