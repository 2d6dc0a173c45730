import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, unzipSync } from 'fflate';
import { SAMPLE_REPORT_2023 } from '../sample/qingchuan/annual-report-2023.ts';
import { reportDocument } from '../src/annual-report/render/report-document.ts';
import { renderReport } from '../src/annual-report/press/render-report.ts';
import { createTypesetter } from '../src/platform/typst/typeset.ts';

const fixture = (path: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', path)));

/** A zip whose parts are stored, not packed: so that damage reaches the XML and not only the packing. */
function unpacked(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { level: 0 });
}

/** Whole files of a format, to be damaged. */
export async function seedsOf(format: string): Promise<readonly Uint8Array[]> {
  switch (format) {
    case 'text':
      return [
        await renderReport(SAMPLE_REPORT_2023, 'txt'),
        await renderReport(SAMPLE_REPORT_2023, 'md'),
        fixture('reports/faulty-report.txt'),
      ];
    case 'html':
      return [await renderReport(SAMPLE_REPORT_2023, 'html'), fixture('readers/word-gb18030.html')];
    case 'docx': {
      const docx = await renderReport(SAMPLE_REPORT_2023, 'docx');
      return [docx, unpacked(docx)];
    }
    case 'xlsx': {
      const xlsx = await renderReport(SAMPLE_REPORT_2023, 'xlsx');
      return [xlsx, unpacked(xlsx)];
    }
    case 'pdf':
    case 'redaction':
      return [createTypesetter(null).document(reportDocument(SAMPLE_REPORT_2023))];
    case 'json':
      return [await renderReport(SAMPLE_REPORT_2023, 'json')];
    default:
      throw new Error(`no reader for ${format}`);
  }
}
