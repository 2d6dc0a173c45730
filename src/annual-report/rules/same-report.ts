import { reportJsonOf } from './interchange.ts';
import type { AnnualReport } from './report.ts';

/** Whether two reports say the same in every cell and every line, wherever they were read. */
export function isSameReport(one: AnnualReport, other: AnnualReport): boolean {
  const textOf = (report: AnnualReport) => {
    const { sections, table2, table3, table4 } = reportJsonOf(report);
    return JSON.stringify([report.title, sections, table2, table3, table4]);
  };
  return textOf(one) === textOf(other);
}
