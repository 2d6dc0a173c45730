import type { AgencyCode } from '../../people/rules/agency.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';

export const REPORT_ANALYSIS_PATH = '/office/report-analysis';

export const heatMapPath = (year: number): string => `${REPORT_ANALYSIS_PATH}/${year}`;
export const figuresPath = (year: number): string => `${heatMapPath(year)}/figures`;
export const similarityPath = (year: number): string => `${heatMapPath(year)}/similarity`;
export const analysisReportPath = (year: number): string => `${heatMapPath(year)}/report`;

/** Two reports side by side: one agency's, and another's or its own of the year before. */
export const passagesPath = (year: number, one: AgencyCode, other: AgencyCode): string =>
  `${similarityPath(year)}/${one}/${other}`;

/** An agency's report with what was found in it; with an audit, only what that audit found. */
export const agencyAnalysisPath = (year: number, agency: AgencyCode, audit?: string): string =>
  pageAddress(`${heatMapPath(year)}/agencies/${agency}`, audit === undefined ? {} : { audit });
