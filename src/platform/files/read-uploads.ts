import type { FastifyRequest } from 'fastify';
import type { ForeignUpload, UploadProblem } from './keep-uploads.ts';
import { MAX_UPLOAD_BYTES, MAX_UPLOADS, MAX_UPLOADS_BYTES } from './upload-kind.ts';

/** The text fields of a form as typed: line ends are \n, and characters that no text holds are gone. */
export type FormTexts = {
  /** The field's text; empty where it was not sent. The last one where it was sent several times. */
  readonly text: (name: string) => string;
  /** Every text of a field in the order of the form: checkboxes, repeated lines. */
  readonly texts: (name: string) => readonly string[];
  readonly names: () => readonly string[];
};

/** A form as submitted. With problems, show the form again: what was typed is in `fields`, the files are left out. */
export type SubmittedForm = {
  readonly fields: FormTexts;
  readonly files: readonly ForeignUpload[];
  /** Files or texts beyond the limits, each with a sentence. */
  readonly problems: readonly UploadProblem[];
};

/** How much one form may bring. */
export type UploadLimits = { readonly files: number; readonly fileBytes: number; readonly bytes: number };

/**
 * Reads a form with or without files, within the usual limits or those given. Throws an error with a status for what is no form (400), a
 * flood (413), a crowd (503).
 */
export type ReadUploads = (request: FastifyRequest, limits?: UploadLimits) => Promise<SubmittedForm>;

const MEBIBYTE = 1024 * 1024;
const MAX_TEXT_BYTES = MEBIBYTE;
/** What a form beyond all limits may still send, so that its typed texts are kept and the reader gets an answer. */
const MAX_RECEIVED_BYTES = 200 * MEBIBYTE;
/** Uploads of all requests that are arriving, together. */
const BUDGET_BYTES = 256 * MEBIBYTE;

// The parser would end the form at the first file that is too large; we go on, so that nothing typed is lost.
const parsing = ({ files, fileBytes }: UploadLimits) => ({
  throwFileSizeLimit: false,
  limits: { fileSize: fileBytes, files: files + 190, fields: 1000, fieldSize: MAX_TEXT_BYTES, parts: files + 1190 },
});

const USUAL: UploadLimits = { files: MAX_UPLOADS, fileBytes: MAX_UPLOAD_BYTES, bytes: MAX_UPLOADS_BYTES };

function withStatus(statusCode: number, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { statusCode });
}

const cleanText = (text: string) => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n');

function formTexts(): FormTexts & { readonly add: (name: string, text: string) => void } {
  const values = new Map<string, string[]>();
  return {
    add: (name, text) => void values.set(name, [...(values.get(name) ?? []), cleanText(text)]),
    text: name => values.get(name)?.at(-1) ?? '',
    texts: name => values.get(name) ?? [],
    names: () => [...values.keys()],
  };
}

function readPlainForm(body: unknown): SubmittedForm {
  if (typeof body !== 'object' || body === null) throw withStatus(400, 'no form');
  const fields = formTexts();
  for (const [name, value] of Object.entries(body))
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string') fields.add(name, text);
  return { fields, files: [], problems: [] };
}

type TakeBytes = (bytes: number) => void;

async function readMultipart(request: FastifyRequest, limits: UploadLimits, take: TakeBytes): Promise<SubmittedForm> {
  const fields = formTexts();
  const files: ForeignUpload[] = [];
  const problems: UploadProblem[] = [];
  let received = 0;
  let kept = 0;

  async function readFile(field: string, name: string, stream: AsyncIterable<Uint8Array>, isCut: () => boolean) {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const isTooMany = files.length >= limits.files;
    for await (const chunk of stream) {
      received += chunk.byteLength;
      if (received > Math.max(MAX_RECEIVED_BYTES, 2 * limits.bytes)) throw withStatus(413, 'too much');
      length += chunk.byteLength;
      if (isTooMany || kept + length > limits.bytes) continue;
      take(chunk.byteLength);
      chunks.push(chunk);
    }
    // A browser sends an empty, nameless part for a file field in which nothing was chosen.
    if (name === '' && length === 0) return;
    const shown = name.slice(-60);
    if (isTooMany) problems.push({ field, message: `一次最多上传 ${limits.files} 个文件，“${shown}”没有接收` });
    else if (isCut())
      problems.push({
        field,
        message: `“${shown}”超过 ${limits.fileBytes / MEBIBYTE} MB；请压缩图片或分成几个文件再上传`,
      });
    else if (kept + length > limits.bytes)
      problems.push({
        field,
        message: `文件合计超过 ${limits.bytes / MEBIBYTE} MB，“${shown}”没有接收；请分次上传`,
      });
    else {
      kept += length;
      files.push({ field, name, bytes: Buffer.concat(chunks) });
    }
  }

  for await (const part of request.parts(parsing(limits))) {
    if (part.type === 'file') await readFile(part.fieldname, part.filename ?? '', part.file, () => part.file.truncated);
    else {
      if (part.valueTruncated)
        problems.push({ field: part.fieldname, message: '这一栏的文字太长；请精简，或者作为文件上传' });
      fields.add(part.fieldname, typeof part.value === 'string' ? part.value : '');
    }
  }
  return { fields, files: problems.length > 0 ? [] : files, problems };
}

/**
 * A reader of submitted forms, for multipart and for plain ones. Files are held in memory, usually at most 10 of 20 MiB each and
 * 60 MiB together for a form, and `budgetBytes` over all forms that are arriving; nothing is written, so an upload that breaks off
 * leaves nothing. Make one for the whole program.
 */
export function createUploadReader(budgetBytes: number = BUDGET_BYTES): ReadUploads {
  const all = { taken: 0 };
  return async (request, limits = USUAL) => {
    if (!request.isMultipart()) return readPlainForm(request.body);
    let taken = 0;
    try {
      return await readMultipart(request, limits, bytes => {
        if (all.taken + bytes > budgetBytes) throw withStatus(503, 'too many uploads at once');
        all.taken += bytes;
        taken += bytes;
      });
    } catch (error) {
      // A form that breaks off or is none is the sender's fault, whatever the parser calls it.
      if (error instanceof Error && 'statusCode' in error) throw error;
      throw withStatus(400, 'unreadable form', error);
    } finally {
      all.taken -= taken;
    }
  };
}
