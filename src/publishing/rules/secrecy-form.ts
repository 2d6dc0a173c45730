import { z } from 'zod';
import type { Citation } from '../../law/citation.ts';

/** The law of the 保密审查: review before release (Art. 17). */
export const SECRECY_BASIS: Citation = { source: 'disclosure', article: 17 };

/** What is judged one by one in a 保密审查. */
export const SECRECY_QUESTIONS = [
  'state-secret',
  'work-secret',
  'trade-secret',
  'privacy',
  'security-and-stability',
  'internal-or-deliberative',
  'other-agency',
  'aggregation',
] as const;
export type SecrecyQuestion = (typeof SECRECY_QUESTIONS)[number];
export const SECRECY_QUESTION_LABEL = {
  'state-secret': '国家秘密',
  'work-secret': '工作秘密',
  'trade-secret': '商业秘密',
  privacy: '个人隐私',
  'security-and-stability': '危及国家安全、公共安全、经济安全、社会稳定',
  'internal-or-deliberative': '内部事务信息、过程性信息',
  'other-agency': '其他机关未公开的信息',
  aggregation: '汇总后敏感的信息',
} as const satisfies Record<SecrecyQuestion, string>;

/** What a question comes to: nothing of the kind, or something that was dealt with so that the rest can be released. */
export const SECRECY_ANSWERS = ['none', 'dealt-with', 'present'] as const;
export type SecrecyAnswer = (typeof SECRECY_ANSWERS)[number];
export const SECRECY_ANSWER_LABEL = {
  none: '不涉及',
  'dealt-with': '涉及，已处理',
  present: '涉及',
} as const satisfies Record<SecrecyAnswer, string>;

/** 保密审查机构意见. Only `release` lets an edition go on. */
export const SECRECY_CONCLUSIONS = ['release', 'withhold', 'release-in-part', 'refer'] as const;
export type SecrecyConclusion = (typeof SECRECY_CONCLUSIONS)[number];
export const SECRECY_CONCLUSION_LABEL = {
  release: '公开',
  withhold: '不予公开',
  'release-in-part': '部分公开（脱密后重新提交）',
  refer: '报有关主管部门或者保密行政管理部门确定',
} as const satisfies Record<SecrecyConclusion, string>;

/** 载体形式, 拟公开方式 and 个人信息处理方式 of the form. */
export const CARRIERS = ['official-document', 'other'] as const;
export const CARRIER_LABEL = { 'official-document': '公文类', other: '非公文类' } as const satisfies Record<
  (typeof CARRIERS)[number],
  string
>;
export const RELEASE_CHANNELS = ['website', 'press', 'broadcast', 'television', 'notice-board', 'other'] as const;
export const RELEASE_CHANNEL_LABEL = {
  website: '政府网站',
  press: '报刊',
  broadcast: '广播',
  television: '电视',
  'notice-board': '政府公开栏',
  other: '其他',
} as const satisfies Record<(typeof RELEASE_CHANNELS)[number], string>;
export const PERSONAL_DATA_WAYS = ['none', 'masked', 'consented'] as const;
export const PERSONAL_DATA_WAY_LABEL = {
  none: '无个人信息',
  masked: '已脱敏',
  consented: '权利人同意公开',
} as const satisfies Record<(typeof PERSONAL_DATA_WAYS)[number], string>;

/** 保密审查表 as the reviewer fills it in; who, when and which edition stand in the act that carries it. */
export const SECRECY_FORM = z.strictObject({
  carrier: z.enum(CARRIERS),
  channels: z.array(z.enum(RELEASE_CHANNELS)).min(1).readonly(),
  /** 是否已定密或者含密件内容. */
  classified: z.boolean(),
  answers: z.record(z.enum(SECRECY_QUESTIONS), z.enum(SECRECY_ANSWERS)),
  personalData: z.enum(PERSONAL_DATA_WAYS),
  opinion: z.string().trim().max(500),
});
export type SecrecyForm = z.infer<typeof SECRECY_FORM>;

/** Why a form does not bear the conclusion drawn from it; null when it does. */
export function formFault(
  form: SecrecyForm,
  conclusion: SecrecyConclusion,
  attachments: readonly string[],
  ticked: readonly string[],
): string | null {
  if (conclusion !== 'release') return form.opinion === '' ? '不同意公开的，请在审查意见中写明理由' : null;
  const missed = attachments.filter(id => !ticked.includes(id)).length;
  if (missed > 0) return `还有 ${missed} 个附件没有逐件审查，请打开看过后勾选`;
  if (form.classified) return '已定密或者含密件内容的信息不能公开，请改选审查结论';
  const present = SECRECY_QUESTIONS.find(question => form.answers[question] === 'present');
  return present === undefined
    ? null
    : `审查认为涉及“${SECRECY_QUESTION_LABEL[present]}”，不能得出“公开”的结论；已作处理的请选“涉及，已处理”`;
}
