import { z } from 'zod';
import { periodEnd } from '../../calendar/period-end.ts';
import { OutsideCalendar } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Citation } from '../../law/citation.ts';

type Day = Temporal.PlainDate;

/** 民法典 counts periods: the day of the event is not counted. */
const COUNTED_BY: Citation = { source: 'civil-code', article: 201 };

const day = z.iso.date().transform(text => Temporal.PlainDate.from(text));

/** Personal data are kept no longer than their purpose needs: why a 公示 ends by itself. */
export const PUBLICITY_BASIS: Citation = { source: 'personal-information', article: 19 };

export const PUBLICITY_UNITS = ['working-day', 'natural-day', 'month'] as const;
export const PUBLICITY_UNIT_LABEL = {
  'working-day': '个工作日',
  'natural-day': '日（自然日）',
  month: '个月',
} as const satisfies Record<(typeof PUBLICITY_UNITS)[number], string>;

/** What becomes of the page when the period is over: it stays with a banner, or its address answers 410. */
export const PUBLICITY_ENDS = ['keep', 'remove'] as const;
export type PublicityEnd = (typeof PUBLICITY_ENDS)[number];
export const PUBLICITY_END_LABEL = {
  keep: '页面保留，标明“公示期已满”',
  remove: '自动删除，网址答复 410',
} as const satisfies Record<PublicityEnd, string>;

/** 公示: shown to the public for a period of its own, within which it can be objected to. */
export const PUBLICITY = z.strictObject({
  period: z.discriminatedUnion('kind', [
    /** Counted from the day after publication. */
    z.strictObject({
      kind: z.literal('length'),
      length: z.number().int().min(1).max(3660),
      unit: z.enum(PUBLICITY_UNITS),
    }),
    z.strictObject({ kind: z.literal('until'), on: day }),
  ]),
  /** 公示依据: why it is made public at all, names included. */
  basis: z.string().trim().min(1).max(150),
  /** To whom and how one objects. */
  objection: z.string().trim().min(1).max(300),
  atEnd: z.enum(PUBLICITY_ENDS),
});
export type Publicity = z.infer<typeof PUBLICITY>;

/**
 * The last day of a 公示 that was published on a day, counted as 民法典 counts: the day itself is not counted, and a last day of rest
 * gives way to the next working day. Null where the calendar does not reach so far.
 */
export function publicityEndOn({ period }: Publicity, publishedOn: Day, calendar: WorkingCalendar): Day | null {
  if (period.kind === 'until') return period.on;
  try {
    return periodEnd(calendar, { ...period, basis: COUNTED_BY }, publishedOn).lastDay;
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

/** The period in words: 5个工作日, 至2026-12-01. */
export function publicityPeriodText({ period }: Publicity): string {
  if (period.kind === 'until') return `至 ${period.on.toString()}`;
  return `${period.length}${PUBLICITY_UNIT_LABEL[period.unit].replace(/（.*）/u, '')}`;
}

/** What the address answers after a 公示 that does not stay. */
export const PUBLICITY_OVER = '公示期已满。公示的内容涉及个人信息的，期满以后不再公开。';
