import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { readReportJson, reportJsonOf } from '../rules/interchange.ts';
import type { ReportJson } from '../rules/interchange.ts';
import { cellAt, cellsFor, NO_SECTIONS } from '../rules/report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { findPublishedReport, listPublishedReports } from '../store/published-report.store.ts';
import type { PublishedReportEntry } from '../store/published-report.store.ts';
import { filePublishedReport } from './file-published-report.ts';
import type { ReportFiling } from './file-published-report.ts';

const AGENCY = getAgencyCode('990101-001');
const PUBLISHED_ON = Temporal.PlainDate.from('2024-01-15');

const REPORT: AnnualReport = {
  title: '示例区人民政府办公室2023年政府信息公开工作年度报告',
  agency: '示例区人民政府办公室',
  year: 2023,
  edition: '2021',
  sections: { ...NO_SECTIONS, '1': '全年主动公开信息12条。\n收到申请3件。', '6': '无' },
  headings: [{ section: '1', text: '一、总体情况', level: 2, place: { line: 3 } }],
  cells: cellsFor('2021', path => {
    if (path === 'table3.new.naturalPerson') return { kind: 'number', value: 3, raw: '3' };
    if (path === 'table3.granted.naturalPerson') return { kind: 'blank', value: null, raw: ' ', place: { row: 4 } };
    return { kind: 'number', value: 0, raw: '0' };
  }),
  tables: { table2: 'found', table3: 'found', table4: 'found' },
  labels: [],
  notes: [],
};

const FILING: ReportFiling = { agency: AGENCY, year: 2023, publishedOn: PUBLISHED_ON, json: reportJsonOf(REPORT) };

const retitled = (title: string): ReportJson => reportJsonOf({ ...REPORT, title });

async function registerSampleAgency(queries: Queries): Promise<void> {
  await queries
    .insertInto('agencies')
    .values({ code: AGENCY, name: '示例区人民政府办公室', short_name: '区政府办', kind: 'government-office' })
    .execute();
}

async function openWithAgency() {
  const database = await openTestDatabase();
  await registerSampleAgency(database.queries);
  return database;
}

const keysOf = (entries: readonly PublishedReportEntry[]) =>
  entries.map(({ agency, year, version }) => [agency, year, version]);

test('a filed report comes back cell for cell', async () => {
  await using database = await openWithAgency();
  expect(await filePublishedReport(database.queries, FILING)).toEqual({
    ok: true,
    value: { kind: 'filed', version: 1 },
  });
  const found = await findPublishedReport(database.queries, AGENCY, 2023);
  expect(found).toMatchObject({ agency: AGENCY, year: 2023, version: 1 });
  expect(found?.report).toEqual(REPORT);
  expect(found?.publishedOn.equals(PUBLISHED_ON)).toBe(true);
  expect(cellAt(found!.report, 'table3.granted.naturalPerson').kind).toBe('blank');
  expect(await findPublishedReport(database.queries, AGENCY, 2022)).toBeUndefined();
});

test('the same report filed again changes nothing; a changed one is the next version', async () => {
  await using database = await openWithAgency();
  const { queries } = database;
  await filePublishedReport(queries, FILING);
  expect(await filePublishedReport(queries, FILING)).toEqual({ ok: true, value: { kind: 'already-filed' } });
  const corrected = { ...FILING, json: retitled('更正后的报告'), publishedOn: PUBLISHED_ON.add({ days: 3 }) };
  expect(await filePublishedReport(queries, corrected)).toEqual({ ok: true, value: { kind: 'filed', version: 2 } });
  const found = await findPublishedReport(queries, AGENCY, 2023);
  expect([found?.version, found?.report.title, found?.publishedOn.toString()]).toEqual([
    2,
    '更正后的报告',
    '2024-01-18',
  ]);
});

test('reports filed at the same time each get a version of their own', async () => {
  await using database = await openWithAgency();
  const titles = ['甲', '乙', '丙', '丁', '戊', '己'];
  const answers = await Promise.all(
    titles.map(title => filePublishedReport(database.queries, { ...FILING, json: retitled(title) })),
  );
  const versions = answers.map(answer => (answer.ok && answer.value.kind === 'filed' ? answer.value.version : 0));
  expect(versions.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('the years of an agency are listed newest first, with the latest version only', async () => {
  await using database = await openWithAgency();
  const { queries } = database;
  const of2022 = { ...FILING, year: 2022, json: reportJsonOf({ ...REPORT, year: 2022 }) };
  for (const filing of [of2022, FILING, { ...FILING, json: retitled('更正') }])
    await filePublishedReport(queries, filing);
  const expected = [
    [AGENCY, 2023, 2],
    [AGENCY, 2022, 1],
  ];
  expect(keysOf(await listPublishedReports(queries, AGENCY))).toEqual(expected);
  expect(keysOf(await listPublishedReports(queries))).toEqual(expected);
  expect(await listPublishedReports(queries, getAgencyCode('990101-002'))).toEqual([]);
});

test('what is no report, or cannot be this year’s, is refused with the reason', async () => {
  await using database = await openWithAgency();
  const problemOf = async (change: Partial<ReportFiling>) => {
    const answer = await filePublishedReport(database.queries, { ...FILING, ...change });
    return answer.ok ? 'filed' : answer.problem;
  };
  expect(await problemOf({ json: { form: '2021' } })).toContain('不是年度报告的结构');
  expect(await problemOf({ year: 2022 })).toContain('写明的年度是 2023 年，不是 2022 年');
  expect(await problemOf({ publishedOn: Temporal.PlainDate.from('2022-12-31') })).toContain('请核对年度和公布日期');
  expect(await problemOf({ json: retitled('第一行\0第二行') })).toContain('控制字符');
  expect(await problemOf({ json: retitled('半个字\ud840') })).toContain('控制字符');
  expect(await problemOf({ json: retitled(String.raw`路径 \u0000 是普通文字`) })).toBe('filed');
  expect(await problemOf({ agency: getAgencyCode('990101-009') })).toContain('尚未登记');
});

test('what was published can be neither changed nor deleted, not even by SQL', async () => {
  await using database = await openWithAgency();
  await filePublishedReport(database.queries, FILING);
  const reports = database.queries.updateTable('published_annual_reports').set({ published_on: '2024-02-01' });
  await expect(reports.execute()).rejects.toThrow('What was published is not changed');
  await expect(database.queries.deleteFrom('published_annual_reports').execute()).rejects.toThrow('not changed');
  expect((await findPublishedReport(database.queries, AGENCY, 2023))?.publishedOn.toString()).toBe(
    PUBLISHED_ON.toString(),
  );
});

test('the database refuses a report of an unknown form even past the rules', async () => {
  await using database = await openWithAgency();
  const insert = database.queries.insertInto('published_annual_reports').values({
    agency: AGENCY,
    year: 2023,
    version: 1,
    published_on: '2024-01-15',
    report: JSON.stringify({ ...reportJsonOf(REPORT), form: '2030' }),
  });
  await expect(insert.execute()).rejects.toThrow('published_annual_reports_report_check');
  expect(readReportJson({ ...reportJsonOf(REPORT), form: '2030' }).ok).toBe(false);
});
