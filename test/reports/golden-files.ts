import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readReport } from '../../src/annual-report/parse/read-report.ts';
import { reportJsonOf } from '../../src/annual-report/rules/interchange.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/reports/golden');

/** A report as published, and where the reading of it is kept. */
export type GoldenFile = { readonly name: string; readonly source: string; readonly golden: string };

export function listGoldenFiles(): readonly GoldenFile[] {
  return readdirSync(FOLDER)
    .filter(name => /\.(?:txt|md|html|docx|pdf|xlsx)$/.test(name))
    .map(name => ({ name, source: join(FOLDER, name), golden: join(FOLDER, `${name}.json`) }));
}

/** What the reader makes of a file today, as it is kept: readable, one line a field. */
export async function readingOf(file: GoldenFile): Promise<string> {
  const read = await readReport(readFileSync(file.source), file.name);
  if (!read.ok) return `${JSON.stringify({ refused: read.problem.message }, null, 1)}\n`;
  const json = JSON.stringify(reportJsonOf(read.value.report), null, 1);
  return `${json.replace(/\[\n\s+((?:-?[\d.]+|null)(?:,\n\s+(?:-?[\d.]+|null))*)\n\s+\]/g, (_, list: string) => `[${list.replace(/\n\s+/g, ' ')}]`)}\n`;
}
