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

/** How many items share all that can be chosen by. */
export type FacetGroup = {
  readonly agency: AgencyCode;
  readonly column: ColumnCode;
  readonly theme: string | null;
  readonly kind: ItemKind;
  /** The year of publication. */
  readonly year: number;
  /** Of 规范性文件 alone. */
  readonly validity: Validity | null;
  readonly interpreted: boolean;
  readonly count: number;
};

const isWithin = (theme: string | null, chosen: string) =>
  theme === chosen || theme?.startsWith(`${chosen}\\`) === true;

function fits(group: FacetGroup, facet: Facet, choice: FacetChoice): boolean {
  switch (facet) {
    case 'agency':
      return choice.agency === null || group.agency === choice.agency;
    case 'columns':
      return choice.columns === null || choice.columns.includes(group.column);
    case 'theme':
      return choice.theme === null || isWithin(group.theme, choice.theme);
    case 'kind':
      return choice.kind === null || group.kind === choice.kind;
    case 'year':
      return choice.year === null || group.year === choice.year;
    case 'validities':
      return choice.validities === null || (group.validity !== null && choice.validities.includes(group.validity));
    case 'interpreted':
      return choice.interpreted === null || group.interpreted === choice.interpreted;
  }
}

const sum = (groups: readonly FacetGroup[]) => groups.reduce((total, { count }) => total + count, 0);

/** How many items fit every choice. */
export function countFitting(groups: readonly FacetGroup[], choice: FacetChoice): number {
  return sum(groups.filter(group => FACETS.every(facet => fits(group, facet, choice))));
}

/**
 * How many items each value of a facet would leave, with every other choice as it is: what stands beside the value is what its
 * link shows. Values without any item are not there.
 */
export function countsOf<Value extends string | number | boolean>(
  groups: readonly FacetGroup[],
  choice: FacetChoice,
  facet: Facet,
  valueOf: (group: FacetGroup) => Value | null,
): readonly { readonly value: Value; readonly count: number }[] {
  const others = FACETS.filter(other => other !== facet);
  const left = groups.filter(group => others.every(other => fits(group, other, choice)));
  const byValue = Map.groupBy(left, valueOf);
  return [...byValue]
    .flatMap(([value, members]) => (value === null ? [] : [{ value, count: sum(members) }]))
    .toSorted((one, other) => other.count - one.count);
}
