import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCalendarFile } from './calendar-file.ts';
import type { DueDateEvent } from './calendar-file.ts';

const EVENT: DueDateEvent = {
  id: 'application-0190-reply',
  on: Temporal.PlainDate.from('2026-12-31'),
  summary: '答复到期：〔2026〕第 12 号',
  changedAt: Temporal.Instant.from('2026-11-25T01:02:03.456Z'),
};
const write = (event: Partial<DueDateEvent> = {}) =>
  writeCalendarFile({ name: '依申请公开期限', domain: 'gk.example.cn', events: [{ ...EVENT, ...event }] });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('a due date is an event of the whole day that takes nobody’s time', () => {
  const lines = unfolded(write({ url: 'https://gk.example.cn/office/applications/0190' }));
  expect(lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'))).toEqual([
    'BEGIN:VEVENT',
    'UID:application-0190-reply@gk.example.cn',
    'DTSTAMP:20261125T010203Z',
    'LAST-MODIFIED:20261125T010203Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:答复到期：〔2026〕第 12 号',
    'URL:https://gk.example.cn/office/applications/0190',
    'TRANSP:TRANSPARENT',
  ]);
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
});

test('reminders come at nine in the morning', () => {
  const triggers = unfolded(write({ remindDaysBefore: [0, 1, 3] })).filter(line => line.startsWith('TRIGGER'));
  expect(triggers).toEqual(['TRIGGER:PT9H', 'TRIGGER:-PT15H', 'TRIGGER:-PT63H']);
});

test('the identifier stays when the day moves, so that the event moves', () => {
  const moved = write({ on: Temporal.PlainDate.from('2027-01-04') });
  expect(unfolded(moved)).toContain('UID:application-0190-reply@gk.example.cn');
});

test('no line is longer than 75 octets and no character is cut, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), summary => {
      const text = write({ summary, description: `描述${summary}` });
      const lines = text.split('\r\n');
      expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([]);
      expect(lines.filter(line => !line.isWellFormed() || /[\r\n\u2028]/.test(line))).toEqual([]);
    }),
  );
});

test('a text cannot end its property: what is read back is what was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', '\\', ';', ',', '\n', 'n', ':', '𬭎'), maxLength: 80 }),
      summary => {
        const line = unfolded(write({ summary })).find(line => line.startsWith('SUMMARY:'))!;
        const read = line
          .slice('SUMMARY:'.length)
          .replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
        expect(read).toBe(summary);
        expect(unfolded(write({ summary }))).toHaveLength(unfolded(write()).length);
      },
    ),
  );
});
