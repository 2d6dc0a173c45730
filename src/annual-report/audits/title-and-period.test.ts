import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded, withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { titleAndPeriod } from './title-and-period.ts';

const report = sampleReport('2021');

describeAudit(titleAndPeriod, {
  passing: {
    'one year, one agency': report,
    'the old form': sampleReport('2019'),
    'last year compared with, next year planned': withAdded(
      report,
      '1',
      '2022年同比增长3%。与2022年相比有所增加。2024年，将继续做好公开工作。',
    ),
    'a campaign of some months': withAdded(report, '1', '2023年1月1日至10月31日开展专项清理。'),
    'problems of the year before': withAdded(report, '5', '2022年存在的问题已经整改。'),
    'a title in two lines': { ...report, title: '示范市晴川区人民政府办公室 2023 年政府信息公开工作年度报告' },
  },
  failing: {
    'the period of another year': {
      given: withReplaced(report, 'preface', '自2023年1月1日起至2023年12月31日', '自2022年1月1日起至2022年12月31日'),
      finds: [{ level: 'error', where: 'preface', message: '报告年份是2023年' }],
    },
    'a period that stops in October': {
      given: withReplaced(report, 'preface', '2023年12月31日', '10月31日'),
      finds: [{ level: 'error', where: 'preface', message: '10月31日' }],
    },
    "last year's prose": {
      given: withProse(report, { '1': '2022年，本机关发布信息94条。按要求做好平台建设。' }),
      finds: [{ level: 'warning', where: 'section1', quote: '2022年' }],
    },
    'no period': {
      given: withReplaced(report, 'preface', '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。', ''),
      finds: [{ level: 'notice', where: 'preface', message: '没有写明统计期限' }],
    },
    "one sentence of last year amid this year's": {
      given: withAdded(report, '1', '2022年，我办共接收申请3件。'),
      finds: [{ level: 'notice', where: 'section1', quote: '2022年' }],
    },
    'an overview that opens with the year before': {
      given: withProse(report, { '1': '2022年，本机关认真落实条例，做好各项公开工作。2023年，发布信息94条。' }),
      finds: [{ level: 'notice', where: 'section1', quote: '2022年' }],
    },
    'a title of another year than the data': {
      given: { ...report, year: 2022, sections: { ...report.sections, preface: '', '1': '' } },
      finds: [{ level: 'warning', where: 'title', message: '2022年' }],
    },
    'a torn date': {
      given: withReplaced(report, 'preface', '2023年12月31日', '202312月31日'),
      finds: [{ level: 'warning', where: 'preface', quote: '202312月31日' }],
    },
    '年度 twice, no year, another agency': {
      given: { ...report, title: '示范市晴川区民政局政府信息公开年度工作年度报告' },
      finds: [
        { level: 'warning', where: 'title', message: '没有写年份' },
        { level: 'warning', where: 'title', message: '标题的机关“示范市晴川区民政局”' },
        { level: 'notice', where: 'title', message: '重复' },
        { level: 'notice', where: 'title', message: '不一致' },
      ],
    },
    "the neighbour's text": {
      given: withProse(report, {
        preface: '现公布示范市云岭区2023年政府信息公开工作年度报告，统计期限自2023年1月1日起至12月31日止。',
      }),
      finds: [{ level: 'warning', where: 'preface', quote: '云岭区' }],
    },
  },
  notAssessable: {
    'nothing but tables': { ...report, title: null, sections: NO_SECTIONS },
    'no title': { ...report, title: null },
  },
});
