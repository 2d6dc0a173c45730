import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Entry, ReviewStep } from './application-log.ts';
import type { ClockFile } from './clock-events.ts';
import { clockFileOf } from './clock-file.ts';
import type { ClockReadings } from './contested-points.ts';
import { countedSettlementOf, isCounted } from './counting.ts';
import { nextStepOf } from './fold.ts';
import type { Application } from './fold.ts';
import { outcomeOfSettlement } from './outcome.ts';
import type { DeliveryState, Projection, WaitsFor } from './projection.ts';
import type { ReceiptFacts } from './receipt.ts';
import { replyClock } from './reply-clock.ts';
import type { ReplyClock } from './reply-clock.ts';
import { isOpen } from './stage.ts';
import type { Stage } from './stage.ts';

type Day = Temporal.PlainDate;
type Turn = { readonly waitsFor: WaitsFor | null; readonly nextDueOn: Day | null };

/** Whose turn it is, and by which day. A consultation that is open makes the agency wait, while nothing else can go on. */
function turnOf(stage: Stage, receipt: ReceiptFacts, clock: ReplyClock): Turn {
  switch (stage) {
    case 'settled':
    case 'archived':
    case 'split':
      return { waitsFor: null, nextDueOn: null };
    case 'awaiting-clarification':
      return { waitsFor: 'applicant', nextDueOn: clock.applicantClarificationDueOn };
    case 'awaiting-payment':
      return { waitsFor: 'applicant', nextDueOn: clock.paymentDueOn };
    case 'awaiting-confirmation':
      return { waitsFor: 'agency', nextDueOn: receipt.arrivedOn ?? receipt.submittedOn };
    case 'awaiting-reasons':
      return { waitsFor: 'applicant', nextDueOn: clock.replyDueOn };
    case 'in-hand':
    case 'in-approval':
    case 'awaiting-delivery': {
      const open = clock.course.consultations.find(({ answered }) => answered === null);
      if (open === undefined || stage !== 'in-hand') return { waitsFor: 'agency', nextDueOn: clock.replyDueOn };
      return {
        waitsFor: open.party === 'agency' ? 'other-agency' : 'third-party',
        nextDueOn: clock.consultationDueOn ?? clock.replyDueOn,
      };
    }
  }
}

/** The part of a projection that depends on the calendar. */
export type DueDates = Pick<Projection, 'receivedOn' | 'replyDueOn' | 'nextDueOn' | 'waitsFor' | 'provisional'>;

function dueDatesBy(clock: ReplyClock, stage: Stage, file: ClockFile): DueDates {
  return {
    receivedOn: clock.receivedOn,
    replyDueOn: clock.replyDueOn,
    ...turnOf(stage, file.receipt, clock),
    provisional: isOpen(stage) && clock.provisional,
  };
}

/** The days that lists show of an application in a stage. */
export function dueDatesOf(
  stage: Stage,
  file: ClockFile,
  calendar: WorkingCalendar,
  readings: ClockReadings,
): DueDates {
  return dueDatesBy(replyClock(file, calendar, readings), stage, file);
}

/** The steps that somebody has to take on letters in review. */
function reviewStepsOf({ letters }: Application): readonly ReviewStep[] {
  return [...new Set(letters.flatMap(letter => nextStepOf(letter) ?? []))];
}

/** A letter that came back comes before one that is on its way. */
function deliveryOf({ letters }: Application): DeliveryState | null {
  if (letters.some(({ standing }) => standing === 'bounced')) return 'bounced';
  return letters.some(({ standing }) => standing === 'signed' || standing === 'dispatched') ? 'on-its-way' : null;
}

/** What lists and counts show of an application, computed from its log alone. */
export function projectionOf(
  application: Application,
  log: readonly Entry[],
  calendar: WorkingCalendar,
  readings: ClockReadings,
): Projection {
  const file = clockFileOf(log);
  const clock = replyClock(file, calendar, readings);
  const { settlement, stage } = application;
  const dueDates = dueDatesBy(clock, stage, file);
  const countedBy = countedSettlementOf(application, dueDates.receivedOn);
  return {
    version: application.version,
    stage,
    handler: application.handler,
    applicantKind: application.applicantKind,
    channel: application.intake.channel,
    ...dueDates,
    reviewSteps: reviewStepsOf(application),
    delivery: deliveryOf(application),
    settledOn: settlement?.on ?? null,
    outcome: settlement === null || application.caseKind !== 'information' ? null : outcomeOfSettlement(settlement),
    doneLate: settlement === null || clock.onTime === null ? null : !clock.onTime,
    counted: isCounted(application),
    countedOn: countedBy?.on ?? null,
    countedOutcome: countedBy?.outcome ?? null,
  };
}
