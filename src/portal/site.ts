import { listAgencies } from '../people/store/agency.register.store.ts';
import type { Database } from '../platform/database/database.ts';
import { listInstallationFacts } from '../platform/database/installation-facts.ts';
import type { SiteFacts } from '../views/page-frame/page-frame.ts';

/** The site's facts: it is that of the topmost agency, and its government office is the organiser that people can call. */
export async function readSite({ queries }: Pick<Database, 'queries'>): Promise<SiteFacts> {
  const [agencies, facts] = await Promise.all([listAgencies(queries), listInstallationFacts(queries)]);
  const top = agencies.find(agency => agency.parent === null);
  const office = agencies.find(agency => agency.kind === 'government-office') ?? top;
  return {
    name: top?.name ?? '政务公开平台',
    organiser: office?.name ?? '（尚未登记主办单位）',
    telephone: office?.contact.telephone ?? null,
    registrations: {
      siteCode: facts.get('site-code') ?? null,
      icpRecord: facts.get('icp-record') ?? null,
      securityRecord: facts.get('security-record') ?? null,
      markAddress: facts.get('agency-mark-address') ?? null,
      faultReportAddress: facts.get('fault-report-address') ?? null,
    },
    sample: facts.has('sample-district'),
  };
}
