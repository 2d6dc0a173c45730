import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { doubledSentence } from './doubled-sentence.ts';

const report = sampleReport('2021');

describeAudit(doubledSentence, {
  passing: { 'every sentence once': report, 'short words twice': withAdded(report, '5', '加强学习。加强学习。') },
  failing: {
    'a sentence twice': {
      given: withAdded(
        report,
        '5',
        '\n明确每个栏目的责任科室，按月检查更新情况。三是明确每个栏目的责任科室，按月检查更新情况。',
      ),
      finds: [
        { level: 'notice', where: 'section5' },
        { level: 'notice', where: 'section5', quote: '三是明确每个栏目的责任科室，按月检查更新情况' },
      ],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
