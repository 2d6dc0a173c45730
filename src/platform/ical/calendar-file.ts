/** A due date as an event of a whole day. */
export type DueDateEvent = {
  /** Stays the same for the same due date, so that a calendar moves the event when the day moves: 'application-<id>-reply'. */
  readonly id: string;
  readonly on: Temporal.PlainDate;
  readonly summary: string;
  readonly description?: string;
  readonly url?: string;
  /** When the event was last changed. */
  readonly changedAt: Temporal.Instant;
  /** Days before, at nine in the morning, on which the calendar reminds; none where it is left out. */
  readonly remindDaysBefore?: readonly number[];
};

export type CalendarFile = {
  readonly name: string;
  /** Right-hand side of the identifiers: the site's host name. */
  readonly domain: string;
  readonly events: readonly DueDateEvent[];
};

const MAX_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line ends; what has no place in a text is left out. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** §3.1: no line is longer than 75 octets without its end; the next one begins with a space. No character is cut. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

const basicDate = (date: Temporal.PlainDate) => date.toString().replaceAll('-', '');
const basicInstant = (instant: Temporal.Instant) =>
  instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

/** What may stand in an identifier or an address without being escaped. */
const plainPart = (text: string) => text.replace(/[^\x21-\x7E]/g, '');

/** A negative duration leads back from the start of the day, 00:00: nine o'clock N days before is N days less nine hours. */
function alarmLines(summary: string, days: number): readonly string[] {
  const hours = days * 24 - 9;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:${hours > 0 ? '-' : ''}PT${Math.abs(hours)}H`,
    'END:VALARM',
  ];
}

function eventLines(event: DueDateEvent, domain: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${plainPart(event.id)}@${plainPart(domain)}`,
    `DTSTAMP:${basicInstant(event.changedAt)}`,
    `LAST-MODIFIED:${basicInstant(event.changedAt)}`,
    `DTSTART;VALUE=DATE:${basicDate(event.on)}`,
    `DTEND;VALUE=DATE:${basicDate(event.on.add({ days: 1 }))}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.description === undefined ? [] : [`DESCRIPTION:${escapeText(event.description)}`]),
    ...(event.url === undefined ? [] : [`URL:${plainPart(event.url)}`]),
    // A due date fills nobody's day.
    'TRANSP:TRANSPARENT',
    ...(event.remindDaysBefore ?? []).flatMap(days => alarmLines(event.summary, days)),
    'END:VEVENT',
  ];
}

/** Due dates as an iCalendar file (RFC 5545), for a feed or beside a mail. The same events give the same text. */
export function writeCalendarFile({ name, domain, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gongkai//due dates//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(event => eventLines(event, domain)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${foldLine(line)}\r\n`).join('');
}

export const CALENDAR_MEDIA_TYPE = 'text/calendar; charset=utf-8';
