import type { Queries } from '../../platform/database/pool.ts';
import { READING } from '../rules/gates/reading.ts';
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

/** Text that PostgreSQL can keep: it knows no NUL. */
const storable = (reading: AttachmentReading): string => JSON.stringify(reading).replaceAll(String.raw`\u0000`, '');

/** Keeps what was read of an attachment. The file never changes, so that the first reading stays. */
export async function keepReading(
  queries: Queries,
  attachment: AttachmentId,
  reading: AttachmentReading,
): Promise<void> {
  await queries
    .insertInto('item_attachment_readings')
    .values({ attachment, reading: storable(reading) })
    .onConflict(conflict => conflict.column('attachment').doNothing())
    .execute();
}
