import type { Citation } from '../../law/citation.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'numerals' };
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DATE = /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/gu;
/** 202012月31日: the 年 is missing. */
const NO_YEAR_SIGN = /(?<!\d)((?:19|20)\d{2})(0?[1-9]|1[0-2])月\d{1,2}日/gu;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Dates that do not exist (13月, 2月30日), and dates whose 年 was dropped. */
export function checkDates(text: string): readonly Remark[] {
  const impossible = [...text.matchAll(DATE)]
    .filter(match => !exists(Number(match[1]), Number(match[2]), match[3] === undefined ? 1 : Number(match[3])))
    .map((match): Remark => ({
      level: 'warning',
      span: { start: match.index, end: match.index + match[0].length },
      message: `没有“${match[0]}”这个日期，请核对。`,
      suggestion: '',
      basis: BASIS,
    }));
  const unmarked = [...text.matchAll(NO_YEAR_SIGN)].map((match): Remark => ({
    level: 'warning',
    span: { start: match.index, end: match.index + match[0].length },
    message: `“${match[0]}”疑漏“年”字。`,
    suggestion: `改为“${match[1]!}年${match[0].slice(4)}”`,
    basis: BASIS,
  }));
  return [...impossible, ...unmarked];
}

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return month === 2 && !isLeap(year) ? day <= 28 : day <= DAYS[month - 1]!;
}
