import { dayNumberOf } from '../../calendar/day-number.ts';
import type { DayNumber } from '../../calendar/day-number.ts';
import { nthWorkingDayNumber, unionOf } from '../../calendar/working-calendar.ts';
import type { ExcludedDays, WorkingCalendar } from '../../calendar/working-calendar.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import { PERIODS } from '../../law/periods.ts';
import type { ClockEvent, ClockFile } from './clock-events.ts';
import type { ClockReadings } from './contested-points.ts';
import { receiptOf } from './receipt.ts';
import type { Receipt } from './receipt.ts';

/** Where a file stands as far as its clock is concerned. */
export const CLOCK_STAGES = [
  'awaiting-confirmation',
  'in-hand',
  'awaiting-clarification',
  'awaiting-payment',
  'replied',
  'closed',
] as const;
export type ClockStage = (typeof CLOCK_STAGES)[number];

export const CLOCK_STAGE_LABEL = {
  'awaiting-confirmation': '待确认',
  'in-hand': '办理中',
  'awaiting-clarification': '待补正',
  'awaiting-payment': '待缴费',
  replied: '已答复',
  closed: '已终止',
} as const satisfies Record<ClockStage, string>;

/** Days that belong to no running period: those of a period that was begun anew, and those of waiting. Up to and including `through`. */
export type Idle = {
  readonly after: DayNumber;
  readonly through: DayNumber | null;
  readonly why: 'void' | 'awaiting-clarification' | 'awaiting-payment' | 'settled-before';
};

/** A consultation by day numbers; `through` is the last day taken out of the period. */
export type ConsultationCourse = {
  readonly party: 'third-party' | 'agency';
  readonly name: string | null;
  readonly issued: DayNumber;
  received: DayNumber | null;
  answered: DayNumber | null;
};

export type ClarificationCourse = {
  readonly requested: DayNumber;
  readonly workingDays: number;
  delivered: DayNumber | null;
  prolongedUntil: DayNumber | null;
  received: DayNumber | null;
};

/** The course of a file through its events, in day numbers: what dates, explanation and refusals are made of. */
export type ClockCourse = {
  readonly calendar: WorkingCalendar;
  readonly readings: ClockReadings;
  readonly receipt: Receipt;
  stage: ClockStage;
  /** Day 0 of the running period. */
  anchor: DayNumber | null;
  startedBy: 'receipt' | 'clarification' | 'payment' | 'order';
  readonly idle: Idle[];
  readonly consultations: ConsultationCourse[];
  clarification: ClarificationCourse | null;
  /** Other days taken out, by readings that take them out. */
  readonly pauses: (ExcludedDays & { readonly why: 'awaiting-payment' | 'awaiting-reasons' })[];
  extension: { readonly notified: DayNumber; readonly workingDays: number } | null;
  extendedBefore: boolean;
  reasonsDemanded: DayNumber | null;
  deferredUntil: DayNumber | null;
  fee: { readonly noticed: DayNumber; received: DayNumber | null; settled: boolean } | null;
  /** The day that a decision sets for a new reply. */
  orderedDue: DayNumber | null;
  completed: DayNumber | null;
  completion: 'replied' | 'withdrawn' | 'clarification-lapsed' | 'fee-lapsed' | 'closed-otherwise' | null;
  delivered: DayNumber | null;
};

const numberOrNull = (date: Temporal.PlainDate | null): DayNumber | null => (date === null ? null : dayNumberOf(date));

/** The last working day of a third party or an agency to answer; null while it is not known when the letter reached it. */
export function opinionDueOf(calendar: WorkingCalendar, { received, party }: ConsultationCourse): DayNumber | null {
  const period = PERIODS[party === 'third-party' ? 'third-party-opinion' : 'agency-opinion'];
  return received === null ? null : nthWorkingDayNumber(calendar, received, period.length);
}

/** The last working day to correct an application; null while it is not known when the notice arrived. */
export function clarificationDueOf(calendar: WorkingCalendar, clarification: ClarificationCourse): DayNumber | null {
  const { delivered, workingDays, prolongedUntil } = clarification;
  if (prolongedUntil !== null) return prolongedUntil;
  return delivered === null ? null : nthWorkingDayNumber(calendar, delivered, workingDays);
}

/** The last working day to pay; null while it is not known when the notice arrived. */
export function paymentDueOf({ calendar, fee }: ClockCourse): DayNumber | null {
  return fee === null || fee.received === null
    ? null
    : nthWorkingDayNumber(calendar, fee.received, PERIODS.payment.length);
}

/**
 * The days that a consultation takes out. It ends with the opinion, and without one when the fifteen working days are over; while
 * it is open and not known to have arrived, they are counted from its issue.
 */
export function excludedBy(course: ClockCourse, consultation: ConsultationCourse): ExcludedDays {
  const { calendar, readings } = course;
  const { issued, answered } = consultation;
  const limit =
    opinionDueOf(calendar, consultation) ??
    (answered === null ? opinionDueOf(calendar, { ...consultation, received: issued }) : null);
  const ended = Math.min(answered ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY);
  return {
    after: readings.pause === 'issue-day-too' ? issued - 1 : issued,
    through: ended,
  };
}

const NONE: readonly ExcludedDays[] = [];

/** All days taken out of the running period, as disjoint runs in order. */
export function excludedDaysOf(course: ClockCourse): readonly ExcludedDays[] {
  if (course.consultations.length === 0 && course.pauses.length === 0) return NONE;
  const excluded = course.consultations.map(consultation => excludedBy(course, consultation));
  return unionOf([...excluded, ...course.pauses].filter(({ after, through }) => through > after));
}

/** The due day of the running period with so many working days more; null before receipt. A day set by a decision stands. */
export function dueOf(course: ClockCourse, excluded: readonly ExcludedDays[], more: number): DayNumber | null {
  const { anchor, calendar, orderedDue, deferredUntil } = course;
  if (anchor === null) return null;
  if (orderedDue !== null) return orderedDue;
  const due = nthWorkingDayNumber(calendar, anchor, PERIODS.reply.length + more, excluded);
  return deferredUntil === null ? due : Math.max(due, deferredUntil);
}

/** The due day as it stands, extended or not. */
export function currentDueOf(course: ClockCourse): DayNumber | null {
  return dueOf(course, excludedDaysOf(course), course.extension?.workingDays ?? 0);
}

function restart(course: ClockCourse, on: DayNumber, startedBy: ClockCourse['startedBy']) {
  course.anchor = on;
  course.startedBy = startedBy;
  course.extension = null;
}

function stop(course: ClockCourse, on: DayNumber, why: 'awaiting-clarification' | 'awaiting-payment') {
  course.idle.push({ after: on, through: null, why });
  course.stage = why;
}

/** Ends the waiting that is under way. Where a new period begins, the days before it are void. */
function resume(course: ClockCourse, on: DayNumber, begins: boolean) {
  const waiting = course.idle.pop();
  if (waiting === undefined) return;
  if (begins && course.anchor !== null && waiting.after > course.anchor)
    course.idle.push({ after: course.anchor, through: waiting.after, why: 'void' });
  course.idle.push({ ...waiting, through: on });
  course.stage = 'in-hand';
}

function clarificationReceived(course: ClockCourse, on: DayNumber) {
  const { clarification, receipt, calendar, readings } = course;
  if (clarification === null || receipt.kind !== 'received') return;
  clarification.received = on;
  const limit = nthWorkingDayNumber(calendar, receipt.on, PERIODS['clarification-notice'].length);
  const begins = clarification.requested <= limit || readings.lateClarification === 'restart';
  if (begins) {
    resume(course, on, true);
    restart(course, on, 'clarification');
  } else {
    course.idle.pop();
    course.stage = 'in-hand';
  }
}

function feePaid(course: ClockCourse, on: DayNumber) {
  if (course.fee === null) return;
  course.fee.settled = true;
  if (course.readings.payment === 'restart') {
    resume(course, on, true);
    restart(course, on, 'payment');
  } else {
    course.idle.pop();
    course.stage = 'in-hand';
    course.pauses.push({ after: course.fee.noticed, through: on, why: 'awaiting-payment' });
  }
}

function complete(course: ClockCourse, on: DayNumber, completion: NonNullable<ClockCourse['completion']>) {
  course.completed = on;
  course.completion = completion;
  course.stage = completion === 'replied' ? 'replied' : 'closed';
}

/** The consultation that an event is about: the one it names, else the oldest open one of its kind. */
export function findConsultation(
  course: ClockCourse,
  party: ConsultationCourse['party'] | null,
  name: string | null,
): ConsultationCourse | undefined {
  return course.consultations.find(consultation => {
    if (party !== null && consultation.party !== party) return false;
    return name === null ? consultation.answered === null : consultation.name === name;
  });
}

export const partyOf = (
  kind: 'third-party-consulted' | 'agency-consulted' | 'third-party-answered' | 'agency-answered',
) => (kind === 'third-party-consulted' || kind === 'third-party-answered' ? 'third-party' : 'agency');

/** Takes an event into the course. Whether the law allows it is asked before, by `refusalOf`. */
export function advance(course: ClockCourse, event: ClockEvent): void {
  switch (event.kind) {
    case 'clarification-requested': {
      const requested = dayNumberOf(event.on);
      course.clarification = {
        requested,
        workingDays: event.workingDays,
        delivered: numberOrNull(event.deliveredOn),
        prolongedUntil: null,
        received: null,
      };
      stop(course, requested, 'awaiting-clarification');
      return;
    }
    case 'clarification-notice-delivered':
      if (course.clarification !== null) course.clarification.delivered = dayNumberOf(event.on);
      return;
    case 'clarification-prolonged':
      if (course.clarification !== null) course.clarification.prolongedUntil = dayNumberOf(event.until);
      return;
    case 'clarification-received':
      clarificationReceived(course, dayNumberOf(event.on));
      return;
    case 'reasons-demanded':
      course.reasonsDemanded = dayNumberOf(event.on);
      return;
    case 'reasons-received':
      if (course.reasonsDemanded !== null && course.readings.reasons === 'pauses')
        course.pauses.push({
          after: course.reasonsDemanded,
          through: dayNumberOf(event.on),
          why: 'awaiting-reasons',
        });
      return;
    case 'deferred':
      course.deferredUntil = dayNumberOf(event.until);
      return;
    case 'third-party-consulted':
    case 'agency-consulted':
      course.consultations.push({
        party: partyOf(event.kind),
        name: event.consultation,
        issued: dayNumberOf(event.on),
        received: numberOrNull(event.receivedOn),
        answered: null,
      });
      return;
    case 'consultation-delivered': {
      const consultation = findConsultation(course, null, event.consultation);
      if (consultation !== undefined) consultation.received = dayNumberOf(event.on);
      return;
    }
    case 'third-party-answered':
    case 'agency-answered': {
      const consultation = findConsultation(course, partyOf(event.kind), event.consultation);
      if (consultation !== undefined) consultation.answered = dayNumberOf(event.on);
      return;
    }
    case 'extended':
      course.extension = { notified: dayNumberOf(event.notifiedOn), workingDays: event.workingDays };
      course.extendedBefore = true;
      return;
    case 'fee-noticed':
      course.fee = { noticed: dayNumberOf(event.on), received: numberOrNull(event.receivedOn), settled: false };
      stop(course, dayNumberOf(event.on), 'awaiting-payment');
      return;
    case 'fee-notice-delivered':
      if (course.fee !== null) course.fee.received = dayNumberOf(event.on);
      return;
    case 'fee-paid':
      feePaid(course, dayNumberOf(event.on));
      return;
    case 'fee-waived':
      if (course.fee !== null) course.fee.settled = true;
      if (course.stage !== 'awaiting-payment') return;
      course.idle.pop();
      course.stage = 'in-hand';
      return;
    case 'replied':
      complete(course, dayNumberOf(event.postedOn ?? event.deliveredOn ?? event.on), 'replied');
      course.delivered = numberOrNull(event.deliveredOn);
      return;
    case 'reply-delivered':
      course.delivered = dayNumberOf(event.on);
      return;
    case 'withdrawn':
    case 'closed-otherwise':
    case 'clarification-lapsed':
    case 'fee-lapsed':
      complete(course, dayNumberOf(event.on), event.kind);
      return;
    case 'reply-ordered': {
      const on = dayNumberOf(event.on);
      if (course.anchor !== null) {
        course.idle.length = 0;
        course.idle.push({ after: course.anchor, through: on, why: 'settled-before' });
      }
      restart(course, on, 'order');
      course.extendedBefore = false;
      course.deferredUntil = null;
      course.consultations.length = 0;
      course.pauses.length = 0;
      course.orderedDue = numberOrNull(event.dueOn);
      course.completed = null;
      course.completion = null;
      course.delivered = null;
      course.stage = 'in-hand';
      return;
    }
  }
  assertNever(event);
}

/** The course at receipt, before any event. */
export function beginCourse(file: ClockFile, calendar: WorkingCalendar, readings: ClockReadings): ClockCourse {
  const receipt = receiptOf(file.receipt, readings);
  const received = receipt.kind === 'received' ? receipt.on : null;
  return {
    calendar,
    readings,
    receipt,
    stage: received === null ? 'awaiting-confirmation' : 'in-hand',
    anchor: received,
    startedBy: 'receipt',
    idle: [],
    consultations: [],
    clarification: null,
    pauses: [],
    extension: null,
    extendedBefore: false,
    reasonsDemanded: null,
    deferredUntil: null,
    fee: null,
    orderedDue: null,
    completed: null,
    completion: null,
    delivered: null,
  };
}

/** The whole course of a file. */
export function courseOf(file: ClockFile, calendar: WorkingCalendar, readings: ClockReadings): ClockCourse {
  const course = beginCourse(file, calendar, readings);
  for (const event of file.events) advance(course, event);
  return course;
}
