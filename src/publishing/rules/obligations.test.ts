import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { obligationsOf, obligationStateOn } from './obligations.ts';
import type { ObligedItem } from './obligations.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const NOTHING: ObligedItem = {
  publishBy: null,
  publishedOn: null,
  isWithheldOrClosed: false,
  normative: false,
  interpreted: false,
  interpretationDemanded: true,
  isPublic: false,
  reassessBy: null,
  emergencyOpen: false,
  mendBy: null,
  publicityEndsOn: null,
};
const owed = (item: Partial<ObligedItem>) =>
  obligationsOf({ ...NOTHING, ...item }, NATIONAL_CALENDAR).map(({ kind, dueOn }) => `${kind} ${dueOn.toString()}`);

test('what is not public yet is owed by its 公开期限 (Art. 26); what is withheld is not', () => {
  expect(owed({ publishBy: day('2026-03-30') })).toEqual(['publish 2026-03-30']);
  expect(owed({ publishBy: day('2026-03-30'), isWithheldOrClosed: true })).toEqual([]);
  expect(owed({ publishBy: day('2026-03-30'), publishedOn: day('2026-03-20'), isPublic: true })).toEqual([]);
});

test('a 规范性文件 is interpreted within three working days of its publication, over a weekend', () => {
  const document = { publishedOn: day('2026-03-05'), normative: true, isPublic: true };
  expect(owed(document)).toEqual(['interpret 2026-03-10']);
  expect(owed({ ...document, interpreted: true })).toEqual([]);
  expect(owed({ ...document, interpretationDemanded: false })).toEqual([]);
});

test('what is withheld is assessed again (Art. 18), an emergency is reviewed on the next working day', () => {
  expect(owed({ reassessBy: day('2027-03-02'), isWithheldOrClosed: true })).toEqual(['reassess 2027-03-02']);
  expect(owed({ publishedOn: day('2026-03-06'), isPublic: true, emergencyOpen: true })).toEqual([
    'review-emergency 2026-03-09',
  ]);
});

test('the last day is in time; near and overdue are counted in working days', () => {
  const on = (today: string) => obligationStateOn(day('2026-03-30'), day(today), 5, NATIONAL_CALENDAR);
  expect(on('2026-03-20')).toEqual({ urgency: 'open', workingDaysLeft: 6 });
  expect(on('2026-03-23')).toEqual({ urgency: 'near', workingDaysLeft: 5 });
  expect(on('2026-03-30')).toEqual({ urgency: 'near', workingDaysLeft: 0 });
  expect(on('2026-04-01')).toEqual({ urgency: 'overdue', workingDaysLeft: -2 });
});
