import { z } from 'zod';
import { CHANNELS } from '../applications/rules/channel.ts';
import { dayOfEvent } from '../applications/rules/clock-events.ts';
import type { ClockEvent, ClockFile } from '../applications/rules/clock-events.ts';
import { CLARIFICATION_DAYS } from '../applications/rules/contested-points.ts';
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

type Day = Temporal.PlainDate;

/** A log that somebody keeps has dozens of acts, not thousands. */
const MOST_ACTS = 500;

const day = z
  .string('应为 2025-09-30 这样的日期')
  .regex(/^\d{4}-\d{2}-\d{2}$/, '应为 2025-09-30 这样的日期')
  .transform((text, context): Day => {
    try {
      const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
      const { countsFrom, countsUntil } = NATIONAL_CALENDAR;
      const inside =
        Temporal.PlainDate.compare(date, countsFrom) >= 0 && Temporal.PlainDate.compare(date, countsUntil) <= 0;
      if (inside) return date;
      context.addIssue({
        code: 'custom',
        message: `不在工作日历的范围内（${countsFrom.toString()} 至 ${countsUntil.toString()}）`,
      });
    } catch {
      context.addIssue({ code: 'custom', message: '这一天不存在' });
    }
    return z.NEVER;
  });
const optionalDay = day.nullish().transform(value => value ?? null);
const workingDays = (most: number) =>
  z.int('应为整数').min(1, '应不少于1个工作日').max(most, `应不超过${most}个工作日`);
const consultation = z
  .string('应为文字')
  .max(100, '应不超过100字')
  .nullish()
  .transform(value => value ?? null);

/** One act as the file gives it. What the law makes of it is not asked here: an extension of 30 days can be written. */
const ACTS = {
  'clarification-requested': z.object({
    on: day,
    deliveredOn: optionalDay,
    workingDays: workingDays(1000).default(CLARIFICATION_DAYS.preset),
  }),
  'clarification-notice-delivered': z.object({ on: day }),
  'clarification-prolonged': z.object({ on: day.optional(), until: day }),
  'clarification-received': z.object({ on: day }),
  'clarification-lapsed': z.object({ on: day }),
  'reasons-demanded': z.object({ on: day }),
  'reasons-received': z.object({ on: day }),
  deferred: z.object({ on: day, until: day }),
  'third-party-consulted': z.object({ on: day, receivedOn: optionalDay, consultation }),
  'agency-consulted': z.object({ on: day, receivedOn: optionalDay, consultation }),
  'consultation-delivered': z.object({ on: day, consultation }),
  'third-party-answered': z.object({ on: day, consultation }),
  'agency-answered': z.object({ on: day, consultation }),
  extended: z.object({ on: optionalDay, notifiedOn: day, workingDays: z.number('应为数字') }),
  'fee-noticed': z.object({ on: day, receivedOn: optionalDay }),
  'fee-notice-delivered': z.object({ on: day }),
  'fee-paid': z.object({ on: day }),
  'fee-waived': z.object({ on: day }),
  'fee-lapsed': z.object({ on: day }),
  replied: z.object({ on: day, postedOn: optionalDay, deliveredOn: optionalDay }),
  'reply-delivered': z.object({ on: day }),
  withdrawn: z.object({ on: day }),
  'closed-otherwise': z.object({ on: day }),
  'reply-ordered': z.object({ on: day, dueOn: optionalDay }),
} as const satisfies Record<ClockEvent['kind'], z.ZodType>;

const KINDS = Object.keys(ACTS) as [ClockEvent['kind'], ...ClockEvent['kind'][]];

const file = z.object(
  {
    channel: z.enum(CHANNELS, `收到渠道应为 ${CHANNELS.join('、')} 之一`),
    submittedOn: optionalDay,
    arrivedOn: optionalDay,
    signedOn: optionalDay,
    confirmedOn: optionalDay,
    acts: z
      .array(
        z.looseObject({ act: z.enum(KINDS, `不认识这种行为，可以写 ${KINDS.join('、')}`) }, '应为一个对象'),
        '应为数组',
      )
      .max(MOST_ACTS, `超过${MOST_ACTS}项`)
      .default([]),
  },
  '应为一个 JSON 对象',
);

/** The place of a problem in words: acts[1].on is 第2个行为的 on. */
function placeOf(path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  if (first === 'acts' && typeof index === 'number')
    return `第${index + 1}个行为${rest.length > 0 ? `的 ${rest.join('.')} ` : ''}`;
  return path.length === 0 ? '文件内容' : `${path.map(String).join('.')} `;
}

function problemOf(error: z.ZodError, at: readonly PropertyKey[] = []): string {
  const issue = error.issues[0]!;
  return `${placeOf([...at, ...issue.path])}${issue.message}，请改正后重试`;
}

function eventOf(kind: ClockEvent['kind'], input: unknown, index: number): Result<ClockEvent, string> {
  const parsed = ACTS[kind].safeParse(input);
  if (!parsed.success) return refuse(problemOf(parsed.error, ['acts', index]));
  const facts = parsed.data;
  if (kind === 'extended') {
    const { on, notifiedOn, workingDays: more } = facts as z.output<(typeof ACTS)['extended']>;
    return ok({ kind, approvedOn: on, notifiedOn, workingDays: more });
  }
  return ok({ ...facts, kind } as ClockEvent);
}

/** Reads the facts of a file from foreign JSON; refuses with one sentence what is none, and acts out of the order of their days. */
export function readClockFile(input: unknown): Result<ClockFile, string> {
  const parsed = file.safeParse(input);
  if (!parsed.success) return refuse(problemOf(parsed.error));
  const { acts, ...receipt } = parsed.data;
  const events: ClockEvent[] = [];
  let latest: Day | null = null;
  for (const [index, act] of acts.entries()) {
    const event = eventOf(act.act, act, index);
    if (!event.ok) return event;
    events.push(event.value);
    if (event.value.kind === 'clarification-prolonged') continue;
    const on = dayOfEvent(event.value);
    if (latest !== null && Temporal.PlainDate.compare(on, latest) < 0)
      return refuse(
        `第${index + 1}个行为的日期 ${on.toString()} 早于前一个行为的 ${latest.toString()}，行为应按日期先后排列，请改正后重试`,
      );
    latest = on;
  }
  return ok({ receipt, events });
}
