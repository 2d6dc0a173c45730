import { withAdded, withCells, withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { feeStatement } from './fee-statement.ts';

const report = sampleReport('2021');

describeAudit(feeStatement, {
  passing: {
    'notices, sum and receipts, all nought': report,
    'in other words': withProse(report, { '6': '本年度未发出收费通知，没有收取信息处理费。' }),
    'all nought at once': withProse(report, { '6': '发出收费通知的件数、总金额以及实际收取的总金额均为0。' }),
    'a fee that was received': withProse(report, { '6': '发出收费通知2件，总金额300元，实际收取100元。' }),
    'one fee of many unpaid': withCells(withProse(report, { '6': '发出收费通知2件，总金额300元，实际收取100元。' }), {
      'table3.closed.fee-unpaid.total': 1,
    }),
  },
  failing: {
    'nothing to report': {
      given: withProse(report, { '6': '无。' }),
      finds: [{ level: 'warning', where: 'section6', quote: '无。', suggestion: '发出收费通知0件' }],
    },
    'said elsewhere': {
      given: withAdded(withProse(report, { '6': '无其他事项。' }), '1', '全年未收取信息处理费。'),
      finds: [{ level: 'notice', where: 'section6', message: '别的部分' }],
    },
    'mentioned without figures': {
      given: withProse(report, { '6': '信息处理费按规定收取。' }),
      finds: [{ level: 'notice', where: 'section6', message: '件数和金额' }],
    },
    'fewer notices than fees that lapsed': {
      given: withCells(report, { 'table3.closed.fee-unpaid.total': 2 }),
      finds: [{ level: 'warning', where: 'section6', message: '逾期未缴费' }],
    },
    'more received than asked for': {
      given: withProse(report, { '6': '发出收费通知2件，总金额300元，实际收取400元。' }),
      finds: [{ level: 'warning', where: 'section6', message: '超过' }],
    },
  },
  notApplicable: { 'before the fee': sampleReport('2019') },
  notAssessable: { 'no section six': withProse(report, { '6': null }) },
});
