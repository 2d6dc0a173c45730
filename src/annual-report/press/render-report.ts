import { assertNever } from '../../kernel/assert-never.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { renderMarkdown } from '../render/render-markdown.ts';
import { renderText } from '../render/render-text.ts';
import { reportDocument } from '../render/report-document.ts';
import type { ReportFormat } from '../render/report-formats.ts';
import { reportWorkbook } from '../render/report-workbook.ts';
import { reportJsonOf } from '../rules/interchange.ts';
import type { AnnualReport } from '../rules/report.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/**
 * The report as a file of the given format; the writers of containers are loaded when first needed. PDF is not among them: it
 * needs a typesetter that is kept, which is the press's.
 */
export async function renderReport(report: AnnualReport, format: Exclude<ReportFormat, 'pdf'>): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return utf8(renderHtml(report));
    case 'md':
      return utf8(renderMarkdown(report));
    case 'txt':
      return utf8(renderText(report));
    case 'json':
      return utf8(`${JSON.stringify(reportJsonOf(report), null, 2)}\n`);
    case 'docx':
      return (await import('../../platform/docx/write-docx.ts')).writeDocx(reportDocument(report));
    case 'xlsx':
      return (await import('../../platform/xlsx/write-xlsx.ts')).writeXlsx(reportWorkbook(report));
  }
  return assertNever(format);
}
