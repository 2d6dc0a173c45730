import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANNELS } from '../../applications/rules/channel.ts';
import { STAGES } from '../../applications/rules/stage.ts';
import { URGENCIES } from '../../applications/rules/urgency.ts';
import { DESK_TABS, deskAddress, readDeskQuery } from './desk-query.ts';
import type { DeskQuery } from './desk-query.ts';

const anyQuery: fc.Arbitrary<DeskQuery> = fc.record({
  tab: fc.constantFrom(...DESK_TABS),
  urgency: fc.option(fc.constantFrom(...URGENCIES)),
  q: fc.string({ maxLength: 30 }).map(text => text.trim()),
  stage: fc.option(fc.constantFrom(...STAGES)),
  channel: fc.option(fc.constantFrom(...CHANNELS)),
  kind: fc.option(fc.constantFrom('information', 'record-correction')),
  handler: fc.constant(null),
  agency: fc.constant(null),
  year: fc.option(fc.integer({ min: 2008, max: 2099 })),
  outcome: fc.option(fc.constantFrom('granted', 'withheld.state-secret')),
  late: fc.boolean(),
  from: fc.option(fc.integer({ min: 0, max: 5000 }).map(days => Temporal.PlainDate.from('2019-01-01').add({ days }))),
  to: fc.constant(null),
  sort: fc.option(fc.record({ by: fc.constantFrom('due', 'number', 'received', 'settled'), descending: fc.boolean() })),
  page: fc.integer({ min: 1, max: 9999 }),
});

test('whatever a list is, its address leads to the same list', () => {
  fc.assert(
    fc.property(anyQuery, query => {
      const address = deskAddress(query, { page: query.page });
      const params = Object.fromEntries(new URL(address, 'http://office').searchParams);
      expect(readDeskQuery(params)).toEqual(query);
    }),
  );
});

test('another filter leads back to the first page', () => {
  const query = { ...readDeskQuery({ tab: 'all', page: '7' }) };
  expect(query.page).toBe(7);
  expect(deskAddress(query, { stage: 'settled' })).toBe('/office/applications?tab=all&stage=settled');
});

test('an address that makes no sense is a list all the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), query => {
      expect(readDeskQuery(query).page).toBeGreaterThan(0);
    }),
  );
  expect(readDeskQuery({ from: '2026-02-30', year: '1999', page: '0', sort: '-x', tab: 'mine' })).toMatchObject({
    from: null,
    year: null,
    page: 1,
    sort: null,
    tab: 'mine',
  });
});
