const ZONE = 'Asia/Shanghai';
const DIGITS = '〇一二三四五六七八九';
const DAY =
  /^(?<year>(?:19|20)\d{2})\s*(?:[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?|(?<compact>\d{4}))(?<rest>(?:[\sT].*)?)$/u;
const TIME = /^[\sT]*(?<hour>\d{1,2})[:：时](?<minute>\d{2})/u;

const westernized = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[〇○零]/gu, '〇')
    .replaceAll(
      /[〇一二三四五六七八九]{4}年/gu,
      year => `${Array.from(year.slice(0, 4), sign => DIGITS.indexOf(sign)).join('')}年`,
    );

function partsOf(text: string) {
  const groups = DAY.exec(westernized(text))?.groups;
  if (groups === undefined) return undefined;
  const compact = groups['compact'];
  const month = Number(compact === undefined ? groups['month'] : compact.slice(0, 2));
  const day = Number(compact === undefined ? groups['day'] : compact.slice(2));
  try {
    const date = Temporal.PlainDate.from({ year: Number(groups['year']), month, day }, { overflow: 'reject' });
    return { date, rest: groups['rest'] ?? '' };
  } catch {
    return undefined;
  }
}

/** A day as lists write it: 2020-03-05, 2020/3/5, 2020年3月5日, 20200305, also with a time behind it. Undefined for anything else. */
export function findDay(text: string): Temporal.PlainDate | undefined {
  return partsOf(text)?.date;
}

/** The moment of a day with or without a time of day, on the clocks of the country; without one it is midnight. */
export function findMoment(text: string): Temporal.Instant | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const { hour = '0', minute = '0' } = TIME.exec(parts.rest)?.groups ?? {};
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  const plainTime = new Temporal.PlainTime(Number(hour), Number(minute));
  return parts.date.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();
}
