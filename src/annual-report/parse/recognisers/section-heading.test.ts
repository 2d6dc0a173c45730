import { expect, test } from 'vitest';
import { findSectionHeading } from './section-heading.ts';

test.each([
  ['一、总体情况', '1'],
  ['一 、政府信息公开工作的基本概况', '1'],
  ['一、工作基本情况', '1'],
  ['一、总体要求', '1'],
  ['总体情况', '1'],
  ['## 二、主动公开政府信息情况', '2'],
  ['二、主动公开信息情况', '2'],
  ['二、行政机关主动公开政府信息情况', '2'],
  ['三、收到的处理政府信息公开申请情况', '3'],
  ['三、行政机关收到和处理政府信息公开申请情况', '3'],
  ['四、政府信息公开行政复议、行政诉讼情况', '4'],
  ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '4'],
  ['五、政府信息公开工作存在的主要问题及改进情况', '5'],
  ['六、其他需要报告的事项', '6'],
  ['第六部分 其他需要报告的事项', '6'],
  ['三、收到和處理政府信息公開申請情況', '3'],
  ['⼀、总体情况', '1'],
] as const)('%s opens section %s', (line, section) => {
  expect(findSectionHeading(line, false)?.section).toBe(section);
});

test.each([
  '四、结转下年度继续办理',
  '三、本年度办理结果',
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）主动公开情况',
  '（六）其他处理',
  '一是主动公开政府信息。',
  '本报告由总体情况、主动公开政府信息情况等六部分组成。',
  '2.其他法律行政法规禁止公开',
])('%s opens no section', line => {
  expect(findSectionHeading(line, false)).toBeUndefined();
});

test('what follows a heading in its line is its text', () => {
  expect(findSectionHeading('六、其他需要报告的事项：无。', false)).toEqual({
    section: '6',
    text: '六、其他需要报告的事项',
    rest: '无。',
  });
});
