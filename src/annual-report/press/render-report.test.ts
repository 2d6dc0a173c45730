import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyReport } from '../../../test/reports/any-report.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { readReport } from '../parse/read-report.ts';
import { cellAt } from '../rules/report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { renderReport } from './render-report.ts';

const RUNS = 40;

async function readBack(report: AnnualReport, format: 'html' | 'docx' | 'xlsx' | 'md' | 'txt' | 'json') {
  const read = await readReport(await renderReport(report, format), `report.${format}`);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.report;
}

/** What every rendering must bring back: figures, what stood in cells without one, prose, title, agency, year, edition. */
function shownBy(report: AnnualReport) {
  const { title, agency, year, edition, sections, tables } = report;
  const cells = FORM_CELLS[edition].map(({ path }) => {
    const { value, kind, raw } = cellAt(report, path);
    return [path, value ?? (kind === 'missing' ? 'blank' : kind), value === null ? raw : ''];
  });
  const headings = report.headings.map(({ section, text }) => [section, text]);
  return {
    title,
    agency,
    year,
    edition,
    sections,
    headings,
    tables,
    labels: report.labels,
    cells: Object.fromEntries(cells.map(([path, ...rest]) => [path, rest])),
  };
}

test.each(['html', 'docx', 'xlsx', 'md', 'txt'] as const)(
  'reading a %s rendering gives the report back, cell for cell and word for word',
  async format => {
    await fc.assert(
      fc.asyncProperty(anyReport, async report => {
        expect(shownBy(await readBack(report, format))).toEqual(shownBy(report));
      }),
      { numRuns: RUNS },
    );
  },
);

test('a JSON rendering gives everything back', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async report => {
      expect(await readBack(report, 'json')).toEqual(report);
    }),
    { numRuns: RUNS },
  );
});
