import type * as Pdfjs from 'pdfjs-dist';
import { loadPdfjs, startReading } from './pdfjs.ts';

/** A note on a page: who wrote it, where that is known, and what it says. */
export type PdfNote = { readonly page: number; readonly author: string; readonly text: string };

/** What a PDF carries beside the words of its pages. */
export type BesidePages = {
  readonly notes: readonly PdfNote[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Entries of its information, and of its metadata packet, by the names that the file uses. */
  readonly properties: readonly { readonly key: string; readonly value: string }[];
  /** Names of layers that are switched off: what they hold is in the file and is not seen. */
  readonly hiddenLayers: readonly string[];
  readonly scripts: number;
};

const MAX_PAGES = 500;
const [MAX_NOTES, MAX_ATTACHMENTS, LONGEST] = [2_000, 50, 2_000];

/** Kinds of annotation that are part of how a page works, and not something that somebody wrote on it. */
const NO_NOTES = new Set(['Link', 'Popup']);

const said = (value: unknown): string => {
  if (typeof value === 'string') return value.trim().slice(0, LONGEST);
  if (Array.isArray(value)) return said(value.map(said).join('，'));
  const inner = typeof value === 'object' && value !== null && 'str' in value ? value.str : null;
  return typeof inner === 'string' ? inner.trim().slice(0, LONGEST) : '';
};

async function notesOn(document: Pdfjs.PDFDocumentProxy, page: number): Promise<readonly PdfNote[]> {
  const annotations: readonly Readonly<Record<string, unknown>>[] = await (
    await document.getPage(page)
  ).getAnnotations({ intent: 'any' });
  return annotations.flatMap(annotation => {
    if (NO_NOTES.has(said(annotation['subtype']))) return [];
    const text = [said(annotation['contentsObj']), said(annotation['textContent']), said(annotation['fieldValue'])]
      .filter(one => one !== '')
      .join('\n');
    const author = said(annotation['titleObj']);
    return text === '' && author === '' ? [] : [{ page, author, text }];
  });
}

const INFO_KEYS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'Custom'] as const;

function propertiesOf(info: unknown, metadata: unknown): BesidePages['properties'] {
  const entries = typeof info === 'object' && info !== null ? (info as Readonly<Record<string, unknown>>) : {};
  const found = INFO_KEYS.flatMap(key => {
    const value = entries[key];
    if (key === 'Custom' && typeof value === 'object' && value !== null)
      return Object.entries(value).map(([own, inner]) => ({ key: own.slice(0, 60), value: said(inner) }));
    return [{ key, value: said(value) }];
  });
  const packet = metadata as { readonly get?: (name: string) => unknown } | null;
  const more = ['dc:creator', 'dc:title', 'dc:description', 'pdf:keywords'].map(key => ({
    key,
    value: said(packet?.get?.(key)),
  }));
  return [...found, ...more].filter(({ value }) => value !== '');
}

async function attachmentsOf(document: Pdfjs.PDFDocumentProxy): Promise<BesidePages['attachments']> {
  const listed = [...((await document.getAttachments()) ?? new Map<string, unknown>())].slice(0, MAX_ATTACHMENTS);
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const [id, file] of listed) {
    const content: unknown = await document.getAttachmentContent(id).catch(() => null);
    const name = said((file as { readonly filename?: unknown }).filename) || said(id) || '未命名';
    files.push({ name, bytes: content instanceof Uint8Array ? content : new Uint8Array() });
  }
  return files;
}

async function hiddenLayersOf(document: Pdfjs.PDFDocumentProxy): Promise<readonly string[]> {
  const layers = await document.getOptionalContentConfig({ intent: 'display' });
  const groups = [...layers] as (readonly [string, { readonly name: string | null; readonly visible: boolean }])[];
  return groups.filter(([, { visible }]) => !visible).map(([, { name }]) => said(name) || '未命名');
}

/**
 * Reads what a PDF carries beside the words of its pages: notes, form fields, embedded files, properties, layers that are switched
 * off. Throws what pdf.js throws. Foreign files are read in a sandbox.
 */
export async function readBesidePages(bytes: Uint8Array): Promise<BesidePages> {
  const pdfjs = await loadPdfjs();
  const task = startReading(pdfjs, bytes);
  try {
    const document = await task.promise;
    const notes: PdfNote[] = [];
    for (let page = 1; page <= Math.min(document.numPages, MAX_PAGES) && notes.length < MAX_NOTES; page += 1)
      notes.push(...(await notesOn(document, page)));
    const { info, metadata } = await document.getMetadata();
    return {
      notes,
      attachments: await attachmentsOf(document),
      properties: propertiesOf(info, metadata),
      hiddenLayers: await hiddenLayersOf(document),
      scripts: (await document.getJSActions())?.size ?? 0,
    };
  } finally {
    await task.destroy();
  }
}
