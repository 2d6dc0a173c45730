import { ofAgency, withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { feeUnit } from './fee-unit.ts';

const report = sampleReport('2021');

describeAudit(feeUnit, {
  passing: {
    'some ten thousand yuan': report,
    'a large sum of a whole county': ofAgency(
      withCells(report, { 'table2.administrativeFee.amountWan': 14722.49 }),
      '示范县人民政府',
    ),
  },
  failing: {
    'yuan in a column of 万元': {
      given: withCells(report, { 'table2.administrativeFee.amountWan': 251000 }),
      finds: [{ level: 'notice', where: 'table2.administrativeFee.amountWan', suggestion: '应填25.1' }],
    },
    'the unit 元 in the cell': {
      given: withCells(report, {
        'table2.administrativeFee.amountWan': { kind: 'with-unit', value: 25.1, raw: '251000元' },
      }),
      finds: [{ level: 'warning', where: 'table2.administrativeFee.amountWan', quote: '251000元' }],
    },
  },
  notApplicable: { 'the old form': sampleReport('2019') },
  notAssessable: { 'a blank cell': withCells(report, { 'table2.administrativeFee.amountWan': 'blank' }) },
});
