import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded, withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { legalBasis } from './legal-basis.ts';

const report = sampleReport('2021');

describeAudit(legalBasis, {
  passing: {
    'the form of 2021': report,
    'the form of 2019 for 2020': sampleReport('2019'),
    'other documents of the same office': withAdded(
      report,
      '1',
      '落实国办函〔2020〕109号和国办公开办函〔2019〕61号要求。',
    ),
  },
  failing: {
    'the form that was replaced': {
      given: withReplaced(report, 'preface', '国办公开办函〔2021〕30号', '国办公开办函〔2019〕60号'),
      finds: [{ level: 'warning', where: 'preface', quote: '国办公开办函〔2019〕60号', message: '替代' }],
    },
    'a character dropped': {
      given: withReplaced(report, 'preface', '国办公开办函〔2021〕30号', '国办公开函〔2021〕30号'),
      finds: [{ level: 'warning', where: 'preface', suggestion: '国办公开办函〔2021〕30号' }],
    },
    'square brackets': {
      given: withReplaced(report, 'preface', '国办公开办函〔2021〕30号', '国办公开办函[2021] 30号'),
      finds: [{ level: 'notice', where: 'preface', message: '六角括号' }],
    },
    'a number that does not exist, and the regulation of 2007': {
      given: withProse(report, { preface: '根据国务院令第492号和国办公开办函〔2021〕60号编制。' }),
      finds: [
        { level: 'warning', where: 'preface', quote: '国务院令第492号' },
        { level: 'warning', where: 'preface', quote: '国办公开办函〔2021〕60号' },
      ],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
