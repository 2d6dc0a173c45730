import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../../calendar/national-calendar.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import type { ItemId } from '../ids.ts';
import { UNTOUCHED } from './catalogue-act.ts';
import type { EntryState } from './catalogue-act.ts';
import { figuresOf } from './coverage.ts';
import { readDeadline } from './deadline.ts';
import { dutyOf, STANDINGS } from './duties.ts';
import type { DutyTime, LinkedItem } from './duties.ts';

const AGENCY = getAgencyCode('990101-003');
const day = (text: string) => Temporal.PlainDate.from(text);
const on = (today: string): DutyTime => ({ today: day(today), calendar: NATIONAL_CALENDAR, near: 5, grace: 20 });

const published = (formedOn: string, publishedOn: string | null, id = `${formedOn}/${publishedOn}`): LinkedItem => ({
  item: id as ItemId,
  agency: AGENCY,
  formedOn: day(formedOn),
  publishedOn: publishedOn === null ? null : day(publishedOn),
  touchedOn: publishedOn === null ? null : day(publishedOn),
  isPublic: publishedOn !== null,
  isOpen: true,
});

const duty = (
  words: string,
  items: readonly LinkedItem[],
  today: string,
  state: Partial<EntryState> = {},
  adopted = '2026-01-05',
) =>
  dutyOf(
    { deadline: readDeadline(words), ways: ['proactive'] },
    { ...UNTOUCHED, ...state },
    AGENCY,
    items,
    day(adopted),
    on(today),
  );

const said = ({ occasions }: ReturnType<typeof duty>) =>
  occasions.map(({ about, dueOn, state }) => `${about ?? '信息'} ${dueOn.toString()} ${state}`);

test('twenty working days from the day on which something was made: on time, late, still owed', () => {
  const items = [
    published('2026-03-02', '2026-03-30'),
    published('2026-03-03', '2026-04-01'),
    published('2026-05-06', null),
  ];
  const owed = duty('自信息形成之日起20个工作日内', items, '2026-06-01');
  expect(said(owed)).toEqual(['信息 2026-03-30 on-time', '信息 2026-03-31 late', '信息 2026-06-02 near']);
  expect(owed.standing).toBe('fulfilled');
  expect(duty('自信息形成之日起20个工作日内', items, '2026-06-04').standing).toBe('late');
});

test('an event is owed before there is a draft, and the first publication after it settles it', () => {
  const state = { events: [{ event: 1, agency: AGENCY, on: day('2026-02-10'), title: '区人大批准2026年预算' }] };
  expect(said(duty('批复后20日内', [], '2026-03-05', state))).toEqual(['区人大批准2026年预算 2026-03-02 overdue']);
  expect(said(duty('批复后20日内', [published('2026-02-12', '2026-02-27')], '2026-03-05', state))).toEqual([
    '区人大批准2026年预算 2026-03-02 on-time',
  ]);
});

test('every quarter once, within twenty working days of its end; a missed one does not make the next ones late', () => {
  const items = [published('2026-07-06', '2026-07-08'), published('2026-10-12', '2026-10-14')];
  expect(said(duty('每季度公开', items, '2026-11-25'))).toEqual([
    '2026年第1季度 2026-04-29 overdue',
    '2026年第2季度 2026-07-28 on-time',
    '2026年第3季度 2026-11-03 on-time',
    '2026年第4季度 2027-01-29 open',
  ]);
});

test('what comes too late is late, not missing', () => {
  const both = [published('2026-05-06', '2026-05-08'), published('2026-05-07', '2026-05-11')];
  expect(said(duty('每季度终了后15日内', both, '2026-06-30'))).toEqual([
    '2026年第1季度 2026-04-15 late',
    '2026年第2季度 2026-07-15 on-time',
  ]);
});

test('what is published in a period counts for it once only', () => {
  const twice = [published('2026-02-02', '2026-02-03'), published('2026-02-04', '2026-02-05')];
  expect(said(duty('每月公开', twice, '2026-03-02'))).toEqual([
    '2026年1月 2026-03-05 on-time',
    '2026年2月 2026-03-27 on-time',
    '2026年3月 2026-04-29 open',
  ]);
});

test('something that stands for long must be there, and be looked at once a year', () => {
  expect(said(duty('长期公开', [], '2026-03-02'))).toEqual(['首次公开 2026-02-02 overdue']);
  const shown = [published('2025-01-10', '2025-01-13')];
  expect(duty('长期公开', shown, '2026-03-02').standing).toBe('late');
  expect(
    duty('长期公开', shown, '2026-03-02', { reviewed: [{ agency: AGENCY, on: day('2026-02-27') }] }).standing,
  ).toBe('fulfilled');
});

test('what does not apply, or is published on application only, is owed by nobody', () => {
  const aside = duty('每月公开', [], '2026-11-25', { setAside: [{ agency: AGENCY, reason: '本区没有农村' }] });
  expect([aside.standing, aside.reason, aside.occasions]).toEqual(['set-aside', '本区没有农村', []]);
  const asked = dutyOf(
    { deadline: readDeadline('每月公开'), ways: ['on-application'] },
    UNTOUCHED,
    AGENCY,
    [],
    day('2026-01-05'),
    on('2026-11-25'),
  );
  expect(asked.standing).toBe('set-aside');
});

test('words that name no period owe nothing until a person has said what they mean', () => {
  expect(duty('按照有关规定', [], '2026-11-25')).toMatchObject({ standing: 'empty', occasions: [] });
  const state = { deadline: { kind: 'yearly-by', month: 3, day: 31 } } as const;
  expect(said(duty('按照有关规定', [], '2026-11-25', state))).toEqual([
    '2026年 2026-03-31 overdue',
    '2027年 2027-03-31 open',
  ]);
});

test('however things were published, every entry stands in exactly one way and the figures add up', () => {
  const publication = fc.record({ formed: fc.integer({ min: 0, max: 700 }), after: fc.integer({ min: 0, max: 80 }) });
  const words = fc.constantFrom(
    '每月公开',
    '每季度公开',
    '每年公开',
    '长期公开',
    '20个工作日内',
    '每年1月31日前',
    '公示7日',
    '视情况',
  );
  fc.assert(
    fc.property(words, fc.array(publication, { maxLength: 12 }), (text, list) => {
      const items = list.map(({ formed, after }, at) => {
        const made = day('2025-01-02').add({ days: formed });
        return published(made.toString(), made.add({ days: after }).toString(), String(at));
      });
      const owed = duty(text, items, '2026-11-25', {}, '2025-01-02');
      const { entries, ...standings } = figuresOf([owed.standing]);
      expect(STANDINGS.reduce((sum, standing) => sum + standings[standing], 0)).toBe(entries);
      const used = owed.occasions.flatMap(({ item }) => item ?? []);
      expect(new Set(used).size).toBe(used.length);
      expect(owed.standing === 'late').toBe(owed.occasions.some(({ state }) => state === 'overdue'));
      for (const { state, workingDaysLeft } of owed.occasions)
        expect(state === 'late' || state === 'overdue' ? workingDaysLeft <= 0 : workingDaysLeft >= 0).toBe(true);
    }),
  );
});
