import type { FastifyRequest } from 'fastify';
import type { ForeignFile } from '../../annual-report/examination/examination.ts';
import { EMPTY_SUBMISSION } from './check-form.ts';
import type { CheckSubmission } from './check-form.ts';

const TEXT_FIELDS = ['text', 'pastedHtml', 'publishedOn'] as const;
const isTextField = (name: string) => TEXT_FIELDS.find(field => field === name);

/** The multipart form as submitted. Files stay in memory and are gone with the request; unknown fields are dropped. */
export async function readSubmission(request: FastifyRequest): Promise<CheckSubmission> {
  const files: ForeignFile[] = [];
  let previous: ForeignFile | null = null;
  const texts: Partial<Record<(typeof TEXT_FIELDS)[number], string>> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = new Uint8Array(await part.toBuffer());
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
