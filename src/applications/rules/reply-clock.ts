import { dateOfDay } from '../../calendar/day-number.ts';
import type { DayNumber } from '../../calendar/day-number.ts';
import { periodEndNumber } from '../../calendar/period-end.ts';
import { isProvisionalDay, nthWorkingDayNumber, workingDaysBetween } from '../../calendar/working-calendar.ts';
import type { ExcludedDays, WorkingCalendar } from '../../calendar/working-calendar.ts';
import { PERIODS } from '../../law/periods.ts';
import type { ClockFile } from './clock-events.ts';
import { clarificationDueOf, courseOf, dueOf, excludedDaysOf, opinionDueOf, paymentDueOf } from './clock-course.ts';
import type { ClockCourse, ClockStage } from './clock-course.ts';
import { CONTESTED_POINT_NAMES, CONTESTED_POINTS, PRESET_READINGS } from './contested-points.ts';
import type { ClockReadings, ContestedPointName } from './contested-points.ts';
import { earliestDayOf } from './receipt.ts';

type Day = Temporal.PlainDate;

/** The days that a clock tells; null where there is none. */
export type ClockDates = {
  readonly receivedOn: Day | null;
  /** 七个工作日内告知补正. */
  readonly clarificationNoticeDueOn: Day | null;
  readonly applicantClarificationDueOn: Day | null;
  /** Of the open consultation that is due first, else of the last one. */
  readonly consultationDueOn: Day | null;
  readonly paymentDueOn: Day | null;
  /** While the clock stands still for a clarification or a payment: the day as it was when it stopped. */
  readonly replyDueOn: Day | null;
  readonly maxExtendedDueOn: Day | null;
  readonly reconsiderationLastDay: Day | null;
  readonly litigationLastDay: Day | null;
};
export type ClockDateName = keyof ClockDates;

/** Everything that the statutory clock says of one file. Computed from facts, never stored as truth. */
export type ReplyClock = ClockDates & {
  readonly stage: ClockStage;
  /** Day 0 of the running period: receipt, corrected receipt, payment or the order of a new reply. */
  readonly startsOn: Day | null;
  /** The due day before the extension. */
  readonly unextendedDueOn: Day | null;
  readonly extendedBy: number;
  /** Working days of consultation between the start and the due day. */
  readonly excludedWorkingDays: number;
  /** Whether a day that now counts rests on no published notice. */
  readonly provisional: boolean;
  /** Whether an opinion is being waited for. */
  readonly consulting: boolean;
  /** A notice to correct that was issued after its seven working days. */
  readonly lateClarification: boolean;
  /** The completing act: posting, signature, arrival, or what closed the file. */
  readonly completedOn: Day | null;
  readonly completion: ClockCourse['completion'];
  /** Whether the completing act was no later than the due day; null while it is open. */
  readonly onTime: boolean | null;
  readonly course: ClockCourse;
  readonly excluded: readonly ExcludedDays[];
};

const date = (day: DayNumber | null): Day | null => (day === null ? null : dateOfDay(day));

function consultationDueOf(course: ClockCourse): DayNumber | null {
  let [open, last]: [DayNumber | null, DayNumber | null] = [null, null];
  for (const consultation of course.consultations) {
    const due = opinionDueOf(course.calendar, consultation);
    if (due === null) continue;
    if (consultation.answered === null && (open === null || due < open)) open = due;
    last = due;
  }
  return open ?? last;
}

function isOnTime({ completed, completion }: ClockCourse, due: DayNumber | null): boolean | null {
  if (completed === null) return null;
  // A file that lapses does so while its clock stands still.
  if (completion === 'clarification-lapsed' || completion === 'fee-lapsed') return true;
  return due === null || completed <= due;
}

/**
 * The clock of a file in a calendar. Total: whatever was recorded gets its dates, also after the calendar changed under it;
 * whether an act may be recorded is asked of `refusalOf`. Throws `OutsideCalendar` where a period leaves the calendar.
 */
export function replyClock(
  file: ClockFile,
  calendar: WorkingCalendar,
  readings: ClockReadings = PRESET_READINGS,
): ReplyClock {
  const course = courseOf(file, calendar, readings);
  const { receipt, anchor, clarification, delivered } = course;
  const excluded = excludedDaysOf(course);
  const extendedBy = course.extension?.workingDays ?? 0;
  const unextended = dueOf(course, excluded, 0);
  const due = extendedBy === 0 ? unextended : dueOf(course, excluded, extendedBy);
  const noticeDue =
    receipt.kind === 'received'
      ? nthWorkingDayNumber(calendar, receipt.on, PERIODS['clarification-notice'].length)
      : null;
  const correctionDue = clarification === null ? null : clarificationDueOf(calendar, clarification);
  const opinionDue = consultationDueOf(course);
  const paymentDue = paymentDueOf(course);
  let excludedWorkingDays = 0;
  if (anchor !== null && due !== null)
    for (const { after, through } of excluded)
      excludedWorkingDays += workingDaysBetween(calendar, Math.max(after, anchor), Math.min(through, due));
  const beyond = (day: DayNumber | null) => day !== null && isProvisionalDay(calendar, day);
  return {
    stage: course.stage,
    receivedOn: receipt.kind === 'received' ? dateOfDay(receipt.on) : null,
    startsOn: date(anchor),
    clarificationNoticeDueOn: date(noticeDue),
    applicantClarificationDueOn: date(correctionDue),
    consultationDueOn: date(opinionDue),
    paymentDueOn: date(paymentDue),
    replyDueOn: date(due),
    unextendedDueOn: date(unextended),
    maxExtendedDueOn: date(dueOf(course, excluded, PERIODS.extension.length)),
    extendedBy,
    excludedWorkingDays,
    provisional: beyond(due) || beyond(correctionDue) || beyond(opinionDue) || beyond(paymentDue),
    consulting: course.consultations.some(({ answered }) => answered === null),
    lateClarification: clarification !== null && noticeDue !== null && clarification.requested > noticeDue,
    completedOn: date(course.completed),
    completion: course.completion,
    onTime: isOnTime(course, due),
    reconsiderationLastDay:
      delivered === null ? null : dateOfDay(periodEndNumber(calendar, PERIODS.reconsideration, delivered)),
    litigationLastDay: delivered === null ? null : dateOfDay(periodEndNumber(calendar, PERIODS.litigation, delivered)),
    course,
    excluded,
  };
}

/** A due day by another reading of a contested point. */
export type OtherReading = { readonly point: ContestedPointName; readonly reading: string; readonly replyDueOn: Day };

/** The earlier due days that other readings give; the first is the earliest. Empty where none does. */
export function earlierReadings(file: ClockFile, clock: ReplyClock): readonly OtherReading[] {
  const { replyDueOn, course } = clock;
  if (replyDueOn === null) return [];
  const found: OtherReading[] = [];
  for (const point of CONTESTED_POINT_NAMES)
    for (const reading of Object.keys(CONTESTED_POINTS[point].readings)) {
      if (reading === course.readings[point]) continue;
      const readings = { ...course.readings, [point]: reading } as ClockReadings;
      const other = replyClock(file, course.calendar, readings).replyDueOn;
      if (other !== null && Temporal.PlainDate.compare(other, replyDueOn) < 0)
        found.push({ point, reading, replyDueOn: other });
    }
  return found.toSorted((one, other) => Temporal.PlainDate.compare(one.replyDueOn, other.replyDueOn));
}

/** The office's own stricter target: the due day as if received on the first day that is known of the application. */
export function internalTargetOf(file: ClockFile, clock: ReplyClock): Day | null {
  const first = earliestDayOf(file.receipt);
  const { course, replyDueOn } = clock;
  if (first === null || replyDueOn === null || course.startedBy !== 'receipt' || first >= course.anchor!) return null;
  return date(dueOf({ ...course, anchor: first }, clock.excluded, clock.extendedBy));
}

const DATE_NAMES = [
  'clarificationNoticeDueOn',
  'applicantClarificationDueOn',
  'consultationDueOn',
  'paymentDueOn',
  'replyDueOn',
  'maxExtendedDueOn',
  'reconsiderationLastDay',
  'litigationLastDay',
] as const satisfies readonly ClockDateName[];

export const CLOCK_DATE_LABEL = {
  receivedOn: '收到申请之日',
  clarificationNoticeDueOn: '告知补正的最后一日',
  applicantClarificationDueOn: '申请人补正的最后一日',
  consultationDueOn: '答复征求意见的最后一日',
  paymentDueOn: '缴费的最后一日',
  replyDueOn: '答复的最后一日',
  maxExtendedDueOn: '最长可以延期到',
  reconsiderationLastDay: '申请行政复议的最后一日',
  litigationLastDay: '提起行政诉讼的最后一日',
} as const satisfies Record<ClockDateName, string>;

/** The dates of a clock that rest on no published notice. */
export function provisionalDatesOf(clock: ReplyClock): readonly ClockDateName[] {
  const until = clock.course.calendar.coverageUntil;
  return DATE_NAMES.filter(name => {
    const day = clock[name];
    return day !== null && Temporal.PlainDate.compare(day, until) > 0;
  });
}

export type ClockMove = { readonly date: ClockDateName; readonly from: Day | null; readonly to: Day | null };

/** Which dates differ between two clocks of one file, as after a change of the calendar. */
export function clockMoves(before: ReplyClock, after: ReplyClock): readonly ClockMove[] {
  return (['receivedOn', ...DATE_NAMES] as const).flatMap(name => {
    const [from, to] = [before[name], after[name]];
    const same = from === null || to === null ? from === to : from.equals(to);
    return same ? [] : [{ date: name, from, to }];
  });
}
