import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { previousSampleReport, sampleReport } from '../../../test/reports/sample-report.ts';
import { inForceContinuity } from './in-force-continuity.ts';

const report = sampleReport('2021');
const previous = previousSampleReport();

describeAudit(inForceContinuity, {
  passing: { 'in force before + issued − repealed': { report, previous } },
  failing: {
    'a document too few': {
      given: { report: withCells(report, { 'table2.normativeDocument.inForce': 17 }), previous },
      finds: [
        {
          level: 'warning',
          where: 'table2.normativeDocument.inForce',
          message: '上年现行有效16加本年制发3减本年废止1等于18',
        },
      ],
    },
  },
  notApplicable: {
    'the old form has no such column': {
      report: sampleReport('2019'),
      previous: { ...sampleReport('2019'), year: 2019 },
    },
  },
  notAssessable: {
    'no report of last year': report,
    'one of the rows was not read': {
      report: withCells(report, { 'table2.regulatoryRule.inForce': 'dash' }),
      previous,
    },
  },
});
