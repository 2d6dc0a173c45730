import { ofAgency, withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { previousSampleReport, sampleReport } from '../../../test/reports/sample-report.ts';
import { repetition } from './repetition.ts';

const report = sampleReport('2021');
const previous = previousSampleReport();
const previousOne = previous.sections['1'] ?? '';

describeAudit(repetition, {
  passing: { 'prose written anew': { report, previous } },
  failing: {
    "last year's text with new figures": {
      given: { report: withProse(report, { '1': previousOne.replace('540', '612') }), previous },
      finds: [{ level: 'warning', where: 'section1', message: '100%' }],
    },
    "half of last year's problems": {
      given: {
        report: withProse(report, {
          '5': `${(previous.sections['5'] ?? '').slice(0, 36)}今年还发现，窗口工作人员对依申请公开的办理时限掌握得不够准确，准备另外安排培训。`,
        }),
        previous,
      },
      finds: [{ level: 'notice', where: 'section5' }],
    },
  },
  notApplicable: { 'another agency': { report, previous: ofAgency(previous, '示范市晴川区民政局') } },
  notAssessable: { 'no report of last year': report },
});
