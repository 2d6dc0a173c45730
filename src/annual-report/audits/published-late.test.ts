import { ofAgency } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { publishedLate } from './published-late.ts';

const report = sampleReport('2021');

describeAudit(publishedLate, {
  passing: {
    'an office on 31 January': { report, publishedOn: '2024-01-31' },
    'a government on 31 March': { report: ofAgency(report, '示范市晴川区人民政府'), publishedOn: '2024-03-31' },
  },
  failing: {
    'an office on 1 February': {
      given: { report, publishedOn: '2024-02-01' },
      finds: [
        {
          level: 'error',
          where: 'report',
          quote: '2024-02-01',
          message: '应在2024年1月31日前公布，实际公开于2024年2月1日，迟了1天',
        },
      ],
    },
    'a government in April': {
      given: { report: ofAgency(report, '示范市晴川区人民政府'), publishedOn: '2024-04-09' },
      finds: [{ level: 'error', where: 'report', message: '3月31日前' }],
    },
    'a street in February: the local notice decides': {
      given: { report: ofAgency(report, '晴川区荷塘街道办事处'), publishedOn: '2024-02-20' },
      finds: [{ level: 'warning', where: 'report', message: '按惯例' }],
    },
    'before the year was over': {
      given: { report, publishedOn: '2023-12-19' },
      finds: [{ level: 'error', where: 'report', message: '12月31日才满' }],
    },
  },
  notAssessable: {
    'no day given': report,
    'no year': { report: { ...report, year: null }, publishedOn: '2024-01-31' },
  },
});
