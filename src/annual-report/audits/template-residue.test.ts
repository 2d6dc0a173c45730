import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded, withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { templateResidue } from './template-residue.ts';

const report = sampleReport('2021');

describeAudit(templateResidue, {
  passing: {
    'clean prose': report,
    'brackets, times and names in Latin letters': withAdded(
      report,
      '1',
      '窗口提供7×24小时服务，采用XML格式，落实《通知》（试行）要求。',
    ),
  },
  failing: {
    'an instruction left in': {
      given: withReplaced(report, '1', '612条', '612条（请根据实际情况填写）'),
      finds: [{ level: 'error', where: 'section1', quote: '（请根据实际情况填写）' }],
    },
    'notes of the template': {
      given: withProse(report, { '3': '编写说明:可先适当综述。', '4': '该部分以表格形式报告。表格如下：' }),
      finds: [
        { level: 'error', where: 'section3', quote: '编写说明:可先适当综述' },
        { level: 'error', where: 'section3', quote: '可先适当综述' },
        { level: 'warning', where: 'section4', quote: '该部分以表格形式报告。表格如下：' },
      ],
    },
    'place-holders': {
      given: withProse(report, { '5': '××局存在XX问题，由____负责，联系某某镇，依据报告格式>办理，【填写问题】。' }),
      finds: [
        { level: 'warning', where: 'section5', quote: '××' },
        { level: 'warning', where: 'section5', quote: 'XX' },
        { level: 'warning', where: 'section5', quote: '____' },
        { level: 'warning', where: 'section5', quote: '某某镇' },
        { level: 'warning', where: 'section5', quote: '报告格式>' },
        { level: 'warning', where: 'section5', quote: '【填写问题】' },
      ],
    },
    'a filling note in a label': {
      given: {
        ...report,
        labels: [
          { table: 'table2', printed: '采购总金额(单位:万元 保留4位小数', expected: '采购总金额', variant: 'wording' },
        ],
      },
      finds: [{ level: 'error', where: 'table2', quote: '保留4位小数' }],
    },
  },
  notAssessable: { 'no prose': { ...report, title: null, sections: NO_SECTIONS } },
});
