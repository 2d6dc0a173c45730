import { createHash } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { cleanFileName } from './file-name.ts';
import { recogniseContent } from './recognise-content.ts';
import { KIND_FACTS, MAX_UPLOAD_BYTES } from './upload-kind.ts';
import type { UploadKind } from './upload-kind.ts';

/** A foreign file that may be kept: its harmless name, and what it is by its content. */
export type UploadDescription = {
  readonly name: string;
  readonly kind: UploadKind;
  readonly mediaType: string;
  readonly bytes: number;
  /** Of the bytes as uploaded, in hex. */
  readonly sha256: string;
};

/**
 * Describes a foreign file by its content. Refuses with a sentence that names the file: too large, empty, of a kind that is
 * not taken, disguised (the extension says something else than the content), macros, a password, pictures and containers
 * that unfold beyond measure. WPS's and Word's old and new formats may bear each other's extensions; the name is put right.
 */
export async function describeUpload(bytes: Uint8Array, name: string): Promise<Result<UploadDescription, string>> {
  const { stem, extension } = cleanFileName(name);
  const shown = extension === '' ? stem : `${stem}.${extension}`;
  if (bytes.byteLength === 0) return refuse(`“${shown}”是空文件；请检查后重新选择`);
  if (bytes.byteLength > MAX_UPLOAD_BYTES)
    return refuse(`“${shown}”超过 ${MAX_UPLOAD_BYTES / 1024 / 1024} MB；请压缩图片或分成几个文件再上传`);
  const kind = await recogniseContent(bytes, extension);
  if (!kind.ok) return refuse(`“${shown}”${kind.problem}`);
  const { label, mediaType, extensions } = KIND_FACTS[kind.value];
  if (extension !== '' && !extensions.includes(extension))
    return refuse(`“${shown}”的内容是${label}，与扩展名 .${extension} 不符；请改成 .${extensions[0]} 后再上传`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ name: `${stem}.${extensions[0]}`, kind: kind.value, mediaType, bytes: bytes.byteLength, sha256 });
}
