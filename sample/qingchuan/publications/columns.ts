import type { ColumnType, DisclosureItemId, PlatformBlock, UpdateClass } from '../../../src/law/disclosure-items.ts';
import { PLATFORM_BLOCKS } from '../../../src/law/disclosure-items.ts';
import { getAgencyCode } from '../../../src/people/rules/agency.ts';
import { getColumnCode } from '../../../src/publishing/rules/column.ts';
import type { Column } from '../../../src/publishing/rules/column.ts';
import { SAMPLE_AGENCIES } from '../agencies.ts';

export const OFFICE = '990101-001';

type Draft = {
  readonly code: string;
  readonly parent?: string;
  readonly name: string;
  readonly description: string;
  readonly type: ColumnType;
  readonly update: UpdateClass;
  readonly item?: DisclosureItemId;
  readonly block?: PlatformBlock;
};

const block = (
  key: PlatformBlock,
  code: string,
  type: ColumnType,
  update: UpdateClass,
  description: string,
): Draft => ({
  code,
  name: PLATFORM_BLOCKS[key].title,
  description,
  type,
  update,
  block: key,
});

const below = (
  parent: string,
  item: DisclosureItemId,
  rows: readonly (readonly [code: string, name: string, type: ColumnType, update: UpdateClass, description: string])[],
): readonly Draft[] =>
  rows.map(([code, name, type, update, description]) => ({ code, parent, name, description, type, update, item }));

const OFFICE_COLUMNS: readonly Draft[] = [
  block('guide', 'gkzn', '信息公开指南', 'standing', '说明晴川区政府办公室公开哪些信息、怎样查阅、怎样提出申请'),
  block('system', 'gkzd', '政策文件', 'other', '政府信息公开条例和区政府办公室制定的公开工作制度'),
  block('statutory', 'fdzdgk', '信息公开目录', 'standing', '依法应当主动公开的各类政府信息，按条例的事项分类'),
  ...below('fdzdgk', '20.1', [
    ['gfxwj', '行政规范性文件', '政策文件', 'notices', '区政府办公室制发的行政规范性文件全文和有效性'],
    ['qtwj', '其他文件', '政策文件', 'notices', '区政府办公室印发的工作方案、通知等文件'],
    ['zcjd', '政策解读', '政策解读', 'interpretation', '对政策文件的文字、图解、问答等形式的解读'],
  ]),
  ...below('fdzdgk', '20.2', [
    ['jgzn', '机构职能', '机构职能', 'standing', '区政府办公室的职能、内设机构、办公地址和联系方式'],
    ['fzrxx', '负责人信息', '负责人信息', 'standing', '区政府办公室负责人的姓名、职务和分工'],
  ]),
  ...below('fdzdgk', '20.3', [['ghjh', '规划计划', '政策文件', 'other', '国民经济和社会发展规划、年度计划和专项规划']]),
  ...below('fdzdgk', '20.4', [
    ['tjxx', '统计信息', '数据发布', 'statistics', '晴川区国民经济和社会发展的月度、季度统计数据'],
  ]),
  ...below('fdzdgk', '20.5', [['xzxk', '行政许可', '数据发布', 'other', '行政许可事项的依据、条件、程序和办理结果']]),
  ...below('fdzdgk', '20.6', [
    ['xzcf', '行政处罚', '数据发布', 'other', '行政处罚的依据、程序和有一定社会影响的处罚决定'],
  ]),
  ...below('fdzdgk', '20.7', [['czyjs', '财政预决算', '数据发布', 'other', '部门预算、决算和“三公”经费情况']]),
  ...below('fdzdgk', '20.8', [['xzsf', '行政事业性收费', '数据发布', 'other', '行政事业性收费项目及其依据、标准']]),
  ...below('fdzdgk', '20.9', [['zfcg', '政府集中采购', '数据发布', 'other', '政府集中采购项目的目录、标准和实施情况']]),
  ...below('fdzdgk', '20.10', [['zdxm', '重大建设项目', '数据发布', 'other', '重大建设项目的批准和实施进展']]),
  ...below('fdzdgk', '20.11', [
    ['jiuye', '就业', '专题专栏', 'other', '就业创业政策、招聘活动和落实情况'],
    ['jiaoyu', '教育', '专题专栏', 'other', '义务教育招生、学校建设和教育惠民政策'],
    ['yiliao', '医疗', '专题专栏', 'other', '医疗卫生服务、医保政策和公共卫生工作'],
    ['yanglao', '养老', '专题专栏', 'other', '养老服务设施、补贴政策和落实情况'],
    ['ggwh', '公共文化', '专题专栏', 'other', '图书馆、文化馆活动安排和公共文化设施开放'],
    ['shjz', '社会救助', '专题专栏', 'other', '最低生活保障、临时救助政策和工作情况'],
  ]),
  ...below('fdzdgk', '20.12', [['yjgl', '应急管理', '政务动态', 'other', '突发事件应急预案、预警信息和应对情况']]),
  ...below('fdzdgk', '20.13', [
    ['jdjc', '监督检查', '数据发布', 'other', '环境、卫生、安全生产、食品药品的监督检查情况'],
  ]),
  ...below('fdzdgk', '20.14', [
    ['zkly', '招考录用', '数据发布', 'other', '公务员和事业单位招考的职位、条件和录用结果'],
  ]),
  block('annual-reports', 'gknb', '信息公开年报', 'other', '历年政府信息公开工作年度报告，可以查阅和下载'),
  block('on-application', 'ysqgk', '办事服务', 'standing', '提出政府信息公开申请的方式、申请表和办理进度查询'),
  {
    code: 'zfgb',
    name: '政府公报',
    description: '晴川区政府公报各期的目录、全文和下载',
    type: '政策文件',
    update: 'other',
  },
  { code: 'zwdt', name: '政务动态', description: '晴川区政府工作的重要活动和进展', type: '政务动态', update: 'news' },
  { code: 'tzgg', name: '通知公告', description: '面向公众的通知、公告、公示', type: '政务动态', update: 'notices' },
];

/** The columns of every other agency: the blocks of the platform and its news, codes with a prefix of its own. */
const othersOf = (prefix: string, name: string): readonly Draft[] => [
  block('guide', `${prefix}-gkzn`, '信息公开指南', 'standing', `说明${name}公开哪些信息、怎样查阅、怎样提出申请`),
  block('system', `${prefix}-gkzd`, '政策文件', 'other', `${name}制定的政府信息公开工作制度`),
  block('statutory', `${prefix}-fdzdgk`, '信息公开目录', 'standing', `${name}依法应当主动公开的政府信息`),
  block('annual-reports', `${prefix}-gknb`, '信息公开年报', 'other', `${name}历年政府信息公开工作年度报告`),
  block('on-application', `${prefix}-ysqgk`, '办事服务', 'standing', `向${name}提出政府信息公开申请的方式`),
  {
    code: `${prefix}-gzdt`,
    name: '工作动态',
    description: `${name}的工作进展和服务信息`,
    type: '政务动态',
    update: 'news',
  },
];

/** Prefixes of the codes of columns, by agency. */
export const PREFIXES: Readonly<Record<string, string>> = {
  '990101-002': 'jyj',
  '990101-003': 'mzj',
  '990101-004': 'czj',
  '990101-005': 'rsj',
  '990101-006': 'wjj',
  '990101-007': 'scj',
  '990101-101': 'wjjd',
  '990101-102': 'ldz',
};

const columnsOf = (agency: string, drafts: readonly Draft[]): readonly Column[] =>
  drafts.map(({ code, parent, name, description, type, update, item, block: key }, position) => ({
    code: getColumnCode(code),
    agency: getAgencyCode(agency),
    parent: parent === undefined ? null : getColumnCode(parent),
    name,
    description,
    keywords: [name, '政府信息公开'],
    type,
    updateClass: update,
    lawItem: item ?? null,
    block: key ?? null,
    position,
  }));

/** The columns of the sample district, parents before their children. */
export const SAMPLE_COLUMNS: readonly Column[] = [
  ...columnsOf(OFFICE, OFFICE_COLUMNS),
  ...SAMPLE_AGENCIES.flatMap(({ code, shortName }) => {
    const prefix = PREFIXES[code];
    return prefix === undefined ? [] : columnsOf(code, othersOf(prefix, shortName));
  }),
];
