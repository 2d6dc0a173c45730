// Runs in a process of its own, which keeps the fonts and the typesetter: a page is never kept waiting by a document.
import { createTypesetter } from '../typst/typeset.ts';
import type { Typesetter } from '../typst/typeset.ts';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';
import type { Workbook } from '../../views/workbook/workbook.ts';

export type PressJob =
  | {
      readonly kind: 'document';
      readonly document: OfficialDocument;
      readonly format: 'pdf' | 'docx';
      readonly fontFolder: string | null;
    }
  | {
      readonly kind: 'letter';
      readonly letter: OfficialLetter;
      readonly format: 'pdf' | 'docx';
      readonly fontFolder: string | null;
    }
  | { readonly kind: 'workbook'; readonly workbook: Workbook };

let typesetter: Typesetter | null = null;

/** The first PDF pays for the fonts; a Word file never does. */
function typesetterWith(fontFolder: string | null): Typesetter {
  return (typesetter ??= createTypesetter(fontFolder));
}

export async function run(job: PressJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'document':
      return job.format === 'pdf'
        ? typesetterWith(job.fontFolder).document(job.document)
        : (await import('../docx/write-docx.ts')).writeDocx(job.document);
    case 'letter':
      return job.format === 'pdf'
        ? typesetterWith(job.fontFolder).letter(job.letter)
        : (await import('../docx/write-letter.ts')).writeLetter(job.letter);
    case 'workbook':
      return (await import('../xlsx/write-xlsx.ts')).writeXlsx(job.workbook);
  }
}
