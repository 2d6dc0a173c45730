// Runs inside the sandbox: everything that touches the bytes of a foreign file.
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import { findTerms } from './find-terms.ts';
import { openDocument } from './open-document.ts';
import type { OpenProblem } from './open-document.ts';
import { linesOf } from './page-text.ts';
import type { PageText } from './page-text.ts';
import { openPdfium } from './pdfium.ts';
import { writePng } from './picture.ts';
import { prepare, redactPdf } from './redact-pdf.ts';
import type { RedactionOrder, RedactionProblem, RedactionResult } from './redact-pdf.ts';
import type { Region } from './region.ts';
import type { BesideThePages } from './second-engine.ts';
import { setAnew } from './set-anew.ts';
import type { SetAnewKind, SetAnewProblem } from './set-anew.ts';
import { wrapImage } from './wrap-image.ts';
import type { ImageProblem } from './wrap-image.ts';

/** A line of a page, for whoever chooses the words to cover; its room in displayed points. */
export type SeenLine = { readonly text: string; readonly region: Region };
export type SeenPage = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly SeenLine[];
  /** A page with pictures and no text: words are not found on it. */
  readonly isScan: boolean;
};
export type SeenDocument = {
  readonly pages: readonly SeenPage[];
  readonly beside: BesideThePages | null;
  readonly hiddenLayers: number;
};
/** One page of a document, and where terms stand on it: a list of regions for each term. */
export type PageView = {
  readonly page: SeenPage;
  readonly pages: number;
  readonly found: readonly (readonly Region[])[];
};
/** Where one term stands; several regions where it is broken over lines. */
export type SeenTerm = { readonly term: string; readonly places: readonly (readonly Region[])[] };

export type RedactionJob =
  | { readonly kind: 'look'; readonly pdf: Uint8Array }
  | {
      readonly kind: 'look-at-page';
      readonly pdf: Uint8Array;
      readonly page: number;
      readonly terms: readonly string[];
    }
  | { readonly kind: 'find'; readonly pdf: Uint8Array; readonly terms: readonly string[] }
  | { readonly kind: 'draw'; readonly pdf: Uint8Array; readonly page: number; readonly pixelsPerPoint: number }
  | { readonly kind: 'redact'; readonly pdf: Uint8Array; readonly order: RedactionOrder }
  | { readonly kind: 'wrap-image'; readonly image: Uint8Array }
  | { readonly kind: 'set-anew'; readonly bytes: Uint8Array; readonly as: SetAnewKind; readonly name: string };

export type RedactionAnswer =
  | { readonly kind: 'seen'; readonly document: SeenDocument }
  | { readonly kind: 'page-seen'; readonly view: PageView }
  | { readonly kind: 'found'; readonly terms: readonly SeenTerm[] }
  | { readonly kind: 'drawn'; readonly png: Uint8Array }
  | { readonly kind: 'redacted'; readonly result: RedactionResult }
  | { readonly kind: 'wrapped'; readonly pdf: Uint8Array }
  | { readonly kind: 'set'; readonly document: OfficialDocument }
  | { readonly kind: 'refused'; readonly problem: Refused };

/** Everything that can be wrong with a file or an order. */
export type Refused =
  | RedactionProblem
  | { readonly kind: `image-${ImageProblem}` }
  | { readonly kind: 'not-set'; readonly problem: SetAnewProblem };

const refused = (kind: OpenProblem): RedactionAnswer => ({ kind: 'refused', problem: { kind } });

function seenPage(text: PageText, pictures: number): SeenPage {
  const { page, width, height, characters } = text;
  const lines = linesOf(text).map(({ text: words, box }) => ({ text: words, region: { page, ...box } }));
  return { page, width, height, lines, isScan: characters.length === 0 && pictures > 0 };
}

async function lookAtPage(pdf: Uint8Array, page: number, terms: readonly string[]): Promise<RedactionAnswer> {
  const opened = openDocument(await openPdfium(), pdf);
  if (!opened.ok) return refused(opened.problem);
  const { value: document } = opened;
  try {
    if (page < 1 || page > document.pages) return { kind: 'refused', problem: { kind: 'outside-page', page } };
    document.flatten(page);
    const text = document.textOf(page);
    const found = findTerms([text], terms);
    return {
      kind: 'page-seen',
      view: {
        page: seenPage(text, document.contentsOf(page).pictures),
        pages: document.pages,
        found: terms.map(term => found.filter(place => place.term === term).flatMap(({ regions }) => regions)),
      },
    };
  } finally {
    document.close();
  }
}

async function look(pdf: Uint8Array): Promise<RedactionAnswer> {
  const pdfium = await openPdfium();
  const prepared = await prepare(pdfium, pdf);
  if (!prepared.ok) return refused(prepared.problem);
  const opened = openDocument(pdfium, prepared.value.bytes);
  if (!opened.ok) return refused(opened.problem);
  const { pages, original } = prepared.value;
  try {
    return {
      kind: 'seen',
      document: {
        pages: pages.map(text => seenPage(text, opened.value.contentsOf(text.page).pictures)),
        beside: original?.beside ?? null,
        hiddenLayers: original?.hiddenLayers ?? 0,
      },
    };
  } finally {
    opened.value.close();
  }
}

async function find(pdf: Uint8Array, terms: readonly string[]): Promise<RedactionAnswer> {
  const prepared = await prepare(await openPdfium(), pdf);
  if (!prepared.ok) return refused(prepared.problem);
  const found = findTerms(prepared.value.pages, terms);
  return {
    kind: 'found',
    terms: terms.map(term => ({
      term,
      places: found.filter(place => place.term === term).map(({ regions }) => regions),
    })),
  };
}

async function draw(pdf: Uint8Array, page: number, pixelsPerPoint: number): Promise<RedactionAnswer> {
  const opened = openDocument(await openPdfium(), pdf);
  if (!opened.ok) return refused(opened.problem);
  try {
    if (page < 1 || page > opened.value.pages) return { kind: 'refused', problem: { kind: 'outside-page', page } };
    opened.value.flatten(page);
    return { kind: 'drawn', png: writePng(opened.value.draw(page, pixelsPerPoint)) };
  } finally {
    opened.value.close();
  }
}

/** Does one job; what is wrong with a file is an answer, only a fault of ours throws. */
export async function run(job: RedactionJob): Promise<RedactionAnswer> {
  switch (job.kind) {
    case 'look':
      return look(job.pdf);
    case 'look-at-page':
      return lookAtPage(job.pdf, job.page, job.terms);
    case 'find':
      return find(job.pdf, job.terms);
    case 'draw':
      return draw(job.pdf, job.page, job.pixelsPerPoint);
    case 'redact': {
      const redacted = await redactPdf(await openPdfium(), job.pdf, job.order);
      return redacted.ok
        ? { kind: 'redacted', result: redacted.value }
        : { kind: 'refused', problem: redacted.problem };
    }
    case 'wrap-image': {
      const wrapped = wrapImage(job.image);
      return wrapped.ok
        ? { kind: 'wrapped', pdf: wrapped.value }
        : { kind: 'refused', problem: { kind: `image-${wrapped.problem}` } };
    }
    case 'set-anew': {
      const set = await setAnew(job.bytes, job.as, job.name);
      return set.ok
        ? { kind: 'set', document: set.value }
        : { kind: 'refused', problem: { kind: 'not-set', problem: set.problem } };
    }
  }
}
