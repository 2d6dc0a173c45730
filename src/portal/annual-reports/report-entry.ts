/** One published report as a list shows it. */
export type ReportEntry = {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly year: number;
  readonly publishedOn: Temporal.PlainDate;
};

/** The permanent address of a published report. */
export function reportPath(report: Pick<ReportEntry, 'agencyCode' | 'year'>): string {
  return `/annual-reports/${report.agencyCode}/${report.year}`;
}

/** A version of a published report, with the note (更正说明) where it corrected the one before. */
export type ReportVersion = {
  readonly version: number;
  readonly publishedOn: Temporal.PlainDate;
  readonly note: { readonly what: string; readonly why: string } | null;
};

/** The permanent address of one version. */
export function versionPath(report: Pick<ReportEntry, 'agencyCode' | 'year'>, version: number): string {
  return `${reportPath(report)}/versions/${version}`;
}

/** All reports of an agency, with charts of its years. */
export const agencyReportsPath = (agencyCode: string): string => `/annual-reports/${agencyCode}`;
