import type { Validity } from '../rules/validity.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import type { ColumnCode } from '../rules/ids.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';

/** What a search is narrowed by; null holds for everything. */
export type FacetChoice = {
  readonly agency: AgencyCode | null;
  /** Columns that bear one name, in several agencies. */
  readonly columns: readonly ColumnCode[] | null;
  /** A theme of the first level, or one of the second with the first before it. */
  readonly theme: string | null;
  readonly kind: ItemKind | null;
  readonly year: number | null;
  readonly validities: readonly Validity[] | null;
  /** With interpretation, or without. */
  readonly interpreted: boolean | null;
};

export const FACETS = [
  'agency',
  'columns',
  'theme',
  'kind',
  'year',
  'validities',
  'interpreted',
] as const satisfies readonly (keyof FacetChoice)[];
export type Facet = (typeof FACETS)[number];

/** No choice at all. */
export const EVERYTHING: FacetChoice = {
  agency: null,
  columns: null,
  theme: null,
  kind: null,
  year: null,
  validities: null,
  interpreted: null,
};

/**
 * How many items each value of each facet would leave, with every other choice as it is: what stands beside the value is what
 * its link shows. Values without any item are not there.
 */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** The counts of a facet, the greatest first; values of which `shown` gives the same are counted together, null is left out. */
export function countsOf(
  counts: FacetCounts,
  facet: Facet,
  shown: (value: string) => string | null = value => value,
): readonly { readonly value: string; readonly count: number }[] {
  const sums = new Map<string, number>();
  for (const [own, count] of counts[facet]) {
    const value = shown(own);
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return [...sums].map(([value, count]) => ({ value, count })).toSorted((one, other) => other.count - one.count);
}
