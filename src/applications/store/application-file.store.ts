import type { Selectable } from 'kysely';
import { randomUUIDv7 } from 'node:crypto';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ApplicationFileRow } from '../../platform/database/schema.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import type { KeptUpload } from '../../platform/files/keep-uploads.ts';
import type { Scan } from '../../platform/files/scanner.ts';
import type { Sealing } from '../../platform/sealing/sealing.ts';
import type { ApplicationId } from '../rules/ids.ts';

/** What a file in a case is for; the original of a severed copy and the copy that is released are never confused. */
export const FILE_PURPOSES = [
  'identity-proof',
  'attachment',
  'clarification',
  'opinion',
  'delivery-proof',
  'original',
  'released',
  'scan',
  'other',
] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];
export const FILE_PURPOSE_LABEL = {
  'identity-proof': '身份证明',
  attachment: '申请附件',
  clarification: '补正材料',
  opinion: '征求意见的答复',
  'delivery-proof': '送达凭证',
  original: '原件（不提供）',
  released: '提供给申请人的文件',
  scan: '来件扫描件',
  other: '其他材料',
} as const satisfies Record<FilePurpose, string>;

/** A file that is kept already, and what the case says of it. */
export type KeptFile = {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly file: FileId;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly scan: Scan;
  readonly addedAt: Temporal.Instant;
  readonly addedBy: StaffId | null;
};

/** What the case says of a file that has come in and is kept. `addedBy` is null for what came from outside. */
export function keptFileOf(
  { file, name, mediaType, bytes, sha256, scan }: KeptUpload,
  facts: Pick<KeptFile, 'purpose' | 'addedAt' | 'addedBy'>,
): KeptFile {
  return { id: randomUUIDv7(), file, name, mediaType, bytes, sha256, scan, ...facts };
}

const contextOf = (id: string) => `application-file:${id}:name`;

/** Refers a case to a kept file. The name may hold a person's name: it is sealed. */
export async function insertFileRow(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
  file: KeptFile,
): Promise<void> {
  await queries
    .insertInto('application_files')
    .values({
      id: file.id,
      application,
      purpose: file.purpose,
      file: file.file,
      sealed_name: sealing.seal(file.name, contextOf(file.id)),
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      is_scanned: file.scan === 'clean',
      added_at: file.addedAt.toString(),
      added_by: file.addedBy,
    })
    .execute();
}

function fileOfRow(sealing: Sealing, row: Selectable<ApplicationFileRow>): KeptFile {
  return {
    id: row.id,
    purpose: row.purpose as FilePurpose,
    file: row.file as FileId,
    name: sealing.open(row.sealed_name, contextOf(row.id)),
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    scan: row.is_scanned ? 'clean' : 'not-scanned',
    addedAt: Temporal.Instant.from(row.added_at),
    addedBy: row.added_by as StaffId | null,
  };
}

/** The files of a case in the order in which they came. */
export async function listFiles(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
): Promise<readonly KeptFile[]> {
  const rows = await queries
    .selectFrom('application_files')
    .selectAll()
    .where('application', '=', application)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(row => fileOfRow(sealing, row));
}

/** One file of a case; undefined where the case has none of that id, whoever else's it may be. */
export async function findFile(
  queries: Queries,
  sealing: Sealing,
  application: ApplicationId,
  id: string,
): Promise<KeptFile | undefined> {
  const row = await queries
    .selectFrom('application_files')
    .selectAll()
    .where('application', '=', application)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : fileOfRow(sealing, row);
}
