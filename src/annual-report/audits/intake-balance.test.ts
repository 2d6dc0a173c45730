import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { intakeBalance } from './intake-balance.ts';

const report = sampleReport('2021');

describeAudit(intakeBalance, {
  passing: { 'a balanced report': report, 'the old form': sampleReport('2019') },
  failing: {
    'an application that got lost': {
      given: withCells(report, { 'table3.carried-out.naturalPerson': 1, 'table3.carried-out.total': 1 }),
      finds: [
        { level: 'error', where: 'table3.naturalPerson', quote: '18+2≠18+1', message: '两边不等' },
        { level: 'error', where: 'table3.total', quote: '23+2≠23+1' },
      ],
    },
  },
  notAssessable: {
    'no table three': { ...report, tables: { ...report.tables, table3: 'absent' } },
  },
});
