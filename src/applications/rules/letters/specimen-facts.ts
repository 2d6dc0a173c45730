import type { LetterDraft, LetterFacts } from './letter-facts.ts';
import { INPUTS } from './letter-inputs.ts';
import type { LetterValues } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';
import { letterRuleOf } from './letter-rules.ts';

// Invented facts on which templates are tried: persons, places and numbers do not exist.

const day = (text: string) => Temporal.PlainDate.from(text);

const OFFICE = {
  name: '示范市晴川区人民政府办公室',
  letterhead: '示范市晴川区人民政府办公室',
  numberPrefix: '晴政办',
  disclosureOffice: '区政府办公室政务公开科',
  address: '示范市晴川区望江路1号',
  postcode: '990101',
  telephone: '0990-0000101',
} as const;

const REMEDY = {
  reviewOrgan: '示范市人民政府',
  court: '示范市中级人民法院',
  onlineChannel: 'https://fuyi.example.cn',
} as const;

const APPLICATION = {
  number: '990101-001-2026-0017',
  applicants: ['江玥堃'],
  applicantKind: 'naturalPerson',
  channel: 'signed-post',
  receivedOn: day('2026-10-12'),
  clarifiedOn: null,
  paidOn: null,
  requested: '2025年晴川区老旧小区改造项目清单及资金安排的文件',
} as const satisfies LetterFacts['application'];

const SUPPLY = {
  supplied: '《2025年晴川区老旧小区改造项目清单》',
  supplyForm: '纸质文本',
  pages: 12,
  attachments: ['2025年晴川区老旧小区改造项目清单'],
} as const satisfies LetterValues;

const SEARCH = {
  searchedIn: '本机关公文办理系统、电子档案系统和政务公开科纸质档案',
  searchedFor: '老旧小区改造、项目清单、资金安排',
  searchedPeriod: '2024年1月至2026年10月',
} as const satisfies LetterValues;

const VALUES: Readonly<Record<LetterKind, LetterValues>> = {
  'registration-receipt': {
    replyDueOn: day('2026-11-06'),
    inquiryWay: '凭登记编号和查询码在本机关网站“依申请公开”栏目查询，也可以电话查询',
  },
  'clarification-notice': {
    corrections: [
      '写明所需文件的名称、文号，或者改造项目所在的街道、小区名称和改造年度',
      '写明获取信息的方式和途径：纸质或者电子文件，邮寄或者当面领取',
    ],
    correctionAdvice:
      '书面补正，交到示范市晴川区望江路1号区政府办公室政务公开科，可以邮寄、当面提交或者在原申请页面上补正',
    correctionDays: 10,
  },
  'extension-notice': {
    extensionReason: '申请公开的信息涉及多个年度的档案，需要逐卷查找、核对',
    extensionDays: 20,
    extendedUntil: day('2026-12-04'),
  },
  'reasons-demand': {
    frequencyFacts: '2026年1月至10月，您向本机关提出政府信息公开申请186件，其中142件涉及同一改造项目',
    answerBy: day('2026-10-30'),
    answerWay: '书面提交到区政府办公室政务公开科',
  },
  'deferral-notice': {
    deferralReason: '申请件数较多，需要检索的档案超过三千件',
    deferredUntil: day('2027-03-31'),
  },
  'third-party-consultation': {
    information: '你单位2025年参加望江街道改造工程投标时提交的施工组织设计（共38页）',
    answerWay: '填写所附意见回执并签章，寄送或者当面送交区政府办公室政务公开科，也可以凭验证码在本机关网站填写',
    attachments: ['征求意见回执'],
  },
  'consultation-notice': { consultedOn: day('2026-10-19'), consulted: '第三方' },
  'disclosure-decision': {
    information: '望江街道改造工程的质量检测报告',
    consultedOn: day('2026-10-19'),
    opinion: '检测报告涉及施工工艺，不同意公开',
    disclosedContent: '质量检测报告的结论和检测数据，不包括施工工艺参数',
    disclosureReasons: '检测结论关系到改造小区居民的居住安全，不公开会对公共利益造成重大影响',
  },
  'agency-consultation': {
    information: '《关于2025年老旧小区改造资金安排的通知》（晴财发〔2025〕12号）',
    answerWay: '书面回复区政府办公室政务公开科',
    attachments: ['《关于2025年老旧小区改造资金安排的通知》'],
  },
  'search-request': {
    information: '2025年晴川区老旧小区改造项目清单',
    question: '查找你单位制作或者保存的上述项目清单及其历次调整文件，并说明其中有无不应当公开的内容',
    answerBy: day('2026-10-21'),
    answerWay: '通过本系统回复',
  },
  'fee-notice': {
    feeScale: '按件计收',
    feeStandard:
      '同一申请人一个自然月内累计申请10件以下（含10件）的，不收费；11至30件（含30件）的部分，100元/件；31件以上的部分，以10件为一档，每增加一档，收费标准提高100元/件',
    feeCalculation: '10月份累计申请35件：10件×0元＋20件×100元＋5件×200元',
    feeAmount: '3000',
    paymentWay: '凭本通知书到晴川区财政局非税收入收款窗口缴纳，或者扫描所附缴款码缴纳，缴纳后取得财政票据',
  },
  granted: SUPPLY,
  'already-public': {
    where:
      '晴川区人民政府网站（https://www.example.cn）“政府信息公开”专栏“法定主动公开内容—重大建设项目”栏目，标题为《2025年晴川区老旧小区改造项目清单》，2025年4月2日发布，可以随时查阅、下载',
  },
  'partly-granted': {
    ...SUPPLY,
    supplied: '《望江街道改造工程承包合同》（区分处理后）',
    attachments: ['望江街道改造工程承包合同（区分处理后）'],
    passages: [
      {
        passage: '第2页第3行承包人法定代表人的身份证件号码和住址',
        ground: 'third-party-interest',
        aspect: '个人隐私',
        lawNamed: null,
        reasons: '该内容可以识别特定自然人，经征求意见，权利人不同意公开',
      },
      {
        passage: '第9页至第11页合同谈判的会议记录',
        ground: 'deliberative',
        aspect: '讨论记录',
        lawNamed: null,
        reasons: '该内容记载各部门在合同订立前的讨论意见，不是最终决定，没有法律、法规、规章规定应当公开',
      },
    ],
  },
  withheld: {
    ground: 'internal-affairs',
    aspect: '人事管理',
    reasons: '所申请的《2025年度干部考核登记表》是本机关对工作人员进行年度考核形成的材料，不对外产生法律效力',
  },
  'registry-inquiry': {
    underLaw: '《不动产登记暂行条例》第二十七条',
    inquiryPlace: '向示范市不动产登记中心晴川分中心申请查询',
  },
  'not-existing': { ...SEARCH, reasons: '经向区住房和城乡建设局核实，2025年没有制作该项目清单' },
  'not-ours': {
    reasons: '老旧小区改造项目清单由区住房和城乡建设局制作和保存，本机关没有制作，也没有从其他主体获取该信息',
    rightAgency: '示范市晴川区住房和城乡建设局',
    rightAgencyContact: '示范市晴川区柳堤路8号，电话0990-0000108',
  },
  'requires-creation': {
    reasons:
      '您要求按小区分别统计2015年至2025年的改造资金并说明增减原因，本机关没有这样的统计，需要从逐年的预算、决算和拨款凭证中摘录、汇总、计算',
  },
  'still-unclear': {
    unclearPoints:
      '您补正为“所有关于改造的材料”，没有写明改造项目、年度、文件名称或者文号，本机关无法确定所指向的政府信息',
  },
  petition: {
    aspect: '投诉',
    reasons:
      '您要求本机关查处改造工程中的违规行为并对责任人作出处理，是请求履行监督职责，不是请求提供本机关制作或者获取的信息',
    properChannel: '向晴川区信访局提出（示范市晴川区望江路3号，电话0990-0000120），或者登录国家信访局网上投诉平台',
  },
  repeat: {
    earlierNumber: '晴政办依复〔2026〕9号',
    earlierOn: day('2026-06-18'),
    reasons: '两次申请的描述相同，该信息此后没有变化',
  },
  publication: {
    publication: '《晴川区人民政府公报》2025年第3期',
    where: '在晴川区图书馆、晴川区档案馆和区政务服务中心免费查阅，或者在晴川区人民政府网站“政府公报”栏目下载',
  },
  vexatious: {
    frequencyFacts: '2026年1月至10月，您向本机关提出政府信息公开申请186件，其中142件涉及同一改造项目',
    demandedOn: day('2026-10-15'),
    applicantReasons: '希望督促施工单位赔偿',
    reasons: '该理由与所申请的信息没有关系，赔偿争议应当通过诉讼等途径解决',
  },
  reissue: {
    aspect: '重新出具',
    reasons: '您于2026年6月已经取得该批复的复制件，现要求本机关在复制件上重新加盖印章并注明有效',
  },
  'several-findings': { attachments: ['2025年晴川区老旧小区改造项目清单'] },
  'clarification-lapsed': { noticedOn: day('2026-10-15'), deadline: day('2026-10-29') },
  'fee-lapsed': { noticedOn: day('2026-10-15'), feeAmount: '3000', deadline: day('2026-11-12') },
  withdrawal: { withdrawnOn: day('2026-10-20') },
  'record-corrected': {
    record: '本机关保存的改造补助登记表中的姓名“江玥坤”',
    correctionResult: '改为“江玥堃”',
    attachments: ['更正后的改造补助登记表'],
  },
  'record-transferred': {
    record: '户口登记中的出生日期',
    transferredTo: '示范市公安局晴川分局',
    transferredOn: day('2026-10-16'),
  },
  'record-kept': {
    record: '改造补助登记表中的建筑面积',
    reasons: '您提供的租赁合同没有记载建筑面积，不能证明登记的面积不准确，登记的面积与不动产登记簿一致',
  },
};

const FINDINGS: LetterDraft['findings'] = [
  { kind: 'granted', values: { ...SUPPLY, about: '2025年老旧小区改造项目清单' } },
  { kind: 'not-existing', values: { ...SEARCH, about: '资金安排的文件' } },
  {
    kind: 'withheld',
    values: {
      about: '改造工程评审会的会议记录',
      ground: 'deliberative',
      aspect: '讨论记录',
      reasons: '该记录记载评审专家的讨论意见，没有法律、法规、规章规定应当公开',
    },
  },
];

/** Letters on the way go out before the reply. */
const ISSUED_ON: Partial<Record<LetterKind, Temporal.PlainDate>> = {
  'registration-receipt': day('2026-10-12'),
  'clarification-notice': day('2026-10-15'),
  'reasons-demand': day('2026-10-15'),
  'search-request': day('2026-10-14'),
  'third-party-consultation': day('2026-10-19'),
  'agency-consultation': day('2026-10-19'),
  'consultation-notice': day('2026-10-19'),
  'fee-notice': day('2026-10-15'),
  'fee-lapsed': day('2026-11-16'),
};

const RECIPIENT = {
  'third-party': { name: '示范市喆赟建设工程有限公司', isPerson: false },
  agency: { name: '示范市晴川区财政局', isPerson: false },
} as const;

function applicationOf(kind: LetterKind): LetterFacts['application'] {
  if (kind === 'still-unclear')
    return { ...APPLICATION, requested: '所有关于改造的材料', clarifiedOn: day('2026-10-26') };
  if (kind === 'petition') return { ...APPLICATION, requested: '请公开对违规施工责任人的处理结果并立即查处' };
  if (kind === 'partly-granted')
    return {
      ...APPLICATION,
      applicants: ['晴川犇翀商贸有限公司'],
      applicantKind: 'enterprise',
      channel: 'online',
      requested: '望江街道改造工程承包合同',
      paidOn: day('2026-10-22'),
    };
  if (kind === 'withheld') return { ...APPLICATION, requested: '“2025年度干部考核登记表”' };
  return APPLICATION;
}

/** Facts on which a template of the kind is tried and shown: signed, complete, served by post, but for one served online. */
export function specimenFacts(kind: LetterKind): LetterFacts {
  const { addressee, series } = letterRuleOf(kind);
  return {
    agency: OFFICE,
    remedy: REMEDY,
    application: applicationOf(kind),
    recipient: addressee === 'applicant' ? null : RECIPIENT[addressee],
    servedOnline: kind === 'partly-granted',
    documentNumber: series === null ? null : `晴政办${series === 'reply' ? '依复' : '依告'}〔2026〕17号`,
    issuedOn: ISSUED_ON[kind] ?? day('2026-11-05'),
    today: day('2026-11-05'),
    draft: { kind, values: VALUES[kind], findings: kind === 'several-findings' ? FINDINGS : [] },
  };
}

/**
 * The specimen and its like with what may come on top: a correction, a fee, service over the internet, no optional words at all, all of them. A
 * template must hold what the law demands in each.
 */
export function specimenVariants(kind: LetterKind): readonly LetterFacts[] {
  const usual = specimenFacts(kind);
  const { inputs, required } = letterRuleOf(kind);
  const demanded = new Set(required.flatMap(({ fields, need }) => (need === 'always' ? fields : [])));
  const needed = inputs.filter(key => demanded.has(INPUTS[key].name) || INPUTS[key].form === 'ground');
  const bare = Object.fromEntries(needed.map(key => [key, usual.draft.values[key]])) as LetterValues;
  const { application } = usual;
  const further = inputs.filter(key => INPUTS[key].form === 'line' || INPUTS[key].form === 'text');
  const full = Object.fromEntries(further.map(key => [key, '示例内容'])) as LetterValues;
  return [
    usual,
    { ...usual, application: { ...application, clarifiedOn: day('2026-10-26'), paidOn: day('2026-10-28') } },
    { ...usual, servedOnline: true },
    { ...usual, draft: { ...usual.draft, values: bare } },
    { ...usual, draft: { ...usual.draft, values: { ...full, ...usual.draft.values } } },
  ];
}
