import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { ItemId } from '../ids.ts';
import { obligationStateOn } from '../obligations.ts';
import type { EntryState } from './catalogue-act.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { dayAfter, deadlineDay, endOfCycle, startOfCycle } from './deadline.ts';
import type { Cycle, Deadline } from './deadline.ts';

type Day = Temporal.PlainDate;

/** An item that is linked to an entry, as far as the entry is concerned. */
export type LinkedItem = {
  readonly item: ItemId;
  /** On whose behalf; null where the entry names nobody here. */
  readonly agency: AgencyCode | null;
  /** 公开时限基准日. */
  readonly formedOn: Day;
  readonly publishedOn: Day | null;
  /** The last day on which its public text was made or changed. */
  readonly touchedOn: Day | null;
  readonly isPublic: boolean;
  /** A draft that may still become public; not one that was withheld, removed or filed away. */
  readonly isOpen: boolean;
};

export const OCCASION_STATES = ['on-time', 'late', 'overdue', 'near', 'open'] as const;
export type OccasionState = (typeof OCCASION_STATES)[number];
export const OCCASION_STATE_LABEL = {
  'on-time': '已按时公开',
  late: '逾期公开',
  overdue: '逾期未公开',
  near: '临期',
  open: '未到期',
} as const satisfies Record<OccasionState, string>;

/** One thing that an entry demands of an agency by a day. */
export type Occasion = {
  /** What it is about: 2026年第3季度, an event, a document that is being drafted. */
  readonly about: string | null;
  readonly dueOn: Day;
  readonly item: ItemId | null;
  readonly state: OccasionState;
  /** Working days until the day it is due, or by which it was or is late (negative). */
  readonly workingDaysLeft: number;
};

/** How an entry stands for an agency. Every duty is one of these. */
export const STANDINGS = ['fulfilled', 'late', 'empty', 'set-aside'] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_LABEL = {
  fulfilled: '已公开',
  late: '逾期',
  empty: '空白',
  'set-aside': '不适用',
} as const satisfies Record<Standing, string>;

/** What an entry demands of one agency, and what there is. */
export type Duty = {
  readonly agency: AgencyCode | null;
  readonly standing: Standing;
  /** Why it does not apply; null where it does. */
  readonly reason: string | null;
  /** Of the last year, the earliest due first. */
  readonly occasions: readonly Occasion[];
  /** Linked items that are public. */
  readonly items: readonly LinkedItem[];
};

export type DutyTime = {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  /** Working days before its end at which an occasion is called near. */
  readonly near: number;
  /** Working days after the end of a period within which what belongs to it is published; the catalogue may name its own. */
  readonly grace: number;
};

const compare = (one: Day, other: Day): number => Temporal.PlainDate.compare(one, other);
const byDay = (one: { readonly dueOn: Day }, other: { readonly dueOn: Day }) => compare(one.dueOn, other.dueOn);

/** Obligations of more than a year ago say nothing of how things stand. */
const windowFrom = (today: Day): Day => today.subtract({ years: 1 });

function settledState(publishedOn: Day, dueOn: Day, time: DutyTime): Pick<Occasion, 'state' | 'workingDaysLeft'> {
  const { urgency, workingDaysLeft } = obligationStateOn(dueOn, publishedOn, time.near, time.calendar);
  return { state: urgency === 'overdue' ? 'late' : 'on-time', workingDaysLeft };
}

const openState = (dueOn: Day, { today, near, calendar }: DutyTime): Pick<Occasion, 'state' | 'workingDaysLeft'> => {
  const { urgency, workingDaysLeft } = obligationStateOn(dueOn, today, near, calendar);
  return { state: urgency, workingDaysLeft };
};

const PERIOD_NAME = {
  month: ({ year, month }: Day) => `${year}年${month}月`,
  quarter: ({ year, month }: Day) => `${year}年第${month / 3}季度`,
  'half-year': ({ year, month }: Day) => `${year}年${month === 6 ? '上' : '下'}半年`,
  year: ({ year }: Day) => `${year}年`,
} as const satisfies Record<Cycle, (end: Day) => string>;

type Period = { readonly about: string; readonly from: Day; readonly dueOn: Day };

/** The periods that end on or after a day and have begun, as long as the calendar counts. */
function periodsOf(deadline: Deadline & { kind: 'periodic' | 'yearly-by' }, since: Day, time: DutyTime): Period[] {
  const { today, calendar, grace } = time;
  const periods: Period[] = [];
  if (deadline.kind === 'yearly-by') {
    for (let { year } = since; year <= today.year + 1; year += 1) {
      const dueOn = Temporal.PlainDate.from({ year, month: deadline.month, day: deadline.day });
      const from = dueOn.subtract({ years: 1 }).add({ days: 1 });
      if (compare(dueOn, since) >= 0 && compare(from, today) <= 0) periods.push({ about: `${year}年`, from, dueOn });
    }
    return periods;
  }
  const { every, within } = deadline;
  for (let end = endOfCycle(since, every); ; end = endOfCycle(end.add({ days: 1 }), every)) {
    const from = startOfCycle(end, every);
    if (compare(from, today) > 0) return periods;
    const after = within ?? { length: grace, unit: 'working-day' as const };
    periods.push({ about: PERIOD_NAME[every](end), from, dueOn: dayAfter(end, after, calendar) });
  }
}

/**
 * Gives each period one publication: first those that came within their period's time, as many as can, then what is left over to
 * periods that had none, as late. A missed period so does not make the ones after it late.
 */
function occasionsOfPeriods(periods: readonly Period[], items: readonly LinkedItem[], time: DutyTime): Occasion[] {
  const left = items
    .filter(({ isPublic, publishedOn }) => isPublic && publishedOn !== null)
    .toSorted((one, other) => compare(one.publishedOn!, other.publishedOn!));
  const given = new Map<Period, LinkedItem>();
  const give = (period: Period, fits: (publishedOn: Day) => boolean) => {
    const at = left.findIndex(({ publishedOn }) => fits(publishedOn!));
    if (at >= 0) given.set(period, left.splice(at, 1)[0]!);
  };
  for (const period of periods) give(period, on => compare(on, period.from) >= 0 && compare(on, period.dueOn) <= 0);
  for (const period of periods) if (!given.has(period)) give(period, on => compare(on, period.dueOn) > 0);
  return periods.map(period => {
    const { about, dueOn } = period;
    const item = given.get(period);
    return item === undefined
      ? { about, dueOn, item: null, ...openState(dueOn, time) }
      : { about, dueOn, item: item.item, ...settledState(item.publishedOn!, dueOn, time) };
  });
}

function occasionsOfEvents(
  deadline: Deadline & { kind: 'event' | 'display' },
  events: EntryState['events'],
  items: readonly LinkedItem[],
  time: DutyTime,
): Occasion[] {
  const { calendar } = time;
  // For a display the length is how long it is shown; when it must begin the catalogue does not say.
  const dueOf = (event: Day): Day | null =>
    deadline.kind === 'display' || compare(event, calendar.countsFrom) < 0
      ? null
      : deadlineDay(deadline, event, calendar);
  const left = items.toSorted((one, other) => compare(one.formedOn, other.formedOn));
  const noted = events
    .toSorted((one, other) => compare(one.on, other.on))
    .flatMap(({ on, title }): Occasion[] => {
      const at = left.findIndex(({ isPublic, publishedOn }) => isPublic && compare(publishedOn!, on) >= 0);
      const item = at < 0 ? undefined : left.splice(at, 1)[0]!;
      const dueOn = dueOf(on) ?? on;
      const state = item === undefined ? openState(dueOn, time) : settledState(item.publishedOn!, dueOn, time);
      return [{ about: title, dueOn, item: item?.item ?? null, ...state }];
    });
  const drafted = left.flatMap(({ item, formedOn, publishedOn, isPublic, isOpen }): Occasion[] => {
    const dueOn = dueOf(formedOn);
    if (dueOn === null || (!isPublic && !isOpen)) return [];
    const state = publishedOn === null ? openState(dueOn, time) : settledState(publishedOn, dueOn, time);
    return [{ about: null, dueOn, item, ...state }];
  });
  return [...noted, ...drafted];
}

/** Something that stands for long must be there soon after the catalogue was adopted, and be looked at once a year. */
function occasionsOfStanding(
  reviewedOn: Day | null,
  items: readonly LinkedItem[],
  adoptedOn: Day,
  time: DutyTime,
): Occasion[] {
  const shown = items.filter(({ isPublic }) => isPublic);
  const days = [...shown.flatMap(({ touchedOn }) => touchedOn ?? []), ...(reviewedOn === null ? [] : [reviewedOn])];
  const last = shown.length === 0 ? undefined : days.toSorted(compare).at(-1);
  if (last === undefined) {
    const dueOn = dayAfter(adoptedOn, { length: time.grace, unit: 'working-day' }, time.calendar);
    return [{ about: '首次公开', dueOn, item: null, ...openState(dueOn, time) }];
  }
  const dueOn = last.add({ years: 1 });
  return [{ about: '每年复核', dueOn, item: null, ...openState(dueOn, time) }];
}

/** What an entry demands of an agency on a day, and how it stands. `items` and `state` are those of the entry; only the agency's count. */
export function dutyOf(
  entry: Pick<CatalogueEntry, 'deadline' | 'ways'>,
  state: EntryState,
  agency: AgencyCode | null,
  allItems: readonly LinkedItem[],
  adoptedOn: Day,
  time: DutyTime,
): Duty {
  const isOwn = (one: { readonly agency: AgencyCode | null }) => one.agency === agency || one.agency === null;
  const items = allItems.filter(isOwn);
  const shown = items.filter(({ isPublic }) => isPublic);
  const aside = state.setAside.find(isOwn);
  const onApplication = entry.ways.length > 0 && !entry.ways.includes('proactive');
  if (aside !== undefined || onApplication)
    return { agency, standing: 'set-aside', reason: aside?.reason ?? '依申请公开', occasions: [], items: shown };

  const from = windowFrom(time.today);
  const since = compare(adoptedOn, from) < 0 ? from : adoptedOn;
  const deadline = state.deadline ?? entry.deadline;
  const events = state.events.filter(isOwn);
  const reviewedOn =
    state.reviewed
      .filter(isOwn)
      .map(({ on }) => on)
      .toSorted(compare)
      .at(-1) ?? null;
  const occasions = ((): readonly Occasion[] => {
    switch (deadline.kind) {
      case 'periodic':
      case 'yearly-by':
        return occasionsOfPeriods(periodsOf(deadline, since, time), items, time);
      case 'event':
      case 'display':
        return occasionsOfEvents(deadline, events, items, time);
      case 'standing':
        return occasionsOfStanding(reviewedOn, items, adoptedOn, time);
      case 'unclear':
        return [];
    }
  })()
    .filter(({ dueOn, state: at }) => at === 'overdue' || compare(dueOn, from) >= 0)
    .toSorted(byDay);
  const isLate = occasions.some(({ state: at }) => at === 'overdue');
  const standing = isLate ? 'late' : shown.length > 0 ? 'fulfilled' : 'empty';
  return { agency, standing, reason: null, occasions, items: shown };
}
