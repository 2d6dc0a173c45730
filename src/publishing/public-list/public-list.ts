import type { Queries } from '../../platform/database/pool.ts';
import type { ChangedItems, SiteChanges } from '../../platform/site-changes/site-changes.ts';
import { EVERYTHING } from '../search-index/facets.ts';
import type { FacetChoice } from '../search-index/facets.ts';
import { LineTable } from './line-table.ts';
import { loadLines } from './load-lines.ts';
import { fitting } from './narrow.ts';
import { publicLineOf } from './public-line.ts';
import type { PublicLine } from './public-line.ts';

export type Slice = { readonly limit: number; readonly offset: number };

/** Lines of a list, the newest first; `total` counts all of it, not only those of the page. */
export type Listed = { readonly items: readonly PublicLine[]; readonly total: number };

/** Everything public as lists show it, kept in memory by this process and brought up to date when it has changed. */
export type PublicList = {
  /** What is public now, or was 100 ms ago; `today` is the day for which 有效性 is judged. */
  readonly list: (choice: Partial<FacetChoice>, slice: Slice, today: Temporal.PlainDate) => Promise<Listed>;
  /** The same as a table. */
  readonly table: () => Promise<LineTable>;
};

/** Beyond so many changes at once, reading everything is quicker. */
const MOST_CHANGED = 20_000;
/** Slots that nothing stands in any more are given back when they are more than those in use. */
const MOST_EMPTY = 10_000;

/** So many lines are kept with their days and moments; reading those takes half of the time of a page. */
const MOST_SHOWN = 20_000;

/** Opens the list. It reads nothing before it is asked. */
export function openPublicList(queries: Queries, changes: SiteChanges): PublicList {
  let table = new LineTable();
  let lists = new Map<string, Int32Array>();
  /** Lines that were shown, as they are shown. */
  let shown = new Map<number, PublicLine>();
  let waiting: Set<string> | 'any' = 'any';
  let updating: Promise<void> | null = null;

  changes.onChange((items: ChangedItems) => {
    if (waiting === 'any') return;
    if (items === 'any') waiting = 'any';
    else for (const item of items) waiting.add(item);
  });

  const isUpToDate = (): boolean => waiting !== 'any' && waiting.size === 0;

  async function takeIn(): Promise<void> {
    const isFull = table.slots > table.size * 2 + MOST_EMPTY;
    const ids = waiting === 'any' || waiting.size > MOST_CHANGED || isFull ? 'any' : [...waiting];
    const before = waiting;
    waiting = new Set();
    try {
      const lines = await loadLines(queries, ids);
      if (ids === 'any') {
        table = new LineTable();
        table.replace([], lines);
      } else table.replace(ids, lines);
      lists = new Map();
      shown = new Map();
    } catch (error) {
      waiting = before === 'any' ? 'any' : before.union(waiting);
      throw error;
    }
  }

  async function update(): Promise<void> {
    while (!isUpToDate()) await takeIn();
  }

  /** Whoever asks while lines are being read waits for them: `waiting` is emptied before they are there. */
  async function upToDate(): Promise<void> {
    while (updating !== null || !isUpToDate())
      await (updating ??= update().finally(() => {
        updating = null;
      }));
  }

  /** The slots of a list, found once for as long as nothing changes. */
  function slotsOf(choice: FacetChoice, today: Temporal.PlainDate): Int32Array {
    const key = JSON.stringify(choice.validities === null ? choice : [choice, today.toString()]);
    let slots = lists.get(key);
    if (slots === undefined) {
      if (choice.validities !== null) table.judgeValidity(today);
      slots = fitting(table, table.order, choice);
      lists.set(key, slots);
    }
    return slots;
  }

  function lineAt(slot: number): PublicLine {
    let line = shown.get(slot);
    if (line === undefined) {
      line = publicLineOf(table.lines[slot]!);
      if (shown.size < MOST_SHOWN) shown.set(slot, line);
    }
    return line;
  }

  return {
    list: async (choice, { limit, offset }, today) => {
      await changes.current();
      await upToDate();
      const slots = slotsOf({ ...EVERYTHING, ...choice }, today);
      return { items: [...slots.subarray(offset, offset + limit)].map(lineAt), total: slots.length };
    },
    table: async () => {
      await changes.current();
      await upToDate();
      return table;
    },
  };
}
