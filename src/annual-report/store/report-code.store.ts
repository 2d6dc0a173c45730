import { getAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { RoundRef } from './report-round.store.ts';

/** What a 报送码 opens: one agency's report in one round, until a day. */
export type ReportCode = RoundRef & { readonly agency: AgencyCode; readonly expiresOn: Temporal.PlainDate };

/** The digest under which a code is looked up; small letters, spaces and hyphens are forgiven. */
function codeDigest(sealing: Sealing, code: string): string {
  return sealing.digest(code.replaceAll(/[\s-]/g, '').toUpperCase(), 'report-code');
}

/** Gives an agency a code; an earlier one opens nothing any more. */
export async function saveReportCode(
  queries: Queries,
  sealing: Sealing,
  { office, year, agency, expiresOn }: ReportCode,
  code: string,
  at: Temporal.Instant,
): Promise<void> {
  const values = {
    code_digest: codeDigest(sealing, code),
    expires_on: expiresOn.toString(),
    issued_at: at.toString(),
  };
  await queries
    .insertInto('report_codes')
    .values({ office, year, agency, ...values })
    .onConflict(conflict => conflict.columns(['office', 'year', 'agency']).doUpdateSet(values))
    .execute();
}

const COLUMNS = ['office', 'year', 'agency', 'expires_on'] as const;
type Row = { readonly office: string; readonly year: number; readonly agency: string; readonly expires_on: string };
const codeOf = (row: Row): ReportCode => ({
  office: getAgencyCode(row.office),
  year: row.year,
  agency: getAgencyCode(row.agency),
  expiresOn: Temporal.PlainDate.from(row.expires_on),
});

/** What a code opens, also when its day is over. */
export async function findReportCode(
  queries: Queries,
  sealing: Sealing,
  code: string,
): Promise<ReportCode | undefined> {
  const row = await queries
    .selectFrom('report_codes')
    .select(COLUMNS)
    .where('code_digest', '=', codeDigest(sealing, code))
    .executeTakeFirst();
  return row === undefined ? undefined : codeOf(row);
}

/** The agencies of a round that have a code, with the day until which it opens. */
export async function listReportCodes(
  queries: Queries,
  { office, year }: RoundRef,
): Promise<ReadonlyMap<AgencyCode, ReportCode>> {
  const rows = await queries
    .selectFrom('report_codes')
    .select(COLUMNS)
    .where('office', '=', office)
    .where('year', '=', year)
    .execute();
  return new Map(rows.map(row => [getAgencyCode(row.agency), codeOf(row)]));
}
