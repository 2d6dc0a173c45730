import { NO_SECTIONS } from '../rules/report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { sections } from './sections.ts';

const report = sampleReport('2021');

const withHeading = (given: AnnualReport, section: string, text: string): AnnualReport => ({
  ...given,
  headings: given.headings.map(heading => (heading.section === section ? { ...heading, text } : heading)),
});

describeAudit(sections, {
  passing: {
    'the six headings of the form': report,
    'the heading of section five that the form of 2019 allowed': withHeading(
      sampleReport('2019'),
      '5',
      '五、政府信息公开工作存在的主要问题及改进情况',
    ),
    'cells handed over as data, with prose but no headings': { ...report, headings: [] },
    'spaces and half-width signs': withHeading(report, '4', '四、 政府信息公开行政复议,行政诉讼情况'),
  },
  failing: {
    'a section left out': {
      given: withProse(report, { '6': null }),
      finds: [{ level: 'error', where: 'section6', message: '缺少“六、其他需要报告的事项”' }],
    },
    'the last two left out: it may be an excerpt': {
      given: withProse(report, { '5': null, '6': null }),
      finds: [{ level: 'warning', where: 'section5', message: '2个部分' }],
    },
    'a heading lost over its table': {
      given: withProse(report, { '3': null }),
      finds: [{ level: 'warning', where: 'section3', message: '表格在' }],
    },
    'sections exchanged': {
      given: { ...report, headings: [0, 1, 2, 3, 5, 4].map(index => report.headings[index]!) },
      finds: [{ level: 'error', where: 'section5', message: '排在' }],
    },
    'a heading twice': {
      given: { ...report, headings: [...report.headings, report.headings[5]!] },
      finds: [{ level: 'warning', where: 'section6', message: '不止一次' }],
    },
    'another heading': {
      given: withHeading(report, '1', '一、总体要求'),
      finds: [{ level: 'warning', where: 'section1', quote: '一、总体要求', suggestion: '一、总体情况' }],
    },
    'a heading with a word less': {
      given: withHeading(report, '2', '二、主动公开信息情况'),
      finds: [{ level: 'notice', where: 'section2' }],
    },
    'headings of several levels': {
      given: {
        ...report,
        headings: report.headings.map((heading, index) => ({ ...heading, level: index === 3 ? 4 : 2 })),
      },
      finds: [{ level: 'notice', where: 'section4', message: '2种级别' }],
    },
  },
  notAssessable: { 'tables alone': { ...report, headings: [], sections: NO_SECTIONS } },
});
