import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { describeUpload } from './describe-upload.ts';
import type { UploadDescription } from './describe-upload.ts';
import type { FileId, FileStore } from './file-store.ts';
import type { Scan, Scanner } from './scanner.ts';

/** A foreign file as it came: the name is the sender's word. `field` is the form field it came in. */
export type ForeignUpload = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

export type KeptUpload = UploadDescription & { readonly field: string; readonly file: FileId; readonly scan: Scan };

export type UploadProblem = { readonly field: string; readonly message: string };

export type UploadDeps = { readonly files: FileStore; readonly scanner: Scanner };

type Judged = ForeignUpload & { readonly description: UploadDescription; readonly scan: Scan };

async function judge(upload: ForeignUpload, scanner: Scanner): Promise<Result<Judged, UploadProblem>> {
  const description = await describeUpload(upload.bytes, upload.name);
  if (!description.ok) return refuse({ field: upload.field, message: description.problem });
  const verdict = await scanner(upload.bytes);
  if (verdict.kind === 'infected')
    return refuse({
      field: upload.field,
      message: `“${description.value.name}”查出病毒（${verdict.found.slice(0, 60)}），没有接收；请查杀后再上传`,
    });
  return ok({ ...upload, description: description.value, scan: verdict.kind });
}

/**
 * Judges all uploads of a form and keeps them, all or none; the ids are durable. Refuses with one sentence for each file that
 * cannot be taken. The caller writes the rows that refer to the files, and calls `dropUploads` where that fails.
 */
export async function keepUploads(
  { files, scanner }: UploadDeps,
  uploads: readonly ForeignUpload[],
): Promise<Result<readonly KeptUpload[], readonly UploadProblem[]>> {
  const problems: UploadProblem[] = [];
  const judged: Judged[] = [];
  for (const upload of uploads) {
    const result = await judge(upload, scanner);
    if (result.ok) judged.push(result.value);
    else problems.push(result.problem);
  }
  if (problems.length > 0) return refuse(problems);
  const kept: KeptUpload[] = [];
  for (const { field, bytes, description, scan } of judged) {
    const file = await files.keep(bytes);
    if (!file.ok) {
      await dropUploads(files, kept);
      return refuse([{ field, message: file.problem }]);
    }
    kept.push({ ...description, field, scan, file: file.value });
  }
  return ok(kept);
}

/** Removes files that no row came to refer to. */
export async function dropUploads(files: FileStore, kept: readonly { readonly file: FileId }[]): Promise<void> {
  for (const { file } of kept) await files.remove(file);
}
