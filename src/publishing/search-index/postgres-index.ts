import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { keepUntilChange } from '../../platform/site-changes/kept.ts';
import type { Kept } from '../../platform/site-changes/kept.ts';
import type { SiteChanges } from '../../platform/site-changes/site-changes.ts';
import { dayNumberOf } from '../public-list/line-table.ts';
import type { LineTable } from '../public-list/line-table.ts';
import { countFacets, fitting } from '../public-list/narrow.ts';
import { publicLineOf } from '../public-list/public-line.ts';
import type { PublicList, Slice } from '../public-list/public-list.ts';
import { validityOn } from '../rules/validity.ts';
import { readPassages } from './passages.ts';
import type { Found, FoundItem, Search, SearchIndex, Vocabulary } from './search-index.ts';
import { markWords } from './snippet.ts';
import { refillEmptyIndex, settleEntries, takeInNext } from './take-in.ts';
import { areExactTerms, foldedWordsOf, termsOfWords } from './terms.ts';

/** Up to so many candidates are compared with the words themselves; beyond, what is shown is, and the count is of the pairs. */
const MOST_COMPARED = 500;

/** Items by their numbers, and the words that those that are shown have yet to be compared with. */
type Candidates = { readonly numbers: Int32Array; readonly toCompare: readonly string[] };

const ARRAY_HEAD = 20;
const ARRAY_ELEMENT = 8;

/** The numbers of an `integer[]` of one dimension in PostgreSQL's binary form: a head, then each number behind its length. */
function readNumbers(sent: Buffer): Int32Array {
  const count = Math.max(0, Math.floor((sent.length - ARRAY_HEAD) / ARRAY_ELEMENT));
  const numbers = new Int32Array(count);
  for (let at = 0; at < count; at += 1) numbers[at] = sent.readInt32BE(ARRAY_HEAD + at * ARRAY_ELEMENT + 4);
  return numbers;
}

/** The numbers of the items that hold the words anywhere in their text. */
async function candidatesFor(queries: Queries, words: readonly string[]): Promise<Candidates> {
  const compared = areExactTerms(words) ? [] : words;
  const { rows } = await sql<{ numbers: Buffer }>`
    select items_holding(${[...termsOfWords(words)]}::integer[], ${[...compared]}::text[], ${MOST_COMPARED}) as numbers`.execute(
    queries,
  );
  const numbers = readNumbers(rows[0]!.numbers);
  return { numbers, toCompare: numbers.length > MOST_COMPARED ? compared : [] };
}

/** The lines of these numbers, the newest first; what is not public any more has none. Plain loops: common words have tens of thousands. */
function slotsOfNumbers(table: LineTable, numbers: Int32Array): Int32Array {
  const isHit = new Uint8Array(table.slots);
  for (let at = 0; at < numbers.length; at += 1) {
    const slot = table.slotOf(numbers[at]!);
    if (slot >= 0) isHit[slot] = 1;
  }
  const { order } = table;
  const hits = new Int32Array(order.length);
  let found = 0;
  for (let at = 0; at < order.length; at += 1) if (isHit[order[at]!] === 1) hits[found++] = order[at]!;
  return hits.subarray(0, found);
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/** Narrows to the boxes of 文号 and the days of publication. */
function inBoxes(table: LineTable, slots: Int32Array, { documentNumber, from, to }: Search): Int32Array {
  const { prefix, year, serial } = documentNumber;
  const { numbers, days } = table;
  if (prefix === null && year === null && serial === null && from === null && to === null) return slots;
  const code = prefix === null ? 0 : numbers.prefixes.find(prefix);
  const [first, last] = [from === null ? 0 : dayNumberOf(from), to === null ? Infinity : dayNumberOf(to)];
  return slots.filter(
    slot =>
      (prefix === null || numbers.prefix[slot] === code) &&
      (year === null || numbers.year[slot] === year) &&
      (serial === null || numbers.serial[slot] === serial) &&
      days[slot]! >= first &&
      days[slot]! <= last,
  );
}

/** The first `end` slots in the order asked for: titles that hold all words before the rest, or just the newest first. */
function firstInOrder(
  table: LineTable,
  slots: Int32Array,
  { order }: Search,
  words: readonly string[],
  end: number,
): readonly number[] {
  if (order === 'newest' || words.length === 0) return [...slots.subarray(0, end)];
  const titled: number[] = [];
  const rest: number[] = [];
  for (const slot of slots) {
    if (titled.length === end) break;
    if (holdsAll(table.foldedTitles[slot]!, words)) titled.push(slot);
    else if (rest.length < end) rest.push(slot);
  }
  return [...titled, ...rest].slice(0, end);
}

async function ask(queries: Queries, list: PublicList, search: Search, { limit, offset }: Slice): Promise<Found> {
  const words = foldedWordsOf(search.question);
  const inTitles = search.scope === 'title' || words.length === 0;
  const candidates = inTitles ? null : await candidatesFor(queries, words);
  const table = await list.table();
  table.judgeValidity(search.today);
  const holding =
    candidates === null
      ? table.order.filter(slot => holdsAll(table.foldedTitles[slot]!, words))
      : slotsOfNumbers(table, candidates.numbers);
  const hits = inBoxes(table, holding, search);
  const fits = fitting(table, hits, search.choice);
  const shown = firstInOrder(table, fits, search, words, offset + limit).slice(offset);
  const lines = shown.map(slot => publicLineOf(table.lines[slot]!));
  const counts = countFacets(table, hits, search.choice);
  const passages = words.length === 0 ? null : await readPassages(queries, lines, words, candidates?.toCompare ?? []);
  const items = lines.flatMap((line): readonly FoundItem[] => {
    const passage = passages === null ? null : passages.get(line.number);
    if (passage === undefined) return [];
    const validity = line.normative === null ? null : validityOn(line.normative, search.today);
    return [{ ...line, validity, titlePieces: markWords(line.title, words), snippet: passage }];
  });
  return { items, total: fits.length, found: hits.length, counts };
}

/** Rows that another process is taking in; it is done in some milliseconds or has ended, and then they are there again. */
const WHILE_OTHERS_WORK = 10;

/** Entries are sorted in after so many items, so that searches meanwhile do not look through more. */
const SETTLE_EVERY = 2000;

async function takeInAll(queries: Queries): Promise<void> {
  for (let unsettled = 0; ;) {
    const { waiting, filled } = await stateOf(queries);
    if (unsettled >= SETTLE_EVERY || (!waiting && unsettled > 0)) {
      await settleEntries(queries);
      unsettled = 0;
    }
    if (!waiting && filled) return;
    if (!filled) await refillEmptyIndex(queries);
    const taken = await takeInNext(queries);
    unsettled += taken;
    if (taken > 0) continue;
    if (!(await stateOf(queries)).waiting) return;
    await new Promise(resolve => setTimeout(resolve, WHILE_OTHERS_WORK));
  }
}

/** Asked by the index, which forgets rows that were taken away; reading the table would go over them until it is vacuumed. */
async function stateOf(queries: Queries): Promise<{ readonly waiting: boolean; readonly filled: boolean }> {
  const { rows } = await sql<{ waiting: boolean; filled: boolean }>`
    select (select position from item_search_waiting order by position limit 1) is not null as waiting,
      exists (select 1 from item_search) as filled`.execute(queries);
  return rows[0]!;
}

const PATIENCE_MS = 2000;

/** The index in PostgreSQL finds what holds the words (a GIN index over pairs of characters); the list in memory says what it is. */
export function createPostgresIndex(queries: Queries, list: PublicList, changes: SiteChanges): SearchIndex {
  let caughtUp: number | null = null;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    next = null;
    running = takeInAll(queries).finally(() => {
      running = next;
    });
    return running;
  }

  /** One round at a time in a process. Who comes during a round waits for the next, which sees what was there when they came. */
  function catchUp(): Promise<void> {
    if (running === null) return begin();
    return (next ??= running.then(begin, begin));
  }

  /**
   * Waits until what was published is taken in, but some seconds at most: a great many items that have just been imported are found a
   * little later. Without any change since the last time there is nothing to ask.
   */
  async function catchUpSoon(): Promise<void> {
    const state = await changes.now();
    if (state === caughtUp) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<'late'>(resolve => {
      timer = setTimeout(() => resolve('late'), PATIENCE_MS);
    });
    const first = await Promise.race([catchUp(), patience]).finally(() => clearTimeout(timer));
    if (first !== 'late') caughtUp = state;
  }

  const vocabularies = new Map<number, Kept<Vocabulary>>();

  async function readVocabulary(most: number): Promise<Vocabulary> {
    const table = await list.table();
    const newest = [...table.order.subarray(0, most)].map(slot => table.lines[slot]!);
    const rows = await queries
      .selectFrom('item_search')
      .select('keywords')
      .where('number', '=', sql<number>`any(${newest.map(({ number }) => number)}::integer[])`)
      .execute();
    return { titles: newest.map(({ title }) => title), keywords: rows.flatMap(({ keywords }) => keywords) };
  }

  return {
    catchUp,
    search: async (search, slice) => {
      await catchUpSoon();
      return ask(queries, list, search, slice);
    },
    vocabulary: async most => {
      await catchUpSoon();
      return vocabularies.getOrInsertComputed(most, () => keepUntilChange(changes, () => readVocabulary(most)))();
    },
  };
}
