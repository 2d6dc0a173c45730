import { skipInlineImage } from '../objects/clean-content.ts';
import { createLexer } from '../objects/lexer.ts';
import { openStream } from '../objects/open-stream.ts';
import { entriesIn, itemsIn, nameIn, resolve } from '../objects/pdf-object.ts';
import type { PdfEntries, PdfObject, PdfObjects, PdfStream } from '../objects/pdf-object.ts';
import { pagesOf } from '../objects/pages-of.ts';

/**
 * The strings that a file shows in each font, by the font's object number; null where it cannot be told (a text is shown
 * without a font of its own, or a content cannot be opened): then every font has to be taken as used whole.
 */
export type ShownStrings = ReadonlyMap<number, readonly Uint8Array[]> | null;

type Content = { readonly bytes: Uint8Array; readonly resources: PdfEntries };

const numberIn = (object: PdfObject | undefined): number | null =>
  object !== null && typeof object === 'object' && object.kind === 'reference' ? object.number : null;
const isStream = (object: PdfObject): object is PdfStream =>
  object !== null && typeof object === 'object' && object.kind === 'stream';
const resourcesIn = (file: PdfObjects, entries: PdfEntries) => entriesIn(resolve(file, entries.get('Resources')));

function opened(file: PdfObjects, stream: PdfObject): Uint8Array {
  const bytes = isStream(stream) ? openStream(file, stream) : null;
  if (bytes === null) throw new TypeError('content that cannot be opened');
  return bytes;
}

/** Every content of the file: those of pages, forms, patterns, and the glyphs of fonts that are drawings themselves. */
function contentsOf(file: PdfObjects): Content[] {
  const contents: Content[] = pagesOf(file).map(page => {
    const given = resolve(file, page.get('Contents'));
    const parts = isStream(given) ? [given] : itemsIn(given).map(part => resolve(file, part));
    const joined = parts.flatMap(part => [opened(file, part), Uint8Array.of(10)]);
    return { bytes: new Uint8Array(Buffer.concat(joined)), resources: resourcesIn(file, page) };
  });
  for (const object of file.objects.values()) {
    const entries = entriesIn(object);
    if (isStream(object) && (nameIn(entries.get('Subtype') ?? null) === 'Form' || entries.get('PatternType') === 1))
      contents.push({ bytes: opened(file, object), resources: resourcesIn(file, entries) });
    if (nameIn(entries.get('Subtype') ?? null) === 'Type3')
      for (const glyph of entriesIn(resolve(file, entries.get('CharProcs'))).values())
        contents.push({ bytes: opened(file, resolve(file, glyph)), resources: resourcesIn(file, entries) });
  }
  return contents;
}

/** Notes what one content shows; false where something is shown in a font that is not its own. */
function noteShown(file: PdfObjects, { bytes, resources }: Content, shown: Map<number, Uint8Array[]>): boolean {
  const fonts = entriesIn(resolve(file, resources.get('Font')));
  const states = entriesIn(resolve(file, resources.get('ExtGState')));
  const lexer = createLexer(bytes);
  const saved: (number | null)[] = [];
  let font: number | null = null;
  let strings: Uint8Array[] = [];
  let named: string | null = null;
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (token.kind === 'value') {
      const { value } = token;
      if (value !== null && typeof value === 'object' && value.kind === 'string') strings.push(value.bytes);
      if (value !== null && typeof value === 'object' && value.kind === 'name') named = value.name;
    }
    if (token.kind !== 'word') continue;
    switch (token.word) {
      case 'q':
        saved.push(font);
        break;
      case 'Q':
        font = saved.pop() ?? null;
        break;
      case 'Tf':
        font = numberIn(fonts.get(named ?? ''));
        break;
      case 'gs': {
        const given = itemsIn(resolve(file, entriesIn(resolve(file, states.get(named ?? ''))).get('Font')));
        if (given.length > 0) font = numberIn(given[0]);
        break;
      }
      case 'BI':
        skipInlineImage(lexer);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"': {
        if (font === null) return false;
        const known = shown.get(font);
        if (known === undefined) shown.set(font, strings);
        else known.push(...strings);
        break;
      }
    }
    strings = [];
    named = null;
  }
  return true;
}

export function shownStrings(file: PdfObjects): ShownStrings {
  const shown = new Map<number, Uint8Array[]>();
  try {
    return contentsOf(file).every(content => noteShown(file, content, shown)) ? shown : null;
  } catch {
    return null;
  }
}
