import { composeReport } from './compose-report.ts';
import type { Prose } from './draft-prose.ts';
import type { ReportYear } from './report-year.ts';
import type { AnnualReport } from './report.ts';
import type { YearFacts } from './year-facts.ts';

/** The report of a year that was approved, as it is published and submitted: of the frozen facts, with the waivers as notes. */
export function approvedReport(
  state: Pick<ReportYear, 'frozen' | 'waivers'>,
  facts: YearFacts,
  prose: Prose,
): AnnualReport {
  const notes = state.waivers.map(({ by, on, reason }) => ({ kind: 'waiver', message: `${by}（${on}）：${reason}` }));
  return { ...composeReport(state.frozen?.facts ?? facts, prose), notes };
}
