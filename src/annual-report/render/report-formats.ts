import type { AnnualReport } from '../rules/report.ts';
import { titleLines } from './report-layout.ts';

/** A form a report can be given out in. */
export type FormatFacts = {
  /** How a link or a message names it. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether browsers can show it; the others are for saving. */
  readonly shownInBrowser: boolean;
};

/** The forms a report can be given out in, by file extension. */
export const REPORT_FORMATS = {
  html: { name: '网页（HTML）', mediaType: 'text/html; charset=utf-8', shownInBrowser: true },
  docx: {
    name: 'Word 文档（DOCX）',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shownInBrowser: false,
  },
  pdf: { name: 'PDF', mediaType: 'application/pdf', shownInBrowser: true },
  xlsx: {
    name: '电子表格（XLSX）',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    shownInBrowser: false,
  },
  md: { name: 'Markdown', mediaType: 'text/markdown; charset=utf-8', shownInBrowser: true },
  txt: { name: '纯文本（TXT）', mediaType: 'text/plain; charset=utf-8', shownInBrowser: true },
  json: { name: '数据（JSON）', mediaType: 'application/json; charset=utf-8', shownInBrowser: true },
} as const satisfies Record<string, FormatFacts>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/** The format that a file's extension names (without the dot, any case); undefined for any other. `htm` is HTML. */
export function findReportFormat(extension: string): ReportFormat | undefined {
  const name = extension.toLowerCase();
  if (name === 'htm') return 'html';
  return Object.keys(REPORT_FORMATS).find((format): format is ReportFormat => format === name);
}

/** The name of the file: the report's title without what file systems refuse, and the extension. */
export function reportFileName(report: Pick<AnnualReport, 'title' | 'agency' | 'year'>, format: ReportFormat): string {
  const title = titleLines(report)
    .join('')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .replace(/\s+/g, '')
    .slice(0, 80);
  return `${title === '' ? '政府信息公开工作年度报告' : title}.${format}`;
}
