import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { definedTerm } from './defined-term.ts';

const report = sampleReport('2021');

describeAudit(definedTerm, {
  passing: {
    'no short name': report,
    'the short name from then on': withReplaced(
      withAdded(report, '1', '落实《条例》要求。'),
      'preface',
      '《中华人民共和国政府信息公开条例》',
      '《中华人民共和国政府信息公开条例》（以下简称《条例》）',
    ),
  },
  failing: {
    'the full name once more': {
      given: withReplaced(
        withAdded(report, '1', '落实《中华人民共和国政府信息公开条例》要求。'),
        'preface',
        '《中华人民共和国政府信息公开条例》',
        '《中华人民共和国政府信息公开条例》（以下简称《条例》）',
      ),
      finds: [{ level: 'notice', where: 'section1', suggestion: '《条例》' }],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
