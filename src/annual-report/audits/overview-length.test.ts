import { withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { overviewLength } from './overview-length.ts';

const report = sampleReport('2021');

describeAudit(overviewLength, {
  passing: { short: report, 'a thousand': withProse(report, { '1': '公开 '.repeat(500) }) },
  failing: {
    'one too many': {
      given: withProse(report, { '1': `${'公开 '.repeat(500)}了` }),
      finds: [{ level: 'notice', where: 'section1', quote: '1001字' }],
    },
  },
  notAssessable: { 'no section one': withProse(report, { '1': null }) },
});
