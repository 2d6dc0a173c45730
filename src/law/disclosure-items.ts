import type { Citation } from './citation.ts';

/** Something that Art. 20 or 21 demands to be published, as the article names it. */
export type DisclosureItem = { readonly label: string; readonly citation: Citation };

const item = (number: number, label: string): DisclosureItem => ({
  label,
  citation: { source: 'disclosure', article: 20, item: number },
});

/** 第二十条: what every agency publishes. The key is the item's number. */
export const DISCLOSURE_ITEMS = {
  '20.1': item(1, '行政法规、规章和规范性文件'),
  '20.2': item(2, '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名'),
  '20.3': item(3, '国民经济和社会发展规划、专项规划、区域规划及相关政策'),
  '20.4': item(4, '国民经济和社会发展统计信息'),
  '20.5': item(5, '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果'),
  '20.6': item(6, '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定'),
  '20.7': item(7, '财政预算、决算信息'),
  '20.8': item(8, '行政事业性收费项目及其依据、标准'),
  '20.9': item(9, '政府集中采购项目的目录、标准及实施情况'),
  '20.10': item(10, '重大建设项目的批准和实施情况'),
  '20.11': item(11, '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况'),
  '20.12': item(12, '突发公共事件的应急预案、预警信息及应对情况'),
  '20.13': item(13, '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'),
  '20.14': item(14, '公务员招考的职位、名额、报考条件等事项以及录用结果'),
  '20.15': item(15, '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息'),
} as const satisfies Record<string, DisclosureItem>;

export type DisclosureItemId = keyof typeof DISCLOSURE_ITEMS;
export const DISCLOSURE_ITEM_IDS = Object.keys(DISCLOSURE_ITEMS) as readonly DisclosureItemId[];

/** At which level an agency stands, as Art. 21 tells them apart. */
export const DISCLOSURE_LEVELS = ['county', 'township'] as const;
export type DisclosureLevel = (typeof DISCLOSURE_LEVELS)[number];

type LevelFields = { readonly label: string; readonly citation: Citation; readonly fields: readonly string[] };

/** 第二十一条: what is published besides, by level. */
export const LEVEL_FIELDS = {
  county: {
    label: '设区的市级、县级人民政府及其部门',
    citation: { source: 'disclosure', article: 21 },
    fields: ['市政建设', '公共服务', '公益事业', '土地征收', '房屋征收', '治安管理', '社会救助'],
  },
  township: {
    label: '乡（镇）人民政府',
    citation: { source: 'disclosure', article: 21 },
    fields: [
      '贯彻落实农业农村政策',
      '农田水利工程建设运营',
      '农村土地承包经营权流转',
      '宅基地使用情况审核',
      '土地征收',
      '房屋征收',
      '筹资筹劳',
      '社会救助',
    ],
  },
} as const satisfies Record<DisclosureLevel, LevelFields>;

/** 基层政务公开的试点领域, as their names stand in the standard catalogues. Local catalogues may add others. */
export const STANDARD_FIELDS = [
  '重大建设项目',
  '公共资源交易',
  '义务教育',
  '户籍管理',
  '社会救助',
  '养老服务',
  '公共法律服务',
  '财政预决算',
  '就业',
  '社会保险',
  '国土空间规划',
  '农村集体土地征收',
  '生态环境',
  '国有土地上房屋征收与补偿',
  '保障性住房',
  '农村危房改造',
  '市政服务',
  '城市综合执法',
  '涉农补贴',
  '公共文化服务',
  '卫生健康',
  '安全生产',
  '救灾',
  '食品药品监管',
  '税收管理',
  '扶贫',
] as const;

const PLATFORM: Citation = { source: 'platform-norm' };

/** The blocks of the platform in their fixed order, with 依申请公开 beside them. Titles may not be changed. */
export const PLATFORM_BLOCKS = {
  guide: { title: '政府信息公开指南', citation: PLATFORM },
  system: { title: '政府信息公开制度', citation: PLATFORM },
  statutory: { title: '法定主动公开内容', citation: PLATFORM },
  'annual-reports': { title: '政府信息公开年报', citation: PLATFORM },
  'on-application': { title: '依申请公开', citation: { source: 'disclosure', article: 28 } },
} as const satisfies Record<string, { title: string; citation: Citation }>;
export type PlatformBlock = keyof typeof PLATFORM_BLOCKS;

/** 栏目类别 of the tag ColumnType (政府网站发展指引，网页标签规范). */
export const COLUMN_TYPES = [
  '概况信息',
  '机构职能',
  '负责人信息',
  '政策文件',
  '政务动态',
  '信息公开指南',
  '信息公开目录',
  '信息公开年报',
  '数据发布',
  '政策解读',
  '回应关切',
  '办事服务',
  '咨询投诉',
  '征集调查',
  '在线访谈',
  '专题专栏',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** How long a column may stay without a new item; `standing` columns are kept right and need no news. */
export type UpdateClassRule = {
  readonly label: string;
  readonly within: { readonly length: number; readonly unit: 'day' | 'month' } | null;
  readonly citation: Citation;
};

const indicator = (part: string): Citation => ({ source: 'site-indicators', part });

export const UPDATE_CLASSES = {
  news: { label: '动态、要闻类', within: { length: 14, unit: 'day' }, citation: indicator('单项否决“栏目不更新”') },
  notices: {
    label: '通知公告、政策文件类',
    within: { length: 6, unit: 'month' },
    citation: indicator('单项否决“栏目不更新”'),
  },
  interpretation: {
    label: '政策解读类',
    within: { length: 6, unit: 'month' },
    citation: indicator('扣分指标“解读回应”'),
  },
  statistics: {
    label: '办事统计数据类',
    within: { length: 3, unit: 'month' },
    citation: indicator('扣分指标“办事服务”'),
  },
  other: {
    label: '其他应更新的栏目',
    within: { length: 12, unit: 'month' },
    citation: indicator('单项否决“栏目不更新”'),
  },
  standing: { label: '长期公开类', within: null, citation: { source: 'disclosure', article: 12 } },
} as const satisfies Record<string, UpdateClassRule>;
export type UpdateClass = keyof typeof UPDATE_CLASSES;
export const UPDATE_CLASS_NAMES = Object.keys(UPDATE_CLASSES) as readonly UpdateClass[];
