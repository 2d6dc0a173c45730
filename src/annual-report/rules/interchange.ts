import { z } from 'zod';
import { refuse, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CellPath } from '../../law/report-form/cells.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { SECTION_KEYS } from '../../law/report-form/sections.ts';
import { REDRESS_COLUMNS, REDRESS_GROUPS } from '../../law/report-form/table-four.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../../law/report-form/table-three.ts';
import { TABLE_TWO } from '../../law/report-form/table-two.ts';
import type { TableTwoBlock } from '../../law/report-form/table-two.ts';
import { READ_KINDS, UNREAD_KINDS } from './cell.ts';
import type { Cell } from './cell.ts';
import { cellAt, cellsFor } from './report.ts';
import type { AnnualReport } from './report.ts';

/** The report as JSON, in the shape that `gongkai report read --json` promises (without `file`). */
export type ReportJson = z.infer<typeof reportJson>;

const nullableNumber = z.number().finite().nullable();
const place = z
  .object({ page: z.number(), line: z.number(), table: z.number(), row: z.number(), column: z.number() })
  .partial();
const cellNote = z.object({
  raw: z.string().max(10_000),
  kind: z.enum([...READ_KINDS, ...UNREAD_KINDS]),
  place: place.optional(),
});
const prose = z.string().max(2_000_000).nullable();
const section = z.enum(['1', '2', '3', '4', '5', '6']);
const table = z.enum(['table2', 'table3', 'table4']);

const reportJson = z.object({
  title: z.string().nullable(),
  agency: z.string().nullable(),
  year: z.number().int().min(1900).max(2200).nullable(),
  form: z.enum(['2019', '2021']),
  sections: z
    .object({ preface: prose, '1': prose, '2': prose, '3': prose, '4': prose, '5': prose, '6': prose })
    .partial(),
  table2: z.record(z.string(), z.record(z.string(), nullableNumber)).nullish(),
  table3: z.record(z.string(), z.array(nullableNumber).length(APPLICANT_COLUMNS.length)).nullish(),
  table4: z.record(z.string(), z.array(nullableNumber).length(REDRESS_COLUMNS.length)).nullish(),
  cells: z.record(z.string(), cellNote).default({}),
  headings: z
    .array(z.object({ section, text: z.string(), level: z.number().optional(), place: place.optional() }))
    .default([]),
  tables: z
    .object({
      table2: z.enum(['found', 'absent']),
      table3: z.enum(['found', 'absent']),
      table4: z.enum(['found', 'absent']),
    })
    .optional(),
  labels: z
    .array(
      z.object({
        table,
        printed: z.string(),
        expected: z.string().nullable(),
        variant: z.enum(['spacing', 'width', 'numbering', 'traditional', 'wording', 'other-edition', 'extra']),
        place: place.optional(),
      }),
    )
    .default([]),
  notes: z.array(z.object({ kind: z.string(), message: z.string(), place: place.optional() })).default([]),
});

/** Whether a cell needs an entry in `cells`: everything that is not a plain number as printed. */
const isPlain = (cell: Cell) => cell.kind === 'number' && cell.raw === String(cell.value);

/** The report as contract JSON; `readReportJson` gives the same report back. */
export function reportJsonOf(report: AnnualReport): ReportJson {
  const value = (path: string) => cellAt(report, path as CellPath).value;
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[report.edition];
  return {
    title: report.title,
    agency: report.agency,
    year: report.year,
    form: report.edition,
    sections: report.sections,
    table2: Object.fromEntries(
      blocks
        .flatMap(block => block.rows)
        .map(row => [
          row.key,
          Object.fromEntries(row.columns.map(column => [column.key, value(`table2.${row.key}.${column.key}`)])),
        ]),
    ),
    table3: Object.fromEntries(
      TABLE_THREE_ROWS[report.edition].map(row => [
        row,
        APPLICANT_COLUMNS.map(column => value(`table3.${row}.${column}`)),
      ]),
    ),
    table4: Object.fromEntries(
      REDRESS_GROUPS.map(group => [group, REDRESS_COLUMNS.map(column => value(`table4.${group}.${column}`))]),
    ),
    cells: Object.fromEntries(
      FORM_CELLS[report.edition].flatMap(({ path }) => {
        const cell = cellAt(report, path);
        if (isPlain(cell)) return [];
        return [[path, { raw: cell.raw, kind: cell.kind, ...(cell.place === undefined ? {} : { place: cell.place }) }]];
      }),
    ),
    headings: [...report.headings],
    tables: { ...report.tables },
    labels: [...report.labels],
    notes: [...report.notes],
  };
}

function valuesOf(json: ReportJson): Map<string, number | null> {
  const values = new Map<string, number | null>();
  for (const [row, columns] of Object.entries(json.table2 ?? {}))
    for (const [column, value] of Object.entries(columns)) values.set(`table2.${row}.${column}`, value);
  for (const [row, columns] of Object.entries(json.table3 ?? {}))
    for (const [index, column] of APPLICANT_COLUMNS.entries())
      values.set(`table3.${row}.${column}`, columns[index] ?? null);
  for (const [group, columns] of Object.entries(json.table4 ?? {}))
    for (const [index, column] of REDRESS_COLUMNS.entries())
      values.set(`table4.${group}.${column}`, columns[index] ?? null);
  return values;
}

/** A cell from its number and its note; a null without a note is a missing cell, a note that contradicts the number loses. */
function cellOf(value: number | null | undefined, note: z.infer<typeof cellNote> | undefined): Cell {
  const place = note?.place === undefined ? {} : { place: note.place as NonNullable<Cell['place']> };
  if (value === null || value === undefined) {
    const kind = UNREAD_KINDS.find(unread => unread === note?.kind) ?? 'missing';
    return { kind, value: null, raw: note?.raw ?? '', ...place };
  }
  const kind = READ_KINDS.find(read => read === note?.kind) ?? 'number';
  return { kind, value, raw: note?.raw ?? String(value), ...place };
}

/** A report from contract JSON (already parsed). Refuses, in one Chinese sentence, what is not of that shape. */
export function readReportJson(input: unknown): Result<AnnualReport, string> {
  const parsed = reportJson.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? '最外层' : `“${issue.path.join('.')}”`;
    return refuse(`JSON 不是年度报告的结构：${where}处不符合约定，请对照 report read --json 的输出格式修改`);
  }
  const json = parsed.data;
  const values = valuesOf(json);
  const present = (key: 'table2' | 'table3' | 'table4') =>
    json.tables?.[key] ?? (Object.keys(json[key] ?? {}).length > 0 ? ('found' as const) : ('absent' as const));
  return ok({
    title: json.title,
    agency: json.agency,
    year: json.year,
    edition: json.form,
    sections: Object.fromEntries(
      SECTION_KEYS.map(key => [key, json.sections[key] ?? null]),
    ) as AnnualReport['sections'],
    headings: json.headings as AnnualReport['headings'],
    cells: cellsFor(json.form, path => cellOf(values.get(path), json.cells[path])),
    tables: { table2: present('table2'), table3: present('table3'), table4: present('table4') },
    labels: json.labels as AnnualReport['labels'],
    notes: json.notes as AnnualReport['notes'],
  });
}
