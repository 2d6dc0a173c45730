import { withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { sectionList } from './section-list.ts';

const report = sampleReport('2021');

describeAudit(sectionList, {
  passing: {
    'the six parts': report,
    'a list left open': withProse(report, {
      preface: '主要内容包括主动公开、依申请公开、行政复议和行政诉讼、存在的问题等方面。',
    }),
    'the first part spoken of': withProse(report, { preface: '报告第一部分介绍总体情况。' }),
    'a preface that lists nothing': withProse(report, { preface: '现公布本机关年度报告。' }),
  },
  failing: {
    'five parts': {
      given: withProse(report, {
        preface:
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况五部分组成。',
      }),
      finds: [{ level: 'warning', where: 'preface', message: '“其他需要报告的事项”' }],
    },
    'a part that the form has no more': {
      given: withProse(report, {
        preface: '全文包括概述、主动公开情况、依申请公开情况、收费及减免情况、行政复议和诉讼情况、存在的问题六个部分。',
      }),
      finds: [{ level: 'warning', where: 'preface', message: '收费及减免' }],
    },
    'the fourth part under another name': {
      given: withReplaced(report, 'preface', '行政复议、行政诉讼情况', '行政复议和行政诉讼情况'),
      finds: [{ level: 'notice', where: 'preface', message: '第四部分的名称' }],
    },
  },
  notAssessable: { 'no preface': withProse(report, { preface: null }) },
});
