import { APPLICANT_COLUMNS } from '../../law/report-form/table-three.ts';
import { withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { tables } from './tables.ts';

const report = sampleReport('2021');

describeAudit(tables, {
  passing: { 'all there': report, 'the old form': sampleReport('2019') },
  failing: {
    'a table that is a picture': {
      given: { ...report, tables: { ...report.tables, table4: 'absent' } },
      finds: [{ level: 'warning', where: 'table4', message: '没有读到表格' }],
    },
    'a row left out': {
      given: withCells(
        report,
        Object.fromEntries(APPLICANT_COLUMNS.map(column => [`table3.declined.reissue.${column}`, 'missing' as const])),
      ),
      finds: [{ level: 'warning', where: 'table3.declined.reissue', message: '缺少' }],
    },
  },
});
