import { APPLICANT_KINDS } from '../../law/report-form/table-three.ts';
import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { cellForm } from './cell-form.ts';

const report = sampleReport('2021');

const wholeRow = (row: 'closed.other' | 'declined.petition' | 'declined.reissue' | 'withheld.deliberative') =>
  Object.fromEntries(APPLICANT_KINDS.map(kind => [`table3.${row}.${kind}`, 'blank' as const]));

describeAudit(cellForm, {
  passing: {
    'plain numbers, money with decimals': report,
    'the old form, with a change below nought': sampleReport('2019'),
  },
  failing: {
    'blank cells among noughts, each at its place': {
      given: withCells(report, {
        'table3.declined.publication.publicInterestBody': 'blank',
        'table3.closed.other.enterprise': 'blank',
        'table3.closed.other.legalService': 'dash',
      }),
      finds: [
        { level: 'warning', where: 'table3.declined.publication.publicInterestBody', quote: '（空白）' },
        { level: 'warning', where: 'table3.closed.other.enterprise', message: '没有填写' },
        { level: 'warning', where: 'table3.closed.other.legalService', quote: '/' },
      ],
    },
    'a row in which only the total is written is one finding': {
      given: withCells(report, wholeRow('closed.other')),
      finds: [{ level: 'warning', where: 'table3.closed.other', message: '6格' }],
    },
    'a table filled in like that is one finding that names its cells': {
      given: withCells(report, {
        ...wholeRow('closed.other'),
        ...wholeRow('declined.petition'),
        ...wholeRow('declined.reissue'),
        ...wholeRow('withheld.deliberative'),
      }),
      finds: [{ level: 'warning', where: 'table3', message: '等4行没有逐格填写（共24格）' }],
    },
    'strokes through the row of rules': {
      given: withCells(report, {
        'table2.regulatoryRule.issued': 'dash',
        'table2.regulatoryRule.repealed': 'dash',
        'table2.regulatoryRule.inForce': 'dash',
      }),
      finds: [{ level: 'notice', where: 'table2.regulatoryRule' }],
    },
    'a word, a negative count, half an application': {
      given: withCells(report, {
        'table2.license.decisions': 'not-a-number',
        'table3.new.otherOrganization': -1,
        'table4.reconsideration.other': 0.5,
      }),
      finds: [
        { level: 'warning', where: 'table2.license.decisions', quote: '无' },
        { level: 'error', where: 'table3.new.otherOrganization', message: '负数' },
        { level: 'error', where: 'table4.reconsideration.other', message: '不是整数' },
      ],
    },
    'a cell too few, and numbers that are not plain': {
      given: withCells(report, {
        'table2.normativeDocument.inForce': 'missing',
        'table2.coercion.decisions': { kind: 'full-width', value: 2, raw: '２' },
        'table2.administrativeFee.amountWan': { kind: 'with-unit', value: 0.37, raw: '0.37万元' },
      }),
      finds: [
        { level: 'warning', where: 'table2.normativeDocument.inForce', message: '少了1格' },
        { level: 'notice', where: 'table2.coercion.decisions', message: '全角' },
        { level: 'notice', where: 'table2.administrativeFee.amountWan', message: '单位' },
      ],
    },
  },
  notAssessable: {
    'no table at all': { ...report, tables: { table2: 'absent', table3: 'absent', table4: 'absent' } },
    'a row whose blanks were lost is said, not guessed': withCells(report, {
      'table3.closed.other.naturalPerson': 'ambiguous',
    }),
  },
});
