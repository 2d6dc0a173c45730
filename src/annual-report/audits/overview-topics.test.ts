import { ofAgency, withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { overviewTopics } from './overview-topics.ts';

const report = sampleReport('2021');

describeAudit(overviewTopics, {
  passing: {
    'the five topics': report,
    'a government with the three results': ofAgency(report, '示范市晴川区人民政府'),
  },
  failing: {
    'two topics of five': {
      given: withProse(report, { '1': '全年发布信息12条，收到申请3件。' }),
      finds: [{ level: 'notice', where: 'section1', message: '“政府信息管理”、“政府信息公开平台建设”、“监督保障”' }],
    },
    'a government that is silent on accountability': {
      given: ofAgency(withReplaced(report, '1', '，没有发生责任追究的情形', ''), '示范市晴川区人民政府'),
      finds: [{ level: 'notice', where: 'section1', message: '“责任追究结果”' }],
    },
  },
  notAssessable: { 'no section one': withProse(report, { '1': null }) },
});
