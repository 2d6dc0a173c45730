import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { labels } from './labels.ts';

const report = sampleReport('2021');

describeAudit(labels, {
  passing: {
    'the labels of the form': report,
    'spaces inside a label are typesetting': {
      ...report,
      labels: [{ table: 'table3', printed: '商业 企业', expected: '商业企业', variant: 'spacing' }],
    },
  },
  failing: {
    'a column under another name, a row too many, half-width brackets': {
      given: {
        ...report,
        labels: [
          { table: 'table3', printed: '科研企业', expected: '科研机构', variant: 'wording' },
          { table: 'table2', printed: '其他主动公开文件', expected: null, variant: 'extra' },
          { table: 'table3', printed: '(一)予以公开', expected: '（一）予以公开', variant: 'width' },
          { table: 'table3', printed: '(二)部分公开', expected: '（二）部分公开', variant: 'width' },
        ],
      },
      finds: [
        { level: 'warning', where: 'table2', message: '多出“其他主动公开文件”' },
        { level: 'warning', where: 'table3', quote: '科研企业', suggestion: '科研机构' },
        { level: 'notice', where: 'table3', message: '2处标签' },
      ],
    },
    'the same label three times is one finding': {
      given: {
        ...report,
        labels: ['a', 'b', 'c'].map(
          () => ({ table: 'table2', printed: '本年增/', expected: '本年增/减', variant: 'wording' }) as const,
        ),
      },
      finds: [{ level: 'warning', where: 'table2', message: '（3处）' }],
    },
  },
  notAssessable: { 'no tables': { ...report, tables: { table2: 'absent', table3: 'absent', table4: 'absent' } } },
});
