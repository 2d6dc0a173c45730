import { expect, test } from 'vitest';
import { withAdded, withCells, withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { feeStatement } from './fee-statement.ts';
import { auditReport } from './run-audits.ts';

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

const STATEMENTS = [
  '2023年，我局未收取信息处理费。',
  '本年度依申请公开未产生信息处理费。',
  '发出收费通知的件数为0，总金额为0元，实际收取的总金额为0元。',
  '本年度收取信息处理费0元。',
  '共发出信息处理费收费通知1件，总金额150元，实际收取150元。',
  '按照信息处理费管理的有关规定，本年度无收费情况。',
  '（一）信息处理费收取情况：0元。',
  '全年无信息公开收费。',
  '收费情况：无。',
  '没有收费和减免情况。',
  '未向申请人收取任何费用。',
  '（一）收取信息处理费情况。2023 年没有收取。（二）其他事项。无。',
];

test.each(STATEMENTS)('is a statement of the fee: %s', statement => {
  expect(auditReport(withProse(report, { '6': statement }), { only: ['fee-statement'] }).findings).toEqual([]);
});
