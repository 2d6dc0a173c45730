// Runs in a process of its own, which keeps the fonts and the typesetter: a page is never kept waiting by a document.
import { createTypesetter } from '../../platform/typst/typeset.ts';
import type { Typesetter } from '../../platform/typst/typeset.ts';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import { checkUpDocument } from '../render/check-up-document.ts';
import type { CheckUp } from '../render/check-up-document.ts';
import { reportDocument } from '../render/report-document.ts';
import type { ReportFormat } from '../render/report-formats.ts';
import { writeDocx } from '../../platform/docx/write-docx.ts';
import type { AnnualReport } from '../rules/report.ts';
import { renderReport } from './render-report.ts';

export type PressJob =
  | {
      readonly kind: 'report';
      readonly report: AnnualReport;
      readonly format: ReportFormat;
      readonly fontFolder: string | null;
    }
  | {
      readonly kind: 'check-up';
      readonly checkUp: CheckUp;
      readonly format: 'pdf' | 'docx';
      readonly fontFolder: string | null;
    };

let typesetter: Typesetter | null = null;

/** The first PDF pays for the fonts; a Word file never does. */
function typeset(document: OfficialDocument, fontFolder: string | null): Uint8Array {
  typesetter ??= createTypesetter(fontFolder);
  return typesetter(document);
}

export async function run(job: PressJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'report':
      return job.format === 'pdf'
        ? typeset(reportDocument(job.report), job.fontFolder)
        : renderReport(job.report, job.format);
    case 'check-up': {
      const document = checkUpDocument(job.checkUp);
      return job.format === 'pdf' ? typeset(document, job.fontFolder) : writeDocx(document);
    }
  }
}
