import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Box } from '../pdf/box.ts';
import { findTerms } from './find-terms.ts';
import type { FoundTerm } from './find-terms.ts';
import { rewritePdf, writePictures } from './objects/rewrite.ts';
import { openDocument } from './open-document.ts';
import type { OpenDocument, OpenProblem } from './open-document.ts';
import type { PageCharacter, PageText } from './page-text.ts';
import type { Pdfium } from './pdfium.ts';
import { blacken } from './picture.ts';
import { picturePage } from './picture-page.ts';
import type { PicturePage } from './picture-page.ts';
import { centreIn, displayedSize, touches, userBox } from './region.ts';
import type { Region } from './region.ts';
import { readWithSecondEngine } from './second-engine.ts';
import type { SecondReading } from './second-engine.ts';
import type { VerificationReport } from './verification.ts';
import { verifyRedaction } from './verify.ts';
import type { Claim } from './verify.ts';

/**
 * What is to be taken out: rectangles, and words wherever they stand. What lies beside the pages goes in any case; `besideOnly` where
 * it is all that is to go.
 */
export type RedactionOrder = {
  readonly regions: readonly Region[];
  readonly terms: readonly string[];
  readonly besideOnly?: true;
};

/** Why nothing was done: the file, or the order. */
export type RedactionProblem =
  | { readonly kind: OpenProblem }
  | { readonly kind: 'nothing-ordered' }
  | { readonly kind: 'outside-page'; readonly page: number }
  | { readonly kind: 'term-not-found'; readonly terms: readonly string[] };

/** A file in which nothing was found any more, or what was still found in the last attempt. */
export type RedactionResult =
  | { readonly kind: 'released'; readonly pdf: Uint8Array; readonly report: VerificationReport }
  | { readonly kind: 'blocked'; readonly report: VerificationReport };

const PRINT_PIXELS_PER_POINT = 200 / 72;
/** A page of more pixels than this is drawn coarser. */
const MAX_PICTURE_PIXELS = 16_000_000;

/** How far a cleared box stays away from the ink beside it. */
const GAP = 0.05;

/** The original with its marks made part of the pages, and what the second engine saw in it. */
export type Prepared = {
  readonly bytes: Uint8Array;
  readonly pages: readonly PageText[];
  readonly original: SecondReading | null;
};

function withDocument<Value>(
  pdfium: Pdfium,
  bytes: Uint8Array,
  use: (document: OpenDocument) => Value,
): Result<Value, OpenProblem> {
  const opened = openDocument(pdfium, bytes);
  if (!opened.ok) return opened;
  try {
    return ok(use(opened.value));
  } finally {
    opened.value.close();
  }
}

const numbers = (document: OpenDocument) => Array.from({ length: document.pages }, (_, at) => at + 1);

/** Opens a foreign file: stamps and form fields become part of the page, as they are seen; notes, links and windows go. */
export async function prepare(pdfium: Pdfium, bytes: Uint8Array): Promise<Result<Prepared, OpenProblem>> {
  const flattened = withDocument(pdfium, bytes, document => {
    for (const page of numbers(document)) document.flatten(page);
    return document.save();
  });
  if (!flattened.ok) return flattened;
  const pages = withDocument(pdfium, flattened.value, document => numbers(document).map(document.textOf));
  if (!pages.ok) return pages;
  // Where one engine cannot read what the other can, what was beside the pages is not counted; what is released is checked all the same.
  const original = await readWithSecondEngine(bytes).catch(() => null);
  return ok({ bytes: flattened.value, pages: pages.value, original });
}

/** The box without the strips into which the ink of these characters reaches: PDFium would take them with it. */
function trimmed(region: Region, neighbours: readonly PageCharacter[]): Region {
  let box = { ...region };
  for (const { ink } of neighbours) {
    if (!touches(ink, box)) continue;
    const ways = [
      { cut: ink.right - box.left, change: { left: ink.right + GAP } },
      { cut: box.right - ink.left, change: { right: ink.left - GAP } },
      { cut: ink.bottom - box.top, change: { top: ink.bottom + GAP } },
      { cut: box.bottom - ink.top, change: { bottom: ink.top - GAP } },
    ];
    box = { ...box, ...ways.reduce((least, way) => (way.cut < least.cut ? way : least)).change };
  }
  return box;
}

/**
 * The boxes that PDFium clears for a term: a strip through each character, which is sure to meet it, and the place itself, as
 * far as no neighbour's ink reaches in, for what else is drawn there.
 */
function clearedFor(
  { regions, characters }: FoundTerm,
  pages: readonly PageText[],
  painted: readonly Region[],
): Region[] {
  const strips = characters.map(({ page, ink }) => {
    const quarter = (ink.right - ink.left) / 4;
    return { page, ...ink, left: ink.left + quarter, right: ink.right - quarter };
  });
  const places = regions.map(region => {
    const here = onPage(painted, region.page);
    const neighbours = (pages[region.page - 1]?.characters ?? []).filter(
      ({ ink }) => touches(ink, region) && !here.some(box => centreIn(ink, box)),
    );
    return trimmed(region, neighbours);
  });
  return [...strips, ...places.filter(({ left, right, top, bottom }) => left < right && top < bottom)];
}

const onPage = (regions: readonly Region[], page: number): readonly Box[] =>
  regions.filter(region => region.page === page);

type Plan = {
  readonly painted: readonly Region[];
  readonly ordered: readonly Region[];
  readonly found: readonly FoundTerm[];
  readonly affected: ReadonlySet<number>;
};

function drawPicture(document: OpenDocument, page: number, boxes: readonly Box[]): PicturePage {
  const { width, height } = displayedSize(document.frameOf(page));
  const scale = Math.min(PRINT_PIXELS_PER_POINT, Math.sqrt(MAX_PICTURE_PIXELS / (width * height)));
  const picture = document.draw(page, scale);
  blacken(picture, boxes, scale);
  return picturePage(picture, width, height);
}

type Attempt = { readonly released: Uint8Array; readonly bare: Uint8Array };

/** One way of doing it: these pages as pictures, the others cleared. */
function attempt(
  document: OpenDocument,
  pages: readonly PageText[],
  plan: Plan,
  pictured: ReadonlySet<number>,
): Attempt {
  const pictures = new Map(
    numbers(document)
      .filter(page => pictured.has(page))
      .map(page => [page, drawPicture(document, page, onPage(plan.painted, page))]),
  );
  if (pictures.size === document.pages) {
    const released = writePictures([...pictures.values()]);
    return { released, bare: released };
  }
  const cleared = [...plan.ordered, ...plan.found.flatMap(place => clearedFor(place, pages, plan.painted))];
  for (const page of numbers(document)) {
    if (pictured.has(page) || !plan.affected.has(page)) continue;
    document.removeUnseenText(page);
    document.redact(page, onPage(cleared, page));
  }
  const saved = document.save();
  const boxes = numbers(document).map(page =>
    onPage(plan.painted, page).map(box => userBox(document.frameOf(page), box)),
  );
  return { released: rewritePdf(saved, boxes, pictures), bare: rewritePdf(saved, [], pictures) };
}

/** Pages that are pictures from the start: scans, and those whose unseen text lies too deep to be taken out. */
function scansAmong(document: OpenDocument, { affected }: Plan, pages: readonly PageText[]): Set<number> {
  return new Set(
    [...affected].filter(page => {
      const { pictures, unseenText } = document.contentsOf(page);
      const text = pages[page - 1]?.characters.length ?? 0;
      return pictures > 0 && (text === 0 || unseenText > 0);
    }),
  );
}

/** Places that one engine finds and the other does not: each reads some files in its own way. */
function foundByEither(first: readonly PageText[], second: readonly PageText[], terms: readonly string[]): FoundTerm[] {
  const found = findTerms(first, terms);
  const regions = found.flatMap(place => place.regions);
  const more = findTerms(second, terms).filter(({ characters }) =>
    characters.some(({ page, ink }) => !regions.some(region => region.page === page && centreIn(ink, region))),
  );
  return [...found, ...more];
}

function planFor(
  prepared: Prepared,
  second: readonly PageText[],
  order: RedactionOrder,
): Result<Plan, RedactionProblem> {
  const terms = order.terms.map(term => term.trim()).filter(term => term !== '');
  if (terms.length === 0 && order.regions.length === 0 && order.besideOnly !== true)
    return refuse({ kind: 'nothing-ordered' });
  for (const { page, left, top, right, bottom } of order.regions) {
    const size = prepared.pages[page - 1];
    const inside = size !== undefined && right > 0 && bottom > 0 && left < size.width && top < size.height;
    if (!inside || right - left < 1 || bottom - top < 1) return refuse({ kind: 'outside-page', page });
  }
  const found = foundByEither(prepared.pages, second, terms);
  const missing = terms.filter(term => !found.some(place => place.term === term));
  if (missing.length > 0) return refuse({ kind: 'term-not-found', terms: missing });
  const painted = [...order.regions, ...found.flatMap(({ regions }) => regions)];
  return ok({
    painted,
    ordered: order.regions,
    found,
    affected: new Set(painted.map(({ page }) => page)),
  });
}

async function tryWays(
  pdfium: Pdfium,
  prepared: Prepared,
  plan: Plan,
  claim: Omit<Claim, 'picturedPages'>,
): Promise<RedactionResult> {
  const all = new Set(prepared.pages.map(({ page }) => page));
  const scans = withDocument(pdfium, prepared.bytes, document => scansAmong(document, plan, prepared.pages));
  const first = (prepared.original?.hiddenLayers ?? 0) > 0 ? all : scans.ok ? scans.value : all;
  const ways = [first, new Set([...first, ...plan.affected]), all];
  let last: RedactionResult | null = null;
  let fault: unknown = null;
  for (const [at, picturedPages] of ways.entries()) {
    if (at > 0 && picturedPages.size === ways[at - 1]!.size) continue;
    try {
      const tried = withDocument(pdfium, prepared.bytes, document =>
        attempt(document, prepared.pages, plan, picturedPages),
      );
      if (!tried.ok) throw new Error(tried.problem);
      const { released, bare } = tried.value;
      const report = await verifyRedaction(pdfium, released, bare, { ...claim, picturedPages });
      if (report.passed) return { kind: 'released', pdf: released, report };
      last = { kind: 'blocked', report };
    } catch (error) {
      // What cannot be taken apart is tried as pictures.
      fault = error;
    }
  }
  if (last === null) throw fault;
  return last;
}

/**
 * Takes regions and terms out of a PDF for good. What is released has passed every check by a second engine; where text cannot
 * be taken out cleanly, the page is released as a picture; where that fails too, nothing is released.
 */
export async function redactPdf(
  pdfium: Pdfium,
  bytes: Uint8Array,
  order: RedactionOrder,
): Promise<Result<RedactionResult, RedactionProblem>> {
  const prepared = await prepare(pdfium, bytes);
  if (!prepared.ok) return refuse({ kind: prepared.problem });
  const second = await readWithSecondEngine(prepared.value.bytes).catch(() => null);
  const plan = planFor(prepared.value, second?.pages ?? [], order);
  if (!plan.ok) return plan;
  return ok(
    await tryWays(pdfium, prepared.value, plan.value, {
      original: prepared.value.bytes,
      before: second?.pages ?? prepared.value.pages,
      regions: plan.value.painted,
      terms: order.terms,
      discarded: prepared.value.original?.beside ?? null,
    }),
  );
}
