import type { FastifyRequest } from 'fastify';
import type { ForeignFile } from '../../annual-report/examination/examination.ts';
import { EMPTY_SUBMISSION } from './check-form.ts';
import type { CheckSubmission } from './check-form.ts';

/** All files of one submission together: they are held in memory until they have been looked at. */
export const MAX_SUBMISSION_BYTES = 100 * 1024 * 1024;
const TEXT_FIELDS = ['text', 'pastedHtml', 'publishedOn'] as const;
const isTextField = (name: string) => TEXT_FIELDS.find(field => field === name);

/** A form that breaks off or is none is the sender's fault, whatever the parser calls it. */
function asBadRequest(error: unknown): Error {
  if (error instanceof Error && 'statusCode' in error) return error;
  return Object.assign(new Error('unreadable form', { cause: error }), { statusCode: 400 });
}

/**
 * The multipart form as submitted. Files stay in memory and are gone with the request; unknown fields are dropped.
 * Throws an error with the status 400 for a form that is none, 413 for one that is too large.
 */
export async function readSubmission(request: FastifyRequest): Promise<CheckSubmission> {
  try {
    return await readParts(request);
  } catch (error) {
    throw asBadRequest(error);
  }
}

async function readParts(request: FastifyRequest): Promise<CheckSubmission> {
  const files: ForeignFile[] = [];
  let previous: ForeignFile | null = null;
  let received = 0;
  const texts: Partial<Record<(typeof TEXT_FIELDS)[number], string>> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = new Uint8Array(await part.toBuffer());
      received += bytes.byteLength;
      if (received > MAX_SUBMISSION_BYTES) throw Object.assign(new Error('too large'), { statusCode: 413 });
      // A browser sends an empty, nameless part for a file field in which nothing was chosen.
      if (part.filename === '' && bytes.byteLength === 0) continue;
      const file = { name: part.filename.slice(-200), bytes };
      if (part.fieldname === 'files') files.push(file);
      if (part.fieldname === 'previous') previous = file;
    } else {
      const field = isTextField(part.fieldname);
      if (field !== undefined && typeof part.value === 'string') texts[field] = part.value.replaceAll('\r\n', '\n');
    }
  }
  return { ...EMPTY_SUBMISSION, files, previous, ...texts };
}
