import { ofAgency, withCells } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { ruleMakingPower } from './rule-making-power.ts';

const report = sampleReport('2021');
const rules = { 'table2.regulatoryRule.inForce': 6 };

describeAudit(ruleMakingPower, {
  passing: {
    'no rules counted': report,
    'the government of a city with districts': ofAgency(withCells(report, rules), '示范市人民政府'),
    'a department of the State Council': ofAgency(withCells(report, rules), '国家示范总局'),
  },
  failing: {
    'a town': {
      given: ofAgency(withCells(report, rules), '晴川区柳溪镇人民政府'),
      finds: [{ level: 'error', where: 'table2.regulatoryRule.inForce', message: '没有规章制定权' }],
    },
    'the department of a district': {
      given: ofAgency(withCells(report, { 'table2.regulatoryRule.issued': 1 }), '示范市晴川区教育局'),
      finds: [{ level: 'error', where: 'table2.regulatoryRule.issued' }],
    },
    'the department of a city': {
      given: ofAgency(withCells(report, rules), '示范市司法局'),
      finds: [{ level: 'warning', where: 'table2.regulatoryRule.inForce' }],
    },
    'rules that a district may have disclosed only (form of 2019)': {
      given: withCells(sampleReport('2019'), { 'table2.regulatoryRule.total': 6 }),
      finds: [{ level: 'warning', where: 'table2.regulatoryRule.total' }],
    },
  },
  notAssessable: { 'rules counted by nobody knows whom': { ...withCells(report, rules), agency: null } },
});
