import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Entry, ReviewStep } from './application-log.ts';
import { clockFileOf } from './clock-file.ts';
import type { ClockReadings } from './contested-points.ts';
import { nextStepOf } from './fold.ts';
import type { Application } from './fold.ts';
import { outcomeOfSettlement } from './outcome.ts';
import type { Projection, WaitsFor } from './projection.ts';
import { replyClock } from './reply-clock.ts';
import type { ReplyClock } from './reply-clock.ts';
import { isOpen } from './stage.ts';

type Day = Temporal.PlainDate;
type Turn = { readonly waitsFor: WaitsFor | null; readonly nextDueOn: Day | null };

/** Whose turn it is, and by which day. A consultation that is open makes the agency wait, while nothing else can go on. */
function turnOf(application: Application, clock: ReplyClock): Turn {
  switch (application.stage) {
    case 'settled':
    case 'archived':
    case 'split':
      return { waitsFor: null, nextDueOn: null };
    case 'awaiting-clarification':
      return { waitsFor: 'applicant', nextDueOn: clock.applicantClarificationDueOn };
    case 'awaiting-payment':
      return { waitsFor: 'applicant', nextDueOn: clock.paymentDueOn };
    case 'awaiting-confirmation':
      return { waitsFor: 'agency', nextDueOn: application.intake.arrivedOn ?? application.intake.submittedOn };
    case 'awaiting-reasons':
      return { waitsFor: 'applicant', nextDueOn: clock.replyDueOn };
    case 'in-hand':
    case 'in-approval':
    case 'awaiting-delivery': {
      const open = application.consultations.find(({ answeredOn }) => answeredOn === null);
      if (open === undefined || application.stage !== 'in-hand')
        return { waitsFor: 'agency', nextDueOn: clock.replyDueOn };
      return {
        waitsFor: open.consulted === 'agency' ? 'other-agency' : 'third-party',
        nextDueOn: clock.consultationDueOn ?? clock.replyDueOn,
      };
    }
  }
}

/** The steps that somebody has to take on letters in review. */
function reviewStepsOf({ letters }: Application): readonly ReviewStep[] {
  return [...new Set(letters.flatMap(letter => nextStepOf(letter) ?? []))];
}

/** What lists and counts show of an application, computed from its log alone. */
export function projectionOf(
  application: Application,
  log: readonly Entry[],
  calendar: WorkingCalendar,
  readings: ClockReadings,
): Projection {
  const clock = replyClock(clockFileOf(log), calendar, readings);
  const { settlement, stage } = application;
  const open = isOpen(stage);
  return {
    version: application.version,
    stage,
    handler: application.handler,
    applicantKind: application.applicantKind,
    channel: application.intake.channel,
    receivedOn: clock.receivedOn,
    replyDueOn: clock.replyDueOn,
    ...turnOf(application, clock),
    provisional: open && clock.provisional,
    reviewSteps: reviewStepsOf(application),
    settledOn: settlement?.on ?? null,
    outcome: settlement === null || application.caseKind !== 'information' ? null : outcomeOfSettlement(settlement),
    doneLate: settlement === null || clock.onTime === null ? null : !clock.onTime,
  };
}
