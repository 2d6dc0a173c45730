import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { formEdition } from './form-edition.ts';

const report = sampleReport('2021');
const oldHeader = {
  table: 'table2',
  printed: '对外公开总数量',
  expected: '现行有效件数',
  variant: 'other-edition',
} as const;

describeAudit(formEdition, {
  passing: { 'the form of 2021 for 2023': report, 'the form of 2019 for 2020': sampleReport('2019') },
  failing: {
    'the form of 2019 for 2023': {
      given: { ...sampleReport('2019'), year: 2023 },
      finds: [{ level: 'error', where: 'table2', message: '应当使用2021年格式' }],
    },
    'headers of the old form in the new one': {
      given: { ...report, labels: [oldHeader] },
      finds: [{ level: 'warning', where: 'table2', quote: '对外公开总数量' }],
    },
  },
  notApplicable: { 'a year before the form': { ...report, year: 2017 } },
  notAssessable: {
    'no year': { ...report, year: null },
    'no tables': { ...report, tables: { table2: 'absent', table3: 'absent', table4: 'found' } },
  },
});
