/** What kind of act changes the calendar. A later notice prevails over an earlier one, day by day. */
export const NOTICE_KINDS = ['yearly', 'amendment', 'emergency', 'local'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_KIND_LABEL = {
  yearly: '年度放假安排',
  amendment: '对年度安排的调整',
  emergency: '临时延长或者变更',
  local: '民族自治地方等的地方性节假日',
} as const satisfies Record<NoticeKind, string>;

/** A run of days off, under the holiday's name. Days are ISO dates; both ends belong to it. */
export type Holiday = { readonly name: string; readonly from: string; readonly to: string };

/** 调休上班: a day of a weekend that is worked to make up for a day of the holiday. */
export type MakeUpDay = { readonly name: string; readonly on: string };

/** A notice that settles days of the working calendar (国务院办公厅关于…部分节假日安排的通知). */
export type HolidayNotice = {
  readonly kind: NoticeKind;
  /** The year that a yearly notice settles; of the others, the year of their days. */
  readonly year: number;
  readonly title: string;
  /** 发文字号; null is not known. */
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly MakeUpDay[];
  /** Days that go back to what their weekday makes of them: a holiday or a make-up day taken back. */
  readonly ordinaryDays: readonly string[];
};

/** The notice as it is cited: title and number, or title alone. */
export function noticeText({ title, number }: HolidayNotice): string {
  return number === null ? `《${title}》` : `《${title}》（${number}）`;
}
