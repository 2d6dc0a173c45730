/** What a PDF is made of. Streams hold their bytes as they lie in the file, filters unopened. */
export type PdfObject =
  | null
  | boolean
  | number
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'array'; readonly items: readonly PdfObject[] }
  | { readonly kind: 'dictionary'; readonly entries: PdfEntries }
  | { readonly kind: 'stream'; readonly entries: PdfEntries; readonly bytes: Uint8Array }
  | { readonly kind: 'reference'; readonly number: number };

export type PdfEntries = ReadonlyMap<string, PdfObject>;
export type PdfStream = Extract<PdfObject, { kind: 'stream' }>;

export const name = (text: string): PdfObject => ({ kind: 'name', name: text });
export const array = (...items: readonly PdfObject[]): PdfObject => ({ kind: 'array', items });
export const reference = (number: number): PdfObject => ({ kind: 'reference', number });
export const entriesOf = (entries: Readonly<Record<string, PdfObject>>): PdfEntries => new Map(Object.entries(entries));
export const dictionary = (entries: Readonly<Record<string, PdfObject>>): PdfObject => ({
  kind: 'dictionary',
  entries: entriesOf(entries),
});

/** The objects of a file by number, and what its trailer says. */
export type PdfObjects = { readonly objects: ReadonlyMap<number, PdfObject>; readonly trailer: PdfEntries };

/** Follows references; a chain of more than a few leads nowhere. */
export function resolve(file: PdfObjects, object: PdfObject | undefined): PdfObject {
  let found = object ?? null;
  for (let steps = 0; steps < 8; steps += 1) {
    if (found === null || typeof found !== 'object' || found.kind !== 'reference') return found;
    found = file.objects.get(found.number) ?? null;
  }
  return null;
}

/** The entries of a dictionary or a stream; none of anything else. */
export function entriesIn(object: PdfObject): PdfEntries {
  return object !== null && typeof object === 'object' && (object.kind === 'dictionary' || object.kind === 'stream')
    ? object.entries
    : new Map();
}

export const itemsIn = (object: PdfObject): readonly PdfObject[] =>
  object !== null && typeof object === 'object' && object.kind === 'array' ? object.items : [];

export const nameIn = (object: PdfObject): string | null =>
  object !== null && typeof object === 'object' && object.kind === 'name' ? object.name : null;
