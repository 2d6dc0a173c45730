import type { ConsultedParty } from '../../src/applications/store/consultation.store.ts';
import type { Applicant, SupplyForm, SupplyRoute } from '../../src/applications/rules/applicant.ts';
import type { Confirmation, DeliveryMethod, Opinion } from '../../src/applications/rules/application-log.ts';
import type { Channel } from '../../src/applications/rules/channel.ts';
import type { LetterValues } from '../../src/applications/rules/letters/letter-inputs.ts';
import type { LetterKind } from '../../src/applications/rules/letters/letter-kinds.ts';

// Applicants, third parties and what they ask for are invented. The three applications of 2023 make the figures of the published report.

/** A day by its date, or so many working days before the day on which the sample is loaded: open files stay fresh. */
export type SampleDay = string | number;

/** How far a letter has come: everything up to there is done by the officers whose turn it is. */
export type LetterProgress = 'drafted' | 'in-review' | 'signed' | 'dispatched' | 'delivered';

export type SampleStep = { readonly on: SampleDay } & (
  | { readonly kind: 'confirm'; readonly how: Confirmation }
  | { readonly kind: 'attempt'; readonly how: Confirmation; readonly remark: string }
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'letter';
      readonly letter: LetterKind;
      readonly values: LetterValues;
      readonly to?: Omit<ConsultedParty, 'matter'> & { readonly isPerson: boolean };
      readonly progress: LetterProgress;
      readonly method?: DeliveryMethod;
      readonly tracking?: string;
      readonly deliveredOn?: SampleDay;
    }
  | { readonly kind: 'opinion'; readonly opinion: Opinion; readonly text: string }
  | { readonly kind: 'clarified'; readonly text: string }
  | {
      readonly kind: 'search';
      readonly unit: string;
      readonly unitName: string;
      readonly question: string;
      readonly dueOn: SampleDay;
    }
  | { readonly kind: 'found'; readonly found: boolean; readonly result: string }
  | { readonly kind: 'extend'; readonly workingDays: number; readonly reason: string }
  | { readonly kind: 'pay'; readonly receiptNumber: string }
  | { readonly kind: 'lapse-clarification' | 'lapse-fee' | 'promote' }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'split'; readonly descriptions: readonly string[]; readonly reason: string }
  | { readonly kind: 'archive'; readonly volume: string }
  | { readonly kind: 'satisfaction'; readonly score: 1 | 2 | 3 | 4 | 5 }
);

export type SampleLife = {
  readonly agency?: string;
  readonly lodgedOn: SampleDay;
  readonly channel: Channel;
  readonly applicant: Applicant;
  readonly description: string;
  readonly title?: string;
  readonly supply?: readonly [SupplyForm, SupplyRoute];
  readonly steps: readonly SampleStep[];
};

const person = (name: string, number: string, place: string): Applicant => ({
  kind: 'naturalPerson',
  name,
  identityDocument: 'resident-identity-card',
  identityNumber: number,
  employer: null,
  contact: { telephone: '000-00000000', address: `示范市晴川区${place}`, postcode: '990101', email: null },
});

const organization = (
  kind: Exclude<Applicant['kind'], 'naturalPerson'>,
  name: string,
  legalRepresentative: string,
  contactPerson: string,
): Applicant => ({
  kind,
  name,
  creditCode: null,
  legalRepresentative,
  contactPerson,
  contact: { telephone: '000-00000000', address: '示范市晴川区云锦路18号', postcode: '990101', email: null },
});

const SU = person('苏晓棠', '990101199003070021', '柳堤路8号');
const HAN = person('韩予舟', '990101198507120013', '望江路77号');
const MENG = person('孟听雨', '990101197811230048', '竹影巷3号');
const JIANG = person('姜叙白', '990101196402180017', '晚枫小区12栋');
const ZHUO = person('卓清岚', '990101199910050025', '云锦路5号');
const LU = person('陆知微', '990101198802290042', '柳堤镇东街1号');
const FIRM = organization('enterprise', '示范市晴川青梧建材有限公司', '易承泽', '叶流萤');
const LAW_FIRM = organization('legalService', '示范市衡舟律师事务所', '温既明', '温既明');
const INSTITUTE = organization('researchInstitute', '示范市城乡发展研究院', '席慕之', '路遥知');

const day = (text: string) => Temporal.PlainDate.from(text);

const answered = (
  on: SampleDay,
  letter: LetterKind,
  values: LetterValues,
  tracking: string,
  deliveredOn: SampleDay,
): SampleStep => ({ on, kind: 'letter', letter, values, progress: 'delivered', method: 'post', tracking, deliveredOn });

const CIVIL_AFFAIRS = {
  reasons: '所申请的信息由区民政局在履行职责过程中制作、保存',
  rightAgency: '示范市晴川区民政局',
  rightAgencyContact: '示范市晴川区望江路1号3号楼，电话0990-0000303',
} as const;

const OF_2023: readonly SampleLife[] = [
  {
    lodgedOn: '2023-03-14',
    channel: 'in-person',
    applicant: SU,
    description: '2022年全区城乡低保对象的审核标准和人数',
    steps: [
      { on: '2023-03-14', kind: 'assign', to: 'gu.wenlan' },
      answered('2023-03-24', 'not-ours', CIVIL_AFFAIRS, 'XA00000000199', '2023-03-27'),
      { on: '2023-04-20', kind: 'archive', volume: '2023-依申请-1' },
    ],
  },
  {
    lodgedOn: '2023-06-08',
    channel: 'online',
    applicant: HAN,
    description: '望江路小学2023年招生划片的调整方案',
    steps: [
      { on: '2023-06-09', kind: 'confirm', how: 'telephone' },
      { on: '2023-06-09', kind: 'assign', to: 'gu.wenlan' },
      answered(
        '2023-06-28',
        'not-ours',
        {
          reasons: '义务教育招生方案由区教育局制定并公布',
          rightAgency: '示范市晴川区教育局',
          rightAgencyContact: '示范市晴川区望江路1号2号楼，电话0990-0000202',
        },
        'XA00000000299',
        '2023-06-30',
      ),
      { on: '2023-07-03', kind: 'satisfaction', score: 4 },
      { on: '2023-07-20', kind: 'archive', volume: '2023-依申请-2' },
    ],
  },
  {
    lodgedOn: '2023-09-20',
    channel: 'signed-post',
    applicant: MENG,
    description: '晴川区2022年度困难家庭大学生资助名册的汇总情况',
    steps: [
      { on: '2023-09-20', kind: 'assign', to: 'lin.shouyi' },
      answered('2023-10-18', 'not-ours', CIVIL_AFFAIRS, 'XA00000000399', '2023-10-20'),
      { on: '2023-11-15', kind: 'archive', volume: '2023-依申请-3' },
    ],
  },
];

const OF_2024: readonly SampleLife[] = [
  {
    lodgedOn: '2024-02-26',
    channel: 'in-person',
    applicant: FIRM,
    description: '晴川区建筑垃圾消纳场布点规划（2023年）',
    steps: [
      { on: '2024-02-26', kind: 'assign', to: 'gu.wenlan' },
      answered(
        '2024-03-08',
        'granted',
        {
          supplied: '《晴川区建筑垃圾消纳场布点规划（2023年）》全文',
          supplyForm: '纸质文本',
          pages: 18,
          attachments: ['晴川区建筑垃圾消纳场布点规划（2023年）'],
        },
        'XA00000000499',
        '2024-03-11',
      ),
      { on: '2024-03-12', kind: 'satisfaction', score: 5 },
      { on: '2024-04-10', kind: 'archive', volume: '2024-依申请-1' },
    ],
  },
  {
    lodgedOn: '2024-04-22',
    channel: 'online',
    applicant: ZHUO,
    description: '晴川区关于老旧小区改造的文件',
    supply: ['electronic', 'online'],
    steps: [
      { on: '2024-04-22', kind: 'confirm', how: 'online' },
      { on: '2024-04-23', kind: 'assign', to: 'gu.wenlan' },
      {
        on: '2024-04-26',
        kind: 'letter',
        letter: 'clarification-notice',
        values: {
          corrections: ['写明所需文件的名称、文号，或者年度和内容'],
          correctionAdvice: '在查询页面上补正，或者书面寄送示范市晴川区望江路1号区政府办公室政务公开科',
          correctionDays: 10,
        },
        progress: 'delivered',
        method: 'electronic',
      },
      { on: '2024-05-08', kind: 'clarified', text: '需要2023年印发的晴川区城镇老旧小区改造实施方案' },
      {
        on: '2024-05-22',
        kind: 'letter',
        letter: 'already-public',
        values: { where: '晴川区政府门户网站“政策文件”栏目，标题为《晴川区城镇老旧小区改造实施方案》' },
        progress: 'delivered',
        method: 'electronic',
      },
      { on: '2024-06-20', kind: 'archive', volume: '2024-依申请-2' },
    ],
  },
  {
    lodgedOn: '2024-07-03',
    channel: 'signed-post',
    applicant: LAW_FIRM,
    description: '柳堤河二期整治工程施工合同',
    steps: [
      { on: '2024-07-03', kind: 'assign', to: 'lin.shouyi' },
      {
        on: '2024-07-08',
        kind: 'letter',
        letter: 'third-party-consultation',
        values: {
          information: '柳堤河二期整治工程施工合同',
          answerWay: '书面寄送示范市晴川区望江路1号区政府办公室政务公开科',
        },
        to: {
          name: '示范市栖霞水务工程有限公司',
          isPerson: false,
          contact: '000-00000001',
          address: '示范市晴川区云锦路60号',
        },
        progress: 'delivered',
        method: 'post',
        tracking: 'XA00000000599',
        deliveredOn: '2024-07-10',
      },
      {
        on: '2024-07-24',
        kind: 'opinion',
        opinion: 'consents-in-part',
        text: '同意公开合同主文，工料单价属于商业秘密，不同意公开。',
      },
      answered(
        '2024-08-02',
        'partly-granted',
        {
          supplied: '合同主文和工程量清单',
          supplyForm: '纸质文本',
          pages: 26,
          passages: [
            {
              passage: '工程量清单第3页至第6页的工料单价',
              ground: 'third-party-interest',
              aspect: '商业秘密',
              lawNamed: null,
              reasons: '单价反映投标人的成本和报价策略，公开会损害其合法权益，经征求意见第三方不同意公开',
            },
          ],
          attachments: ['柳堤河二期整治工程施工合同（已作区分处理）'],
        },
        'XA00000000699',
        '2024-08-05',
      ),
      { on: '2024-09-10', kind: 'archive', volume: '2024-依申请-3' },
    ],
  },
  {
    lodgedOn: '2024-09-09',
    channel: 'in-person',
    applicant: JIANG,
    description: '1996年晚枫小区一期的规划验收文件',
    steps: [
      { on: '2024-09-09', kind: 'assign', to: 'gu.wenlan' },
      {
        on: '2024-09-11',
        kind: 'search',
        unit: '990101-003',
        unitName: '区档案室',
        question: '查找1996年晚枫小区一期的规划验收文件',
        dueOn: '2024-09-20',
      },
      { on: '2024-09-19', kind: 'found', found: false, result: '查阅1995年至1998年城建类档案目录和案卷，未见该文件' },
      answered(
        '2024-09-27',
        'not-existing',
        {
          searchedIn: '区政府办公室公文系统、区档案室城建类档案',
          searchedFor: '晚枫小区、规划验收',
          searchedPeriod: '1995年1月至1998年12月',
        },
        'XA00000000799',
        '2024-09-29',
      ),
      { on: '2024-11-08', kind: 'archive', volume: '2024-依申请-4' },
    ],
  },
  {
    lodgedOn: '2024-10-21',
    channel: 'signed-post',
    applicant: LU,
    description: '2019年以来晴川区全部征地补偿协议的复印件',
    steps: [
      { on: '2024-10-21', kind: 'assign', to: 'lin.shouyi' },
      {
        on: '2024-10-30',
        kind: 'letter',
        letter: 'fee-notice',
        values: {
          feeScale: '按量计收',
          feeStandard: '31—100页的部分10元/页，101—200页的部分20元/页',
          feeCalculation: '70页×10元＋50页×20元',
          feeAmount: '1700',
          pages: 150,
          paymentWay: '凭本通知书到示范市晴川区政务服务中心非税收入窗口缴纳，当场领取财政票据',
        },
        progress: 'delivered',
        method: 'post',
        tracking: 'XA00000000899',
        deliveredOn: '2024-11-01',
      },
      { on: '2024-12-02', kind: 'lapse-fee' },
      answered(
        '2024-12-04',
        'fee-lapsed',
        { noticedOn: day('2024-10-30'), feeAmount: '1700', deadline: day('2024-11-29') },
        'XA00000000999',
        '2024-12-06',
      ),
      { on: '2025-01-10', kind: 'archive', volume: '2024-依申请-5' },
    ],
  },
];

const OF_2025: readonly SampleLife[] = [
  {
    lodgedOn: '2025-02-12',
    channel: 'online',
    applicant: HAN,
    description: '区政府办公室2024年度公务员考核等次名单',
    supply: ['electronic', 'email'],
    steps: [
      { on: '2025-02-13', kind: 'confirm', how: 'telephone' },
      { on: '2025-02-13', kind: 'assign', to: 'gu.wenlan' },
      answered(
        '2025-03-05',
        'withheld',
        {
          ground: 'internal-affairs',
          aspect: '人事管理',
          reasons: '考核等次名单是内部人事管理中形成的信息，不对外产生效力',
        },
        'XA00000001099',
        '2025-03-07',
      ),
      { on: '2025-04-11', kind: 'archive', volume: '2025-依申请-1' },
    ],
  },
  {
    lodgedOn: '2025-03-17',
    channel: 'oral',
    applicant: JIANG,
    description: '反映晚枫小区电梯长期停运，要求查处物业公司',
    steps: [
      { on: '2025-03-17', kind: 'assign', to: 'gu.wenlan' },
      answered(
        '2025-03-21',
        'petition',
        {
          aspect: '投诉',
          reasons: '所提内容是对物业服务的投诉，没有指向政府信息',
          properChannel: '可以拨打12345政务服务便民热线，或者向区住房城乡建设局投诉',
        },
        'XA00000001199',
        '2025-03-24',
      ),
      { on: '2025-05-09', kind: 'archive', volume: '2025-依申请-2' },
    ],
  },
  {
    lodgedOn: '2025-05-14',
    channel: 'in-person',
    applicant: SU,
    description: '柳堤路拓宽工程的选址意见',
    steps: [
      { on: '2025-05-14', kind: 'assign', to: 'lin.shouyi' },
      { on: '2025-05-20', kind: 'withdraw', reason: '申请人书面撤回，称已从其他途径取得' },
      { on: '2025-06-13', kind: 'archive', volume: '2025-依申请-3' },
    ],
  },
  {
    lodgedOn: '2025-07-01',
    channel: 'email',
    applicant: ZHUO,
    description: '全部会议材料',
    supply: ['electronic', 'email'],
    steps: [
      { on: '2025-07-02', kind: 'confirm', how: 'email' },
      { on: '2025-07-02', kind: 'assign', to: 'gu.wenlan' },
      {
        on: '2025-07-08',
        kind: 'letter',
        letter: 'clarification-notice',
        values: {
          corrections: ['写明是哪一次会议', '写明所需材料的名称或者内容'],
          correctionAdvice: '回复本机关电子邮件，或者书面寄送示范市晴川区望江路1号区政府办公室政务公开科',
          correctionDays: 15,
        },
        progress: 'delivered',
        method: 'post',
        tracking: 'XA00000001299',
        deliveredOn: '2025-07-10',
      },
      { on: '2025-08-04', kind: 'lapse-clarification' },
      answered(
        '2025-08-05',
        'clarification-lapsed',
        { noticedOn: day('2025-07-08'), deadline: day('2025-07-31') },
        'XA00000001399',
        '2025-08-07',
      ),
      { on: '2025-09-05', kind: 'archive', volume: '2025-依申请-4' },
    ],
  },
  {
    lodgedOn: '2025-09-15',
    channel: 'signed-post',
    applicant: INSTITUTE,
    description: '2015年至2024年晴川区耕地占补平衡的年度统计表',
    steps: [
      { on: '2025-09-15', kind: 'assign', to: 'lin.shouyi' },
      { on: '2025-10-13', kind: 'extend', workingDays: 15, reason: '信息涉及十个年度的档案，需要逐卷核对' },
      {
        on: '2025-10-14',
        kind: 'letter',
        letter: 'extension-notice',
        values: {
          extensionReason: '信息涉及十个年度的档案，需要逐卷核对',
          extensionDays: 15,
          extendedUntil: day('2025-11-07'),
        },
        progress: 'delivered',
        method: 'post',
        tracking: 'XA00000001499',
        deliveredOn: '2025-10-16',
      },
      answered(
        '2025-11-05',
        'granted',
        {
          supplied: '2015年至2024年耕地占补平衡年度统计表',
          supplyForm: '纸质文本',
          pages: 22,
          attachments: ['耕地占补平衡年度统计表（2015—2024年）'],
        },
        'XA00000001599',
        '2025-11-07',
      ),
      { on: '2025-11-20', kind: 'promote' },
      { on: '2025-12-12', kind: 'archive', volume: '2025-依申请-5' },
    ],
  },
  {
    lodgedOn: '2025-11-24',
    channel: 'in-person',
    applicant: FIRM,
    description: '请在2024年提供的布点规划上加盖公章，确认与原件一致',
    steps: [
      { on: '2025-11-24', kind: 'assign', to: 'gu.wenlan' },
      answered(
        '2025-12-05',
        'reissue',
        { aspect: '确认', reasons: '该信息已于2024年3月提供，要求再次确认不属于政府信息公开申请的处理范围' },
        'XA00000001699',
        '2025-12-08',
      ),
      { on: '2026-01-16', kind: 'archive', volume: '2025-依申请-6' },
    ],
  },
];

const OPEN: readonly SampleLife[] = [
  {
    lodgedOn: 1,
    channel: 'ordinary-post',
    applicant: MENG,
    description: '竹影巷雨污分流改造的施工计划',
    steps: [{ on: 1, kind: 'attempt', how: 'telephone', remark: '电话无人接听，次日再联系' }],
  },
  {
    lodgedOn: 2,
    channel: 'online',
    applicant: LU,
    description: '柳堤镇2025年高标准农田建设项目的验收结论',
    supply: ['electronic', 'online'],
    steps: [{ on: 1, kind: 'confirm', how: 'telephone' }],
  },
  {
    lodgedOn: 18,
    channel: 'in-person',
    applicant: FIRM,
    description: '晴川区2026年预拌混凝土企业检查结果',
    steps: [
      { on: 18, kind: 'assign', to: 'gu.wenlan' },
      { on: 4, kind: 'note', text: '检查结果由区住房城乡建设局汇总，已电话催要。' },
    ],
  },
  {
    lodgedOn: 20,
    channel: 'in-person',
    applicant: JIANG,
    description: '晚枫小区加装电梯的补助标准和发放名册',
    steps: [{ on: 20, kind: 'assign', to: 'lin.shouyi' }],
  },
  {
    lodgedOn: 24,
    channel: 'signed-post',
    applicant: LAW_FIRM,
    description: '望江路片区国有土地上房屋征收的社会稳定风险评估报告',
    steps: [{ on: 24, kind: 'assign', to: 'gu.wenlan' }],
  },
  {
    lodgedOn: 8,
    channel: 'online',
    applicant: HAN,
    description: '关于学校的文件',
    supply: ['electronic', 'online'],
    steps: [
      { on: 8, kind: 'confirm', how: 'online' },
      { on: 7, kind: 'assign', to: 'gu.wenlan' },
      {
        on: 4,
        kind: 'letter',
        letter: 'clarification-notice',
        values: {
          corrections: ['写明所需文件的名称、文号，或者学校和内容'],
          correctionAdvice: '在查询页面上补正，或者书面寄送示范市晴川区望江路1号区政府办公室政务公开科',
          correctionDays: 15,
        },
        progress: 'delivered',
        method: 'electronic',
      },
    ],
  },
  {
    lodgedOn: 12,
    channel: 'signed-post',
    applicant: INSTITUTE,
    description: '云锦路商业综合体的环境影响评价补充资料',
    steps: [
      { on: 12, kind: 'assign', to: 'lin.shouyi' },
      {
        on: 9,
        kind: 'letter',
        letter: 'third-party-consultation',
        values: {
          information: '云锦路商业综合体的环境影响评价补充资料',
          answerWay: '书面寄送示范市晴川区望江路1号区政府办公室政务公开科',
        },
        to: {
          name: '示范市鹿鸣置业有限公司',
          isPerson: false,
          contact: '000-00000002',
          address: '示范市晴川区云锦路1号',
        },
        progress: 'delivered',
        method: 'post',
        tracking: 'XA00000001799',
        deliveredOn: 7,
      },
    ],
  },
  {
    lodgedOn: 15,
    channel: 'in-person',
    applicant: LU,
    description: '2020年以来柳堤镇全部宅基地审批表的复印件',
    steps: [
      { on: 15, kind: 'assign', to: 'lin.shouyi' },
      {
        on: 6,
        kind: 'letter',
        letter: 'fee-notice',
        values: {
          feeScale: '按量计收',
          feeStandard: '31—100页的部分10元/页',
          feeCalculation: '70页×10元',
          feeAmount: '700',
          pages: 100,
          paymentWay: '凭本通知书到示范市晴川区政务服务中心非税收入窗口缴纳，当场领取财政票据',
        },
        progress: 'delivered',
        method: 'in-person',
      },
    ],
  },
  {
    lodgedOn: 13,
    channel: 'online',
    applicant: ZHUO,
    description: '晴川区2026年青年人才公寓的分配方案',
    steps: [
      { on: 13, kind: 'confirm', how: 'online' },
      { on: 12, kind: 'assign', to: 'gu.wenlan' },
      {
        on: 1,
        kind: 'letter',
        letter: 'granted',
        values: {
          supplied: '《晴川区2026年青年人才公寓分配方案》全文',
          supplyForm: '纸质文本',
          pages: 6,
          attachments: ['晴川区2026年青年人才公寓分配方案'],
        },
        progress: 'in-review',
      },
    ],
  },
  {
    lodgedOn: 16,
    channel: 'signed-post',
    applicant: SU,
    description: '柳堤路8号地块的征收补偿方案',
    steps: [
      { on: 16, kind: 'assign', to: 'gu.wenlan' },
      {
        on: 1,
        kind: 'letter',
        letter: 'granted',
        values: {
          supplied: '《柳堤路8号地块征收补偿方案》全文',
          supplyForm: '纸质文本',
          pages: 12,
          attachments: ['柳堤路8号地块征收补偿方案'],
        },
        progress: 'signed',
      },
    ],
  },
  {
    lodgedOn: 5,
    channel: 'in-person',
    applicant: FIRM,
    description: '一、2025年渣土运输企业名录；二、2025年渣土运输处罚决定',
    steps: [
      {
        on: 4,
        kind: 'split',
        descriptions: ['2025年渣土运输企业名录', '2025年渣土运输处罚决定'],
        reason: '一份申请包含两项互不相关的信息，按一事一申请拆分',
      },
    ],
  },
  {
    lodgedOn: 30,
    channel: 'signed-post',
    applicant: LAW_FIRM,
    description: '晴川区政务服务中心2025年的采购合同目录',
    steps: [
      { on: 30, kind: 'assign', to: 'lin.shouyi' },
      {
        on: 14,
        kind: 'letter',
        letter: 'granted',
        values: {
          supplied: '2025年采购合同目录',
          supplyForm: '纸质文本',
          pages: 3,
          attachments: ['2025年采购合同目录'],
        },
        progress: 'dispatched',
        method: 'post',
        tracking: 'XA00000001899',
      },
    ],
  },
  {
    agency: '990101-002',
    lodgedOn: 22,
    channel: 'in-person',
    applicant: HAN,
    description: '晴川区2026年中小学教师招聘的成绩公示',
    steps: [{ on: 22, kind: 'assign', to: 'mei.ruoxu' }],
  },
];

/** Every application of the sample district: three of 2023, eleven of 2024 and 2025, and those under way. */
export const SAMPLE_APPLICATIONS: readonly SampleLife[] = [...OF_2023, ...OF_2024, ...OF_2025, ...OPEN];
