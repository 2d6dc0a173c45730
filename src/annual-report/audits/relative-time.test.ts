import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { relativeTime } from './relative-time.ts';

const report = sampleReport('2021');

describeAudit(relativeTime, {
  passing: {
    'years are named': report,
    'words that only look like it': withAdded(
      report,
      '5',
      '于12月31日前完成，到期日前答复；近年来持续改进，目前年度任务已经完成。注明年份，说明年内安排，清理以前年份文件。',
    ),
  },
  failing: {
    'this year, so far, last year': {
      given: withAdded(report, '1', '今年以来，收到申请3件，截至 目前已办结3件，比去年多1件。'),
      finds: [
        { level: 'warning', where: 'section1', quote: '今年以来', suggestion: '2023年' },
        { level: 'warning', where: 'section1', quote: '截至目前', suggestion: '截至2023年12月31日' },
        { level: 'notice', where: 'section1', quote: '去年' },
      ],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
