import type { Citation } from '../../../law/citation.ts';
import { ANSWERS, CORRECTION } from '../../../law/grounds.ts';
import type { PeriodName } from '../../../law/periods.ts';
import type { NumberSeries } from './document-number.ts';
import type { InputKey } from './letter-inputs.ts';
import type { LetterKind } from './letter-kinds.ts';

/** A part that the law demands of a letter: the fields that say it, by their names in templates. */
export type RequiredPart = {
  readonly name: string;
  readonly basis: Citation;
  readonly fields: readonly string[];
  /** `where-so`: demanded only where the record or the officer has it, such as the date of a correction. */
  readonly need: 'always' | 'where-so';
};

export type Addressee = 'applicant' | 'third-party' | 'agency';

/** What holds for a kind of letter: its title, when it is written, what the law asks of it. */
export type LetterRule = {
  readonly title: string;
  /** When it is written, in one sentence. */
  readonly when: string;
  readonly addressee: Addressee;
  /** `told`: the letter ends with the paragraph on remedies, A or B by what it rests on (remedy-paragraph.ts). */
  readonly remedy: 'none' | 'told';
  /** The series from which it takes its 文号; null where it has none. */
  readonly series: NumberSeries | null;
  readonly basis: readonly Citation[];
  /** The period that the letter names, if any. */
  readonly period: PeriodName | null;
  /** What follows in law if the addressee does nothing; for the field 法定后果. */
  readonly consequence: string | null;
  readonly inputs: readonly InputKey[];
  readonly required: readonly RequiredPart[];
};

const disclosure = (article: number, rest: Omit<Citation, 'source' | 'article'> = {}): Citation => ({
  source: 'disclosure',
  article,
  ...rest,
});
const fee = (article: number): Citation => ({ source: 'processing-fee', article });

const part = (name: string, basis: Citation, ...fields: readonly string[]): RequiredPart => ({
  name,
  basis,
  fields: fields.length === 0 ? [name] : fields,
  need: 'always',
});
const partWhereSo = (name: string, basis: Citation, ...fields: readonly string[]): RequiredPart => ({
  ...part(name, basis, ...fields),
  need: 'where-so',
});

const TELL_REMEDY: Citation = { source: 'reconsideration-rules', article: 17 };
/** Whatever rests on an article says so: the first article that a kind rests on asks for it. */
const withBasis = (basis: readonly Citation[], required: readonly RequiredPart[]): readonly RequiredPart[] =>
  basis[0] === undefined || required.some(({ fields }) => fields.includes('依据'))
    ? required
    : [...required, part('法律依据', basis[0], '依据')];
const REMEDY = part('救济告知', TELL_REMEDY);

/** What every answer says of the application. */
const asked = (basis: Citation) => [
  part('收到申请的日期', disclosure(31), '收到日期'),
  partWhereSo('收到补正的日期', disclosure(30), '补正收到日期'),
  partWhereSo('缴费的日期', fee(6), '缴费日期'),
  part('申请公开的内容', basis, '申请内容'),
];

type ReplyRule = {
  readonly title: string;
  readonly when: string;
  readonly basis: readonly Citation[];
  readonly inputs: readonly InputKey[];
  readonly required: readonly RequiredPart[];
};

const reply = ({ title, when, basis, inputs, required }: ReplyRule): LetterRule => ({
  title,
  when,
  addressee: 'applicant',
  remedy: 'told',
  series: 'reply',
  basis,
  period: null,
  consequence: null,
  inputs: [...inputs, 'attachments'],
  required: withBasis(basis, [...asked(disclosure(36)), ...required, REMEDY]),
});

type NoticeRule = Omit<LetterRule, 'addressee' | 'remedy' | 'series' | 'period' | 'consequence'> &
  Partial<Pick<LetterRule, 'addressee' | 'remedy' | 'series' | 'period' | 'consequence'>>;

const notice = (rule: NoticeRule): LetterRule => ({
  addressee: 'applicant',
  remedy: 'none',
  series: 'procedure',
  period: null,
  consequence: null,
  ...rule,
  required: withBasis(rule.basis, rule.required),
});

const SUPPLY = ['supplied', 'supplyForm', 'pages', 'howToGet'] as const satisfies readonly InputKey[];
const suppliedPart = part('提供的内容', disclosure(36, { item: 2 }));
const supplyParts = [
  suppliedPart,
  part('提供形式', disclosure(40)),
  partWhereSo('获取的方式、途径和时间', disclosure(36, { item: 2 })),
];

/** Every kind of letter. The replies' grounds and their wording stand in law/grounds.ts. */
export const LETTER_RULES = {
  'registration-receipt': notice({
    title: '政府信息公开申请登记回执',
    when: '登记收到的申请时',
    series: null,
    basis: [disclosure(31), disclosure(33, { paragraph: 2 })],
    period: 'reply',
    inputs: ['replyDueOn', 'inquiryWay'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(29, { paragraph: 2, item: 2 }), '申请内容'),
      part('登记编号', disclosure(45)),
      part('答复期限', disclosure(33, { paragraph: 2 })),
    ],
  }),
  'clarification-notice': notice({
    title: '政府信息公开申请补正告知书',
    when: '申请内容不明确时，自收到申请之日起七个工作日内，只能告知一次',
    basis: [disclosure(30)],
    consequence: '无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请',
    inputs: ['corrections', 'correctionAdvice', 'correctionDays'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(30), '申请内容'),
      part('补正事项', disclosure(30)),
      part('补正方式', disclosure(30)),
      part('补正期限', disclosure(30), '补正工作日数'),
      part('逾期不补正的后果', disclosure(30), '法定后果'),
    ],
  }),
  'extension-notice': notice({
    title: '政府信息公开申请延期答复告知书',
    when: '经政府信息公开工作机构负责人同意延长答复期限时，在原期限届满前告知',
    basis: [disclosure(33, { paragraph: 2 })],
    period: 'reply',
    inputs: ['extensionReason', 'extensionDays', 'extendedUntil'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(33, { paragraph: 2 }), '申请内容'),
      // The article asks for no reason; where one is given it is told.
      partWhereSo('延期理由', disclosure(33, { paragraph: 2 })),
      part('延长工作日数', disclosure(33, { paragraph: 2 })),
      part('延长后的答复期限', disclosure(33, { paragraph: 2 })),
    ],
  }),
  'reasons-demand': notice({
    title: '政府信息公开申请说明理由告知书',
    when: '申请的数量、频次明显超过合理范围时',
    basis: [disclosure(35)],
    consequence: '申请理由不合理的，本机关将告知不予处理',
    inputs: ['frequencyFacts', 'answerBy', 'answerWay'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(35), '申请内容'),
      part('数量频次情况', disclosure(35)),
      part('回复期限', disclosure(35)),
      part('理由不合理的后果', disclosure(35), '法定后果'),
    ],
  }),
  'deferral-notice': notice({
    title: '政府信息公开申请延迟答复告知书',
    when: '申请理由合理，但是无法在第三十三条规定的期限内答复时',
    basis: [disclosure(35)],
    inputs: ['deferralReason', 'deferredUntil'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(35), '申请内容'),
      partWhereSo('延迟理由', disclosure(35)),
      part('延迟答复期限', disclosure(35)),
    ],
  }),
  'third-party-consultation': notice({
    title: '政府信息公开征求第三方意见书',
    when: '公开会损害第三方合法权益时',
    addressee: 'third-party',
    basis: [disclosure(32)],
    period: 'third-party-opinion',
    consequence:
      '逾期未提出意见的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的内容和理由书面告知',
    inputs: ['information', 'answerWay', 'attachments'],
    required: [
      part('所涉信息', disclosure(32)),
      part('答复意见的期限', disclosure(32), '期限'),
      part('逾期不答复的后果', disclosure(32), '法定后果'),
      part('回复方式', disclosure(32)),
    ],
  }),
  'consultation-notice': notice({
    title: '政府信息公开征求意见告知书',
    when: '征求第三方或者其他机关意见时，告知申请人',
    basis: [disclosure(33, { paragraph: 3 })],
    inputs: ['consultedOn', 'consulted'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(33, { paragraph: 3 }), '申请内容'),
      part('征求意见日期', disclosure(33, { paragraph: 3 })),
      part('征求意见对象', disclosure(33, { paragraph: 3 })),
    ],
  }),
  'disclosure-decision': notice({
    title: '政府信息公开决定告知书',
    when: '决定公开涉及第三方合法权益的信息时，告知第三方',
    addressee: 'third-party',
    remedy: 'told',
    basis: [disclosure(15), disclosure(32)],
    inputs: ['information', 'consultedOn', 'opinion', 'disclosedContent', 'disclosureReasons', 'attachments'],
    required: [part('决定公开的内容', disclosure(32)), part('决定公开的理由', disclosure(32)), REMEDY],
  }),
  'agency-consultation': notice({
    title: '征求意见函',
    when: '信息由两个以上机关共同制作，牵头机关征求其他机关意见时',
    addressee: 'agency',
    basis: [disclosure(34)],
    period: 'agency-opinion',
    consequence: '逾期未提出意见的，视为同意公开',
    inputs: ['information', 'answerWay', 'attachments'],
    required: [
      part('所涉信息', disclosure(34)),
      part('答复意见的期限', disclosure(34), '期限'),
      part('逾期不答复的后果', disclosure(34), '法定后果'),
    ],
  }),
  'search-request': notice({
    title: '协办函',
    when: '需要其他单位协助查找、核实信息时，期限照常计算',
    addressee: 'agency',
    basis: [],
    inputs: ['information', 'question', 'answerBy', 'answerWay', 'attachments'],
    required: [part('请求事项', disclosure(11)), part('回复期限', disclosure(33, { paragraph: 2 }))],
  }),
  'fee-notice': notice({
    title: '政府信息公开信息处理费收费通知书',
    when: '决定收取信息处理费时，在答复期限内发出',
    basis: [disclosure(42, { paragraph: 1 }), fee(3), fee(6)],
    period: 'payment',
    consequence: '逾期未按照要求缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请',
    inputs: ['feeScale', 'feeStandard', 'feeCalculation', 'feeAmount', 'paymentWay'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', fee(6), '申请内容'),
      part('收费依据', fee(6), '依据'),
      part('收费标准', fee(6)),
      part('收费金额', fee(6)),
      part('缴纳方式', fee(6)),
      part('缴费期限', fee(6), '期限'),
      part('逾期不缴费的后果', fee(6), '法定后果'),
    ],
  }),
  granted: reply({
    title: '政府信息公开告知书',
    when: '可以公开',
    basis: ANSWERS.granted.citations,
    inputs: SUPPLY,
    required: supplyParts,
  }),
  'already-public': reply({
    title: '政府信息公开告知书',
    when: '所申请的信息已经主动公开',
    basis: ANSWERS['already-public'].citations,
    inputs: ['where'],
    required: [part('获取方式和途径', disclosure(36, { item: 1 }))],
  }),
  'partly-granted': reply({
    title: '政府信息部分公开告知书',
    when: '含有不应当公开的内容，能够作区分处理',
    basis: [disclosure(36, { item: 2 }), disclosure(37)],
    inputs: [...SUPPLY, 'passages'],
    required: [
      ...supplyParts,
      part('不予公开部分', disclosure(37)),
      part('每处不予公开的法律依据', disclosure(37), '该处依据'),
      part('每处不予公开的理由', disclosure(37), '该处理由'),
    ],
  }),
  withheld: reply({
    title: '政府信息不予公开告知书',
    when: '依照《条例》第十四条至第十六条不予公开',
    basis: [disclosure(36, { item: 3 })],
    inputs: ['ground', 'aspect', 'lawNamed', 'reasons'],
    required: [part('不予公开情形', disclosure(36, { item: 3 }), '情形'), part('理由', disclosure(36, { item: 3 }))],
  }),
  'registry-inquiry': reply({
    title: '行政查询事项告知书',
    when: '属于工商、不动产登记资料等，有关法律、行政法规对获取有特别规定',
    basis: ANSWERS['registry-inquiry'].citations,
    inputs: ['underLaw', 'inquiryPlace'],
    required: [part('适用的法律、行政法规', disclosure(36, { item: 7 }))],
  }),
  'not-existing': reply({
    title: '政府信息不存在告知书',
    when: '经检索没有所申请的信息',
    basis: ANSWERS['not-existing'].citations,
    inputs: ['searchedIn', 'searchedFor', 'searchedPeriod', 'reasons'],
    required: [
      part('检索范围', disclosure(36, { item: 4 })),
      part('检索关键词', disclosure(36, { item: 4 })),
      part('检索时段', disclosure(36, { item: 4 })),
    ],
  }),
  'not-ours': reply({
    title: '非本机关负责公开政府信息告知书',
    when: '所申请的信息不属于本机关负责公开',
    basis: ANSWERS['not-ours'].citations,
    inputs: ['reasons', 'rightAgency', 'rightAgencyContact'],
    required: [
      part('理由', disclosure(36, { item: 5 })),
      partWhereSo('负责公开的机关和联系方式', disclosure(36, { item: 5 }), '负责公开的机关', '该机关联系方式'),
    ],
  }),
  'requires-creation': reply({
    title: '没有现成信息告知书',
    when: '没有现成信息，需要加工、分析',
    basis: ANSWERS['requires-creation'].citations,
    inputs: ['reasons'],
    required: [part('理由', disclosure(38))],
  }),
  'still-unclear': reply({
    title: '补正后申请内容仍不明确告知书',
    when: '补正以后申请内容仍不明确',
    basis: ANSWERS['still-unclear'].citations,
    inputs: ['unclearPoints'],
    required: [part('仍不明确之处', disclosure(30))],
  }),
  petition: reply({
    title: '不作为政府信息公开申请处理告知书',
    when: '以申请的形式进行信访、投诉、举报等活动',
    basis: ANSWERS.petition.citations,
    inputs: ['aspect', 'reasons', 'properChannel'],
    required: [part('理由', disclosure(39, { paragraph: 1 }))],
  }),
  repeat: reply({
    title: '重复申请不予重复处理告知书',
    when: '已经答复过，又重复申请公开相同信息',
    basis: ANSWERS.repeat.citations,
    inputs: ['earlierNumber', 'earlierOn', 'reasons'],
    required: [part('前次答复文号', disclosure(36, { item: 6 })), part('前次答复日期', disclosure(36, { item: 6 }))],
  }),
  publication: reply({
    title: '公开出版物获取途径告知书',
    when: '要求提供政府公报、报刊、书籍等公开出版物',
    basis: ANSWERS.publication.citations,
    inputs: ['publication', 'where'],
    required: [part('获取方式和途径', disclosure(39, { paragraph: 2 }))],
  }),
  vexatious: reply({
    title: '政府信息公开申请不予处理告知书',
    when: '数量、频次明显超过合理范围，说明的理由不合理',
    basis: ANSWERS.vexatious.citations,
    inputs: ['frequencyFacts', 'demandedOn', 'applicantReasons', 'reasons'],
    required: [
      part('数量频次情况', disclosure(35)),
      part('要求说明理由日期', disclosure(35)),
      part('理由', disclosure(35)),
    ],
  }),
  reissue: reply({
    title: '政府信息公开申请不予处理告知书',
    when: '要求对已获取的信息予以确认或者重新出具',
    basis: ANSWERS.reissue.citations,
    inputs: ['aspect', 'reasons'],
    required: [part('理由', disclosure(2))],
  }),
  'several-findings': reply({
    title: '政府信息公开申请答复告知书',
    when: '一份申请的几项内容答复不同',
    basis: [disclosure(36)],
    inputs: [],
    required: [part('答复事项', disclosure(36))],
  }),
  'clarification-lapsed': notice({
    title: '政府信息公开申请不再处理告知书',
    when: '申请人无正当理由逾期不补正',
    remedy: 'told',
    series: 'reply',
    basis: [disclosure(30)],
    inputs: ['noticedOn', 'deadline'],
    required: [...asked(disclosure(30)), part('通知日期', disclosure(30)), part('届满日期', disclosure(30)), REMEDY],
  }),
  'fee-lapsed': notice({
    title: '政府信息公开申请不再处理告知书',
    when: '申请人逾期未按收费通知缴纳费用',
    remedy: 'told',
    series: 'reply',
    basis: [fee(6)],
    inputs: ['noticedOn', 'feeAmount', 'deadline'],
    required: [...asked(fee(6)), part('通知日期', fee(6)), part('收费金额', fee(6)), part('届满日期', fee(6)), REMEDY],
  }),
  withdrawal: notice({
    title: '政府信息公开申请终止办理告知书',
    when: '申请人书面撤回申请',
    basis: [],
    inputs: ['withdrawnOn'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('申请公开的内容', disclosure(45), '申请内容'),
      part('撤回日期', disclosure(45)),
    ],
  }),
  'record-corrected': notice({
    title: '政府信息更正结果告知书',
    when: '已经更正与申请人自身相关的记录',
    remedy: 'told',
    series: 'reply',
    basis: [CORRECTION],
    inputs: ['record', 'correctionResult', 'attachments'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('更正事项', CORRECTION),
      part('更正结果', CORRECTION),
      REMEDY,
    ],
  }),
  'record-transferred': notice({
    title: '政府信息更正结果告知书',
    when: '本机关无权更正，已转送有权更正的机关',
    remedy: 'told',
    series: 'reply',
    basis: [CORRECTION],
    inputs: ['record', 'transferredTo', 'transferredOn'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('更正事项', CORRECTION),
      part('转送机关', CORRECTION),
      part('转送日期', CORRECTION),
      REMEDY,
    ],
  }),
  'record-kept': notice({
    title: '政府信息更正结果告知书',
    when: '证据不足以证明记录不准确，不予更正',
    remedy: 'told',
    series: 'reply',
    basis: [CORRECTION],
    inputs: ['record', 'reasons'],
    required: [
      part('收到申请的日期', disclosure(31), '收到日期'),
      part('更正事项', CORRECTION),
      part('理由', CORRECTION),
      REMEDY,
    ],
  }),
} as const satisfies Record<LetterKind, LetterRule>;

/** The rule of a kind, with every field that rules have. */
export const letterRuleOf = (kind: LetterKind): LetterRule => LETTER_RULES[kind];
