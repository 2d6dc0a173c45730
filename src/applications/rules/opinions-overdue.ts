import { dateOfDay, dayNumberOf } from '../../calendar/day-number.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { opinionDueOf } from './clock-course.ts';
import type { Application, Consultation } from './fold.ts';

type Day = Temporal.PlainDate;

/** A consultation whose fifteen working days are over without an answer, and their last day. */
export type OverdueOpinion = { readonly consultation: Consultation; readonly dueOn: Day };

/**
 * The consultations that ended in silence before `today`: the period runs from the day on which the party received the letter, so one
 * whose delivery is not known does not end.
 */
export function opinionsOverdue(
  { consultations }: Pick<Application, 'consultations'>,
  calendar: WorkingCalendar,
  today: Day,
): readonly OverdueOpinion[] {
  return consultations.flatMap(consultation => {
    const { consulted, issuedOn, receivedOn, answeredOn } = consultation;
    if (receivedOn === null || answeredOn !== null) return [];
    const due = opinionDueOf(calendar, {
      party: consulted,
      name: null,
      issued: dayNumberOf(issuedOn),
      received: dayNumberOf(receivedOn),
      answered: null,
    });
    return due !== null && due < dayNumberOf(today) ? [{ consultation, dueOn: dateOfDay(due) }] : [];
  });
}
