import { dayNumberOf } from '../../../calendar/day-number.ts';
import { workingDaysBetween } from '../../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';
import type { AnsweredEntry } from '../../../applications/store/answered.register.store.ts';
import { registrationNumber } from '../../../applications/rules/case-file.ts';
import { OUTCOME_GROUPS, OUTCOME_ROWS_2021, outcomeGroupOf } from '../../../law/report-form/table-three.ts';
import type { OutcomeRow } from '../../../law/report-form/table-three.ts';
import { checkPrivateData } from '../../../proofreading/private-data/check-private-data.ts';
import type { ResultChoice } from './answered-query.ts';

/** A line of the public list. */
export type AnsweredLine = {
  readonly number: string;
  readonly agency: string;
  readonly subject: string;
  readonly result: string;
  readonly receivedOn: string;
  readonly settledOn: string;
  /** Working days from receipt to the answer. */
  readonly days: number | null;
  readonly promoted: boolean;
};

const HIDDEN = '（事项含有个人信息，不显示）';
const SUBJECT_LENGTH = 80;

/** The matter in a line; with anything in it that could tell of a person, nothing of it. */
export function publicSubject({ title, description }: Pick<AnsweredEntry, 'title' | 'description'>): string {
  const subject = (title ?? description).replaceAll(/\s+/g, ' ');
  if (checkPrivateData(subject, []).length > 0) return HIDDEN;
  return subject.length > SUBJECT_LENGTH ? `${subject.slice(0, SUBJECT_LENGTH)}……` : subject;
}

const plainLabel = (label: string) => label.replace(/^（.）/, '');

/** 予以公开, 部分公开, 不予公开 …: the group of the form. */
export function resultText(outcome: OutcomeRow): string {
  if (outcome === 'granted') return '予以公开';
  if (outcome === 'partly-granted') return '部分公开';
  const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(outcome));
  return group === undefined ? '' : plainLabel(group.label);
}

/** The rows of the form behind a choice of the filter. */
export function outcomesOf(result: ResultChoice): readonly OutcomeRow[] {
  return OUTCOME_ROWS_2021.filter(row => row === result || outcomeGroupOf(row) === result);
}

export function answeredLine(entry: AnsweredEntry, agencyName: string, calendar: WorkingCalendar): AnsweredLine {
  const { receivedOn, settledOn } = entry;
  return {
    number: registrationNumber(entry),
    agency: agencyName,
    subject: publicSubject(entry),
    result: resultText(entry.outcome),
    receivedOn: receivedOn?.toString() ?? '',
    settledOn: settledOn.toString(),
    days: receivedOn === null ? null : workingDaysBetween(calendar, dayNumberOf(receivedOn), dayNumberOf(settledOn)),
    promoted: entry.promoted,
  };
}
