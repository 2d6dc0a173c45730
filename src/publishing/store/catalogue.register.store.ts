import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { DisclosureLevel } from '../../law/disclosure-items.ts';
import type { Agency, AgencyCode } from '../../people/rules/agency.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { readSettings } from '../../people/store/setting.register.store.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { foldEntry } from '../rules/catalogue/catalogue-act.ts';
import type { EntryState } from '../rules/catalogue/catalogue-act.ts';
import type { DutifulEntry, LeveledDuty } from '../rules/catalogue/coverage.ts';
import { readDeadline } from '../rules/catalogue/deadline.ts';
import { dutyOf } from '../rules/catalogue/duties.ts';
import type { DutyTime, LinkedItem } from '../rules/catalogue/duties.ts';
import { levelOf, publishersOf } from '../rules/catalogue/publishers.ts';
import type { EntryId, StoredEntry } from '../rules/catalogue/stored-entry.ts';
import type { ItemId } from '../rules/ids.ts';
import { CATALOGUE_GRACE, NEAR_DUE_DAYS } from '../rules/settings.ts';
import { listEntryLogs } from './catalogue.store.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';

/** Which entries; what is left out does not narrow. */
export type CatalogueFilter = {
  readonly keeper?: AgencyCode;
  readonly field?: string;
  readonly id?: EntryId;
};

type HeldEntry = StoredEntry & { readonly adoptedAt: Temporal.Instant };

/** The entries that stand now, keeper by keeper in the order of their catalogue. */
async function listHeld(queries: Queries, { keeper, field, id }: CatalogueFilter): Promise<readonly HeldEntry[]> {
  let query = queries
    .selectFrom('catalogue_entries as e')
    .selectAll('e')
    .select(
      sql<string>`(select min(v.at) from catalogue_entries first
        join catalogue_versions v on v.keeper = first.keeper and v.version = first.since where first.id = e.id)`.as(
        'adopted_at',
      ),
    )
    .where('e.until', 'is', null)
    .orderBy('e.keeper')
    .orderBy('e.field')
    .orderBy('e.position');
  if (keeper !== undefined) query = query.where('e.keeper', '=', keeper);
  if (field !== undefined) query = query.where('e.field', '=', field);
  if (id !== undefined) query = query.where('e.id', '=', id);
  return (await query.execute()).map(row => ({
    id: row.id as EntryId,
    keeper: row.keeper as AgencyCode,
    since: row.since,
    field: row.field,
    line: row.position,
    firstItem: row.first_item,
    secondItem: row.second_item,
    elements: row.elements,
    basis: row.basis,
    deadlineText: row.deadline_text,
    deadline: readDeadline(row.deadline_text),
    publisher: row.publisher,
    channels: row.channels,
    audience: row.audience as StoredEntry['audience'],
    ways: row.ways as StoredEntry['ways'],
    levels: row.levels as readonly DisclosureLevel[],
    adoptedAt: Temporal.Instant.from(row.adopted_at),
  }));
}

/** The catalogue of an agency as it stands. */
export async function listEntries(queries: Queries, keeper: AgencyCode): Promise<readonly StoredEntry[]> {
  return listHeld(queries, { keeper });
}

/** A version of a catalogue: when a file was taken over, and what it changed. */
export type CatalogueVersion = {
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly by: StaffId | null;
  readonly source: string;
  readonly fields: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
};

/** The versions of an agency's catalogue, the newest first. */
export async function listCatalogueVersions(
  queries: Queries,
  keeper: AgencyCode,
): Promise<readonly CatalogueVersion[]> {
  const rows = await queries
    .selectFrom('catalogue_versions')
    .selectAll()
    .where('keeper', '=', keeper)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ at, actor, version, source, fields, added, changed, gone }) => ({
    version,
    at: Temporal.Instant.from(at),
    by: actor as StaffId | null,
    source,
    fields,
    added,
    changed,
    gone,
  }));
}

/** How an entry read in each version that changed it, the newest first. */
export async function listWordings(
  queries: Queries,
  id: EntryId,
): Promise<
  readonly {
    readonly since: number;
    readonly elements: string;
    readonly deadlineText: string;
    readonly publisher: string;
  }[]
> {
  const rows = await queries
    .selectFrom('catalogue_entries')
    .select(['since', 'elements', 'deadline_text', 'publisher'])
    .where('id', '=', id)
    .orderBy('since', 'desc')
    .execute();
  return rows.map(row => ({
    since: row.since,
    elements: row.elements,
    deadlineText: row.deadline_text,
    publisher: row.publisher,
  }));
}

export type LinkedLine = { readonly line: ItemLine; readonly formedOn: Temporal.PlainDate };

async function linesOf(queries: Queries, ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, LinkedLine>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('items')
    .innerJoin('item_editions as e', join =>
      join.onRef('e.item', '=', 'items.id').on(sql<SqlBool>`e.edition = coalesce(items.public_edition, items.edition)`),
    )
    .selectAll('items')
    .select(sql<string>`e.content ->> 'formedOn'`.as('formed_on'))
    .where(sql<boolean>`items.id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(row => [row.id as ItemId, { line: itemLineOf(row), formedOn: Temporal.PlainDate.from(row.formed_on) }]),
  );
}

const ZONE = 'Asia/Shanghai';
const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(ZONE).toPlainDate();

function linkedItem({ line, formedOn }: LinkedLine, agency: AgencyCode | null): LinkedItem {
  const { stage, visibility, publishedOn, correctedAt } = line;
  return {
    item: line.id,
    agency,
    formedOn,
    publishedOn,
    touchedOn: correctedAt === null ? publishedOn : dayOf(correctedAt),
    isPublic: visibility === 'public',
    isOpen: visibility === 'unpublished' && stage !== 'withheld' && stage !== 'archived',
  };
}

/** The catalogue with everything that fulfils it. */
export type CatalogueOnDay = {
  readonly entries: readonly (DutifulEntry & { readonly state: EntryState })[];
  readonly lines: ReadonlyMap<ItemId, ItemLine>;
  readonly agencies: readonly Agency[];
};

/** The catalogues as they stand on a day: every entry with what it demands of whom, and the items that fulfil it. */
export async function readCatalogue(
  queries: Queries,
  filter: CatalogueFilter,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Promise<CatalogueOnDay> {
  const [held, agencies, { near, grace }] = await Promise.all([
    listHeld(queries, filter),
    listAgencies(queries),
    readSettings(queries, { near: NEAR_DUE_DAYS, grace: CATALOGUE_GRACE }, filter.keeper ?? null),
  ]);
  const narrowed = filter.field !== undefined || filter.id !== undefined;
  const logs = await listEntryLogs(queries, narrowed ? held.map(({ id }) => id) : 'all');
  const states = new Map(held.map(({ id }) => [id, foldEntry(logs.get(id) ?? [])]));
  const found = await linesOf(queries, [
    ...new Set([...states.values()].flatMap(({ links }) => links.map(({ item }) => item))),
  ]);
  const time: DutyTime = { today, calendar, near, grace };
  const entries = held.map(({ adoptedAt, ...entry }) => {
    const state = states.get(entry.id)!;
    const meant =
      state.publishers === null
        ? publishersOf(entry.publisher, agencies)
        : agencies.filter(({ code }) => state.publishers!.includes(code));
    const items = state.links.flatMap(({ item, agency }) => {
      const line = found.get(item);
      return line === undefined ? [] : [linkedItem(line, agency)];
    });
    const dutyFor = (agency: Agency | null): LeveledDuty => ({
      ...dutyOf(entry, state, agency?.code ?? null, items, dayOf(adoptedAt), time),
      level: agency === null ? null : levelOf(agency),
    });
    const duties = meant.length === 0 ? [dutyFor(null)] : meant.map(dutyFor);
    return { entry, state, duties };
  });
  return { entries, agencies, lines: new Map([...found].map(([id, { line }]) => [id, line])) };
}

/** The entries that an item fulfils, for its own page. */
export async function listEntriesOfItem(queries: Queries, item: ItemId): Promise<readonly StoredEntry[]> {
  const rows = await queries
    .selectFrom('catalogue_acts')
    .select('entry')
    .distinct()
    .where('kind', '=', 'linked')
    .where(sql<boolean>`facts ->> 'item' = ${item}`)
    .execute();
  const ids = rows.map(({ entry }) => entry as EntryId);
  const logs = await listEntryLogs(queries, ids);
  const linked = ids.filter(id => foldEntry(logs.get(id) ?? []).links.some(link => link.item === item));
  const held = await Promise.all(linked.map(id => listHeld(queries, { id })));
  return held.flat();
}
