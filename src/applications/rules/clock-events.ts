import type { ReceiptFacts } from './receipt.ts';

type Day = Temporal.PlainDate;

/**
 * What moves a clock, out of everything that happens to an application: the log gives these (`clock-file.ts`), and so does a
 * file on the command line. `on` is the day that counts in law. Names are those of the acts in the log.
 */
export type ClockEvent =
  /** 补正告知书 issued on a day, reaching the applicant on another; so many working days to answer. */
  | {
      readonly kind: 'clarification-requested';
      readonly on: Day;
      readonly deliveredOn: Day | null;
      readonly workingDays: number;
    }
  | { readonly kind: 'clarification-notice-delivered'; readonly on: Day }
  /** A proper reason was shown (Art. 30): another last day. */
  | { readonly kind: 'clarification-prolonged'; readonly until: Day }
  /** Receipt of the corrected application, by its own channel. */
  | { readonly kind: 'clarification-received'; readonly on: Day }
  | { readonly kind: 'clarification-lapsed'; readonly on: Day }
  | { readonly kind: 'reasons-demanded'; readonly on: Day }
  | { readonly kind: 'reasons-received'; readonly on: Day }
  | { readonly kind: 'deferred'; readonly on: Day; readonly until: Day }
  | {
      readonly kind: 'third-party-consulted' | 'agency-consulted';
      readonly consultation: string | null;
      readonly on: Day;
      readonly receivedOn: Day | null;
    }
  | { readonly kind: 'consultation-delivered'; readonly consultation: string | null; readonly on: Day }
  /** Without a name of the consultation it answers the oldest open one of its kind. */
  | {
      readonly kind: 'third-party-answered' | 'agency-answered';
      readonly consultation: string | null;
      readonly on: Day;
    }
  | {
      readonly kind: 'extended';
      readonly approvedOn: Day | null;
      readonly notifiedOn: Day;
      readonly workingDays: number;
    }
  | { readonly kind: 'fee-noticed'; readonly on: Day; readonly receivedOn: Day | null }
  | { readonly kind: 'fee-notice-delivered'; readonly on: Day }
  /** Paid in full. */
  | { readonly kind: 'fee-paid'; readonly on: Day }
  /** The office takes its notice back: the clock has run on as if there had been none. */
  | { readonly kind: 'fee-waived'; readonly on: Day }
  | { readonly kind: 'fee-lapsed'; readonly on: Day }
  | { readonly kind: 'replied'; readonly on: Day; readonly postedOn: Day | null; readonly deliveredOn: Day | null }
  | { readonly kind: 'reply-delivered'; readonly on: Day }
  | { readonly kind: 'withdrawn'; readonly on: Day }
  /** 合并、其他原因终止. */
  | { readonly kind: 'closed-otherwise'; readonly on: Day }
  /** A review decision or judgment orders a new reply; without a day of its own the full period runs from it. */
  | { readonly kind: 'reply-ordered'; readonly on: Day; readonly dueOn: Day | null };

/** What a clock is computed from: the facts of receipt, and the events in the order in which they happened. */
export type ClockFile = { readonly receipt: ReceiptFacts; readonly events: readonly ClockEvent[] };

/** The day on which an event happened; of an extension, that of the consent. */
export function dayOfEvent(event: ClockEvent): Day {
  if (event.kind === 'extended') return event.approvedOn ?? event.notifiedOn;
  return event.kind === 'clarification-prolonged' ? event.until : event.on;
}
