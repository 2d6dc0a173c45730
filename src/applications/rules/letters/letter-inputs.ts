import type { WithholdingGround } from '../reply.ts';

/** A passage that is withheld: which, on what ground, and why (Art. 37). */
export type Passage = {
  /** What the passage is, such as 第2页第3段承包人的身份证号码; it does not say what is withheld. */
  readonly passage: string;
  readonly ground: WithholdingGround;
  /** The case that applies, of those the article names (grounds.ts); null where it names none. */
  readonly aspect: string | null;
  /** 另行依据的法律、行政法规, with its article; null for none. */
  readonly lawNamed: string | null;
  readonly reasons: string;
};

/** How an input is filled in, and by it what it holds. */
export type InputForm = 'line' | 'text' | 'number' | 'day' | 'list' | 'ground' | 'passages';

/** Something an officer, or the record, puts into a letter. `name` is the field's name in templates and the label in the form. */
export type InputFacts = { readonly name: string; readonly form: InputForm; readonly hint: string };

/** Everything that letters take in, by key. Which of it a letter takes stands in letter-rules.ts. */
export const INPUTS = {
  replyDueOn: { name: '答复期限', form: 'day', hint: '自收到申请之日起二十个工作日' },
  inquiryWay: { name: '查询方式', form: 'text', hint: '申请人怎样查询办理情况' },
  corrections: { name: '补正事项', form: 'list', hint: '一次写全需要补正的每一项' },
  correctionAdvice: { name: '补正方式', form: 'text', hint: '怎样补正，补正材料交到哪里' },
  correctionDays: { name: '补正工作日数', form: 'number', hint: '合理的补正期限，自申请人收到告知书的次日起算' },
  extensionReason: { name: '延期理由', form: 'text', hint: '为什么不能在二十个工作日内答复' },
  extensionDays: { name: '延长工作日数', form: 'number', hint: '一至二十' },
  extendedUntil: { name: '延长后的答复期限', form: 'day', hint: '延长后最迟答复的日期' },
  frequencyFacts: { name: '数量频次情况', form: 'text', hint: '一定期间内申请了多少件、哪些内容' },
  answerBy: { name: '回复期限', form: 'day', hint: '请对方最迟在哪一天回复' },
  deferralReason: { name: '延迟理由', form: 'text', hint: '为什么不能在规定期限内答复' },
  deferredUntil: { name: '延迟答复期限', form: 'day', hint: '延迟答复的合理期限' },
  information: { name: '所涉信息', form: 'text', hint: '征求意见的政府信息；不写申请人是谁' },
  question: { name: '请求事项', form: 'text', hint: '请对方做什么' },
  answerWay: { name: '回复方式', form: 'text', hint: '怎样提交意见' },
  consultedOn: { name: '征求意见日期', form: 'day', hint: '征求意见书发出的日期' },
  consulted: { name: '征求意见对象', form: 'line', hint: '如：第三方；某机关' },
  opinion: { name: '第三方意见', form: 'text', hint: '第三方提出的意见；没有答复的不填' },
  disclosedContent: { name: '决定公开的内容', form: 'text', hint: '决定公开哪些内容' },
  disclosureReasons: { name: '决定公开的理由', form: 'text', hint: '为什么公开' },
  feeScale: { name: '计收方式', form: 'line', hint: '按件计收或者按量计收' },
  feeStandard: { name: '收费标准', form: 'text', hint: '适用的档次和单价' },
  feeCalculation: { name: '计算过程', form: 'text', hint: '数量乘以单价' },
  feeAmount: { name: '收费金额', form: 'line', hint: '元' },
  paymentWay: { name: '缴纳方式', form: 'text', hint: '缴到哪里，怎样取得票据' },
  supplied: { name: '提供的内容', form: 'text', hint: '提供的是哪些信息' },
  supplyForm: { name: '提供形式', form: 'line', hint: '纸质文本、电子文件或者查阅、抄录' },
  pages: { name: '页数', form: 'number', hint: '提供的总页数' },
  howToGet: { name: '获取的方式、途径和时间', form: 'text', hint: '不随函提供的，写明怎样取得' },
  attachments: { name: '附件', form: 'list', hint: '随函附上的材料' },
  where: { name: '获取方式和途径', form: 'text', hint: '网址、栏目、标题，或者查阅地点和时间' },
  passages: { name: '不予公开部分', form: 'passages', hint: '逐处写明不予公开的内容、依据和理由' },
  ground: { name: '不予公开情形', form: 'ground', hint: '《条例》第十四条至第十六条' },
  aspect: { name: '具体情形', form: 'line', hint: '法条列举的哪一种' },
  lawNamed: { name: '所依据的法律、行政法规', form: 'line', hint: '名称和条款' },
  reasons: { name: '理由', form: 'text', hint: '结合本案情况说明' },
  underLaw: { name: '适用的法律、行政法规', form: 'line', hint: '如：《不动产登记暂行条例》第二十七条' },
  inquiryPlace: { name: '办理途径', form: 'text', hint: '到哪里、怎样办理' },
  searchedIn: { name: '检索范围', form: 'text', hint: '检索了哪些系统、档案和部门' },
  searchedFor: { name: '检索关键词', form: 'line', hint: '用了哪些关键词' },
  searchedPeriod: { name: '检索时段', form: 'line', hint: '如：2019年1月至2026年10月' },
  rightAgency: { name: '负责公开的机关', form: 'line', hint: '能够确定的，写全称' },
  rightAgencyContact: { name: '该机关联系方式', form: 'line', hint: '地址、电话' },
  unclearPoints: { name: '仍不明确之处', form: 'text', hint: '补正后哪里仍不明确' },
  properChannel: { name: '其他途径', form: 'text', hint: '信访、投诉、举报的受理渠道' },
  earlierNumber: { name: '前次答复文号', form: 'line', hint: '已经作出的答复' },
  earlierOn: { name: '前次答复日期', form: 'day', hint: '已经作出的答复' },
  publication: { name: '出版物名称', form: 'line', hint: '如：《晴川区人民政府公报》2025年第3期' },
  demandedOn: { name: '要求说明理由日期', form: 'day', hint: '说明理由告知书的日期' },
  applicantReasons: { name: '申请人的理由', form: 'text', hint: '申请人说明的理由；没有说明的不填' },
  noticedOn: { name: '通知日期', form: 'day', hint: '补正告知书或者收费通知书的日期' },
  deadline: { name: '届满日期', form: 'day', hint: '补正期限或者缴费期限的最后一日' },
  withdrawnOn: { name: '撤回日期', form: 'day', hint: '收到撤回申请书的日期' },
  record: { name: '更正事项', form: 'text', hint: '申请人请求更正哪一项记录' },
  correctionResult: { name: '更正结果', form: 'text', hint: '怎样更正' },
  transferredTo: { name: '转送机关', form: 'line', hint: '有权更正的机关全称' },
  transferredOn: { name: '转送日期', form: 'day', hint: '转送的日期' },
  about: { name: '所涉内容', form: 'line', hint: '这一项答复针对申请中的哪一项内容' },
} as const satisfies Record<string, InputFacts>;

export type InputKey = keyof typeof INPUTS;
export const INPUT_KEYS = Object.keys(INPUTS) as readonly InputKey[];

type ValueOfForm = {
  line: string;
  text: string;
  number: number;
  day: Temporal.PlainDate;
  list: readonly string[];
  ground: WithholdingGround;
  passages: readonly Passage[];
};

/** What is filled in; what is not yet is left out. */
export type LetterValues = { readonly [Key in InputKey]?: ValueOfForm[(typeof INPUTS)[Key]['form']] };
