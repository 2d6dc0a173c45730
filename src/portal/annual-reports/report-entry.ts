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
