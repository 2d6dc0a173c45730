import { assertNever } from '../../kernel/assert-never.ts';
import type { OutcomeRow } from '../../law/report-form/table-three.ts';
import { findingsOf } from './reply.ts';
import type { Finding, Reply } from './reply.ts';

/** How an application was settled without a reply on its substance (其他处理). */
export const CLOSINGS = ['clarification-lapsed', 'fee-unpaid', 'withdrawn', 'merged', 'other'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** Why an application was closed, in words. */
export const CLOSING_LABEL = {
  'clarification-lapsed': '申请人无正当理由逾期不补正，不再处理',
  'fee-unpaid': '申请人逾期未按收费通知要求缴纳费用，不再处理',
  withdrawn: '申请人撤回申请',
  merged: '与重复提交的同一申请合并办理',
  other: '其他原因终止办理',
} as const satisfies Record<Closing, string>;

/** A case that was settled: by a reply, or closed without one. */
export type Settlement =
  | { readonly kind: 'replied'; readonly reply: Reply }
  | { readonly kind: 'closed'; readonly closing: Closing };

function rowOfFinding(finding: Finding): OutcomeRow | null {
  switch (finding.kind) {
    case 'already-public':
    case 'granted':
      return 'granted';
    case 'partly-granted':
      return 'partly-granted';
    case 'withheld':
      return `withheld.${finding.ground}`;
    case 'registry-inquiry':
      return 'withheld.registry-inquiry';
    case 'not-existing':
    case 'not-ours':
      return 'unavailable.not-held';
    case 'requires-creation':
      return 'unavailable.requires-creation';
    case 'still-unclear':
      return 'unavailable.still-unclear';
    case 'petition':
      return 'declined.petition';
    case 'repeat':
      return 'declined.repeat';
    case 'publication':
      return 'declined.publication';
    case 'vexatious':
      return 'declined.vexatious';
    case 'reissue':
      return 'declined.reissue';
    case 'record-corrected':
    case 'record-transferred':
    case 'record-kept':
      return null;
  }
  return assertNever(finding);
}

/**
 * The row of table three in which a reply counts: the one place where Art. 36–39 and the form of 2021 meet. A reply that gives
 * one part and does not give another counts as 部分公开 and nowhere else; of several refusals the main one counts. Null for
 * corrections of personal records (Art. 41), which the form does not count.
 */
export function outcomeOf(reply: Reply): OutcomeRow | null {
  const rows = findingsOf(reply).map(rowOfFinding);
  const gives = rows.includes('granted');
  if (rows.includes('partly-granted') || (gives && rows.some(row => row !== 'granted'))) return 'partly-granted';
  return gives ? 'granted' : rows[0]!;
}

/** The row of table three in which a settled case counts; null where the form does not count it. */
export function outcomeOfSettlement(settlement: Settlement): OutcomeRow | null {
  if (settlement.kind === 'replied') return outcomeOf(settlement.reply);
  switch (settlement.closing) {
    case 'clarification-lapsed':
      return 'closed.clarification-lapsed';
    case 'fee-unpaid':
      return 'closed.fee-unpaid';
    case 'withdrawn':
    case 'merged':
    case 'other':
      return 'closed.other';
  }
  return assertNever(settlement.closing);
}
