import { randomUUIDv7 } from 'node:crypto';
import type { FilePurpose, KeptFile } from '../../applications/store/application-file.store.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { KeptUpload } from '../../platform/files/keep-uploads.ts';

/** A file that an officer added, as the case refers to it. */
export function keptFileOf(upload: KeptUpload, purpose: FilePurpose, by: StaffId, at: Temporal.Instant): KeptFile {
  const { file, name, mediaType, bytes, sha256 } = upload;
  return { id: randomUUIDv7(), purpose, file, name, mediaType, bytes, sha256, addedAt: at, addedBy: by };
}
