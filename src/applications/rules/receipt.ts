import { dayNumberOf } from '../../calendar/day-number.ts';
import type { DayNumber } from '../../calendar/day-number.ts';
import type { Citation } from '../../law/citation.ts';
import { needsConfirmation } from './channel.ts';
import type { Channel } from './channel.ts';
import type { ClockReadings } from './contested-points.ts';

type Day = Temporal.PlainDate;

/** The days from which the day of receipt follows by channel (Art. 31). The day of receipt itself is never typed. */
export type ReceiptFacts = {
  readonly channel: Channel;
  /** Day on which it was handed in or sent; of an oral application, on which the filled-in form was signed. */
  readonly submittedOn: Day | null;
  /** Day on which it reached the disclosure office. */
  readonly arrivedOn: Day | null;
  /** Day on which anyone in the agency, the mail room too, signed for it. */
  readonly signedOn: Day | null;
  /** Day on which both sides confirmed it. */
  readonly confirmedOn: Day | null;
};

/** Day numbers, for those who go on counting. */
export type Receipt =
  | { readonly kind: 'received'; readonly on: DayNumber; readonly basis: Citation; readonly why: string }
  | { readonly kind: 'awaiting-confirmation'; readonly basis: Citation; readonly why: string }
  /** The channel needs a day that is not given, or days contradict each other. */
  | { readonly kind: 'unusable'; readonly basis: Citation; readonly why: string };

const IN_PERSON: Citation = { source: 'disclosure', article: 31, item: 1 };
const BY_POST: Citation = { source: 'disclosure', article: 31, item: 2 };
const CONFIRMED: Citation = { source: 'disclosure', article: 31, item: 3 };

const DAY_NAME = {
  submittedOn: '提交日期',
  arrivedOn: '到达工作机构的日期',
  signedOn: '签收日期',
  confirmedOn: '双方确认日期',
} as const;
/** In the order in which they can happen. */
const SEQUENCE = ['submittedOn', 'signedOn', 'arrivedOn', 'confirmedOn'] as const;

function contradiction(facts: ReceiptFacts): string | null {
  let earlier: (typeof SEQUENCE)[number] | null = null;
  for (const name of SEQUENCE) {
    const date = facts[name];
    if (date === null) continue;
    const before = earlier === null ? null : facts[earlier];
    if (before !== null && earlier !== null && dayNumberOf(date) < dayNumberOf(before))
      return `${DAY_NAME[name]}（${date.toString()}）早于${DAY_NAME[earlier]}（${before.toString()}），请核对`;
    earlier = name;
  }
  return null;
}

const received = (date: Day, basis: Citation, why: string): Receipt => ({
  kind: 'received',
  on: dayNumberOf(date),
  basis,
  why,
});
const unusable = (basis: Citation, why: string): Receipt => ({ kind: 'unusable', basis, why });

function postReceipt(facts: ReceiptFacts): Receipt {
  const { signedOn } = facts;
  if (signedOn === null) return unusable(BY_POST, '邮寄的申请以行政机关签收之日为收到之日，请填写签收日期（signedOn）');
  return received(signedOn, BY_POST, '以行政机关签收之日为收到申请之日，收发室签收也算');
}

function confirmedReceipt(facts: ReceiptFacts, readings: ClockReadings): Receipt {
  const { channel, confirmedOn, arrivedOn, submittedOn } = facts;
  const basis = channel === 'ordinary-post' ? BY_POST : CONFIRMED;
  if (confirmedOn !== null) {
    const late = readings.lateConfirmation === 'arrival-day' && arrivedOn !== null;
    if (late) return received(arrivedOn, basis, '确认晚于到达之日，从严以到达工作机构之日为收到申请之日');
    return received(confirmedOn, basis, '以双方确认之日为收到申请之日');
  }
  const automatic = channel === 'online' && readings.onlineConfirmation === 'automatic' ? submittedOn : null;
  if (automatic !== null) return received(automatic, basis, '网上申请由系统即时确认，以提交之日为收到申请之日');
  return { kind: 'awaiting-confirmation', basis, why: '尚未与申请人确认，请在收到当日联系申请人确认' };
}

/** The day on which an application was received, or why there is none yet. */
export function receiptOf(facts: ReceiptFacts, readings: ClockReadings): Receipt {
  const { channel, submittedOn, signedOn } = facts;
  const wrong = contradiction(facts);
  if (wrong !== null) return unusable({ source: 'disclosure', article: 31 }, wrong);
  if (needsConfirmation(channel)) return confirmedReceipt(facts, readings);
  if (channel === 'signed-post') return postReceipt(facts);
  if (channel === 'oral') {
    const signed = signedOn ?? submittedOn;
    if (signed === null)
      return unusable(IN_PERSON, '口头申请以代为填写的申请表签字之日为收到之日，请填写这一日期（submittedOn）');
    return received(signed, IN_PERSON, '口头申请由工作人员代为填写，以申请表签字之日为收到申请之日');
  }
  if (submittedOn === null)
    return unusable(IN_PERSON, '当面提交的申请以提交之日为收到之日，请填写提交日期（submittedOn）');
  return received(submittedOn, IN_PERSON, '以提交之日为收到申请之日');
}

/** The earliest day on which an application was with the agency or on its way: a stricter target for the office itself. */
export function earliestDayOf(facts: ReceiptFacts): DayNumber | null {
  const days = SEQUENCE.flatMap(name => {
    const date = facts[name];
    return date === null ? [] : [dayNumberOf(date)];
  });
  return days.length === 0 ? null : Math.min(...days);
}
