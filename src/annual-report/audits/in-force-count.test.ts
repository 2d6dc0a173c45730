import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { inForceCount } from './in-force-count.ts';

const report = sampleReport('2021');

describeAudit(inForceCount, {
  passing: { 'more in force than issued': report, 'the old form': sampleReport('2019') },
  failing: {
    'issued and not in force': {
      given: withCells(report, { 'table2.normativeDocument.inForce': 1 }),
      finds: [{ level: 'warning', where: 'table2.normativeDocument.inForce', message: '只有1件' }],
    },
    'made, and nothing disclosed (form of 2019)': {
      given: withCells(sampleReport('2019'), {
        'table2.normativeDocument.made': 87,
        'table2.normativeDocument.disclosed': 0,
        'table2.normativeDocument.total': 0,
      }),
      finds: [{ level: 'warning', where: 'table2.normativeDocument.total' }],
    },
  },
  notAssessable: { 'no table two': { ...report, tables: { ...report.tables, table2: 'absent' } } },
});
