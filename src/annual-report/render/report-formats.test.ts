import { expect, test } from 'vitest';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { findReportFormat, reportFileName } from './report-formats.ts';

test('a file is named by its title, without what file systems refuse', () => {
  const report = sampleReport('2021');
  expect(reportFileName(report, 'docx')).toBe('示范市晴川区人民政府办公室2023年政府信息公开工作年度报告.docx');
  expect(reportFileName({ ...report, title: '../a:b\u0000 年报' }, 'pdf')).toBe('..ab年报.pdf');
  expect(reportFileName({ title: null, agency: null, year: null }, 'md')).toBe('政府信息公开工作年度报告.md');
});

test('formats are found by extension', () => {
  expect(['HTM', 'docx', 'PDF', 'doc', 'toString'].map(findReportFormat)).toEqual([
    'html',
    'docx',
    'pdf',
    undefined,
    undefined,
  ]);
});
