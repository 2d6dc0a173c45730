import { choicesSetting, numberSetting, textSetting, yesNoSetting } from '../../people/rules/setting.ts';
import type { Setting } from '../../people/rules/setting.ts';
import { PROOF_LABEL, PROOFS, REVIEW_STEP_LABEL } from './publication-log.ts';
import type { Proof, ReviewStep } from './publication-log.ts';

/** Which reviews an edition goes through before the last one; 保密审查 and 签发 can never be left out. */
export const REVIEWS_BEFORE_APPROVAL = choicesSetting(
  {
    key: 'publication-reviews',
    title: '签发前的审核环节',
    explanation: '保密审查和签发不能省略；一般实行三审，初审、二审、签发由不同的人办理。人员少的机关可以减少环节。',
    basis: [{ source: 'disclosure', article: 17 }],
    scope: 'agency',
    standard: ['first', 'second'],
  },
  (['first', 'second'] as const).map(value => ({ value, text: REVIEW_STEP_LABEL[value] })),
);

/** 三校: which passes of proofreading are recorded. */
export const PROOFREADING = choicesSetting(
  {
    key: 'publication-proofs',
    title: '校对遍数',
    explanation: '一般实行三校：提交时的机器校对、签发前的编辑校对、发布前的校对。',
    basis: [],
    scope: 'agency',
    standard: [...PROOFS],
  },
  PROOFS.map(value => ({ value, text: PROOF_LABEL[value] })),
);

/** The code that an agency's 索引号 begin with. */
export const CREDIT_CODE = textSetting(
  {
    key: 'credit-code',
    title: '本机关的统一社会信用代码',
    explanation: '索引号以此开头；没有填写或者校验不符的，以机构编码开头。已经取得的索引号不再改变。',
    basis: [{ source: 'disclosure', article: 12 }],
    scope: 'agency',
    standard: '',
  },
  18,
);

/** Whether every 规范性文件 must have an interpretation. */
export const INTERPRETATION_DEMANDED = yesNoSetting({
  key: 'interpretation-demanded',
  title: '规范性文件都应当有政策解读',
  explanation: '选“是”以后，规范性文件发布后三个工作日内没有解读的列为逾期。',
  basis: [],
  scope: 'agency',
  standard: true,
});

/** Telephone numbers that may stand in what is published: one line, parted by commas. */
export const OFFICIAL_NUMBERS = textSetting(
  {
    key: 'official-numbers',
    title: '可以公开的办公电话',
    explanation: '用逗号分开；发布前检查不再提示这些号码。机构资料里的电话和传真不用重复填写。',
    basis: [],
    scope: 'agency',
    standard: '',
  },
  1000,
);

/** How long before its day an obligation is called near. */
export const NEAR_DUE_DAYS = numberSetting(
  {
    key: 'publication-near-due',
    title: '公开期限临期提示（工作日）',
    explanation: '离公开期限还有多少个工作日时列为临期。',
    basis: [{ source: 'disclosure', article: 26 }],
    scope: 'agency',
    standard: 5,
  },
  { least: 1, most: 20, unit: '个工作日' },
);

/** How long after the end of a period what belongs to it is published, where the catalogue names no number of its own. */
export const CATALOGUE_GRACE = numberSetting(
  {
    key: 'catalogue-grace',
    title: '定期公开的期限（每期结束后的工作日）',
    explanation: '公开目录只写“每月”“每季度”“每年”而没有写明期限的，在每期结束后多少个工作日内公开。',
    basis: [{ source: 'disclosure', article: 26 }],
    scope: 'installation',
    standard: 20,
  },
  { least: 0, most: 60, unit: '个工作日' },
);

export const PUBLISHING_SETTINGS: readonly Setting[] = [
  REVIEWS_BEFORE_APPROVAL,
  PROOFREADING,
  CREDIT_CODE,
  INTERPRETATION_DEMANDED,
  OFFICIAL_NUMBERS,
  NEAR_DUE_DAYS,
  CATALOGUE_GRACE,
];

/** The steps of an edition in their order, from what the agency has chosen. */
export function stepsOf(chosen: readonly ('first' | 'second')[]): readonly ReviewStep[] {
  return ['secrecy', ...(['first', 'second'] as const).filter(step => chosen.includes(step)), 'final'];
}

/** The passes of proofreading in their order, from what the agency has chosen. */
export function proofsOf(chosen: readonly Proof[]): readonly Proof[] {
  return PROOFS.filter(proof => chosen.includes(proof));
}
