import type { CatalogueEntry } from './catalogue-entry.ts';
import type { StoredEntry } from './stored-entry.ts';

/** The entries with their places counted through each field, over however many tables or sheets it goes. */
function inOrder(entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  return [...Map.groupBy(entries, ({ field }) => field).values()].flatMap(own =>
    own.map((entry, index) => ({ ...entry, line: index + 1 })),
  );
}

/** What of an entry a comparison looks at, as it is called above the column. */
export const COMPARED = {
  elements: '公开内容（要素）',
  basis: '公开依据',
  deadlineText: '公开时限',
  publisher: '公开主体',
  channels: '公开渠道和载体',
  audience: '公开对象',
  ways: '公开方式',
  levels: '公开层级',
} as const satisfies Partial<Record<keyof CatalogueEntry, string>>;
export type ComparedPart = keyof typeof COMPARED;
const PARTS = Object.keys(COMPARED) as readonly ComparedPart[];

export type CatalogueChange = {
  readonly before: StoredEntry;
  readonly after: CatalogueEntry;
  /** Empty where only its place in the table is another one. */
  readonly parts: readonly ComparedPart[];
};

/** What a file would make of a catalogue. Fields that the file does not have are left alone and stand in none of these. */
export type CatalogueComparison = {
  readonly fields: readonly string[];
  readonly added: readonly CatalogueEntry[];
  readonly changed: readonly CatalogueChange[];
  readonly moved: readonly CatalogueChange[];
  readonly same: readonly StoredEntry[];
  readonly gone: readonly StoredEntry[];
};

const bare = (text: string): string => text.replaceAll(/[\s（）()、，,；;：:]/gu, '');
const matterKey = ({ field, firstItem, secondItem }: CatalogueEntry): string =>
  [field, bare(firstItem), bare(secondItem)].join('|');

const textOf = (entry: CatalogueEntry, part: ComparedPart): string => {
  const value = entry[part];
  if (typeof value === 'string' || value === null) return bare(value ?? '');
  return bare(value.toSorted((one, other) => one.localeCompare(other)).join());
};

/** The parts in which two readings of an entry differ; blanks and punctuation make no difference. */
export function differencesOf(before: CatalogueEntry, after: CatalogueEntry): readonly ComparedPart[] {
  return PARTS.filter(part => textOf(before, part) !== textOf(after, part));
}

/** Of several entries of one matter the one that is most like; the first where none is more so. */
function mostLike(entry: CatalogueEntry, candidates: readonly StoredEntry[]): StoredEntry | undefined {
  const byLikeness = candidates.toSorted(
    (one, other) => differencesOf(one, entry).length - differencesOf(other, entry).length || one.line - other.line,
  );
  return byLikeness[0];
}

/**
 * What a file changes in a catalogue. An entry is the same one where field, first and second item are the same, and among those of one
 * matter the most alike are taken for each other, whole likeness first.
 */
export function compareCatalogue(stored: readonly StoredEntry[], file: readonly CatalogueEntry[]): CatalogueComparison {
  const read = inOrder(file);
  const fields = [...new Set(read.map(({ field }) => field))];
  const own = stored.filter(({ field }) => fields.includes(field));
  const open = new Map(Map.groupBy(own, matterKey));
  const matched = new Map<CatalogueEntry, StoredEntry>();
  const take = (entry: CatalogueEntry, before: StoredEntry) => {
    matched.set(entry, before);
    const key = matterKey(entry);
    open.set(
      key,
      open.get(key)!.filter(one => one !== before),
    );
  };
  for (const entry of read) {
    const equal = (open.get(matterKey(entry)) ?? []).find(before => differencesOf(before, entry).length === 0);
    if (equal !== undefined) take(entry, equal);
  }
  for (const entry of read) {
    if (matched.has(entry)) continue;
    const like = mostLike(entry, open.get(matterKey(entry)) ?? []);
    if (like !== undefined) take(entry, like);
  }
  const pairs = [...matched].map(([after, before]) => ({ before, after, parts: differencesOf(before, after) }));
  const unequal = pairs.filter(({ parts }) => parts.length > 0);
  const equal = pairs.filter(({ parts }) => parts.length === 0);
  return {
    fields,
    added: read.filter(entry => !matched.has(entry)),
    changed: unequal,
    moved: equal.filter(({ before, after }) => before.line !== after.line),
    same: equal.filter(({ before, after }) => before.line === after.line).map(({ before }) => before),
    gone: [...open.values()].flat(),
  };
}

/** Whether taking the file over would change anything at all. */
export const isUnchanged = ({ added, changed, moved, gone }: CatalogueComparison): boolean =>
  added.length + changed.length + moved.length + gone.length === 0;
