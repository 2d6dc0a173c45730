import { createSandbox } from '../../platform/sandbox/sandbox.ts';
import type { CheckUp } from '../render/check-up-document.ts';
import { REPORT_FORMATS, reportFileName } from '../render/report-formats.ts';
import type { ReportFormat } from '../render/report-formats.ts';
import type { AnnualReport } from '../rules/report.ts';
import type { PressJob } from './job.ts';

/** A document ready to be sent or written: its bytes, and the headers under which a browser saves it by its name. */
export type PrintedDocument = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Makes documents in a process apart. Fails only for a fault of ours. */
export type Press = {
  readonly report: (report: AnnualReport, format: ReportFormat) => Promise<PrintedDocument>;
  readonly checkUp: (checkUp: CheckUp, format: 'pdf' | 'docx') => Promise<PrintedDocument>;
  readonly warm: () => void;
  readonly close: () => void;
};

/** Fonts and typesetter take about 170 MiB; a report's own part is small beside it. */
const LIMITS = { seconds: 30, mebibytes: 900 } as const;

function headersFor(fileName: string, format: ReportFormat): Readonly<Record<string, string>> {
  return {
    'content-type': REPORT_FORMATS[format].mediaType,
    'content-disposition': `attachment; filename="report.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  };
}

/** Documents that may wait; a document takes some tens of milliseconds. */
const WAITING = 200;

/**
 * Opens the press; its process starts with the first document, or with `warm`. `fontFolder` holds an office's own licensed fonts,
 * which are used where the form names them; null for the open ones alone.
 */
export function openPress(fontFolder: string | null): Press {
  const sandbox = createSandbox<PressJob, Uint8Array>({
    module: new URL('./job.ts', import.meta.url),
    limits: LIMITS,
    processes: 1,
    waiting: WAITING,
    nativeCode: true,
  });

  async function print(job: PressJob, fileName: string): Promise<PrintedDocument> {
    const outcome = await sandbox.run(job);
    if (outcome.kind !== 'done')
      throw new Error(
        `document not printed: ${outcome.kind}${outcome.kind === 'crashed' ? ` (${outcome.reason})` : ''}`,
      );
    return { bytes: outcome.value, fileName, headers: headersFor(fileName, job.format) };
  }

  return {
    report: (report, format) => print({ kind: 'report', report, format, fontFolder }, reportFileName(report, format)),
    checkUp: (checkUp, format) =>
      print({ kind: 'check-up', checkUp, format, fontFolder }, `体检报告-${reportFileName(checkUp.report, format)}`),
    warm: sandbox.warm,
    close: sandbox.close,
  };
}
