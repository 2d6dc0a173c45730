import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { FindingLevel, Found, Gate, GateFinding } from '../rules/gates/gate.ts';
import type { ItemId } from '../rules/ids.ts';

/** Findings with their keys: the same thing at the same place has the same key whenever the gates run; a second one gets its own. */
export function keyedFindings(found: readonly Found[]): readonly GateFinding[] {
  const seen = new Map<string, number>();
  return found.map(finding => {
    const text = [finding.gate, finding.place, finding.quote, finding.message].join('\n');
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    const key = createHash('sha256').update(`${text}\n${times}`).digest('hex').slice(0, 16);
    return { key, ...finding };
  });
}

/** Keeps what the gates found in an edition, in place of what they found in it before. */
export async function replaceFindings(
  transaction: Queries,
  item: ItemId,
  edition: number,
  findings: readonly GateFinding[],
): Promise<void> {
  await transaction.deleteFrom('item_findings').where('item', '=', item).where('edition', '=', edition).execute();
  await insertFindings(transaction, [{ item, edition, findings }]);
}

/** An edition with what the gates found in it. */
export type EditionFindings = {
  readonly item: ItemId;
  readonly edition: number;
  readonly findings: readonly GateFinding[];
};

/** Keeps what the gates found in editions that they have never run over, in one statement. */
export async function insertFindings(transaction: Queries, editions: readonly EditionFindings[]): Promise<void> {
  const rows = editions.flatMap(({ item, edition, findings }) =>
    findings.map((finding, position) => ({ item, edition, position, ...finding })),
  );
  if (rows.length === 0) return;
  // One parameter whatever their number; PostgreSQL knows no NUL.
  const listed = JSON.stringify(rows).replaceAll(String.raw`\u0000`, '');
  await sql`
    insert into item_findings (item, edition, key, position, gate, level, place, quote, message, suggestion)
    select item, edition, key, position, gate, level, place, quote, message, suggestion
    from jsonb_populate_recordset(null::item_findings, ${listed}::jsonb)`.execute(transaction);
}

/** What the gates found in an edition, in their order. */
export async function listFindings(queries: Queries, item: ItemId, edition: number): Promise<readonly GateFinding[]> {
  const rows = await queries
    .selectFrom('item_findings')
    .select(['key', 'gate', 'level', 'place', 'quote', 'message', 'suggestion'])
    .where('item', '=', item)
    .where('edition', '=', edition)
    .orderBy('position')
    .execute();
  return rows.map(row => ({ ...row, gate: row.gate as Gate, level: row.level as FindingLevel }));
}
