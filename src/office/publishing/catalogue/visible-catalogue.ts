import { agenciesWhere, may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { CatalogueOnDay } from '../../../publishing/store/catalogue.register.store.ts';

/** Whether an officer may look at catalogues at all. */
export const seesCatalogue = (officer: Officer): boolean =>
  agenciesWhere(officer, 'read-items').length > 0 || agenciesWhere(officer, 'oversee').length > 0;

/**
 * The part of the catalogues that is an officer's business: all of the one that their agency keeps, and of others what their agency, or
 * one that they oversee, has to publish.
 */
export function visibleTo(officer: Officer, { entries, ...rest }: CatalogueOnDay): CatalogueOnDay {
  const reads = may(officer, 'read-items', officer.agency);
  const answering = new Set([...agenciesWhere(officer, 'read-items'), ...agenciesWhere(officer, 'oversee')]);
  const visible = entries.flatMap(one => {
    if (reads && one.entry.keeper === officer.agency) return [one];
    const duties = one.duties.filter(({ agency }) => agency !== null && answering.has(agency));
    return duties.length === 0 ? [] : [{ ...one, duties }];
  });
  return { ...rest, entries: visible };
}
