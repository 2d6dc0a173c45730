import { withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { problemsEmpty } from './problems-empty.ts';

const report = sampleReport('2021');

describeAudit(problemsEmpty, {
  passing: { 'problems and how they are mended': report },
  failing: {
    none: {
      given: withProse(report, { '5': '无。' }),
      finds: [{ level: 'warning', where: 'section5', quote: '无。' }],
    },
    'a heading only': {
      given: withProse(report, { '5': '' }),
      finds: [{ level: 'warning', where: 'section5', message: '没有内容' }],
    },
  },
  notAssessable: { 'no section five': withProse(report, { '5': null }) },
});
