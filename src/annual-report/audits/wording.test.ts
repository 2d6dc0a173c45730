import { withAdded, withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { NO_SECTIONS } from '../rules/report.ts';
import { wording } from './wording.ts';

const report = sampleReport('2021');

describeAudit(wording, {
  passing: { 'clean prose': report, 'clean prose of the old form': sampleReport('2019') },
  failing: {
    'a dropped character in section one': {
      given: withReplaced(report, '1', '新收政府信息公开申请23件', '新收政府信息公开申23件'),
      finds: [{ level: 'warning', where: 'section1', message: '漏“请”' }],
    },
    'a slip in the title': {
      given: { ...report, title: '示范市晴川区人民政府办公室2023年政府信公开工作年度报告' },
      finds: [{ level: 'warning', where: 'title', message: '息' }],
    },
    'two slips in two sections': {
      given: withAdded(withAdded(report, '5', '全面落市上级部署。'), '1', '政府信息公公开目录已更新。'),
      finds: [
        { level: 'warning', where: 'section1' },
        { level: 'warning', where: 'section5' },
      ],
    },
  },
  notAssessable: { 'no text': { ...withProse(report, {}), title: null, sections: NO_SECTIONS } },
});
