import { downloadOf } from '../../platform/press/download.ts';
import type { Download } from '../../platform/press/download.ts';
import type { Press } from '../../platform/press/press.ts';
import { checkUpDocument } from '../render/check-up-document.ts';
import type { CheckUp } from '../render/check-up-document.ts';
import { reportDocument } from '../render/report-document.ts';
import { REPORT_FORMATS, reportFileName } from '../render/report-formats.ts';
import type { ReportFormat } from '../render/report-formats.ts';
import { reportWorkbook } from '../render/report-workbook.ts';
import type { AnnualReport } from '../rules/report.ts';
import { SUBMISSION_NAME, submissionDocument } from '../render/submission-document.ts';
import type { SignaturePage } from '../render/submission-document.ts';
import { renderReport } from './render-report.ts';

/** Makes files of reports and check-ups. Fails only for a fault of ours. */
export type ReportPress = {
  readonly report: (report: AnnualReport, format: ReportFormat) => Promise<Download>;
  /** With the page for signature and seal. */
  readonly submission: (report: AnnualReport, page: SignaturePage, format: 'pdf' | 'docx') => Promise<Download>;
  readonly checkUp: (checkUp: CheckUp, format: 'pdf' | 'docx') => Promise<Download>;
};

/** Containers are written in the press's process, formats of text here. */
async function bytesOf(press: Press, report: AnnualReport, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'pdf' || format === 'docx') return press.document(reportDocument(report), format);
  return format === 'xlsx' ? press.workbook(reportWorkbook(report)) : renderReport(report, format);
}

/** The press for reports: what it prints is laid out here. */
export function reportPress(press: Press): ReportPress {
  const download = (bytes: Uint8Array, name: string, format: ReportFormat) =>
    downloadOf(bytes, name, `report.${format}`, REPORT_FORMATS[format].mediaType);
  return {
    report: async (report, format) =>
      download(await bytesOf(press, report, format), reportFileName(report, format), format),
    submission: async (report, page, format) =>
      download(
        await press.document(submissionDocument(report, page), format),
        `${SUBMISSION_NAME[page.kind]}-${reportFileName(report, format)}`,
        format,
      ),
    checkUp: async (checkUp, format) =>
      download(
        await press.document(checkUpDocument(checkUp), format),
        `体检报告-${reportFileName(checkUp.report, format)}`,
        format,
      ),
  };
}
