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

/**
 * How many of the items that the words find have a value of a facet. `missed` names the facets by which what is chosen leaves
 * them out, as `missedBit` counts them: 0 for items that are shown.
 */
export type FacetCount = {
  readonly facet: Facet;
  readonly value: string | null;
  readonly missed: number;
  readonly count: number;
};

/** The bit of a facet in `missed`. */
export const missedBit = (facet: Facet): number => 1 << FACETS.indexOf(facet);

const sum = (counts: readonly FacetCount[]) => counts.reduce((total, { count }) => total + count, 0);

/** Every item has a kind: counting by it counts all. */
const everyItem = (counts: readonly FacetCount[]) => counts.filter(({ facet }) => facet === 'kind');

/** How many items fit every choice. */
export const countFitting = (counts: readonly FacetCount[]): number =>
  sum(everyItem(counts).filter(({ missed }) => missed === 0));

/** How many items the words find, whatever is chosen. */
export const countFound = (counts: readonly FacetCount[]): number => sum(everyItem(counts));

/**
 * How many items each value of a facet would leave, with every other choice as it is: what stands beside the value is what its
 * link shows. Values without any item are not there; those of which `shown` gives the same are counted together.
 */
export function countsOf(
  counts: readonly FacetCount[],
  facet: Facet,
  shown: (value: string) => string | null = value => value,
): readonly { readonly value: string; readonly count: number }[] {
  const own = missedBit(facet);
  const left = counts.filter(one => one.facet === facet && (one.missed === 0 || one.missed === own));
  const byValue = Map.groupBy(left, ({ value }) => (value === null ? null : shown(value)));
  return [...byValue]
    .flatMap(([value, members]) => (value === null ? [] : [{ value, count: sum(members) }]))
    .toSorted((one, other) => other.count - one.count);
}
