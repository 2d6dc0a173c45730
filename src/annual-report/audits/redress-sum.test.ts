import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { redressSum } from './redress-sum.ts';

const report = sampleReport('2021');

describeAudit(redressSum, {
  passing: { 'a balanced report': report, 'the old form': sampleReport('2019') },
  failing: {
    'cases in the columns, none in the total': {
      given: withCells(report, { 'table4.litigationDirect.upheld': 2, 'table4.litigationDirect.other': 1 }),
      finds: [
        {
          level: 'error',
          where: 'table4.litigationDirect.total',
          message: '之和为3，总计却是0',
          suggestion: '总计应为3',
        },
      ],
    },
  },
  notAssessable: { 'no table four': { ...report, tables: { ...report.tables, table4: 'absent' } } },
});
