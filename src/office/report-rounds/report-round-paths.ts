import type { AgencyCode } from '../../people/rules/agency.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';

export const REPORT_ROUNDS_PATH = '/office/report-rounds';
export const roundPath = (year: number): string => `${REPORT_ROUNDS_PATH}/${year}`;
export const roundAgencyPath = (year: number, agency: AgencyCode): string => `${roundPath(year)}/agencies/${agency}`;
export const uploadPath = (year: number): string => `${roundPath(year)}/upload`;
export const aggregatePath = (year: number): string => `${roundPath(year)}/aggregate`;
export const aggregateCellPath = (year: number, path: string): string =>
  pageAddress(`${aggregatePath(year)}/cell`, { path });
