import type { Queries } from '../../platform/database/pool.ts';
import type { AgencyRow } from '../../platform/database/schema.ts';
import type { Selectable } from 'kysely';
import type { Agency, AgencyCode } from '../rules/agency.ts';
import { readAgency } from '../rules/read-agency.ts';

function agencyOf(row: Selectable<AgencyRow>): Agency {
  const agency = readAgency({
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    parent: row.parent,
    mayMakeRules: row.may_make_rules,
    contact: {
      office: row.contact_office,
      address: row.contact_address,
      postcode: row.contact_postcode,
      hours: row.contact_hours,
      telephone: row.contact_telephone,
      fax: row.contact_fax,
      online: row.contact_online,
    },
    disclosureHead: row.disclosure_head,
    reviewOrgan: row.review_organ,
    court: row.court,
    letterhead: row.letterhead,
    numberPrefix: row.number_prefix,
    legalReview: row.legal_review,
  });
  if (!agency.ok) throw new Error(`Agency ${row.code} in the database: ${agency.problem}`);
  return agency.value;
}

/** The agency with a code, if it is registered. */
export async function findAgency(queries: Queries, code: AgencyCode): Promise<Agency | undefined> {
  const row = await queries.selectFrom('agencies').selectAll().where('code', '=', code).executeTakeFirst();
  return row === undefined ? undefined : agencyOf(row);
}

/** All registered agencies by their codes. */
export async function listAgencies(queries: Queries): Promise<readonly Agency[]> {
  return (await queries.selectFrom('agencies').selectAll().orderBy('code').execute()).map(agencyOf);
}
