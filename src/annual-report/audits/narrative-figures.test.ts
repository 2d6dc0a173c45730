import { NO_SECTIONS } from '../rules/report.ts';
import { ofAgency, withAdded, withCells, withProse, withReplaced } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { narrativeFigures } from './narrative-figures.ts';

const report = sampleReport('2021');
const department = ofAgency(withProse(report, { '1': null, '6': null }), '示范市晴川区教育局');
const saying = (text: string) => withProse(department, { '1': text });

describeAudit(narrativeFigures, {
  passing: {
    'prose that agrees': report,
    'prose of the old form that agrees': sampleReport('2019'),
    'a figure of the whole district in the report of one department': saying('全区共收到政府信息公开申请310件。'),
    'a figure of the year before': saying('2022年共收到政府信息公开申请31件。'),
    'received, with what was carried in': saying('共收到政府信息公开申请25件。'),
    'a cell that was not read': withCells(saying('共收到政府信息公开申请31件。'), { 'table3.new.total': 'missing' }),
  },
  failing: {
    'another number than the table': {
      given: saying('2023年，我局受理政府信息公开申请2件。'),
      finds: [
        {
          level: 'error',
          where: 'section1',
          quote: '我局受理政府信息公开申请2件',
          message: '写“2件”，表格中“一、本年新收政府信息公开申请数量·总计”为23',
          suggestion: '改为同一个数',
        },
      ],
    },
    'none is said where the table has some': {
      given: saying('2023年度，我局未收到政府信息公开申请。'),
      finds: [{ level: 'error', where: 'section1', quote: '我局未收到政府信息公开申请' }],
    },
    'a wrong part of a list': {
      given: withReplaced(report, '1', '办结23件', '办结22件'),
      finds: [{ level: 'error', where: 'section1', quote: '办结22件', message: '“（七）总计·总计”为23' }],
    },
    'in an office of a government without a word on whose figure it is': {
      given: withProse(report, { '1': '2023年，共收到政府信息公开申请310件。' }),
      finds: [{ level: 'warning', where: 'section1', message: '没有写明是本机关还是全区域' }],
    },
    'with words that were not understood': {
      given: saying('我局共收到首都来的政府信息公开申请31件。'),
      finds: [{ level: 'warning', where: 'section1', message: '请核对两处口径' }],
    },
    'in the preface': {
      given: withProse(withAdded(department, 'preface', '我局作出行政许可决定120件。'), { '1': null }),
      finds: [{ level: 'error', where: 'preface', message: '“行政许可·本年处理决定数量”为126' }],
    },
  },
  notAssessable: {
    'no prose': { ...report, sections: NO_SECTIONS },
    'no table': { ...report, tables: { table2: 'absent', table3: 'absent', table4: 'absent' } },
  },
});
