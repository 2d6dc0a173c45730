/** The sources this system rests on. `title` is the full name as cited; `number` the document number where it has one. */
export const SOURCES = {
  disclosure: { title: '中华人民共和国政府信息公开条例', number: '国务院令第711号' },
  'report-form-2021': { title: '中华人民共和国政府信息公开工作年度报告格式', number: '国办公开办函〔2021〕30号' },
  'report-form-2019': {
    title: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    number: '国办公开办函〔2019〕60号',
  },
  'co-defendant': { title: '关于政府信息公开工作年度报告有关统计事项的解释', number: '国办公开办函〔2016〕201号' },
  'processing-fee': { title: '政府信息公开信息处理费管理办法', number: '国办函〔2020〕109号' },
  'platform-norm': { title: '关于规范政府信息公开平台有关事项的通知', number: '国办公开办函〔2019〕61号' },
  'site-indicators': { title: '政府网站与政务新媒体检查指标', number: '国办秘函〔2019〕19号' },
  receipt: { title: '关于政府信息公开期限有关问题的解释', number: '国办公开办函〔2015〕207号' },
  delivery: { title: '关于政府信息公开处理决定送达问题的解释', number: '国办公开办函〔2016〕235号' },
  channels: { title: '关于政府信息公开申请接收渠道问题的解释', number: '国办公开办函〔2017〕19号' },
  holidays: { title: '全国年节及纪念日放假办法', number: null },
  'civil-code': { title: '中华人民共和国民法典', number: null },
  'litigation-interpretation': {
    title: '最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释',
    number: '法释〔2018〕1号',
  },
  legislation: { title: '中华人民共和国立法法', number: null },
  reconsideration: { title: '中华人民共和国行政复议法', number: null },
  litigation: { title: '中华人民共和国行政诉讼法', number: null },
  'reconsideration-rules': { title: '中华人民共和国行政复议法实施条例', number: '国务院令第499号' },
  'personal-information': { title: '中华人民共和国个人信息保护法', number: null },
  'official-documents': { title: '党政机关公文处理工作条例', number: '中办发〔2012〕14号' },
  'document-format': { title: '党政机关公文格式', number: 'GB/T 9704—2012' },
  numerals: { title: '出版物上数字用法', number: 'GB/T 15835—2011' },
  punctuation: { title: '标点符号用法', number: 'GB/T 15834—2011' },
  language: { title: '中华人民共和国国家通用语言文字法', number: null },
} as const satisfies Record<string, { title: string; number: string | null }>;

export type SourceId = keyof typeof SOURCES;

/** A place in a source: article, paragraph and item as numbers (written 第二十条第一款第（三）项), or `part` for a document without articles. */
export type Citation = {
  readonly source: SourceId;
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly part?: string;
};

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 20 → 二十, 115 → 一百一十五. Whole numbers from 1 to 999; anything else is refused with a RangeError. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999)
    throw new RangeError(`no Chinese numeral for ${String(value)}`);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const hundred = hundreds === 0 ? '' : `${DIGITS[hundreds]!}百`;
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]!}十`;
  return hundred + zero + ten + (ones === 0 ? '' : DIGITS[ones]!);
}

function placeText({ article, paragraph, item, part }: Citation): string {
  return [
    article === undefined ? '' : `第${chineseNumeral(article)}条`,
    paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`,
    item === undefined ? '' : `第（${chineseNumeral(item)}）项`,
    part ?? '',
  ].join('');
}

/** Several citations in a row: the title of a source once, its places joined by 、 and sources by 和. */
export function citationsText(citations: readonly Citation[]): string {
  const bySource = Map.groupBy(citations, ({ source }) => source);
  return [...bySource]
    .map(([source, places]) => `《${SOURCES[source].title}》${[...new Set(places.map(placeText))].join('、')}`)
    .join('和');
}

/** The citation as an official writes it: 《…条例》第二十条第（一）项, with the document number behind the title where there is one. */
export function citationText(citation: Citation): string {
  const source = SOURCES[citation.source];
  const number = source.number === null || citation.article !== undefined ? '' : `（${source.number}）`;
  return `《${source.title}》${number}${placeText(citation)}`;
}
