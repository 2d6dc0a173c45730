import { findTerms } from './find-terms.ts';
import { namedButUnused } from './fonts/forget-glyphs.ts';
import { entriesIn } from './objects/pdf-object.ts';
import type { PdfObjects, PdfStream } from './objects/pdf-object.ts';
import { openStream } from './objects/open-stream.ts';
import { readObjects } from './objects/read-objects.ts';
import { openDocument } from './open-document.ts';
import type { OpenDocument } from './open-document.ts';
import type { PageCharacter, PageText } from './page-text.ts';
import type { Pdfium } from './pdfium.ts';
import { differingPixels, isUniform } from './picture.ts';
import { centreIn, inset, touches } from './region.ts';
import type { Region } from './region.ts';
import { readWithSecondEngine } from './second-engine.ts';
import type { BesideThePages, SecondReading } from './second-engine.ts';
import { bytesOfTerm } from './term-bytes.ts';
import type { Check, CheckName, Leftover, VerificationReport } from './verification.ts';

/** What is claimed of a released file. */
export type Claim = {
  /** The original as it is displayed: marks and fields part of the pages. */
  readonly original: Uint8Array;
  /** The original's pages as the second engine reads them. */
  readonly before: readonly PageText[];
  readonly regions: readonly Region[];
  readonly terms: readonly string[];
  /** Pages released as pictures: their text is gone altogether. */
  readonly picturedPages: ReadonlySet<number>;
  readonly discarded: BesideThePages | null;
};

const PIXELS_PER_POINT = 2;
const BLACK = [0, 0, 0] as const;
/** How far a character may have moved: gaps are rounded to a thousandth of the size when a line is written anew. */
const TOLERANCE = 2;
/** How many leftovers of a kind are named. */
const NAMED = 20;

const check = (name: CheckName, leftovers: readonly Leftover[]): Check => ({
  check: name,
  passed: leftovers.length === 0,
  leftovers: leftovers.slice(0, NAMED),
});

const onPage = (regions: readonly Region[], page: number) => regions.filter(region => region.page === page);

function joined(page: number, characters: readonly PageCharacter[]): Leftover[] {
  return characters.length === 0 ? [] : [{ page, what: characters.map(({ text }) => text).join('') }];
}

const textUnder = (pages: readonly PageText[], regions: readonly Region[]): Leftover[] =>
  pages.flatMap(({ page, characters }) => {
    const here = onPage(regions, page);
    return joined(
      page,
      characters.filter(({ ink, text }) => text.trim() !== '' && here.some(region => centreIn(ink, region))),
    );
  });

const termsIn = (pages: readonly PageText[], terms: readonly string[]): Leftover[] =>
  findTerms(pages, terms).map(({ term, regions }) => ({ page: regions[0]?.page ?? null, what: term }));

/** Places of the terms that no region covers: on a picture of the page they would still be read. */
const uncovered = (readings: readonly (readonly PageText[])[], regions: readonly Region[], terms: readonly string[]) =>
  readings
    .flatMap(pages => findTerms(pages, terms))
    .filter(({ characters }) =>
      characters.some(({ page, ink }) => !onPage(regions, page).some(region => centreIn(ink, region))),
    )
    .map(({ term, regions: places }): Leftover => ({ page: places[0]?.page ?? null, what: term }));

/** Which terms stand in these bytes. */
function termsInBytes(bytes: Uint8Array, terms: readonly string[]): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return terms.filter(term => bytesOfTerm(term).some(form => buffer.includes(form)));
}

const isStream = (object: unknown): object is PdfStream =>
  object !== null && typeof object === 'object' && (object as { kind?: unknown }).kind === 'stream';

/** The file's own bytes and all its streams unpacked; a file that cannot be taken apart is a leftover itself. */
function searchBytes(released: Uint8Array, terms: readonly string[]): Leftover[] {
  const found = new Set(termsInBytes(released, terms));
  let file: PdfObjects;
  try {
    file = readObjects(released);
  } catch {
    return [{ page: null, what: '文件结构无法逐项检查' }];
  }
  for (const object of file.objects.values()) {
    if (!isStream(object)) continue;
    try {
      const bytes = openStream(file, object);
      if (bytes !== null) for (const term of termsInBytes(bytes, terms)) found.add(term);
    } catch {
      return [{ page: null, what: '有数据流无法解开检查' }];
    }
  }
  return [...found].map(what => ({ page: null, what }));
}

function countOf(bytes: Uint8Array, word: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at + 1)) count += 1;
  return count;
}

function searchRevisions(released: Uint8Array): Leftover[] {
  const ends = countOf(released, '%%EOF');
  if (ends !== 1 || countOf(released, 'startxref') !== 1) return [{ page: null, what: `文件有 ${ends} 个版本` }];
  try {
    const { trailer } = readObjects(released);
    return trailer.has('Prev') || trailer.has('Info') || trailer.has('Encrypt')
      ? [{ page: null, what: '文件尾部引用了其他内容' }]
      : [];
  } catch {
    return [{ page: null, what: '文件结构无法逐项检查' }];
  }
}

const BESIDE_WORDS: Readonly<Record<keyof BesideThePages, string>> = {
  properties: '文档属性',
  bookmarks: '书签',
  annotations: '批注',
  attachments: '附件',
  fields: '表单',
  scripts: '脚本',
  structure: '结构标记',
};

function searchBeside(released: Uint8Array, { beside }: SecondReading): Leftover[] {
  const counted = (Object.keys(BESIDE_WORDS) as (keyof BesideThePages)[])
    .filter(key => beside[key] > 0)
    .map(key => ({ page: null, what: `${BESIDE_WORDS[key]} ${beside[key]} 项` }));
  let root: readonly string[];
  try {
    const { objects, trailer } = readObjects(released);
    const catalogue = trailer.get('Root');
    const number = typeof catalogue === 'object' && catalogue?.kind === 'reference' ? catalogue.number : 0;
    root = [...entriesIn(objects.get(number) ?? null).keys()];
  } catch {
    return [...counted, { page: null, what: '文件结构无法逐项检查' }];
  }
  const others = root.filter(key => key !== 'Type' && key !== 'Pages');
  return [...counted, ...others.map(what => ({ page: null, what }))];
}

function searchFonts(released: Uint8Array): Leftover[] {
  try {
    const what = [...new Set(namedButUnused(readObjects(released)))].join('');
    return what === '' ? [] : [{ page: null, what }];
  } catch {
    return [{ page: null, what: '字体无法逐项检查' }];
  }
}

type Position = readonly [number, number];
const positionOf = ({ box }: PageCharacter): Position => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
const isNear = (one: Position, other: Position) =>
  Math.abs(one[0] - other[0]) <= TOLERANCE && Math.abs(one[1] - other[1]) <= TOLERANCE;

type Compared = {
  readonly removed: number;
  readonly neighbours: readonly Leftover[];
  readonly lost: readonly Leftover[];
};

/** What has become of the characters of a page: gone with a region, gone beside one, or gone without a reason. */
function compareText(
  before: PageText,
  after: PageText | undefined,
  regions: readonly Region[],
  pictured: boolean,
): Compared {
  const left = Map.groupBy(after?.characters ?? [], ({ text }) => text);
  const [neighbours, lost]: [PageCharacter[], PageCharacter[]] = [[], []];
  let removed = 0;
  for (const character of before.characters) {
    if (regions.some(region => centreIn(character.ink, region))) {
      removed += 1;
      continue;
    }
    if (pictured) continue;
    const place = positionOf(character);
    const candidates = left.get(character.text) ?? [];
    const found = candidates.findIndex(candidate => isNear(positionOf(candidate), place));
    if (found >= 0) candidates.splice(found, 1);
    else if (regions.some(region => touches(character.ink, inset(region, -1)))) neighbours.push(character);
    else lost.push(character);
  }
  const added = pictured ? [] : [...left.values()].flat();
  return {
    removed,
    neighbours: joined(before.page, neighbours),
    lost: [...joined(before.page, lost), ...joined(before.page, added)],
  };
}

function lookAtPixels(
  document: OpenDocument,
  regions: readonly Region[],
  draw: (page: number) => ReturnType<OpenDocument['draw']>,
  colour?: readonly [number, number, number],
): Leftover[] {
  return [...new Set(regions.map(({ page }) => page))]
    .filter(page => page <= document.pages)
    .flatMap(page => {
      const picture = draw(page);
      const open = onPage(regions, page).filter(
        region => !isUniform(picture, inset(region, 0.5), PIXELS_PER_POINT, colour),
      );
      return open.length === 0 ? [] : [{ page, what: `${open.length} 处遮盖` }];
    });
}

function withDocument<Value>(pdfium: Pdfium, bytes: Uint8Array, use: (document: OpenDocument) => Value): Value | null {
  const opened = openDocument(pdfium, bytes);
  if (!opened.ok) return null;
  try {
    return use(opened.value);
  } finally {
    opened.value.close();
  }
}

const pagesFrom = (document: OpenDocument): PageText[] =>
  Array.from({ length: document.pages }, (_, at) => document.textOf(at + 1));

/** A character whose ink reached into a region leaves about so many pixels at one pixel a point; edges of others differ by chance. */
const [PIXELS_OF_A_CHARACTER, PIXELS_BY_CHANCE] = [400, 40];

/** Pages that look otherwise outside of the regions. Those released as pictures were drawn at another size, and are let off. */
function lookOutside(pdfium: Pdfium, released: Uint8Array, claim: Claim, compared: readonly Compared[]): Leftover[] {
  const draw = (bytes: Uint8Array, page: number) => withDocument(pdfium, bytes, document => document.draw(page, 1));
  const pages = [...new Set(claim.regions.map(({ page }) => page))].filter(page => !claim.picturedPages.has(page));
  return pages.flatMap(page => {
    const [before, after] = [draw(claim.original, page), draw(released, page)];
    const went = (compared[page - 1]?.neighbours ?? []).reduce((sum, { what }) => sum + Array.from(what).length, 0);
    const allowed = PIXELS_BY_CHANCE + PIXELS_OF_A_CHARACTER * went;
    const differing =
      before === null || after === null ? Infinity : differingPixels(before, after, onPage(claim.regions, page), 1);
    return differing > allowed ? [{ page, what: '版面与原件不一致' }] : [];
  });
}

/**
 * Looks for what is left in a file that is to be released. `bare` is the same file without the black boxes; without one, what
 * lies under the black is taken from the file itself after its boxes have been taken off as far as they are boxes.
 */
export async function verifyRedaction(
  pdfium: Pdfium,
  released: Uint8Array,
  bare: Uint8Array,
  claim: Claim,
): Promise<VerificationReport> {
  const { regions, terms, picturedPages } = claim;
  const second = await readWithSecondEngine(released);
  const first = withDocument(pdfium, released, document => ({
    pages: pagesFrom(document),
    black: lookAtPixels(document, regions, page => document.draw(page, PIXELS_PER_POINT), BLACK),
  }));
  const original = withDocument(pdfium, claim.original, document => ({ pages: pagesFrom(document) }));
  const unreadable: Leftover[] = first === null ? [{ page: null, what: '处理后的文件打不开' }] : [];
  const under = withDocument(pdfium, bare, document =>
    lookAtPixels(
      document,
      regions.filter(({ page }) => !picturedPages.has(page)),
      page => document.drawUnder(page, onPage(regions, page), PIXELS_PER_POINT),
    ),
  );
  const compared = claim.before.map(page =>
    compareText(page, second.pages[page.page - 1], onPage(regions, page.page), picturedPages.has(page.page)),
  );
  const both = [second.pages, first?.pages ?? []];
  const checks = [
    check(
      'page-count',
      second.pages.length === claim.before.length && (first === null || first.pages.length === claim.before.length)
        ? []
        : [{ page: null, what: `原有 ${claim.before.length} 页，现有 ${second.pages.length} 页` }],
    ),
    check('terms-covered', uncovered([claim.before, original?.pages ?? []], regions, terms)),
    check('text-under-regions', [...unreadable, ...both.flatMap(pages => textUnder(pages, regions))]),
    check('terms-in-text', [...unreadable, ...both.flatMap(pages => termsIn(pages, terms))]),
    check('terms-in-bytes', searchBytes(released, terms)),
    check('beside-the-pages', searchBeside(released, second)),
    check('single-revision', searchRevisions(released)),
    check('black-on-page', [...unreadable, ...(first?.black ?? [])]),
    check('nothing-under-black', under ?? unreadable),
    check('fonts', searchFonts(released)),
    check(
      'text-outside',
      compared.flatMap(({ lost }) => lost),
    ),
    check('look-outside', lookOutside(pdfium, released, claim, compared)),
  ];
  return {
    passed: checks.every(({ passed }) => passed),
    pages: claim.before.length,
    regions: regions.length,
    removedCharacters: compared.reduce((sum, { removed }) => sum + removed, 0),
    neighbours: compared.flatMap(({ neighbours }) => neighbours),
    picturedPages: [...picturedPages].toSorted((one, other) => one - other),
    touchedPages: [...new Set(regions.map(({ page }) => page))].toSorted((one, other) => one - other),
    discarded: claim.discarded,
    checks,
  };
}
