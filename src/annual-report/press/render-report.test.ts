import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCells } from '../../../test/reports/altered-report.ts';
import { anyReport } from '../../../test/reports/any-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { readReport } from '../parse/read-report.ts';
import { cellAt } from '../rules/report.ts';
import type { AnnualReport } from '../rules/report.ts';
import { createTypesetter } from '../../platform/typst/typeset.ts';
import { reportDocument } from '../render/report-document.ts';
import type { ReportFormat } from '../render/report-formats.ts';
import { renderReport } from './render-report.ts';

const RUNS = { html: 40, docx: 25, xlsx: 40, md: 40, txt: 40, json: 40, pdf: 10 } as const satisfies Record<
  ReportFormat,
  number
>;
const typesetter = createTypesetter(null);

async function readBack(report: AnnualReport, format: ReportFormat) {
  const bytes = format === 'pdf' ? typesetter.document(reportDocument(report)) : await renderReport(report, format);
  const read = await readReport(bytes, `report.${format}`);
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

test.each(['html', 'docx', 'xlsx', 'md', 'txt', 'pdf'] as const)(
  'reading a %s rendering gives the report back, cell for cell and word for word',
  async format => {
    await fc.assert(
      fc.asyncProperty(anyReport, async report => {
        expect(shownBy(await readBack(report, format))).toEqual(shownBy(report));
      }),
      { numRuns: RUNS[format] },
    );
  },
);

test('a JSON rendering gives everything back', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, async report => {
      expect(await readBack(report, 'json')).toEqual(report);
    }),
    { numRuns: RUNS.json },
  );
});

test('a number too long for its column runs into no other', async () => {
  const report = withCells(sampleReport('2021'), {
    'table3.declined.vexatious.otherOrganization': 410_072_043,
    'table3.declined.vexatious.total': 41_007_204,
    'table4.litigationDirect.upheld': 1_234_567,
  });
  expect(shownBy(await readBack(report, 'pdf')).cells).toEqual(shownBy(report).cells);
});
