import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ExchangePackageRow } from '../../platform/database/schema.ts';
import type { PackageScope, PackageState } from '../rules/exchange/manifest.ts';
import type { ItemId } from '../rules/ids.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';

/** A package as the register has it. */
export type ExchangePackage = {
  readonly id: string;
  readonly number: number;
  readonly scope: PackageScope;
  readonly items: number;
  readonly withdrawals: number;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly state: PackageState;
  /** What the other side answered. */
  readonly receipt: string | null;
  readonly madeAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant | null;
};

function packageOf(row: Selectable<ExchangePackageRow>): ExchangePackage {
  return {
    id: row.id,
    number: row.number,
    scope: row.scope as PackageScope,
    items: row.items,
    withdrawals: row.withdrawals,
    file: row.file,
    bytes: row.bytes,
    sha256: row.sha256,
    state: row.state as PackageState,
    receipt: row.receipt,
    madeAt: Temporal.Instant.from(row.made_at),
    decidedAt: row.decided_at === null ? null : Temporal.Instant.from(row.decided_at),
  };
}

/**
 * Items that are or were public, by number from behind one; of `changes` those alone whose present version no accepted package
 * holds. What was taken down is among them: the other side has to take it down too.
 */
export async function listForExchange(
  queries: Queries,
  scope: PackageScope,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ItemLine[]> {
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .where('public_edition', 'is not', null)
    .where(sql<boolean>`number > ${after}::bigint`)
    .$if(scope === 'changes', query =>
      query.where(
        sql<boolean>`not exists (
          select 1 from exchange_package_items held join exchange_packages p on p.id = held.package
          where held.item = items.id and held.version = items.version and p.state = 'accepted')`,
      ),
    )
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(itemLineOf);
}

export type NewPackage = Omit<ExchangePackage, 'number' | 'receipt' | 'decidedAt'> & {
  readonly madeBy: StaffId | null;
  readonly holds: readonly { readonly item: ItemId; readonly version: number }[];
};

/** Enters a package whose file is kept; gives it with its number. */
export async function insertPackage(transaction: Queries, made: NewPackage): Promise<ExchangePackage> {
  const { holds, madeAt, madeBy, ...facts } = made;
  // Readers go on; whoever else makes a package waits for this number.
  await sql`lock table exchange_packages in share row exclusive mode`.execute(transaction);
  const row = await transaction
    .insertInto('exchange_packages')
    .values({
      ...facts,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from exchange_packages)`,
      made_at: madeAt.toString(),
      made_by: madeBy,
      receipt: null,
      decided_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  // As arrays: a statement takes 65,535 values, and a package may hold every item that there is.
  await sql`
    insert into exchange_package_items (package, item, version)
    select ${made.id}::uuid, * from unnest(${holds.map(({ item }) => item)}::uuid[], ${holds.map(({ version }) => version)}::int[])`.execute(
    transaction,
  );
  return packageOf(row);
}

/** A package by its id. */
export async function findPackage(queries: Queries, id: string): Promise<ExchangePackage | undefined> {
  const row = await queries
    .selectFrom('exchange_packages')
    .selectAll()
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
  return row === undefined ? undefined : packageOf(row);
}

/** The packages, the newest first. */
export async function listPackages(queries: Queries, limit: number): Promise<readonly ExchangePackage[]> {
  const rows = await queries
    .selectFrom('exchange_packages')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(packageOf);
}

/** The package that is on its way, if one is. */
export async function findWaitingPackage(queries: Queries): Promise<ExchangePackage | undefined> {
  const row = await queries
    .selectFrom('exchange_packages')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('number')
    .executeTakeFirst();
  return row === undefined ? undefined : packageOf(row);
}

const LONGEST_RECEIPT = 2000;

/** Notes how the other side has decided; gives whether it had not been noted before. */
export async function decidePackage(
  transaction: Queries,
  id: string,
  state: 'accepted' | 'refused',
  receipt: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('exchange_packages')
    .set({ state, receipt: receipt.slice(0, LONGEST_RECEIPT), decided_at: at.toString() })
    .where(sql<boolean>`id::text = ${id}`)
    .where('state', 'in', ['made', 'waiting'])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
