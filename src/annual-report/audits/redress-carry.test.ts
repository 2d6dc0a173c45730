import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { previousSampleReport, sampleReport } from '../../../test/reports/sample-report.ts';
import { redressCarry } from './redress-carry.ts';

const report = sampleReport('2021');
const previous = previousSampleReport();

describeAudit(redressCarry, {
  passing: { 'nothing was pending': { report, previous } },
  failing: {
    'a pending case that vanished': {
      given: {
        report,
        previous: withCells(previous, { 'table4.litigationDirect.pending': 1, 'table4.litigationDirect.total': 1 }),
      },
      finds: [{ level: 'warning', where: 'table4.litigationDirect.total', message: '有1件尚未审结' }],
    },
  },
  notApplicable: { 'two years earlier': { report, previous: { ...previous, year: 2021 } } },
  notAssessable: { 'no report of last year': report },
});
