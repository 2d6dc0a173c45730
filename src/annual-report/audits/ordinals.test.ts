import { NO_SECTIONS } from '../rules/report.ts';
import { withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { ordinals } from './ordinals.ts';

const report = sampleReport('2021');

describeAudit(ordinals, {
  passing: {
    'one after the other, and anew in the next paragraph': report,
    'a list over several paragraphs': withProse(report, {
      '5': '一是栏目偏少，内容不全。\n二是更新偏慢，还需改进。\n三是解读偏少，形式单一。',
    }),
    'two items a paragraph': withProse(report, { '5': '一是栏目偏少；二是更新偏慢。\n三是解读偏少；四是形式单一。' }),
    'words that contain 一是': withProse(report, { '5': '这一是非问题不难，唯一是时间紧。' }),
  },
  failing: {
    'a heading left out': {
      given: withReplaced(report, '1', '（三）政府信息管理', '（四）政府信息管理'),
      finds: [
        { level: 'warning', where: 'section1', quote: '（四）', suggestion: '“（三）”' },
        { level: 'warning', where: 'section1', quote: '（四）' },
      ],
    },
    'a list that skips': {
      given: withReplaced(report, '5', '二是明确每个', '三是明确每个'),
      finds: [{ level: 'warning', where: 'section5', quote: '三是', suggestion: '“二是”' }],
    },
    'half a bracket': {
      given: withReplaced(report, '1', '（二）依申请公开', '二)依申请公开'),
      finds: [{ level: 'notice', where: 'section1', quote: '二)' }],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
