// Measures the reader: node scripts/measure-reading.ts CASES.jsonl [--verbose], or --generated N
// Every case has a `text` in the layout of a published page and `tables` with the cells as printed there. Each cell is right,
// wrong (another number than printed: must never happen), or refused (no number although one is printed).
// `--generated N` prints N random reports in every layout, without and with blank cells, and measures those.
import { readFileSync } from 'node:fs';
import { GRID_STYLES, piecesOf } from '../test/reports/grids.ts';
import { LAYOUTS } from '../test/reports/layouts.ts';
import { printPage } from '../test/reports/print-page.ts';
import type { PrintedReport } from '../test/reports/printed-report.ts';
import { randomPrintedReport } from '../test/reports/printed-report.ts';
import type { Random } from '../test/reports/random-source.ts';
import { randomFrom } from '../test/reports/random-source.ts';
import { readText } from '../src/annual-report/parse/readers/text.ts';
import { recogniseReport } from '../src/annual-report/parse/read-report.ts';
import type { AnnualReport } from '../src/annual-report/rules/report.ts';
import { readCell } from '../src/annual-report/parse/recognisers/cell-value.ts';
import { findFormCell } from '../src/law/report-form/cells.ts';
import type { CellPath } from '../src/law/report-form/cells.ts';
import { REDRESS_COLUMNS, REDRESS_GROUPS } from '../src/law/report-form/table-four.ts';
import { APPLICANT_COLUMNS, TABLE_THREE_ROWS } from '../src/law/report-form/table-three.ts';
import { TABLE_TWO } from '../src/law/report-form/table-two.ts';
import type { TableTwoBlock } from '../src/law/report-form/table-two.ts';
import type { Edition } from '../src/law/report-form/edition.ts';

type Case = {
  readonly id: string;
  readonly year: number;
  readonly edition: Edition;
  readonly layout_code: string;
  readonly text: string | null;
  readonly tables: {
    readonly section2: Readonly<Record<string, { readonly cells: readonly (string | null)[] }>> | null;
    readonly section3: { readonly cells: Readonly<Record<string, readonly (string | null)[]>> } | null;
    readonly section4_cells: readonly (string | null)[] | null;
  };
};
type Count = { right: number; wrong: number; refused: number; blank: number };

const ROW_TWO: Readonly<Record<string, string>> = {
  regulation: 'regulatoryRule',
  normative: 'normativeDocument',
  license: 'license',
  other_service: 'otherService',
  penalty: 'penalty',
  coercion: 'coercion',
  fee: 'administrativeFee',
  procurement: 'procurement',
};
const GROUP_LETTERS = { C: 'withheld', D: 'unavailable', E: 'declined', F: 'closed' } as const;

/** The cells of a case under their paths in the report. */
function printedCells(test: Case): (readonly [CellPath, string | null])[] {
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[test.edition];
  const two = Object.entries(test.tables.section2 ?? {}).flatMap(([key, { cells }]) => {
    const row = blocks.flatMap(block => block.rows).find(candidate => candidate.key === ROW_TWO[key]);
    return (row?.columns ?? []).map(
      (column, index) => [`table2.${row!.key}.${column.key}` as CellPath, cells[index] ?? null] as const,
    );
  });
  const three = Object.entries(test.tables.section3?.cells ?? {}).flatMap(([code, cells]) => {
    const row = rowOf(code, test.edition);
    return APPLICANT_COLUMNS.map(
      (column, index) => [`table3.${row}.${column}` as CellPath, cells[index] ?? null] as const,
    );
  });
  const four = (test.tables.section4_cells ?? []).map((cell, index) => {
    const [group, column] = [REDRESS_GROUPS[Math.floor(index / 5)]!, REDRESS_COLUMNS[index % 5]!];
    return [`table4.${group}.${column}` as CellPath, cell] as const;
  });
  return [...two, ...three, ...four];
}

function rowOf(code: string, edition: Edition): string {
  const fixed: Readonly<Record<string, string>> = {
    R1: 'new',
    R2: 'carried-in',
    A: 'granted',
    B: 'partly-granted',
    G: 'settled',
    H: 'carried-out',
  };
  if (fixed[code] !== undefined) return fixed[code];
  const group = GROUP_LETTERS[code[0] as keyof typeof GROUP_LETTERS];
  const rows = TABLE_THREE_ROWS[edition].filter(row => row.startsWith(`${group}.`));
  return rows[Number(code.slice(1)) - 1] ?? code;
}

const count = (): Count => ({ right: 0, wrong: 0, refused: 0, blank: 0 });

function measure(test: Case, text: string, into: Count, say: (line: string) => void): void {
  const read = recogniseReport(readText(text));
  const expected = printedCells(test);
  if (!read.ok) {
    for (const [, raw] of expected) if (raw !== null && raw !== '') into.refused += 1;
    return;
  }
  const report: AnnualReport = read.value;
  if (report.year !== test.year) say(`  ${test.id}: year ${report.year}, printed ${test.year}`);
  if (report.edition !== test.edition) say(`  ${test.id}: edition ${report.edition}, printed ${test.edition}`);
  for (const [path, raw] of expected) {
    const cell = report.cells[path];
    const unit = findFormCell(path)?.unit ?? 'count';
    const value = raw === null ? null : readCell(raw, unit).value;
    if (value === null) {
      if (cell === undefined || cell.value === null) into.blank += 1;
      else {
        into.wrong += 1;
        say(`  ${test.id} ${path}: read ${cell.value}, nothing printed (${JSON.stringify(raw)})`);
      }
    } else if (cell?.value === value) into.right += 1;
    else if (cell === undefined || cell.value === null) {
      into.refused += 1;
      say(`  ${test.id} ${path}: ${cell?.kind ?? 'no cell'}, printed ${raw}`);
    } else {
      into.wrong += 1;
      say(`  ${test.id} ${path}: read ${cell.value}, printed ${raw}`);
    }
  }
}

const HEADER =
  '| layout | cells printed | right | wrong | refused | nothing printed, none read |\n| --- | --- | --- | --- | --- | --- |';

function tally(printed: PrintedReport, read: ReturnType<typeof recogniseReport>, into: Count): void {
  for (const [path, value] of printed.truth) {
    const got = read.ok ? (read.value.cells[path]?.value ?? null) : null;
    if (value === null && got === null) into.blank += 1;
    else if (value === got) into.right += 1;
    else if (got === null) into.refused += 1;
    else into.wrong += 1;
  }
}

function measureGenerated(reports: number): void {
  for (const blanks of [0, 0.08]) {
    console.log(`\nBlank cells: ${blanks * 100} %\n\n${HEADER}`);
    const measureAll = (
      name: string,
      read: (printed: PrintedReport, random: Random, noisy: boolean) => ReturnType<typeof recogniseReport>,
    ) => {
      const into = count();
      for (let seed = 0; seed < reports; seed += 1) {
        const random = randomFrom(seed * 101 + 3);
        const printed = randomPrintedReport(random, seed % 3 === 0 ? '2019' : '2021', {
          labels: true,
          blanks,
          numbers: true,
        });
        tally(printed, read(printed, random, seed % 2 === 1), into);
      }
      console.log(rowOfTable(name, into));
    };
    for (const layout of LAYOUTS)
      measureAll(layout.name, (printed, random, noisy) =>
        recogniseReport(readText(printPage(printed, [layout, layout, layout], random, noisy))),
      );
    for (const style of GRID_STYLES)
      measureAll(style.name, printed => recogniseReport({ format: 'html', pieces: piecesOf(printed, style) }));
  }
}

function main(): void {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined) {
    console.error('用法：node scripts/measure-reading.ts CASES.jsonl [--verbose]');
    process.exitCode = 2;
    return;
  }
  if (file === '--generated') return measureGenerated(Number(rest[0] ?? 100));
  const say = rest.includes('--verbose') ? (line: string) => console.log(line) : () => {};
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Case);
  const layouts = new Map<string, Count>();
  for (const test of cases) {
    if (test.text === null) continue;
    const into = layouts.get(test.layout_code) ?? count();
    layouts.set(test.layout_code, into);
    measure(test, test.text, into, say);
  }
  const total = count();
  console.log(HEADER);
  for (const [layout, c] of [...layouts].sort(([a], [b]) => a.localeCompare(b))) {
    for (const key of ['right', 'wrong', 'refused', 'blank'] as const) total[key] += c[key];
    console.log(rowOfTable(layout, c));
  }
  console.log(rowOfTable('all', total));
}

function rowOfTable(layout: string, c: Count): string {
  const printed = c.right + c.wrong + c.refused;
  const share = (value: number) => (printed === 0 ? '–' : `${value} (${((100 * value) / printed).toFixed(2)} %)`);
  return `| ${layout} | ${printed} | ${share(c.right)} | ${share(c.wrong)} | ${share(c.refused)} | ${c.blank} |`;
}

main();
