import type { ActKind, Entry, IntakeFacts } from './application-log.ts';
import type { ClockEvent, ClockFile } from './clock-events.ts';

type Day = Temporal.PlainDate;

/** The kinds of acts that `clockFileOf` looks at: without all others a log has the same clock. */
export const CLOCK_ACT_KINDS = [
  'lodged',
  'intake-corrected',
  'receipt-confirmed',
  'clarification-requested',
  'clarification-notice-delivered',
  'clarification-prolonged',
  'clarification-received',
  'clarification-lapsed',
  'reasons-demanded',
  'reasons-received',
  'deferred',
  'third-party-consulted',
  'agency-consulted',
  'consultation-delivered',
  'third-party-answered',
  'agency-answered',
  'extension-approved',
  'extended',
  'fee-noticed',
  'fee-notice-delivered',
  'fee-paid',
  'fee-waived',
  'fee-lapsed',
  'letter-delivered',
  'replied',
  'withdrawn',
  'merged',
  'closed-otherwise',
  'reply-ordered',
] as const satisfies readonly ActKind[];

/** What of a log moves the clock: the facts of receipt, and the events in the order of the log. */
export function clockFileOf(log: readonly Pick<Entry, 'act'>[]): ClockFile {
  let intake: IntakeFacts | null = null;
  let [confirmedOn, approvedOn]: [Day | null, Day | null] = [null, null];
  let [feeYuan, paidYuan] = [0, 0];
  let replyLetter: string | null = null;
  const events: ClockEvent[] = [];
  for (const { act } of log) {
    switch (act.kind) {
      case 'lodged':
      case 'intake-corrected':
        intake = act.intake;
        break;
      case 'receipt-confirmed':
        confirmedOn = act.on;
        break;
      case 'extension-approved':
        approvedOn = act.on;
        break;
      case 'extended':
        events.push({ kind: 'extended', approvedOn, notifiedOn: act.notifiedOn, workingDays: act.workingDays });
        break;
      case 'replied': {
        const on = act.postedOn ?? act.deliveredOn;
        if (on === null) break;
        replyLetter = act.letter;
        events.push({ kind: 'replied', on, postedOn: act.postedOn, deliveredOn: act.deliveredOn });
        break;
      }
      case 'letter-delivered':
        if (replyLetter !== null && act.letter === replyLetter) events.push({ kind: 'reply-delivered', on: act.on });
        break;
      case 'merged':
        events.push({ kind: 'closed-otherwise', on: act.on });
        break;
      case 'clarification-requested':
      case 'clarification-notice-delivered':
      case 'clarification-prolonged':
      case 'clarification-received':
      case 'clarification-lapsed':
      case 'reasons-demanded':
      case 'reasons-received':
      case 'deferred':
      case 'third-party-consulted':
      case 'agency-consulted':
      case 'consultation-delivered':
      case 'third-party-answered':
      case 'agency-answered':
      case 'fee-notice-delivered':
      case 'fee-waived':
      case 'fee-lapsed':
      case 'withdrawn':
      case 'closed-otherwise':
      case 'reply-ordered':
        events.push(act);
        break;
      case 'fee-noticed':
        [feeYuan, paidYuan] = [act.amountYuan, 0];
        events.push(act);
        break;
      case 'fee-paid':
        paidYuan += act.amountYuan;
        if (paidYuan >= feeYuan) events.push(act);
        break;
      case 'archived':
      case 'assigned':
      case 'contact-attempted':
      case 'extension-asked':
      case 'extension-refused':
      case 'fee-refunded':
      case 'letter-bounced':
      case 'letter-dispatched':
      case 'letter-drafted':
      case 'letter-passed':
      case 'letter-returned':
      case 'letter-signed':
      case 'letter-submitted':
      case 'letter-withdrawn':
      case 'linked':
      case 'noted':
      case 'promoted':
      case 'satisfaction-given':
      case 'search-answered':
      case 'search-asked':
      case 'split':
        break;
    }
  }
  if (intake === null) throw new Error('A log that begins without lodged');
  return { receipt: { ...intake, confirmedOn }, events };
}
