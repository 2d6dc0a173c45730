import type { AgencyCode } from '../../people/rules/agency.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { CatalogueEntry } from '../rules/catalogue/catalogue-entry.ts';
import { publishersOf } from '../rules/catalogue/publishers.ts';
import { refusalText } from '../rules/refusal.ts';
import { listEntries } from '../store/catalogue.register.store.ts';
import { insertEntryActs } from '../store/catalogue.store.ts';
import { listPublished } from '../store/item.register.store.ts';
import { adoptCatalogue } from './adopt-catalogue.ts';

export type SampleCatalogueEntry = {
  readonly entry: CatalogueEntry;
  readonly fulfilledBy: { readonly column: string; readonly titleHas: RegExp } | null;
};

const ENOUGH = 100_000;

/** Adopts the sample's catalogue, at a moment of its own, and links what the sample's items fulfil; the journal says once that it was done. */
export async function addSampleCatalogue(
  transaction: Queries,
  keeper: AgencyCode,
  sample: readonly SampleCatalogueEntry[],
  { adoptedAt, now }: { readonly adoptedAt: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<void> {
  const adopted = await adoptCatalogue(
    { queries: transaction, now: () => adoptedAt },
    { kind: 'system' },
    {
      keeper,
      entries: sample.map(({ entry }) => entry),
      source: '晴川区基层政务公开标准目录（演示）.xlsx',
      seen: null,
    },
  );
  if (!adopted.ok) throw new Error(refusalText(adopted.problem));
  const [stored, agencies, { items }] = [
    await listEntries(transaction, keeper),
    await listAgencies(transaction),
    await listPublished(transaction, {}, { limit: ENOUGH, offset: 0 }),
  ];
  const byColumn = Map.groupBy(items, ({ column }) => column as string);
  const acts = sample.flatMap(({ entry, fulfilledBy }) => {
    const own = stored.find(({ field, line }) => field === entry.field && line === entry.line);
    if (own === undefined || fulfilledBy === null) return [];
    const [agency] = publishersOf(entry.publisher, agencies);
    return (byColumn.get(fulfilledBy.column) ?? [])
      .filter(({ title }) => fulfilledBy.titleHas.test(title))
      .map((line, at) => ({
        id: own.id,
        entry: {
          sequence: at + 1,
          at: now,
          by: { kind: 'system' as const },
          act: { kind: 'linked' as const, item: line.id, agency: agency?.code ?? null },
        },
      }));
  });
  await insertEntryActs(transaction, acts);
  await appendJournal(transaction, {
    at: now,
    agency: keeper,
    actor: { kind: 'system' },
    event: 'sample-items-added',
    subject: `catalogue:${keeper}`,
    detail: { links: acts.length },
  });
}
