import { ofAgency, withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { previousSampleReport, sampleReport } from '../../../test/reports/sample-report.ts';
import { carryOver } from './carry-over.ts';

const report = sampleReport('2021');
const previous = previousSampleReport();

describeAudit(carryOver, {
  passing: { 'what was carried out is carried in': { report, previous } },
  failing: {
    'one application lost between the years': {
      given: {
        report,
        previous: withCells(previous, { 'table3.carried-out.naturalPerson': 3, 'table3.carried-out.total': 3 }),
      },
      finds: [
        { level: 'error', where: 'table3.carried-in.naturalPerson', message: '上年报告的结转下年度继续办理是3件' },
        { level: 'error', where: 'table3.carried-in.total' },
      ],
    },
    'a blank last year is not certain': {
      given: { report, previous: withCells(previous, { 'table3.carried-out.naturalPerson': 'blank' }) },
      finds: [{ level: 'warning', where: 'table3.carried-in.naturalPerson' }],
    },
  },
  notApplicable: {
    'a report of another year': { report, previous: { ...previous, year: 2021 } },
    'a report of another agency': { report, previous: ofAgency(previous, '示范市晴川区民政局') },
  },
  notAssessable: {
    'no report of last year': report,
    'last year has no table three': {
      report,
      previous: { ...previous, tables: { ...previous.tables, table3: 'absent' } },
    },
  },
});
