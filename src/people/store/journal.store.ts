import { createHash, randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { CHAIN_BEGINNING, hashedText } from '../rules/journal.ts';
import type { JournalEntry } from '../rules/journal.ts';

/** Appends an entry; the database links it to the chain when the transaction commits. */
export async function appendJournal(queries: Queries, entry: JournalEntry): Promise<void> {
  await appendJournalEntries(queries, [entry]);
}

/** Appends entries in their order, in one statement. */
export async function appendJournalEntries(queries: Queries, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(entry => ({
    id: randomUUIDv7(),
    at: entry.at.toString({ smallestUnit: 'microsecond' }),
    agency: entry.agency,
    actor_kind: entry.actor.kind,
    actor: entry.actor.kind === 'officer' ? entry.actor.id : null,
    event: entry.event,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail),
  }));
  await queries.insertInto('journal').values(rows).execute();
}

/** Where the chain ends: noted outside the system, it proves later that nothing before it was changed or cut off. */
export type JournalAnchor = { readonly position: number; readonly hash: string };

export type JournalVerdict =
  | { readonly ok: true; readonly entries: number; readonly end: JournalAnchor }
  | { readonly ok: false; readonly position: number; readonly sentence: string };

type VerifiedRow = {
  readonly position: number;
  readonly hash: string;
  readonly id: string | null;
  readonly at: string | null;
  readonly agency: string | null;
  readonly actorKind: string | null;
  readonly actor: string | null;
  readonly event: string | null;
  readonly subject: string | null;
  readonly detail: string | null;
};

const PAGE = 5000;

async function readLinks(queries: Queries, after: number): Promise<readonly VerifiedRow[]> {
  const { rows } = await sql<VerifiedRow>`
    select l.position, l.hash, j.id::text as id,
           to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
           j.agency, j.actor_kind as "actorKind", j.actor::text as actor, j.event, j.subject, j.detail::text as detail
    from journal_links l left join journal j on j.id = l.entry
    where l.position > ${after} order by l.position limit ${PAGE}`.execute(queries);
  return rows;
}

const broken = (position: number, sentence: string): JournalVerdict => ({ ok: false, position, sentence });

/** What is wrong with a row that should follow `previous`; null when nothing is. */
function faultOf(row: VerifiedRow, previous: JournalAnchor): string | null {
  const expected = previous.position + 1;
  if (row.position !== expected) return `第 ${expected} 条记录被删除`;
  if (row.id === null) return `第 ${expected} 条记录的内容被删除`;
  const hash = createHash('sha256')
    .update(hashedText({ ...row, previous: previous.hash }))
    .digest('hex');
  return hash === row.hash ? null : `第 ${expected} 条记录被改动，或者是后来插入的`;
}

/**
 * Recomputes the whole chain outside the database and gives its end, or the first entry that was changed, removed or
 * inserted. `anchor` is an end noted earlier, which must still be part of the chain.
 */
export async function verifyJournal(queries: Queries, anchor?: JournalAnchor): Promise<JournalVerdict> {
  return queries
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async snapshot => {
      let end: JournalAnchor = { position: 0, hash: CHAIN_BEGINNING };
      for (let rows = await readLinks(snapshot, 0); rows.length > 0; rows = await readLinks(snapshot, end.position)) {
        for (const row of rows) {
          const fault = faultOf(row, end);
          if (fault !== null) return broken(end.position + 1, fault);
          end = { position: row.position, hash: row.hash };
          if (anchor?.position === end.position && anchor.hash !== end.hash)
            return broken(end.position, `第 ${end.position} 条记录与以前抄录的校验值不同，此前的记录被整体改写过`);
        }
      }
      const head = await snapshot.selectFrom('journal_head').select(['position', 'hash']).executeTakeFirst();
      if (head === undefined || head.position !== end.position || head.hash !== end.hash)
        return broken(end.position + 1, `第 ${end.position} 条之后的记录被删除`);
      if (anchor !== undefined && anchor.position > end.position)
        return broken(end.position + 1, `第 ${end.position} 条之后的记录被删除（以前抄录到第 ${anchor.position} 条）`);
      const { rows: loose } = await sql<{ id: string }>`
        select j.id::text as id from journal j
        where not exists (select from journal_links l where l.entry = j.id) limit 1`.execute(snapshot);
      if (loose[0] !== undefined) return broken(end.position + 1, `记录 ${loose[0].id} 不在校验链中，是绕过系统插入的`);
      return { ok: true, entries: end.position, end };
    });
}
