import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { reconsiderationFirst } from './reconsideration-first.ts';

const report = sampleReport('2021');

describeAudit(reconsiderationFirst, {
  passing: {
    'no direct suit': { ...report, year: 2024 },
  },
  failing: {
    'a direct suit in a year with refusals': {
      given: {
        ...withCells(report, { 'table4.litigationDirect.upheld': 1, 'table4.litigationDirect.total': 1 }),
        year: 2024,
      },
      finds: [{ level: 'notice', where: 'table4.litigationDirect.total', message: '应当先申请复议' }],
    },
  },
  notApplicable: { 'before 2024': report },
  notAssessable: { 'no table four': { ...report, year: 2024, tables: { ...report.tables, table4: 'absent' } } },
});
