import type { CatalogueEntry } from '../../../src/publishing/rules/catalogue/catalogue-entry.ts';
import { readDeadline } from '../../../src/publishing/rules/catalogue/deadline.ts';

/** An entry of the sample's catalogue, and where in the sample the items stand that fulfil it. */
export type SampleEntry = {
  readonly entry: CatalogueEntry;
  readonly fulfilledBy: { readonly column: string; readonly titleHas: RegExp } | null;
};

const ON_FORMATION = '自信息形成或者变更之日起20个工作日内';
const WEBSITE = ['政府网站', '公开查阅点'] as const;
const LOCAL = ['政府网站', '两微一端', '社区/企事业单位/村公示栏（电子屏）'] as const;

type Line = {
  readonly first: string;
  readonly second: string;
  readonly elements: string;
  readonly basis?: string;
  readonly deadline?: string;
  readonly publisher?: string;
  readonly some?: true;
  readonly levels?: CatalogueEntry['levels'];
  readonly channels?: readonly string[];
  readonly from?: readonly [column: string, titleHas: RegExp];
};
type Field = {
  readonly field: string;
  readonly publisher: string;
  readonly basis: string;
  readonly lines: readonly Line[];
};

const FIELDS: readonly Field[] = [
  {
    field: '重大建设项目',
    publisher: '区政府办公室',
    basis: '《政府信息公开条例》、国办发〔2017〕94号',
    lines: [
      {
        first: '批准服务信息',
        second: '批准结果信息',
        elements: '项目名称、批准单位、批复时间、文号、批复内容',
        from: ['zdxm', /批准结果/],
      },
      {
        first: '批准结果信息',
        second: '环境影响评价审批',
        elements: '环评审批决定、项目概况、主要环境影响和对策',
        publisher: '市生态环境局晴川分局',
      },
      {
        first: '施工有关信息',
        second: '建设进展',
        elements: '项目名称、进展、完成投资、下一步安排',
        from: ['zdxm', /进展情况/],
      },
      { first: '施工有关信息', second: '重大设计变更', elements: '变更内容、原因、批准单位', deadline: '及时公开' },
    ],
  },
  {
    field: '公共资源交易',
    publisher: '区财政局',
    basis: '《政府采购法》、国办发〔2015〕63号',
    lines: [
      {
        first: '政府采购',
        second: '采购项目公告',
        elements: '项目名称、预算、资格条件、时间和地点',
        deadline: '自信息形成之日起2个工作日内',
        from: ['zfcg', /采购项目公告/],
      },
      {
        first: '政府采购',
        second: '采购结果公告',
        elements: '中标供应商、中标金额、评审专家',
        deadline: '自信息形成之日起2个工作日内',
        from: ['zfcg', /结果公告/],
      },
    ],
  },
  {
    field: '义务教育',
    publisher: '区教育局',
    basis: '《义务教育法》、《政府信息公开条例》',
    lines: [
      {
        first: '招生管理',
        second: '招生服务问答',
        elements: '招生对象、范围、办法、咨询电话',
        deadline: '每年6月30日前',
        from: ['jiaoyu', /招生服务/],
      },
      {
        first: '教育概况',
        second: '学校建设和维修',
        elements: '学校名称、项目内容、完成时间',
        from: ['jiaoyu', /校舍维修/],
      },
      { first: '学生管理', second: '课后服务', elements: '服务时间、内容、收费依据', from: ['jiaoyu', /课后服务/] },
      {
        first: '政策文件',
        second: '校车安全管理',
        elements: '标题、文号、发文机关、发文日期、全文及有效性',
        publisher: '区政府办公室',
        from: ['gfxwj', /校车安全/],
      },
    ],
  },
  {
    field: '社会救助',
    publisher: '区民政局',
    basis: '《社会救助暂行办法》',
    lines: [
      {
        first: '综合业务',
        second: '临时救助政策',
        elements: '标题、文号、发文机关、发文日期、全文及有效性',
        publisher: '区政府办公室',
        from: ['gfxwj', /临时救助/],
      },
      {
        first: '最低生活保障',
        second: '保障工作情况',
        elements: '保障户数、人数、资金支出',
        deadline: ON_FORMATION,
        from: ['shjz', /最低生活保障/],
      },
      {
        first: '最低生活保障',
        second: '审核确认公示',
        elements: '申请人姓名、家庭人数、拟保障金额',
        deadline: '公示7个工作日',
        publisher: '各街道办事处、镇人民政府',
        some: true,
        levels: ['township'],
        channels: LOCAL,
      },
      { first: '临时救助', second: '资金发放情况', elements: '救助人次、支出金额', from: ['shjz', /临时救助/] },
      {
        first: '医疗救助',
        second: '困难群众医疗救助政策',
        elements: '标题、文号、全文及有效性',
        publisher: '区政府办公室',
        from: ['gfxwj', /医疗救助/],
      },
    ],
  },
  {
    field: '养老服务',
    publisher: '区民政局',
    basis: '《老年人权益保障法》、《养老机构管理办法》',
    lines: [
      {
        first: '养老服务业务',
        second: '助餐服务',
        elements: '助餐点名称、地址、价格、补贴办法',
        deadline: '每季度公开',
        from: ['yanglao', /老年食堂/],
      },
      {
        first: '养老服务业务',
        second: '居家适老化改造',
        elements: '改造内容、对象、补贴标准',
        from: ['yanglao', /适老化改造/],
      },
      {
        first: '养老服务业务',
        second: '养老机构和床位',
        elements: '机构名称、床位数、联系方式',
        deadline: '长期公开',
        from: ['yanglao', /床位/],
      },
      {
        first: '行业管理',
        second: '老年人补贴申领',
        elements: '申领条件、标准、材料、办理时限',
        deadline: ON_FORMATION,
        levels: ['county', 'township'],
        publisher: '区民政局、各街道办事处、镇人民政府',
      },
    ],
  },
  {
    field: '财政预决算',
    publisher: '区财政局',
    basis: '《预算法》、财预〔2016〕143号',
    lines: [
      {
        first: '政府预算',
        second: '政府预算报告',
        elements: '一般公共预算、政府性基金预算、国有资本经营预算',
        deadline: '批准后20日内',
      },
      {
        first: '部门预决算',
        second: '部门预算执行',
        elements: '收支情况、“三公”经费、机关运行经费',
        publisher: '区政府办公室',
        from: ['czyjs', /预算执行/],
      },
      {
        first: '部门预决算',
        second: '财政资金使用',
        elements: '资金名称、分配结果、使用情况',
        publisher: '区政府办公室',
        from: ['czyjs', /资金使用/],
      },
    ],
  },
  {
    field: '就业',
    publisher: '区人社局',
    basis: '《就业促进法》、《人力资源市场暂行条例》',
    lines: [
      {
        first: '就业信息服务',
        second: '招聘活动',
        elements: '活动时间、地点、招聘单位、岗位',
        deadline: '每季度公开',
        from: ['jiuye', /招聘活动/],
      },
      {
        first: '就业信息服务',
        second: '职业培训信息',
        elements: '培训项目、对象、内容、课时、补贴标准',
        deadline: '每半年公开',
        from: ['jiuye', /职业技能培训/],
      },
      {
        first: '就业援助',
        second: '高校毕业生就业补贴',
        elements: '补贴对象、条件、标准、办理流程',
        from: ['jiuye', /就业补贴/],
      },
      {
        first: '就业信息服务',
        second: '人力资源机构名录',
        elements: '机构名称、地址、联系电话、许可证号',
        deadline: '按照有关规定',
      },
    ],
  },
  {
    field: '公共文化服务',
    publisher: '区政府办公室',
    basis: '《公共文化服务保障法》',
    lines: [
      {
        first: '公共文化设施',
        second: '免费开放安排',
        elements: '设施名称、开放时间、服务项目、收费标准',
        deadline: '每季度公开',
        from: ['ggwh', /免费开放/],
      },
      {
        first: '公共文化活动',
        second: '群众文化活动',
        elements: '活动名称、时间、地点、参加办法',
        deadline: '每半年公开',
        from: ['ggwh', /文艺演出|读书分享/],
      },
      {
        first: '政策文件',
        second: '公共图书馆服务',
        elements: '标题、文号、全文及有效性',
        from: ['gfxwj', /公共图书馆/],
      },
    ],
  },
  {
    field: '卫生健康',
    publisher: '区卫健局',
    basis: '《基本医疗卫生与健康促进法》',
    lines: [
      {
        first: '公共卫生服务',
        second: '家庭医生签约服务',
        elements: '服务内容、团队、签约办法',
        from: ['yiliao', /家庭医生/],
      },
      { first: '公共卫生服务', second: '健康知识讲座', elements: '时间、地点、主题', from: ['yiliao', /健康知识/] },
      {
        first: '行政许可',
        second: '医疗机构执业登记',
        elements: '事项名称、依据、条件、程序、结果',
        deadline: '自作出决定之日起7个工作日内',
      },
    ],
  },
  {
    field: '安全生产',
    publisher: '区政府办公室',
    basis: '《安全生产法》',
    lines: [
      {
        first: '监督检查',
        second: '安全生产检查情况',
        elements: '检查对象、发现的问题、整改情况',
        from: ['jdjc', /安全生产/],
      },
      { first: '应急管理', second: '应急演练情况', elements: '演练时间、科目、参加单位', from: ['yjgl', /应急演练/] },
    ],
  },
  {
    field: '救灾',
    publisher: '区政府办公室',
    basis: '《自然灾害救助条例》',
    lines: [
      {
        first: '灾害预警',
        second: '汛期安全提示',
        elements: '预警级别、影响范围、防范措施',
        deadline: '实时公开',
        from: ['yjgl', /汛期/],
      },
      {
        first: '灾后救助',
        second: '救灾物资和资金发放',
        elements: '物资、资金的来源、标准、发放结果',
        publisher: '各街道办事处、镇人民政府',
        levels: ['township'],
      },
    ],
  },
  {
    field: '食品药品监管',
    publisher: '区市场监管局',
    basis: '《食品安全法》、《食品安全抽样检验管理办法》',
    lines: [
      {
        first: '食品药品监督检查',
        second: '食品安全监督抽检情况',
        elements: '抽检产品、生产企业、检验结果、不合格项目',
        from: ['jdjc', /食品安全/],
      },
      {
        first: '行政处罚',
        second: '行政处罚决定',
        elements: '当事人、违法事实、依据、处罚内容',
        deadline: '自作出决定之日起7个工作日内',
        from: ['xzcf', /行政处罚/],
      },
    ],
  },
  {
    field: '统计',
    publisher: '区政府办公室',
    basis: '《统计法》',
    lines: [
      {
        first: '统计数据',
        second: '主要经济指标',
        elements: '指标名称、数值、增速、口径说明',
        deadline: '每季度终了后20个工作日内',
        from: ['tjxx', /主要经济指标/],
      },
      {
        first: '统计数据',
        second: '居民消费价格',
        elements: '价格指数、变动幅度',
        deadline: '每季度公开',
        from: ['tjxx', /消费价格/],
      },
    ],
  },
];

const entryOf = ({ field, publisher, basis }: Field, line: Line, at: number): CatalogueEntry => {
  const deadlineText = line.deadline ?? ON_FORMATION;
  return {
    field,
    line: at + 1,
    firstItem: line.first,
    secondItem: line.second,
    elements: line.elements,
    basis: line.basis ?? basis,
    deadlineText,
    deadline: readDeadline(deadlineText),
    publisher: line.publisher ?? publisher,
    channels: line.channels ?? WEBSITE,
    audience: line.some === true ? 'some' : 'everyone',
    ways: ['proactive'],
    levels: line.levels ?? ['county'],
  };
};

/** The catalogue that the sample district has adopted: some fields of the twenty-six, and one that counties have added since. */
export const SAMPLE_CATALOGUE: readonly SampleEntry[] = FIELDS.flatMap(field =>
  field.lines.map((line, at) => ({
    entry: entryOf(field, line, at),
    fulfilledBy: line.from === undefined ? null : { column: line.from[0], titleHas: line.from[1] },
  })),
);
