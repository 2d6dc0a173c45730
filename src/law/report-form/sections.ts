/** The preface and the six sections of the report (条例 art. 50; form, 国办公开办函〔2021〕30号). */
export const SECTION_KEYS = ['preface', '1', '2', '3', '4', '5', '6'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
export type NumberedSection = Exclude<SectionKey, 'preface'>;

/** The exact headings of the form, with their ordinals. */
export const SECTION_HEADING = {
  '1': '一、总体情况',
  '2': '二、主动公开政府信息情况',
  '3': '三、收到和处理政府信息公开申请情况',
  '4': '四、政府信息公开行政复议、行政诉讼情况',
  '5': '五、存在的主要问题及改进情况',
  '6': '六、其他需要报告的事项',
} as const satisfies Record<NumberedSection, string>;

/** How a finding or a page names a section. */
export const SECTION_NAME = {
  preface: '前言',
  '1': '第一部分（总体情况）',
  '2': '第二部分（主动公开）',
  '3': '第三部分（依申请公开）',
  '4': '第四部分（复议诉讼）',
  '5': '第五部分（问题及改进）',
  '6': '第六部分（其他事项）',
} as const satisfies Record<SectionKey, string>;

/** Headings which the 2019 edition also allowed. */
export const SECTION_HEADING_2019_ALTERNATIVE = {
  '5': '五、政府信息公开工作存在的主要问题及改进情况',
} as const;
