import { findAgencyCode } from '../../../people/rules/agency.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { findStaffId } from '../../../people/rules/staff-id.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import { SECRECY_CONCLUSIONS } from '../../../publishing/rules/secrecy-form.ts';
import type { SecrecyConclusion } from '../../../publishing/rules/secrecy-form.ts';
import type { SecrecyChoice } from '../../../publishing/rules/secrecy-month.ts';
import { pageAddress } from '../../../views/page-address/page-address.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';

export const MONTHS_PATH = `${PUBLISHING_PATH}/secrecy-months`;

/** What the address of the monthly table says: the month, and which of its reviews are listed. */
export type MonthQuery = SecrecyChoice & { readonly month: Temporal.PlainYearMonth };

function monthOf(text: string): Temporal.PlainYearMonth | undefined {
  return /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? Temporal.PlainYearMonth.from(text) : undefined;
}

/** The query of an address. What makes no sense, and an agency that the officer may not see, is passed over. */
export function readMonthQuery(query: unknown, agencies: readonly AgencyCode[], today: Temporal.PlainDate): MonthQuery {
  const texts = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string => {
    const value = texts[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const agency = findAgencyCode(text('agency'));
  return {
    month: monthOf(text('month')) ?? today.toPlainYearMonth(),
    agency: agency !== undefined && agencies.includes(agency) ? agency : null,
    conclusion: SECRECY_CONCLUSIONS.find(one => one === text('conclusion')) ?? null,
    reviewer: findStaffId(text('reviewer')) ?? null,
  };
}

type Changes = {
  readonly agency?: AgencyCode | null;
  readonly conclusion?: SecrecyConclusion | null;
  readonly reviewer?: StaffId | null;
};

/** The address of a table, or of its file; `changes` choose which reviews it lists. */
export function monthAddress(
  { month, ...chosen }: MonthQuery,
  changes: Changes = {},
  path: string = MONTHS_PATH,
): string {
  return pageAddress(path, { month: month.toString(), ...chosen, ...changes });
}
