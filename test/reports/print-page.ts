import type { Layout } from './layouts.ts';
import type { PrintedReport } from './printed-report.ts';
import { HEADINGS } from './printed-report.ts';
import type { Random } from './random-source.ts';

const BEFORE = [
  '首页',
  '政务公开',
  '您当前的位置：首页 > 政务公开 > 政府信息公开年报',
  '发布时间：2024-01-20 10:21    来源：晴川区    浏览次数：126',
  '【字体：大 中 小】',
];
const AFTER = [
  '上一篇：没有了',
  '下一篇：晴川区水务局年报',
  '打印本页 关闭窗口',
  '主办单位：晴川区人民政府办公室',
  '网站标识码：9901010001',
];
const PREFACE =
  '本报告按照《中华人民共和国政府信息公开条例》的要求编制，数据统计期限为当年1月1日至12月31日。如有疑问，请与本机关联系。';
const OVERVIEW = [
  '一年来，晴川湖畔的各个窗口照常开门，全年公开信息125条，办理申请若干件。',
  '（一）主动公开。规章、行政规范性文件和行政许可事项均在网站公布，共更新栏目18个。',
  '（二）监督保障。举办培训2次，参加人员30人。',
];
const BEFORE_TABLE = '本部分以表格形式公布，共涉及3类事项，详见下表。';

/** The whole page: navigation, title, prose, the tables in the layouts given, and the page's end. */
export function printPage(
  report: PrintedReport,
  layouts: readonly [Layout, Layout, Layout],
  random: Random,
  noisy: boolean,
): string {
  const [two, three, four] = report.tables;
  const noise = (lines: readonly string[]) => (noisy ? lines : []);
  const intro = noisy && random.chance(0.5) ? [BEFORE_TABLE, '单位：件'] : [];
  return [
    ...noise(BEFORE),
    `${report.agency}${report.year}年政府信息公开工作年度报告`,
    PREFACE,
    HEADINGS['1'],
    ...OVERVIEW,
    HEADINGS['2'],
    ...intro,
    layouts[0].print(two!, random),
    HEADINGS['3'],
    ...intro,
    layouts[1].print(three!, random),
    HEADINGS['4'],
    layouts[2].print(four!, random),
    HEADINGS['5'],
    '存在的问题是更新不够及时。下一步将逐项改进，安排专人每月核对1次。',
    HEADINGS['6'],
    '本年度未收取信息处理费。',
    ...noise(AFTER),
  ].join('\n');
}
