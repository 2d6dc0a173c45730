import { ofAgency, withAdded } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { copiedScope } from './copied-scope.ts';

const report = sampleReport('2021');

describeAudit(copiedScope, {
  passing: {
    'its own work': report,
    'what the province asked for': withAdded(report, '1', '落实全省政务公开工作会议要求。'),
    'a province': ofAgency(withAdded(report, '1', '组织推动全省政府信息公开工作。'), '示范省人民政府办公厅'),
  },
  failing: {
    'a district that leads the province': {
      given: withAdded(report, '1', '组织推动全省政府信息公开工作。'),
      finds: [{ level: 'warning', where: 'section1', quote: '组织推动全省政府信息公开' }],
    },
  },
  notAssessable: { "nobody's report": { ...report, agency: null } },
});
