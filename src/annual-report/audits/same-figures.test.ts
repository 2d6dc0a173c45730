import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { previousSampleReport, sampleReport } from '../../../test/reports/sample-report.ts';
import { sameFigures } from './same-figures.ts';

const report = sampleReport('2021');
const previous = previousSampleReport();

describeAudit(sameFigures, {
  passing: { 'other figures': { report, previous } },
  failing: {
    "last year's tables": {
      given: { report, previous: { ...report, year: 2022 } },
      finds: [
        { level: 'warning', where: 'table2' },
        { level: 'warning', where: 'table3' },
      ],
    },
  },
  notApplicable: { 'another form': { report, previous: { ...sampleReport('2019'), year: 2022 } } },
  notAssessable: { 'no report of last year': report },
});
