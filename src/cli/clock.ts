import { explanationOf } from '../applications/rules/clock-explanation.ts';
import type { ExplainedDay } from '../applications/rules/clock-explanation.ts';
import type { ClockFile } from '../applications/rules/clock-events.ts';
import { firstRefusalOf } from '../applications/rules/clock-refusals.ts';
import { lapsesOn, STANDING_LABEL, standingOf } from '../applications/rules/clock-standing.ts';
import { CLOCK_STAGE_LABEL } from '../applications/rules/clock-course.ts';
import { CONTESTED_POINTS } from '../applications/rules/contested-points.ts';
import type { Reading } from '../applications/rules/contested-points.ts';
import {
  CLOCK_DATE_LABEL,
  earlierReadings,
  internalTargetOf,
  provisionalDatesOf,
  replyClock,
} from '../applications/rules/reply-clock.ts';
import type { ClockDateName, OtherReading, ReplyClock } from '../applications/rules/reply-clock.ts';
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts';
import { OutsideCalendar } from '../calendar/working-calendar.ts';
import { citationText } from '../law/citation.ts';
import { readClockFile } from './clock-file.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { readInputFile } from './input-file.ts';
import { readDateOption, readOptions } from './options.ts';
import { readJsonText } from './settings-file.ts';

const USAGE = 'clock 文件.json [--today 年-月-日] [--json]';
const MOST_BYTES = 1024 * 1024;

const iso = (date: Temporal.PlainDate | null): string | null => date?.toString() ?? null;

/** Fields that are left out of the answer where there is no such day. */
const OPTIONAL = [
  'applicantClarificationDueOn',
  'consultationDueOn',
  'paymentDueOn',
  'reconsiderationLastDay',
  'litigationLastDay',
] as const satisfies readonly ClockDateName[];

const readingText = ({ point, reading }: OtherReading): Reading =>
  (CONTESTED_POINTS[point].readings as Readonly<Record<string, Reading>>)[reading]!;

type Answer = { readonly file: ClockFile; readonly clock: ReplyClock; readonly today: Temporal.PlainDate };

function answerOf({ file, clock, today }: Answer) {
  const optional = OPTIONAL.flatMap(name => (clock[name] === null ? [] : [[name, iso(clock[name])] as const]));
  const earlier = earlierReadings(file, clock);
  return {
    receivedOn: iso(clock.receivedOn),
    receiptBasis: citationText(clock.course.receipt.basis),
    receiptWhy: clock.course.receipt.why,
    clarificationNoticeDueOn: iso(clock.clarificationNoticeDueOn),
    ...Object.fromEntries(optional),
    startsOn: iso(clock.startsOn),
    replyDueOn: iso(clock.replyDueOn),
    unextendedDueOn: iso(clock.unextendedDueOn),
    maxExtendedDueOn: iso(clock.maxExtendedDueOn),
    extendedBy: clock.extendedBy,
    excludedWorkingDays: clock.excludedWorkingDays,
    provisional: clock.provisional,
    provisionalDates: provisionalDatesOf(clock),
    stage: clock.stage,
    stageName: CLOCK_STAGE_LABEL[clock.stage],
    consulting: clock.consulting,
    lateClarification: clock.lateClarification,
    standing: standingOf(clock, today),
    standingName: STANDING_LABEL[standingOf(clock, today)],
    today: iso(today),
    lapsesOn: iso(lapsesOn(clock)),
    completedOn: iso(clock.completedOn),
    ...(clock.onTime === null ? {} : { onTime: clock.onTime }),
    conservative:
      earlier.length === 0
        ? null
        : {
            replyDueOn: iso(earlier[0]!.replyDueOn),
            readings: earlier.map(other => ({
              point: other.point,
              reading: other.reading,
              question: CONTESTED_POINTS[other.point].question,
              text: readingText(other).text,
              replyDueOn: iso(other.replyDueOn),
            })),
          },
    internalTargetOn: iso(internalTargetOf(file, clock)),
    calendarVersion: clock.course.calendar.version,
    explanation: explanationOf(clock).map(({ date, counted, why, state, number, weekday, provisional }) => ({
      date: iso(date),
      counted,
      why,
      state,
      number,
      weekday,
      provisional,
    })),
  };
}

/** Runs of days of one kind on one line: 2025-10-01 至 2025-10-08　不计入　国庆节、中秋节. */
function runsOf(days: readonly ExplainedDay[]): readonly string[] {
  const runs: ExplainedDay[][] = [];
  for (const day of days) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.counted === day.counted && last.why === day.why) runs.at(-1)!.push(day);
    else runs.push([day]);
  }
  return runs.map(run => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const span =
      run.length === 1 ? `${iso(first.date)}（${first.weekday}）` : `${iso(first.date)} 至 ${iso(last.date)}`;
    const numbers = first.number === last.number ? `第${first.number}日` : `第${first.number}至${last.number}日`;
    return `    ${span}　${first.counted ? `计入，${numbers}` : '不计入'}　${first.why}`;
  });
}

function describe({ file, clock, today }: Answer): string {
  const names = [
    'receivedOn',
    'clarificationNoticeDueOn',
    ...OPTIONAL.slice(0, 3),
    'replyDueOn',
    'maxExtendedDueOn',
    ...OPTIONAL.slice(3),
  ] as const;
  const provisional = new Set(provisionalDatesOf(clock));
  const dates = names.flatMap(name =>
    clock[name] === null
      ? []
      : [`  ${CLOCK_DATE_LABEL[name]}　${iso(clock[name])}${provisional.has(name) ? '（暂定）' : ''}`],
  );
  const earlier = earlierReadings(file, clock).map(
    other =>
      `  另一种理解下更早到期　${iso(other.replyDueOn)}　${CONTESTED_POINTS[other.point].question}：${readingText(other).text}`,
  );
  const excluded = clock.excludedWorkingDays === 0 ? [] : [`  扣除　${clock.excludedWorkingDays}个工作日`];
  const receipt = clock.receivedOn === null ? [`  ${clock.course.receipt.why}`] : [];
  const days = runsOf(explanationOf(clock));
  return [
    `${CLOCK_STAGE_LABEL[clock.stage]}，${STANDING_LABEL[standingOf(clock, today)]}（${iso(today)}）`,
    ...receipt,
    ...dates,
    ...excluded,
    ...earlier,
    ...(days.length === 0 ? [] : ['  逐日计算', ...days]),
  ].join('\n');
}

export const clock: Command = {
  name: 'clock',
  usage: USAGE,
  summary: '一件申请的各个法定期限和逐日算法；已经逾期时退出码为 1',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, today: { type: 'string' } });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Refusal(`要写一个文件名，用法：gongkai ${USAGE}`);
    const today =
      values.today === undefined ? Temporal.Now.plainDateISO('Asia/Shanghai') : readDateOption('--today', values.today);
    const input = await readInputFile(path, terminal);
    if (!input.ok) throw new Refusal(`${input.problem.file}：${input.problem.message}`);
    const { name, bytes } = input.value;
    if (bytes.byteLength > MOST_BYTES) throw new Refusal(`${name}：文件超过 1 MB，不是一件申请的办理情况，请核对文件`);
    const text = new TextDecoder().decode(bytes);
    const file = readClockFile(readJsonText(name, '申请办理情况文件', text));
    if (!file.ok) throw new Refusal(`${name}：${file.problem}`);
    try {
      return report(file.value, name, today, values.json === true, terminal.out);
    } catch (error) {
      if (!(error instanceof OutsideCalendar)) throw error;
      throw new Refusal(
        `${name}：期限超出工作日历的范围（至 ${NATIONAL_CALENDAR.countsUntil.toString()} 为止），请核对日期`,
        { cause: error },
      );
    }
  },
};

function report(file: ClockFile, name: string, today: Temporal.PlainDate, json: boolean, out: (text: string) => void) {
  const refused = firstRefusalOf(file, NATIONAL_CALENDAR);
  if (refused !== null) {
    const place = refused.index === null ? '' : `第${refused.index + 1}个行为：`;
    throw new Refusal(`${name}：${place}${refused.message}（${citationText(refused.basis)}）`);
  }
  const answer: Answer = { file, clock: replyClock(file, NATIONAL_CALENDAR), today };
  out(json ? `${JSON.stringify(answerOf(answer))}\n` : `${describe(answer)}\n`);
  const standing = standingOf(answer.clock, today);
  return standing === 'overdue' || standing === 'done-late' ? 1 : 0;
}
