import type { FastifyReply } from 'fastify';
import { downloadOf } from '../../platform/press/download.ts';

export const DOCUMENT_FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const MEDIA_TYPE = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<DocumentFormat, string>;

/** Sends a document under a Chinese name. */
export function sendDocument(
  reply: FastifyReply,
  bytes: Uint8Array,
  name: string,
  format: DocumentFormat,
): FastifyReply {
  const { headers } = downloadOf(bytes, `${name}.${format}`, `document.${format}`, MEDIA_TYPE[format]);
  return reply.headers(headers).send(bytes);
}

/** Sends a kept file under its own name. */
export function sendFile(
  reply: FastifyReply,
  bytes: Uint8Array,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): FastifyReply {
  const ending = name.split('.').at(-1) ?? 'bin';
  return reply.headers(downloadOf(bytes, name, `file.${ending}`, mediaType).headers).send(bytes);
}
