import { dayNumberOf } from '../../calendar/day-number.ts';
import { nthWorkingDay, workingDaysBetween } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Citation } from '../../law/citation.ts';
import { interpretationDueOn } from './interpretation.ts';
import { PUBLICITY_BASIS } from './publicity.ts';

type Day = Temporal.PlainDate;

/** What an agency owes with an item, by a day. */
export const OBLIGATION_KINDS = [
  'publish',
  'interpret',
  'reassess',
  'review-emergency',
  'mend',
  'end-publicity',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

type ObligationFacts = { readonly label: string; readonly basis: Citation | null };

/** Where the duty comes from; null where it is practice and not law (自设). */
export const OBLIGATIONS = {
  publish: { label: '主动公开', basis: { source: 'disclosure', article: 26 } },
  interpret: { label: '政策解读', basis: null },
  reassess: { label: '定期评估不予公开的信息', basis: { source: 'disclosure', article: 18 } },
  'review-emergency': { label: '应急发布补审', basis: { source: 'disclosure', article: 17 } },
  mend: { label: '改正复查发现的问题', basis: null },
  'end-publicity': { label: '公示期满（系统自动处理）', basis: PUBLICITY_BASIS },
} as const satisfies Record<ObligationKind, ObligationFacts>;

export const URGENCIES = ['overdue', 'near', 'open'] as const;
export type ObligationUrgency = (typeof URGENCIES)[number];
export const OBLIGATION_URGENCY_LABEL = {
  overdue: '逾期',
  near: '临期',
  open: '未到期',
} as const satisfies Record<ObligationUrgency, string>;

/** An obligation on a day: how near its end is, in working days (negative once it has passed). */
export type ObligationState = { readonly urgency: ObligationUrgency; readonly workingDaysLeft: number };

/** Where an obligation stands on a day; `near` is how many working days before its end it is called near. */
export function obligationStateOn(dueOn: Day, today: Day, near: number, calendar: WorkingCalendar): ObligationState {
  const [due, now] = [dayNumberOf(dueOn), dayNumberOf(today)];
  if (now > due) return { urgency: 'overdue', workingDaysLeft: -workingDaysBetween(calendar, due, now) };
  const workingDaysLeft = workingDaysBetween(calendar, now, due);
  return { urgency: workingDaysLeft <= near ? 'near' : 'open', workingDaysLeft };
}

/** The facts of an item from which its obligations follow. */
export type ObligedItem = {
  readonly publishBy: Day | null;
  readonly publishedOn: Day | null;
  readonly isWithheldOrClosed: boolean;
  readonly normative: boolean;
  readonly interpreted: boolean;
  readonly interpretationDemanded: boolean;
  readonly isPublic: boolean;
  readonly reassessBy: Day | null;
  readonly emergencyOpen: boolean;
  readonly mendBy: Day | null;
  /** The last day of a 公示 that is still to end; null where none is. */
  readonly publicityEndsOn: Day | null;
};

/** What is owed with an item, and by when. A working day after an emergency its review is due: that is ours, the law sets none. */
export function obligationsOf(
  item: ObligedItem,
  calendar: WorkingCalendar,
): readonly { readonly kind: ObligationKind; readonly dueOn: Day }[] {
  const { publishBy, publishedOn, reassessBy } = item;
  const owed: { readonly kind: ObligationKind; readonly dueOn: Day }[] = [];
  if (publishedOn === null && publishBy !== null && !item.isWithheldOrClosed)
    owed.push({ kind: 'publish', dueOn: publishBy });
  if (reassessBy !== null) owed.push({ kind: 'reassess', dueOn: reassessBy });
  if (publishedOn === null) return owed;
  if (item.mendBy !== null) owed.push({ kind: 'mend', dueOn: item.mendBy });
  if (item.publicityEndsOn !== null) owed.push({ kind: 'end-publicity', dueOn: item.publicityEndsOn });
  if (item.emergencyOpen) owed.push({ kind: 'review-emergency', dueOn: nthWorkingDay(calendar, publishedOn, 1) });
  if (item.isPublic && item.normative && item.interpretationDemanded && !item.interpreted)
    owed.push({ kind: 'interpret', dueOn: interpretationDueOn(publishedOn, calendar) });
  return owed;
}
