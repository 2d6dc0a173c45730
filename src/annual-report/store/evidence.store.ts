import { randomUUIDv7 } from 'node:crypto';
import type { Queries } from '../../platform/database/pool.ts';
import type { FileId } from '../../platform/files/file-store.ts';
import type { UploadDescription } from '../../platform/files/describe-upload.ts';
import type { EvidenceId } from '../rules/year-log.ts';
import type { YearRef } from './report-year.store.ts';

/** What an act needs to refer to a file that is kept: it is durable before the row is written. */
export type KeptEvidence = UploadDescription & { readonly file: FileId };

/** Writes the row of a kept file and gives its id. */
export async function insertEvidence(
  queries: Queries,
  { agency, year }: YearRef,
  { file, name, mediaType, bytes, sha256 }: KeptEvidence,
  at: Temporal.Instant,
): Promise<EvidenceId> {
  const id = randomUUIDv7() as EvidenceId;
  await queries
    .insertInto('annual_report_evidence')
    .values({ id, agency, year, file, name, media_type: mediaType, bytes, sha256, kept_at: at.toString() })
    .execute();
  return id;
}

/** The files of a year by id; who has none of them finds none. */
export async function listEvidence(
  queries: Queries,
  { agency, year }: YearRef,
): Promise<ReadonlyMap<EvidenceId, { readonly name: string; readonly mediaType: string; readonly file: FileId }>> {
  const rows = await queries
    .selectFrom('annual_report_evidence')
    .select(['id', 'name', 'media_type', 'file'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .execute();
  return new Map(
    rows.map(({ id, name, media_type: mediaType, file }) => [
      id as EvidenceId,
      { name, mediaType, file: file as FileId },
    ]),
  );
}
