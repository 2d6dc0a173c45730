import { expect, test } from 'vitest';
import { SAMPLE_REPORT_2023 } from '../../sample/qingchuan/annual-report-2023.ts';
import { loadSample } from './load-sample.ts';
import { getAgencyCode } from '../people/rules/agency.ts';
import { openTestDatabase } from '../platform/database/testing/test-database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { openSealing } from '../platform/sealing/sealing.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReport } from '../annual-report/parse/read-report.ts';
import { renderReport } from '../annual-report/press/render-report.ts';
import { cellAt } from '../annual-report/rules/report.ts';
import { listCell } from '../annual-report/store/table-three.store.ts';
import { FORM_CELLS } from '../law/report-form/cells.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../law/report-form/table-three.ts';
import { countsOfNormativeDocuments, listCounted } from '../publishing/store/item.register.store.ts';
import { groupPublished, listNormative, listPublishedIn } from '../publishing/store/period.register.store.ts';
import { createTypesetter } from '../platform/typst/typeset.ts';
import { reportDocument } from '../annual-report/render/report-document.ts';
import { compileReport } from '../annual-report/actions/compile-report.ts';
import { examineYear } from '../annual-report/actions/examine-year.ts';

const OFFICE = getAgencyCode('990101-001');
const today = Temporal.PlainDate.from('2026-11-25');

async function openSample() {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-compile-'));
  const sealing = await openSealing({ keyText: null, dataFolder: folder });
  const files = await openFileStore({ folder: join(folder, 'files'), sealing });
  await loadSample(database, {
    sealing,
    files,
    today: () => today,
    now: () => Temporal.Instant.from('2026-11-25T02:00:00Z'),
  });
  return {
    queries: database.queries,
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test('2023 compiled from the registers is the published report, cell for cell and word for word, and the audits find no error', async () => {
  await using sample = await openSample();
  const compiled = await compileReport(sample.queries, OFFICE, 2023, today);
  if (!compiled.ok) throw new Error(compiled.problem);
  expect(compiled.value.report).toEqual(SAMPLE_REPORT_2023);
  const { result, differences } = await examineYear(sample.queries, compiled.value);
  expect(result.findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(differences).toEqual([]);
  expect(compiled.value.state).toMatchObject({ stage: 'published', publications: [{ version: 1 }] });
  const behind = await listCell(sample.queries, OFFICE, 2023, 'unavailable.not-held', 'naturalPerson', 10);
  expect(behind.map(({ number }) => number)).toEqual([1, 2, 3]);

  // read(compile) = compile, in every format.
  const typesetter = createTypesetter(null);
  for (const format of ['json', 'html', 'docx', 'xlsx', 'md', 'txt', 'pdf'] as const) {
    const bytes =
      format === 'pdf'
        ? typesetter.document(reportDocument(compiled.value.report))
        : await renderReport(compiled.value.report, format);
    const read = await readReport(bytes, `report.${format}`);
    if (!read.ok) throw new Error(`${format}: ${read.problem.message}`);
    const { report } = read.value;
    const values = FORM_CELLS['2021'].map(({ path }) => cellAt(report, path).value);
    expect([format, values]).toEqual([
      format,
      FORM_CELLS['2021'].map(({ path }) => cellAt(compiled.value.report, path).value),
    ]);
    const { title, year, agency, edition, sections, headings } = report;
    const told = headings.map(({ section, text }) => [section, text]);
    expect([format, { title, year, agency, edition, sections }, told]).toEqual([
      format,
      {
        title: SAMPLE_REPORT_2023.title,
        year: 2023,
        agency: SAMPLE_REPORT_2023.agency,
        edition: '2021',
        sections: compiled.value.report.sections,
      },
      compiled.value.report.headings.map(({ section, text }) => [section, text]),
    ]);
  }
});

test('every cell of the sample’s 2023 that is not nought lists its files, and the 1,050 of the prose its items, split as statistics do', async () => {
  await using sample = await openSample();
  const { queries } = sample;
  const compiled = await compileReport(queries, OFFICE, 2023, today);
  if (!compiled.ok) throw new Error(compiled.problem);
  const listed: string[] = [];
  for (const row of TABLE_THREE_ROWS['2021'])
    for (const column of APPLICANT_COLUMNS) {
      const path = `table3.${row}.${column}` as const;
      const files = await listCell(queries, OFFICE, 2023, row, column, 100);
      expect([path, files.length]).toEqual([path, cellAt(compiled.value.report, path).value]);
      if (files.length > 0) listed.push(path);
    }
  expect(listed).toEqual([
    'table3.new.naturalPerson',
    'table3.new.total',
    'table3.unavailable.not-held.naturalPerson',
    'table3.unavailable.not-held.total',
    'table3.settled.naturalPerson',
    'table3.settled.total',
  ]);
  expect(compiled.value.report.sections['1']).toContain('发布信息1050条');
  for (const [column, count] of [
    ['issued', 4],
    ['repealed', 2],
    ['inForce', 19],
  ] as const) {
    expect([column, (await listNormative(queries, OFFICE, 2023, column)).length]).toEqual([column, count]);
    for (const year of [2021, 2022, 2024, 2025, 2026]) {
      const counts = await countsOfNormativeDocuments(queries, OFFICE, year);
      const found = await listNormative(queries, OFFICE, year, column);
      expect([year, column, found.length]).toEqual([year, column, counts[column]]);
    }
  }
  const all = { limit: 2000, offset: 0 };
  expect(await listCounted(queries, { year: 2023, agency: OFFICE }, all)).toHaveLength(1050);
  const days = { from: Temporal.PlainDate.from('2023-01-01'), to: Temporal.PlainDate.from('2023-12-31') };
  const groups = await groupPublished(queries, [OFFICE], days);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(1050);
  for (const { column, kind, month, timing, normative, count } of groups.filter((_, index) => index % 20 === 0)) {
    const found = await listPublishedIn(queries, [OFFICE], days, { column, kind, month, timing, normative }, all);
    expect([found.total, found.items.length]).toEqual([count, count]);
  }
});

test('a year that nobody has begun is drafted from its figures: no error, no figure made up, what is missing said', async () => {
  await using sample = await openSample();
  const compiled = await compileReport(sample.queries, OFFICE, 2024, today);
  if (!compiled.ok) throw new Error(compiled.problem);
  const { report } = compiled.value;
  expect(compiled.value.state).toBeNull();
  expect(cellAt(report, 'table2.license.decisions')).toMatchObject({ kind: 'blank', value: null });
  expect(cellAt(report, 'table2.regulatoryRule.issued')).toMatchObject({ value: 0 });
  const received = cellAt(report, 'table3.new.total').value!;
  expect(received).toBeGreaterThan(0);
  expect(report.sections['1']).toContain(`新收政府信息公开申请${received}件`);
  expect(report.sections['1']!.length).toBeLessThan(1000);
  expect(report.sections['5']).toContain('上一年度报告写明');
  const { result } = await examineYear(sample.queries, compiled.value);
  expect(
    result.findings.filter(({ level }) => level === 'error').map(({ audit, message }) => [audit, message]),
  ).toEqual([]);
  expect(result.findings.map(({ audit }) => audit)).toContain('template-residue');
  expect(result.numbers.filter(({ state }) => state === 'contradicted')).toEqual([]);
});

test('no report is compiled for an agency that is not registered, for the future, or for years before the form of 2021', async () => {
  await using database = await openTestDatabase();
  const refusal = async (code: string, year: number) => {
    const compiled = await compileReport(database.queries, getAgencyCode(code), year, today);
    return compiled.ok ? null : compiled.problem;
  };
  expect(await refusal('990101-999', 2023)).toContain('尚未登记');
  expect(await refusal('990101-001', 2027)).toContain('只能编制');
  expect(await refusal('990101-001', 2020)).toContain('只能编制');
});

test('the sample’s disputes of 2025 stand in table four of their year, and in none before', async () => {
  await using sample = await openSample();
  const at = async (year: number) => {
    const compiled = await compileReport(sample.queries, OFFICE, year, today);
    if (!compiled.ok) throw new Error(compiled.problem);
    const { counted } = compiled.value.facts;
    return [counted['table4.reconsideration.upheld'], counted['table4.litigationAfterReconsideration.total']];
  };
  expect(await at(2024)).toEqual([0, 0]);
  expect(await at(2025)).toEqual([1, 1]);
});
