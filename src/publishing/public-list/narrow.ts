import { FACETS } from '../search-index/facets.ts';
import type { Facet, FacetChoice, FacetCounts } from '../search-index/facets.ts';
import type { FacetColumn, LineTable } from './line-table.ts';

/** Whether a value of a facet fits what is chosen. */
function fitsOf(choice: FacetChoice, facet: Facet): ((text: string) => boolean) | null {
  const { agency, columns, theme, kind, year, validities, interpreted } = choice;
  const among = (chosen: readonly string[] | null) =>
    chosen === null ? null : (text: string) => chosen.includes(text);
  const asked: Readonly<Record<Facet, ((text: string) => boolean) | null>> = {
    agency: among(agency === null ? null : [agency]),
    columns: among(columns),
    theme: theme === null ? null : text => text === theme || text.startsWith(`${theme}\\`),
    kind: among(kind === null ? null : [kind]),
    year: among(year === null ? null : [String(year)]),
    validities: among(validities),
    interpreted: among(interpreted === null ? null : [String(interpreted)]),
  };
  return asked[facet];
}

type Chosen = { readonly bit: number; readonly codes: Uint16Array; readonly fits: Uint8Array };

/** What is chosen, as a mark at every number of a facet's values. */
function chosenOf(table: LineTable, choice: FacetChoice): readonly Chosen[] {
  return FACETS.flatMap((facet, index) => {
    const fits = fitsOf(choice, facet);
    if (fits === null) return [];
    const { codes, texts } = table.facets[facet];
    const marks = Uint8Array.from(texts, text => (text !== null && fits(text) ? 1 : 0));
    return [{ bit: 1 << index, codes, fits: marks }];
  });
}

/** The facets by which a line is left out, a bit each; 0 for a line that fits. */
function missedBy(chosen: readonly Chosen[], slot: number): number {
  let missed = 0;
  for (const { bit, codes, fits } of chosen) if (fits[codes[slot]!] === 0) missed |= bit;
  return missed;
}

/** The slots of the lines that fit every choice, in the order given. */
export function fitting(table: LineTable, slots: Int32Array, choice: FacetChoice): Int32Array {
  const chosen = chosenOf(table, choice);
  return chosen.length === 0 ? slots : slots.filter(slot => missedBy(chosen, slot) === 0);
}

function namedCounts({ texts }: FacetColumn, counts: Uint32Array): ReadonlyMap<string, number> {
  return new Map(
    [...counts].flatMap((count, code) => {
      const text = texts[code] ?? null;
      return count === 0 || text === null ? [] : [[text, count] as const];
    }),
  );
}

/** Counts every facet of the lines, each as if nothing were chosen of it. */
export function countFacets(table: LineTable, slots: Int32Array, choice: FacetChoice): FacetCounts {
  const chosen = chosenOf(table, choice);
  const columns = FACETS.map(facet => table.facets[facet]);
  const counts = columns.map(({ texts }) => new Uint32Array(texts.length));
  for (const slot of slots) {
    const missed = missedBy(chosen, slot);
    // A line that two choices leave out counts nowhere.
    if ((missed & (missed - 1)) !== 0) continue;
    for (let index = 0; index < columns.length; index += 1)
      if (missed === 0 || missed === 1 << index) {
        const code = columns[index]!.codes[slot]!;
        counts[index]![code] = counts[index]![code]! + 1;
      }
  }
  return Object.fromEntries(
    FACETS.map((facet, index) => [facet, namedCounts(columns[index]!, counts[index]!)]),
  ) as Record<Facet, ReadonlyMap<string, number>>;
}
