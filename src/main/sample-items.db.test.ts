import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../sample/qingchuan/agencies.ts';
import { REPORTED_YEAR, SAMPLE_COLUMNS, sampleItems } from '../../sample/qingchuan/publications/index.ts';
import { SAMPLE_STAFF } from '../../sample/qingchuan/staff.ts';
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts';
import { addSampleStaff } from '../people/actions/add-sample-staff.ts';
import { registerAgency } from '../people/actions/register-agency.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import { getStaffId } from '../people/rules/staff-id.ts';
import { openTestDatabase } from '../platform/database/testing/test-database.ts';
import { addSampleItems } from '../publishing/actions/add-sample-items.ts';
import { refusalOf } from '../publishing/rules/admit.ts';
import { foldPublication } from '../publishing/rules/fold.ts';
import { gapsOf } from '../publishing/rules/guide.ts';
import { countsAgree } from '../publishing/rules/validity.ts';
import type { ItemId } from '../publishing/rules/ids.ts';
import { listEntries } from '../publishing/store/item-log.store.ts';
import { findEdition } from '../publishing/store/item.store.ts';
import {
  countPublished,
  countsOfNormativeDocuments,
  listCounted,
  listPublished,
  listRelated,
  tallyPublished,
} from '../publishing/store/item.register.store.ts';
import { listObligations } from '../publishing/store/obligation.register.store.ts';

const OFFICE = getAgencyCode('990101-001');
const TODAY = Temporal.PlainDate.from('2026-11-25');
const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const hand = (number: number) => getStaffId(SAMPLE_STAFF[number - 1]!.id);

async function openSampleDistrict() {
  const database = await openTestDatabase();
  const { queries } = database;
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await addSampleStaff(queries, SAMPLE_STAFF, 'a-password-of-the-sample', NOW);
  await queries.transaction().execute(transaction =>
    addSampleItems(transaction, SAMPLE_COLUMNS, sampleItems(TODAY), {
      calendar: NATIONAL_CALENDAR,
      now: NOW,
      hands: {
        author: hand(1),
        secrecy: hand(7),
        first: hand(3),
        second: hand(6),
        proofreader: hand(2),
        approver: hand(5),
        publisher: hand(6),
      },
    }),
  );
  return database;
}

test('the sample office published 1,050 items in 2023, over its columns and through the year; the list has just these', async () => {
  await using database = await openSampleDistrict();
  const { queries } = database;
  const all = { year: REPORTED_YEAR, agency: OFFICE };
  expect(await countPublished(queries, all)).toBe(1050);
  const lines = await listCounted(queries, all, { limit: 2000, offset: 0 });
  expect(new Set(lines.map(({ number }) => number)).size).toBe(1050);
  expect(new Set(lines.map(({ indexNumber }) => indexNumber)).size).toBe(1050);
  expect(new Set(lines.map(({ address }) => address)).size).toBe(1050);
  const months = Map.groupBy(lines, ({ publishedOn }) => publishedOn!.month);
  expect(Math.min(...[...months.values()].map(({ length }) => length))).toBeGreaterThan(50);

  const tally = (await tallyPublished(queries)).filter(
    ({ agency, year }) => agency === OFFICE && year === REPORTED_YEAR,
  );
  expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(1050);
  expect(tally.length).toBeGreaterThan(20);
  for (const { column, count } of tally)
    expect(await countPublished(queries, { ...all, columns: [column] })).toBe(count);
});

test('23 规范性文件: 4 issued and 2 repealed in 2023, 19 in force at its end, 17 at its beginning; each has its interpretation', async () => {
  await using database = await openSampleDistrict();
  const { queries } = database;
  const { items, total } = await listPublished(queries, { agency: OFFICE, normative: true }, { limit: 50, offset: 0 });
  expect(total).toBe(23);
  const counts = await countsOfNormativeDocuments(queries, OFFICE, REPORTED_YEAR);
  expect(counts).toEqual({ issued: 4, repealed: 2, lapsed: 0, inForce: 19, inForceBefore: 17 });
  for (let year = 2015; year <= 2027; year += 1)
    expect(countsAgree(await countsOfNormativeDocuments(queries, OFFICE, year))).toBe(true);
  expect((await countsOfNormativeDocuments(queries, OFFICE, 2022)).lapsed).toBe(1);
  expect((await countsOfNormativeDocuments(queries, OFFICE, 2027)).lapsed).toBe(1);
  for (const { id } of items) {
    const related = await listRelated(queries, id);
    expect(related.some(({ relation, from }) => relation === 'interprets' && from === 'other')).toBe(true);
  }
  const owed = await listObligations(queries, OFFICE, TODAY, NATIONAL_CALENDAR);
  expect(owed.filter(({ kind }) => kind === 'interpret')).toEqual([]);
  expect(owed.filter(({ urgency }) => urgency === 'overdue')).toHaveLength(1);
});

test('every log of the sample is one that the procedure allows, act by act, within the period of Art. 26', async () => {
  await using database = await openSampleDistrict();
  const { queries } = database;
  const rows = await queries.selectFrom('items').select(['id', 'published_on', 'publish_by', 'agency']).execute();
  const late = rows.filter(
    row => row.published_on !== null && row.publish_by !== null && row.published_on > row.publish_by,
  );
  expect(late).toEqual([]);
  const refusals: string[] = [];
  for (const { id } of rows.filter((_row, index) => index % 7 === 0)) {
    const log = await listEntries(queries, id as ItemId);
    const edition = await findEdition(queries, id as ItemId, 1);
    for (const [index, { act, by, at }] of log.entries()) {
      if (index === 0) continue;
      const today = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
      const context = { by, now: at, today, content: edition!.content };
      const refusal = refusalOf(foldPublication(log.slice(0, index)), act, context);
      if (refusal !== null) refusals.push(`${id} ${act.kind} ${JSON.stringify(refusal)}`);
    }
  }
  expect(refusals).toEqual([]);
});

test('every agency of the sample has a complete guide (Art. 12)', () => {
  const guides = sampleItems(TODAY).flatMap(({ content }) =>
    content.details.kind === 'guide' ? [content.details.guide] : [],
  );
  expect(guides).toHaveLength(9);
  expect(guides.flatMap(guide => gapsOf(guide))).toEqual([]);
});
