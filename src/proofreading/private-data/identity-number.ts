/** The provinces and their equals that open a citizen's number (GB/T 2260). */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]!;

/** `valid` = region, date and check digit agree (GB 11643); `look` = all but the check digit; null = not a citizen's number. Takes 18 characters. */
export function identityNumber(digits: string): 'valid' | 'look' | null {
  if (!/^\d{17}[\dX]$/u.test(digits) || !PROVINCES.has(digits.slice(0, 2))) return null;
  if (!isDay(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))) return null;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECK_DIGITS[sum % 11] === digits[17] ? 'valid' : 'look';
}

/** Whether 15 digits can be a citizen's number of the first generation (region and date agree; it has no check digit). */
export const isFirstGenerationNumber = (digits: string): boolean =>
  /^\d{15}$/u.test(digits) &&
  PROVINCES.has(digits.slice(0, 2)) &&
  digits.slice(2, 4) !== '00' &&
  isDay(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)));
