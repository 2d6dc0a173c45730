import { randomUUIDv7 } from 'node:crypto';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { addressOf } from '../rules/address.ts';
import type { Column } from '../rules/column.ts';
import type { Content, Relation } from '../rules/content.ts';
import { foldPublication } from '../rules/fold.ts';
import { plainHistory, takenOverHistory } from '../rules/histories.ts';
import type { Hands, Progress } from '../rules/histories.ts';
import type { ItemId } from '../rules/ids.ts';
import { gazetteBody } from '../rules/gazette.ts';
import { indexNumber } from '../rules/index-number.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import { projectionOf } from '../rules/project.ts';
import type { BasisDocument, Entry } from '../rules/publication-log.ts';
import type { ValidityChange } from '../rules/validity.ts';
import { saveColumns } from '../store/column.store.ts';
import { contentHashOf } from '../store/content-hash.ts';
import { takeIndexSerials } from '../store/index-number.store.ts';
import { insertItems, reserveNumbers } from '../store/item.store.ts';
import type { NewItem } from '../store/item.store.ts';

/** An invented item of the sample district with what happened to it. Items name each other by `key`, earlier ones only. */
export type SampleItem = {
  readonly key: string;
  readonly agency: AgencyCode;
  readonly kind: ItemKind;
  readonly content: Omit<Content, 'relations'>;
  readonly relations: readonly { readonly relation: Relation; readonly to: string }[];
  /** When it was published, or the last act for one that is not. */
  readonly at: Temporal.Instant;
  /** Null for what another system had published before this one was in use. */
  readonly progress: Progress | null;
  readonly change: {
    readonly to: ValidityChange;
    readonly on: Temporal.PlainDate;
    readonly basis: { readonly key: string } | { readonly title: string; readonly documentNumber: string | null };
  } | null;
};

export type SampleDeps = { readonly calendar: WorkingCalendar; readonly now: Temporal.Instant; readonly hands: Hands };

const ORIGIN = '晴川区政府原门户网站（演示）';

/** The days of the year in which each item was registered, for its 索引号. */
const yearOf = ({ at }: SampleItem): number => at.toZonedDateTimeISO('Asia/Shanghai').year;

async function indexNumbersOf(
  transaction: Queries,
  items: readonly SampleItem[],
): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>();
  for (const [place, group] of Map.groupBy(items, item => `${item.agency} ${yearOf(item)}`)) {
    const [agency, year] = place.split(' ') as [AgencyCode, string];
    const first = await takeIndexSerials(transaction, agency, Number(year), group.length);
    for (const [index, { key }] of group.entries()) numbers.set(key, indexNumber(agency, Number(year), first + index));
  }
  return numbers;
}

function basisOf(change: NonNullable<SampleItem['change']>, ids: ReadonlyMap<string, ItemId>): BasisDocument {
  const { basis } = change;
  if ('key' in basis) return { kind: 'item', item: ids.get(basis.key)! };
  return { kind: 'elsewhere', title: basis.title, documentNumber: basis.documentNumber };
}

type Known = { readonly id: ItemId; readonly address: string };

/** What an issue of the 公报 contains is named by keys, as relations are; its table of contents leads to their addresses. */
function issueContent(content: Content, known: ReadonlyMap<string, Known>): Content {
  const { details } = content;
  if (details.kind !== 'gazette') return content;
  const contents = details.contents.map(entry => {
    const { id: item, address } = known.get(entry.item)!;
    return { ...entry, item, address };
  });
  return { ...content, details: { ...details, contents }, body: gazetteBody({ contents }) };
}

function changeEntry(
  change: NonNullable<SampleItem['change']>,
  before: Entry,
  { publisher }: Hands,
  ids: ReadonlyMap<string, ItemId>,
): Entry {
  const day = change.on.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' }).toInstant();
  return {
    sequence: before.sequence + 1,
    // What was known before an item was taken over was entered with it.
    at: Temporal.Instant.compare(day, before.at) < 0 ? before.at : day,
    by: { kind: 'officer', id: publisher },
    act: { kind: 'validity-changed', to: change.to, on: change.on, basis: basisOf(change, ids) },
  };
}

/** Adds the columns and items of the sample, logs and all, in few statements; the journal says once that it was done. */
export async function addSampleItems(
  transaction: Queries,
  columns: readonly Column[],
  items: readonly SampleItem[],
  { calendar, now, hands }: SampleDeps,
): Promise<void> {
  await saveColumns(transaction, columns);
  const ids = new Map(items.map(({ key }) => [key, randomUUIDv7() as string as ItemId]));
  const indexNumbers = await indexNumbersOf(transaction, items);
  const numbers = await reserveNumbers(transaction, items.length);
  const known = new Map<string, Known>();
  const rows = items.map((item, index): NewItem => {
    const { kind: itemKind, at, progress, change } = item;
    const [id, number] = [ids.get(item.key)!, numbers[index]!];
    const relations = item.relations.map(({ relation, to }) => ({ relation, to: ids.get(to)! }));
    const content = issueContent({ ...item.content, relations }, known);
    const on = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
    const address = addressOf({ column: content.column, publishedOn: on, number });
    known.set(item.key, { id, address });
    const begun =
      progress === null
        ? takenOverHistory({ itemKind, at, takenOverAt: now, address, origin: ORIGIN })
        : plainHistory({ itemKind, hands, contentHash: contentHashOf(content, []), progress, at, address });
    const changed = change === null ? [] : [changeEntry(change, begun.at(-1)!, hands, ids)];
    const entries = [...begun, ...changed];
    const first = entries[0]!;
    return {
      registration: { id, number, agency: item.agency, kind: itemKind, indexNumber: indexNumbers.get(item.key)! },
      entries,
      editions: [{ edition: 1, content, author: first.by.kind === 'officer' ? first.by.id : null, savedAt: first.at }],
      projection: projectionOf(foldPublication(entries), content, calendar),
    };
  });
  await insertItems(transaction, rows);
  await appendJournal(transaction, {
    at: now,
    agency: null,
    actor: { kind: 'system' },
    event: 'sample-items-added',
    subject: null,
    detail: { items: items.length },
  });
}
