import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { settledSum } from './settled-sum.ts';

const report = sampleReport('2021');

describeAudit(settledSum, {
  passing: { 'a balanced report': report, 'the old form': sampleReport('2019') },
  failing: {
    'an outcome counted twice': {
      given: withCells(report, { 'table3.declined.repeat.naturalPerson': 2, 'table3.declined.repeat.total': 2 }),
      finds: [
        { level: 'error', where: 'table3.settled.naturalPerson', message: '之和为19，（七）总计却是18' },
        { level: 'error', where: 'table3.settled.total' },
      ],
    },
    'a wrong 总计: the suggestion names the cell that mends row, column and balance': {
      given: withCells(report, { 'table3.settled.enterprise': 5 }),
      finds: [{ level: 'error', where: 'table3.settled.enterprise', suggestion: '（七）总计·商业企业”由5改为4，3处' }],
    },
    'a blank that could be what is lacking': {
      given: withCells(report, { 'table3.granted.enterprise': 'blank', 'table3.granted.total': 10 }),
      finds: [
        { level: 'warning', where: 'table3.settled.enterprise' },
        { level: 'error', where: 'table3.settled.total' },
      ],
    },
  },
  notAssessable: { 'no table three': { ...report, tables: { ...report.tables, table3: 'absent' } } },
});
