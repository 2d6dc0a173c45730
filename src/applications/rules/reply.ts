import type { ApplicationId } from './ids.ts';

/** Grounds of Art. 14–16 on which information is withheld (不予公开); the wording of each stands in law/grounds.ts. */
export const WITHHOLDING_GROUNDS = [
  'state-secret',
  'forbidden-by-law',
  'security-and-stability',
  'third-party-interest',
  'internal-affairs',
  'deliberative',
  'enforcement-file',
] as const;
export type WithholdingGround = (typeof WITHHOLDING_GROUNDS)[number];

/** How information is handed over: what, in which form, by which way (Art. 36(2), 40). */
export type Supply = {
  readonly form: 'paper' | 'electronic' | 'inspection';
  /** Sides of A4 or smaller, for the fee by volume; null where it does not count (inspection). */
  readonly pages: number | null;
  /** Where it is not enclosed: method, route and time of getting it. */
  readonly howToGet: string | null;
};

/** One thing that a reply says about what was asked: the kinds are those of Art. 36–39, not the rows of the report. */
export type Finding =
  /** 已主动公开 Art. 36(1): told how and where. */
  | { readonly kind: 'already-public'; readonly where: string }
  /** 可以公开 Art. 36(2). */
  | { readonly kind: 'granted'; readonly supply: Supply }
  /** 区分处理 Art. 37: the releasable part is given, the rest withheld with reasons. */
  | { readonly kind: 'partly-granted'; readonly supply: Supply; readonly grounds: readonly WithholdingGround[] }
  /** 不予公开 Art. 36(3) with 14–16. */
  | { readonly kind: 'withheld'; readonly ground: WithholdingGround }
  /** 工商、不动产登记资料等 Art. 36(7): handled under the law named. */
  | { readonly kind: 'registry-inquiry'; readonly underLaw: string }
  /** 经检索不存在 Art. 36(4), with a statement of the search. */
  | { readonly kind: 'not-existing'; readonly searched: string }
  /** 不属于本机关负责公开 Art. 36(5); the right agency where it can be told. */
  | { readonly kind: 'not-ours'; readonly rightAgency: string | null; readonly rightAgencyContact: string | null }
  /** 需要加工、分析 Art. 38. */
  | { readonly kind: 'requires-creation' }
  /** 补正后仍不明确 Art. 30. */
  | { readonly kind: 'still-unclear' }
  /** 信访、投诉、举报等 Art. 39(1). */
  | { readonly kind: 'petition'; readonly properChannel: string | null }
  /** 重复申请 Art. 36(6). */
  | { readonly kind: 'repeat'; readonly earlier: ApplicationId | null; readonly earlierNumber: string }
  /** 公开出版物 Art. 39(2). */
  | { readonly kind: 'publication'; readonly where: string }
  /** 无正当理由大量反复申请 Art. 35. */
  | { readonly kind: 'vexatious' }
  /** 要求确认或者重新出具已获取信息 (the form's row 不予处理-5). */
  | { readonly kind: 'reissue' }
  /** Art. 41, for corrections of personal records (更正) only. */
  | { readonly kind: 'record-corrected' }
  | { readonly kind: 'record-transferred'; readonly to: string }
  | { readonly kind: 'record-kept' };
export type FindingKind = Finding['kind'];

export const FINDING_LABEL = {
  'already-public': '已主动公开，告知获取方式和途径',
  granted: '予以公开',
  'partly-granted': '部分公开（区分处理）',
  withheld: '不予公开',
  'registry-inquiry': '属于行政查询事项，依照有关法律、行政法规办理',
  'not-existing': '经检索，政府信息不存在',
  'not-ours': '不属于本机关负责公开',
  'requires-creation': '没有现成信息，需要加工、分析',
  'still-unclear': '补正后申请内容仍不明确',
  petition: '信访、投诉、举报等，不作为政府信息公开申请处理',
  repeat: '重复申请，不予重复处理',
  publication: '公开出版物，告知获取途径',
  vexatious: '无正当理由大量反复申请，不予处理',
  reissue: '要求确认或重新出具已获取的信息，不予处理',
  'record-corrected': '已更正本人信息记录',
  'record-transferred': '已转送有权机关更正',
  'record-kept': '不予更正',
} as const satisfies Record<FindingKind, string>;

/** 答复: one main finding, and others where an application asks for things that fare differently. */
export type Reply = { readonly main: Finding; readonly others: readonly Finding[] };

/** Everything that a reply finds, the main finding first. */
export function findingsOf(reply: Reply): readonly Finding[] {
  return [reply.main, ...reply.others];
}

/** The grounds of Art. 14–16 that any part of a reply rests on; the remedy is 复议前置 where there is one. */
export function withholdingGroundsOf(reply: Reply): readonly WithholdingGround[] {
  const grounds = new Set(
    findingsOf(reply).flatMap(finding => {
      if (finding.kind === 'withheld') return [finding.ground];
      return finding.kind === 'partly-granted' ? finding.grounds : [];
    }),
  );
  return WITHHOLDING_GROUNDS.filter(ground => grounds.has(ground));
}

/** Whether a reply says anything else than yes: such a reply is reviewed for its legality before it is signed. */
export function isRefusal(reply: Reply): boolean {
  return findingsOf(reply).some(
    ({ kind }) => kind !== 'granted' && kind !== 'already-public' && kind !== 'record-corrected',
  );
}
