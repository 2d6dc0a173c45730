import { randomUUIDv7 } from 'node:crypto';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import type { JournalEntry } from '../../../people/rules/journal.ts';
import { appendJournalEntries } from '../../../people/store/journal.store.ts';
import { readSetting } from '../../../people/store/setting.register.store.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';
import { addressOf } from '../../rules/address.ts';
import { foldPublication } from '../../rules/fold.ts';
import type { ItemId } from '../../rules/ids.ts';
import { indexNumber, institutionCode } from '../../rules/index-number.ts';
import { draftHistory, importedHistory } from '../../rules/import/import-history.ts';
import type { ItemImport } from '../../rules/import/item-import.ts';
import { projectionOf } from '../../rules/project.ts';
import type { Actor } from '../../rules/publication-log.ts';
import { CREDIT_CODE } from '../../rules/settings.ts';
import { insertFindings } from '../../store/finding.store.ts';
import { takeIndexSerials } from '../../store/index-number.store.ts';
import { insertKnownKeys, insertOldAddresses, listTakenIndexNumbers } from '../../store/imported-item.store.ts';
import type { OldAddress } from '../../store/imported-item.store.ts';
import type { WrittenOutcome } from '../../store/item-import.store.ts';
import { insertAttachments, insertItems, reserveNumbers } from '../../store/item.store.ts';
import type { NewItem } from '../../store/item.store.ts';
import { keepReading } from '../../store/reading.store.ts';
import type { JudgedLine } from './judge-lines.ts';

type JudgedItem = Extract<JudgedLine, { kind: 'item' }>;

export type WriteContext = {
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
};

/** An item on its way in: its place among the lines, its id, and everything that has been judged. */
type Incoming = JudgedItem & { readonly position: number; readonly id: ItemId; readonly year: number };

const yearOf = (at: Temporal.Instant): number => at.toZonedDateTimeISO('Asia/Shanghai').year;

/** The 索引号 of each: the older site's own where it is free, because people have cited it, else the next of the agency in the year. */
async function indexNumbersOf(
  transaction: Queries,
  { agency }: ItemImport,
  items: readonly Incoming[],
): Promise<ReadonlyMap<ItemId, string>> {
  const institution = institutionCode(await readSetting(transaction, CREDIT_CODE, agency), agency);
  const numbers = new Map<ItemId, string>();
  const offered = items.flatMap(({ draft, outcome }) =>
    outcome === 'published' && draft.oldIndexNumber !== null ? [draft.oldIndexNumber] : [],
  );
  const taken = new Set(await listTakenIndexNumbers(transaction, offered));
  for (const { id, draft, outcome } of items) {
    const old = draft.oldIndexNumber;
    // One of our own form would be given again by the series that it belongs to.
    if (outcome !== 'published' || old === null || taken.has(old) || old.startsWith(`${institution}/`)) continue;
    taken.add(old);
    numbers.set(id, old);
  }
  const left = items.filter(({ id }) => !numbers.has(id)).toSorted((one, other) => one.year - other.year);
  for (const [year, group] of Map.groupBy(left, item => item.year)) {
    const first = await takeIndexSerials(transaction, agency, year, group.length);
    for (const [index, { id }] of group.entries()) numbers.set(id, indexNumber(institution, year, first + index));
  }
  return numbers;
}

function newItemOf(
  one: ItemImport,
  { id, kind: _kind, draft, outcome, findings }: Incoming,
  { number, indexNumber: index }: { readonly number: number; readonly indexNumber: string },
  { calendar, now }: WriteContext,
): NewItem {
  const author: StaffId | null = one.startedBy ?? one.preparedBy;
  const by: Actor = author === null ? { kind: 'system' } : { kind: 'officer', id: author };
  const marks = findings.map(({ key, gate, level }) => ({ key, gate, level }));
  const { content, kind, firstPublishedAt, change } = draft;
  const begun = { kind, at: now, findings: marks };
  const isPublic = outcome === 'published' && firstPublishedAt !== null;
  const entries = isPublic
    ? importedHistory(begun, {
        firstPublishedAt,
        change,
        origin: one.origin ?? '',
        address: addressOf({
          column: content.column,
          publishedOn: firstPublishedAt.toZonedDateTimeISO('Asia/Shanghai').toPlainDate(),
          number,
        }),
      })
    : draftHistory({ ...begun, by, mode: one.mode });
  return {
    registration: { id, number, agency: one.agency, kind, indexNumber: index },
    entries,
    editions: [{ edition: 1, content, author: isPublic ? null : author, savedAt: now }],
    projection: projectionOf(foldPublication(entries), content, calendar),
  };
}

/** One entry for each item: what came in by which import, and how. */
function journalOf(one: ItemImport, { registration, entries }: NewItem): JournalEntry {
  const last = entries.find(({ act }) => act.kind === 'taken-over') ?? entries[0]!;
  return {
    at: last.at,
    agency: registration.agency,
    actor: last.by,
    event: `item-${last.act.kind}`,
    subject: `item:${registration.id}`,
    detail: { import: one.id },
  };
}

const oldAddressesOf = ({ id, draft, attachments }: Incoming): readonly OldAddress[] => [
  ...(draft.oldAddress === null ? [] : [{ path: draft.oldAddress, item: id, attachment: null }]),
  ...attachments.flatMap(({ attachment, oldAddress }) =>
    oldAddress === null ? [] : [{ path: oldAddress, item: id, attachment: attachment.id }],
  ),
];

const joined = (...texts: readonly (string | null)[]): string | null => {
  const all = texts.filter(text => text !== null);
  return all.length === 0 ? null : all.join('；');
};

/** Writes a batch of judged lines, whose first has a position: items with all that belongs to them, and what became of every line. */
export async function writeLines(
  transaction: Queries,
  one: ItemImport,
  judged: readonly JudgedLine[],
  context: WriteContext,
): Promise<readonly WrittenOutcome[]> {
  const first = one.done + 1;
  const incoming = judged.flatMap((line, index): readonly Incoming[] => {
    if (line.kind !== 'item') return [];
    const at = line.outcome === 'published' ? line.draft.firstPublishedAt : null;
    const year = at === null ? context.today.year : yearOf(at);
    return [{ ...line, position: first + index, id: randomUUIDv7() as string as ItemId, year }];
  });
  const idOf = new Map(incoming.map(({ position, id }) => [position, id]));
  const led = new Set<string>();
  if (incoming.length > 0) {
    const indexNumbers = await indexNumbersOf(transaction, one, incoming);
    const numbers = await reserveNumbers(transaction, incoming.length);
    const rows = incoming.map((item, index) =>
      newItemOf(one, item, { number: numbers[index]!, indexNumber: indexNumbers.get(item.id)! }, context),
    );
    await insertItems(transaction, rows);
    const author = one.startedBy ?? one.preparedBy;
    for (const { id, attachments } of incoming)
      await insertAttachments(
        transaction,
        id,
        attachments.map(({ attachment }) => attachment),
        context.now,
        author,
      );
    for (const { attachment, reading } of incoming.flatMap(({ attachments }) => attachments))
      if (reading !== null) await keepReading(transaction, attachment.id, reading);
    await insertFindings(
      transaction,
      incoming.map(({ id, findings }) => ({ item: id, edition: 1, findings })),
    );
    await insertKnownKeys(
      transaction,
      one.agency,
      incoming.map(({ key, id }) => ({ key, item: id })),
    );
    const addresses = [...new Map(incoming.flatMap(oldAddressesOf).map(address => [address.path, address])).values()];
    for (const path of await insertOldAddresses(transaction, addresses)) led.add(path);
    await appendJournalEntries(
      transaction,
      rows.map(row => journalOf(one, row)),
    );
  }
  return judged.map((line, index): WrittenOutcome => {
    const position = first + index;
    if (line.kind !== 'item')
      return { position, outcome: line.kind, message: line.message, item: line.kind === 'known' ? line.item : null };
    const isLost = line.draft.oldAddress !== null && led.has(line.draft.oldAddress);
    const message = joined(line.message, isLost ? '原网址已经转到另一条信息' : null);
    return { position, outcome: line.outcome, message, item: idOf.get(position)! };
  });
}
