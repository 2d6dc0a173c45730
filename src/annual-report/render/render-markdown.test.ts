import { expect, test } from 'vitest';
import { withProse } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { renderMarkdown } from './render-markdown.ts';

const printed = (prose: string) =>
  renderMarkdown(withProse(sampleReport('2021'), { '6': prose }))
    .split('## 六、其他需要报告的事项\n\n')[1]
    ?.trimEnd();

test('prose that looks like markup is escaped', () => {
  expect(printed('# 号开头')).toBe(String.raw`\# 号开头`);
  expect(printed('- 3件，\t比上年 *增加*')).toBe(String.raw`\- 3件， 比上年 \*增加\*`);
  expect(printed('<b>粗</b>、a_b、[链接](x)')).toBe(String.raw`\<b>粗\</b>、a\_b、\[链接\](x)`);
  expect(printed('1. 收费')).toBe(String.raw`1\. 收费`);
  expect(printed(String.raw`本年增\减、C:\*`)).toBe(String.raw`本年增\减、C:\\\*`);
});

test('the first row of a table has all its columns, a row ends with its last cell', () => {
  const rows = renderMarkdown(sampleReport('2019'))
    .split('\n')
    .filter(line => line.startsWith('|'));
  const widthOf = (start: string) => (rows.find(row => row.startsWith(`| ${start}`))?.split('|').length ?? 0) - 2;
  expect(['第二十条第（一）项', '（本列数据', '行政复议', '---'].map(widthOf)).toEqual([4, 10, 15, 4]);
  expect(['政府集中采购', '一、本年新收'].map(widthOf)).toEqual([3, 10]);
});
