import { createHash } from 'node:crypto';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { ForeignFile, ReadDocument } from '../../examination/import-job.ts';
import type { ImportLine } from '../../rules/import/import-line.ts';
import { draftOfLine, isMarkup, NO_DOCUMENT } from '../../rules/import/line-draft.ts';
import type { LineDraft } from '../../rules/import/line-draft.ts';
import type { ImportDeps } from './import-deps.ts';
import type { ImportRun } from './import-run.ts';

/** A line as the item that it would be, with its document. */
export type DraftedLine = {
  readonly line: ImportLine;
  readonly draft: LineDraft;
  /** Where its document lies; null for a text of the table. */
  readonly path: string | null;
  /** The file itself belongs to the item: its text is not the whole of it. */
  readonly keepsDocument: boolean;
  /** The line never makes a second item under this key. */
  readonly key: string;
};

type Document = { readonly file: ForeignFile; readonly path: string | null };

/** The document of a line; null where it has none, a sentence where it is named and not to be had. */
async function documentOf(
  { tree, find, top }: ImportRun,
  { fields }: ImportLine,
): Promise<Result<Document | null, string>> {
  const { file: named, body } = fields;
  if (named === undefined) {
    if (body === undefined || !isMarkup(body)) return ok(null);
    return ok({ file: { name: '正文.html', bytes: new TextEncoder().encode(body) }, path: null });
  }
  const path = find(named, top);
  if (path === undefined) return refuse(`正文文件“${named.slice(0, 80)}”没有找到`);
  const bytes = await tree.read(path);
  return bytes.ok
    ? ok({ file: { name: path, bytes: bytes.value }, path })
    : refuse(`正文文件“${path}”：${bytes.problem}`);
}

/** The same words published on the same day under the same title are the same thing, wherever they come from. */
function keyOf({ content, oldAddress, firstPublishedAt, kind }: LineDraft, path: string | null): string {
  if (oldAddress !== null) return `address:${oldAddress}`;
  const { title, documentNumber, body, column } = content;
  // A scan has no words: the file's own name tells one from another.
  const file = body.length === 0 ? path : null;
  const text = JSON.stringify([kind, column, title, documentNumber, body, firstPublishedAt, file]);
  return `content:${createHash('sha256').update(text).digest('hex')}`;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z0-9]+$/iu, '');

function draftedOf(
  run: ImportRun,
  line: ImportLine,
  document: Document | null,
  read: ReadDocument | null,
): Result<DraftedLine, string> {
  if (read?.kind === 'unread') return refuse(`正文文件“${document?.file.name ?? ''}”：${read.why}`);
  const path = document?.path ?? null;
  const facts =
    read === null
      ? NO_DOCUMENT
      : { ...read.proposal, title: read.proposal.title ?? (path === null ? null : nameIn(path)) };
  const draft = draftOfLine(line, facts, run.context);
  if (!draft.ok) return draft;
  return ok({ line, draft: draft.value, path, keepsDocument: read?.keep === true, key: keyOf(draft.value, path) });
}

/** What lines would be as items, in their order; a sentence for a line that can be none. Documents are read in a process apart. */
export async function draftLines(
  { importReader }: ImportDeps,
  run: ImportRun,
  lines: readonly ImportLine[],
): Promise<readonly Result<DraftedLine, string>[]> {
  const documents: Result<Document | null, string>[] = [];
  for (const line of lines) documents.push(await documentOf(run, line));
  const files = documents.flatMap(one => (one.ok && one.value !== null ? [one.value.file] : []));
  const read = files.length === 0 ? [] : await importReader.readDocuments(files);
  const readOf = new Map(files.map((file, index) => [file, read[index]!]));
  return lines.map((line, index) => {
    const document = documents[index]!;
    if (!document.ok) return document;
    const own = document.value;
    return draftedOf(run, line, own, own === null ? null : readOf.get(own.file)!);
  });
}
