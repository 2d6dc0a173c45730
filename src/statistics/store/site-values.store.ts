import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { countSite } from '../../publishing/store/site-count.register.store.ts';
import type { SiteItems } from '../../publishing/store/site-count.register.store.ts';
import type { SiteKey, SiteValues } from '../rules/site-return-form.ts';

/**
 * The rows of a year's return that the registers know. A site that published nothing here in the year has no counts, rather than
 * noughts; comments of media are counted nowhere, so that 解读信息发布总数 is what was published here alone.
 */
export async function countSiteValues(queries: Queries, year: number): Promise<SiteValues> {
  const site = (await listAgencies(queries)).find(({ parent }) => parent === null)?.name;
  const names = site === undefined ? {} : { 'site.name': site };
  const { total, byType, catalogue, special, interpretations, callResults, calls } = await countSite(queries, year);
  if (total === 0) return names;
  const of = (...types: readonly (keyof typeof byType)[]) => types.reduce((sum, type) => sum + (byType[type] ?? 0), 0);
  return {
    ...names,
    'published.total': total,
    'published.overview': of('概况信息', '机构职能', '负责人信息'),
    'published.news': of('政务动态'),
    'published.catalogue': catalogue,
    'special.maintained': special.maintained,
    'special.opened': special.opened,
    'interpreted.total': interpretations.material + interpretations.product,
    'interpreted.material': interpretations.material,
    'interpreted.product': interpretations.product,
    responded: of('回应关切'),
    'surveys.held': calls,
    'surveys.results': callResults,
    'interviews.held': of('在线访谈'),
  };
}

/** The items that a counted row counts. */
export const SITE_ITEMS: Readonly<Partial<Record<SiteKey, SiteItems>>> = {
  'published.total': { kind: 'all' },
  'published.overview': { kind: 'types', types: ['概况信息', '机构职能', '负责人信息'] },
  'published.news': { kind: 'types', types: ['政务动态'] },
  'published.catalogue': { kind: 'catalogue' },
  'interpreted.material': { kind: 'material' },
  'interpreted.product': { kind: 'product' },
  responded: { kind: 'types', types: ['回应关切'] },
  'surveys.held': { kind: 'types', types: ['征集调查'], withoutResults: true },
  'surveys.results': { kind: 'call-results' },
  'interviews.held': { kind: 'types', types: ['在线访谈'] },
};
