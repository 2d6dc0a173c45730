import type { Citation } from '../../law/citation.ts';

/** One way of reading a rule that the law leaves open; `why` says what speaks for it. */
export type Reading = { readonly text: string; readonly why: string };
export type ContestedPoint = {
  readonly question: string;
  /** Where the law leaves it open. */
  readonly basis: Citation;
  readonly readings: Readonly<Record<string, Reading>>;
  readonly preset: string;
};

/**
 * Points of counting on which the text is silent or practice differs. Each is a setting; where another reading than the chosen
 * one gives an earlier date, that date is shown beside it.
 */
export const CONTESTED_POINTS = {
  pause: {
    question: '征求意见所需时间从哪一天扣到哪一天',
    basis: { source: 'disclosure', article: 33, paragraph: 3 },
    readings: {
      'after-issue-through-end': {
        text: '发出征求意见书的次日起，到收到意见之日（逾期未答复的，到期限届满之日）',
        why: '条例只规定“所需时间不计算在内”，起止日未规定；期间开始之日不计入的通例',
      },
      'issue-day-too': { text: '发出征求意见书的当日也扣除', why: '较宽的理解，多扣一个工作日' },
    },
    preset: 'after-issue-through-end',
  },
  lateClarification: {
    question: '超过7个工作日才告知补正的，期限是否仍自收到补正之日重新计算',
    basis: { source: 'disclosure', article: 30 },
    readings: {
      restart: { text: '重新计算', why: '条例没有规定超期告知的后果' },
      'no-restart': { text: '不重新计算，自最初收到申请之日起算', why: '超期告知不应由申请人承担后果' },
    },
    preset: 'restart',
  },
  lateConfirmation: {
    question: '到达工作机构的当日没有确认的，以哪一天为收到之日',
    basis: { source: 'receipt', part: '第一部分' },
    readings: {
      'confirmation-day': { text: '双方确认之日', why: '条例第三十一条的文字' },
      'arrival-day': { text: '到达工作机构之日', why: '应当在当日联系确认，拖延不应由申请人承担' },
    },
    preset: 'confirmation-day',
  },
  onlineConfirmation: {
    question: '网上申请怎样算双方确认',
    basis: { source: 'disclosure', article: 31, item: 3 },
    readings: {
      manual: { text: '工作人员与申请人确认之日', why: '条例第三十一条的文字' },
      automatic: { text: '系统即时回执，提交之日即为确认之日', why: '机关在公开指南中这样公布的' },
    },
    preset: 'manual',
  },
  payment: {
    question: '缴费以后答复期限怎样计算',
    basis: { source: 'processing-fee', article: 6 },
    readings: {
      restart: { text: '自缴费完成的次日起重新计算', why: '管理办法第六条' },
      pause: { text: '只扣除等待缴费的时间，继续计算', why: '较严的理解' },
    },
    preset: 'restart',
  },
  reasons: {
    question: '要求申请人说明理由期间是否计算期限',
    basis: { source: 'disclosure', article: 35 },
    readings: {
      runs: { text: '照常计算', why: '条例没有规定扣除' },
      pauses: { text: '扣除至收到理由之日', why: '比照补正的理解' },
    },
    preset: 'runs',
  },
  extensionAfterRestart: {
    question: '期限重新计算以前已经延期的，能否再次延期',
    basis: { source: 'disclosure', article: 33, paragraph: 2 },
    readings: {
      'once-per-period': { text: '可以，每次重新计算后可以延期一次', why: '重新计算的是一个完整的期限' },
      'once-per-application': { text: '不可以，一件申请只能延期一次', why: '较严的理解' },
    },
    preset: 'once-per-period',
  },
} as const satisfies Record<string, ContestedPoint>;

export type ContestedPointName = keyof typeof CONTESTED_POINTS;
type ReadingOf<Name extends ContestedPointName> = Extract<keyof (typeof CONTESTED_POINTS)[Name]['readings'], string>;

/** The reading that an office has chosen on each point. */
export type ClockReadings = { readonly [Name in ContestedPointName]: ReadingOf<Name> };

export const PRESET_READINGS: ClockReadings = {
  pause: CONTESTED_POINTS.pause.preset,
  lateClarification: CONTESTED_POINTS.lateClarification.preset,
  lateConfirmation: CONTESTED_POINTS.lateConfirmation.preset,
  onlineConfirmation: CONTESTED_POINTS.onlineConfirmation.preset,
  payment: CONTESTED_POINTS.payment.preset,
  reasons: CONTESTED_POINTS.reasons.preset,
  extensionAfterRestart: CONTESTED_POINTS.extensionAfterRestart.preset,
};

export const CONTESTED_POINT_NAMES = Object.keys(CONTESTED_POINTS) as readonly ContestedPointName[];

/** The readings with one of them replaced; undefined where the text is no reading of that point. */
export function findReadings(
  readings: ClockReadings,
  name: ContestedPointName,
  reading: string,
): ClockReadings | undefined {
  return Object.hasOwn(CONTESTED_POINTS[name].readings, reading) ? { ...readings, [name]: reading } : undefined;
}

/** 补正期限: the law says 合理 alone (Art. 30). Working days; a shorter one than the floor is not offered. */
export const CLARIFICATION_DAYS = { preset: 15, floor: 5, most: 60 } as const;
