import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { READER, READING } from '../rules/gates/reading.ts';
import type { AttachmentReading } from '../rules/gates/reading.ts';
import type { AttachmentId } from '../rules/ids.ts';

/** What was read of attachments, by attachment; those that nobody has read yet are not in it. */
export async function readingsOf(
  queries: Queries,
  ids: readonly AttachmentId[],
): Promise<ReadonlyMap<AttachmentId, AttachmentReading>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('item_attachment_readings')
    .select(['attachment', 'reading'])
    .where('attachment', 'in', [...ids])
    .execute();
  return new Map(rows.map(row => [row.attachment as AttachmentId, READING.parse(row.reading)]));
}

/** Those of some attachments that the readers of today have read. */
export async function listReadToday(
  queries: Queries,
  ids: readonly AttachmentId[],
): Promise<ReadonlySet<AttachmentId>> {
  if (ids.length === 0) return new Set();
  const rows = await queries
    .selectFrom('item_attachment_readings')
    .select('attachment')
    .where('attachment', 'in', [...ids])
    .where('reader', '>=', READER)
    .execute();
  return new Set(rows.map(row => row.attachment as AttachmentId));
}

/** Text that PostgreSQL can keep: it knows no NUL. */
const storable = (reading: AttachmentReading): string => JSON.stringify(reading).replaceAll(String.raw`\u0000`, '');

/** Keeps what was read of an attachment. The file never changes: only readers that see more replace what was read before. */
export async function keepReading(
  queries: Queries,
  attachment: AttachmentId,
  reading: AttachmentReading,
): Promise<void> {
  await queries
    .insertInto('item_attachment_readings')
    .values({ attachment, reading: storable(reading), reader: READER })
    .onConflict(conflict =>
      conflict
        .column('attachment')
        .doUpdateSet(set => ({ reading: set.ref('excluded.reading'), reader: set.ref('excluded.reader') }))
        .where(sql<boolean>`item_attachment_readings.reader < excluded.reader`),
    )
    .execute();
}
