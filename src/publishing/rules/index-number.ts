import { isCreditCode } from '../../proofreading/private-data/credit-code.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';

/** What an agency's 索引号 begin with: its 统一社会信用代码, or the agency code while that is not known. */
export function institutionCode(creditCode: string, agency: AgencyCode): string {
  const code = creditCode.trim().toUpperCase();
  return isCreditCode(code) ? code : agency;
}

/**
 * 索引号: institution / year - serial of five digits. The serial runs within agency and year, is taken when an item is drafted
 * and never given again, also when the item comes to nothing.
 */
export function indexNumber(institution: string, year: number, serial: number): string {
  return `${institution}/${year}-${String(serial).padStart(5, '0')}`;
}
