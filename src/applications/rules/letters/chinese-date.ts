/** 2026年1月5日: Arabic figures, without leading noughts (GB/T 9704—2012, 7.3.5). */
export function chineseDate(day: Temporal.PlainDate): string {
  return `${day.year}年${day.month}月${day.day}日`;
}

/** The date of a letter that is not signed yet: the year stands, month and day are left open. */
export function openDate(day: Temporal.PlainDate): string {
  return `${day.year}年　月　日`;
}
