import { withAdded } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { NO_SECTIONS } from '../rules/report.ts';
import { privateData } from './private-data.ts';

const report = sampleReport('2021');

describeAudit(privateData, {
  passing: {
    'clean prose': report,
    'the telephone of the office': withAdded(report, 'preface', '联系电话：0458-0000000。'),
  },
  failing: {
    'an identity card number with a right check digit': {
      given: withAdded(report, '1', '申请人身份证号11010519491231002X。'),
      finds: [{ level: 'error', where: 'section1' }],
    },
  },
  notAssessable: { 'no text': { ...report, title: null, sections: NO_SECTIONS } },
});
