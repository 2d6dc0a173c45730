import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { Agency, AgencyCode } from '../rules/agency.ts';

/** The codes of an agency's parents, its own first; at the end the topmost, or one that is not registered. */
export async function listLineage(queries: Queries, code: AgencyCode): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive lineage (code, parent) as (
      select code, parent from agencies where code = ${code}
      union
      select above.code, above.parent from agencies above join lineage on above.code = lineage.parent
    )
    select code from lineage`.execute(queries);
  return rows.map(row => row.code);
}

/** Writes an agency, in place of what was registered under its code. The parent must be registered. */
export async function saveAgency(queries: Queries, agency: Agency): Promise<void> {
  const { contact } = agency;
  const facts = {
    name: agency.name,
    short_name: agency.shortName,
    kind: agency.kind,
    parent: agency.parent,
    may_make_rules: agency.mayMakeRules,
    contact_office: contact.office,
    contact_address: contact.address,
    contact_postcode: contact.postcode,
    contact_hours: contact.hours,
    contact_telephone: contact.telephone,
    contact_fax: contact.fax,
    contact_online: contact.online,
    disclosure_head: agency.disclosureHead,
    review_organ: agency.reviewOrgan,
    court: agency.court,
    letterhead: agency.letterhead,
    number_prefix: agency.numberPrefix,
    legal_review: agency.legalReview,
  };
  await queries
    .insertInto('agencies')
    .values({ code: agency.code, ...facts })
    .onConflict(conflict => conflict.column('code').doUpdateSet(facts))
    .execute();
}
