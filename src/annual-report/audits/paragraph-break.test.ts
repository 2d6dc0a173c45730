import { NO_SECTIONS } from '../rules/report.ts';
import { withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { paragraphBreak } from './paragraph-break.ts';

const report = sampleReport('2021');

describeAudit(paragraphBreak, {
  passing: {
    'whole paragraphs': report,
    'a heading, and parts without a stop': withProse(report, {
      '1': '（一）主动公开\n全年发布信息12条，其中政策文件3条，其余为工作动态和通知公告，均按时发布\n（二）依申请公开\n收到申请1件。',
    }),
  },
  failing: {
    'a word torn in two': {
      given: withReplaced(report, '5', '明确每个栏目的责任科室', '明确每个栏目的责\n\n任科室'),
      finds: [{ level: 'notice', where: 'section5', message: '下一段以“任科室' }],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
