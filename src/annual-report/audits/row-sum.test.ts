import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { rowSum } from './row-sum.ts';

const report = sampleReport('2021');

describeAudit(rowSum, {
  passing: {
    'a balanced report': report,
    'a balanced report of the old form': sampleReport('2019'),
    'blanks that are noughts': withCells(report, {
      'table3.new.researchInstitute': 'blank',
      'table3.closed.other.total': 'dash',
    }),
  },
  failing: {
    'a wrong total': {
      given: withCells(report, { 'table3.partly-granted.total': 4 }),
      finds: [
        {
          level: 'error',
          where: 'table3.partly-granted.total',
          quote: '总计 4',
          message: '之和为3',
          suggestion: '由4改为3',
        },
      ],
    },
    'a wrong single cell: the suggestion names the one cell that mends row and column': {
      given: withCells(report, { 'table3.granted.naturalPerson': 8 }),
      finds: [{ level: 'error', where: 'table3.granted.total', suggestion: '“（一）予以公开·自然人”由8改为9' }],
    },
    'a blank that could be what is lacking is only very likely wrong': {
      given: withCells(report, { 'table3.partly-granted.enterprise': 'blank' }),
      finds: [{ level: 'warning', where: 'table3.partly-granted.total', message: '没有填写' }],
    },
    'parts that exceed the total whatever the blank may be': {
      given: withCells(report, { 'table3.partly-granted.enterprise': 'blank', 'table3.partly-granted.total': 1 }),
      finds: [{ level: 'error', where: 'table3.partly-granted.total' }],
    },
  },
  notAssessable: {
    'no table three': { ...report, tables: { ...report.tables, table3: 'absent' } },
    'a row whose blanks were lost': withCells(report, {
      'table3.closed.other.naturalPerson': 'ambiguous',
      'table3.closed.other.enterprise': 'ambiguous',
    }),
  },
});
