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

/** One column at a time, as it lies in memory. A line that another choice leaves out does not count; `missed` is empty without any. */
function countColumn({ codes, texts }: FacetColumn, slots: Int32Array, missed: Uint8Array, own: number): Uint32Array {
  const counts = new Uint32Array(texts.length);
  const isNarrowed = missed.length > 0;
  for (let at = 0; at < slots.length; at += 1) {
    if (isNarrowed && missed[at] !== 0 && missed[at] !== own) continue;
    const code = codes[slots[at]!]!;
    counts[code] = counts[code]! + 1;
  }
  return counts;
}

/** Counts every facet of the lines, each as if nothing were chosen of it. */
export function countFacets(table: LineTable, slots: Int32Array, choice: FacetChoice): FacetCounts {
  const chosen = chosenOf(table, choice);
  const missed = Uint8Array.from(chosen.length === 0 ? [] : slots, slot => missedBy(chosen, slot));
  const counted = FACETS.map((facet, index) => {
    const column = table.facets[facet];
    const counts = countColumn(column, slots, missed, 1 << index);
    return [facet, namedCounts(column, counts)] as const;
  });
  return Object.fromEntries(counted) as Record<Facet, ReadonlyMap<string, number>>;
}
