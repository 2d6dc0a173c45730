import { listAgencies } from '../people/store/agency.register.store.ts';
import { readSettings } from '../people/store/setting.register.store.ts';
import type { Database } from '../platform/database/database.ts';
import { findInstallationFact } from '../platform/database/installation-facts.ts';
import type { SiteFacts } from '../views/page-frame/page-frame.ts';
import { registrationsOf, SITE_REGISTRATIONS } from './site-settings.ts';

/** The site's facts: it is that of the topmost agency, and its government office is the organiser that people can call. */
export async function readSite({ queries }: Pick<Database, 'queries'>, domain: string | null): Promise<SiteFacts> {
  const [agencies, registered, sample] = await Promise.all([
    listAgencies(queries),
    readSettings(queries, SITE_REGISTRATIONS, null),
    findInstallationFact(queries, 'sample-district'),
  ]);
  const top = agencies.find(agency => agency.parent === null);
  const office = agencies.find(agency => agency.kind === 'government-office') ?? top;
  return {
    name: top?.name ?? '政务公开平台',
    domain,
    organiser: office?.name ?? '（尚未登记主办单位）',
    telephone: office?.contact.telephone ?? null,
    registrations: registrationsOf(registered),
    sample: sample !== undefined,
  };
}
