import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { Genre, ItemKind } from '../rules/item-kind.ts';
import type { Validity } from '../rules/validity.ts';
import { countFitting } from './facets.ts';
import type { FacetChoice, FacetGroup } from './facets.ts';
import type { Found, FoundItem, Search, SearchIndex, Slice } from './search-index.ts';
import { markWords, snippetOf } from './snippet.ts';
import { refillEmptyIndex, takeInNext } from './take-in.ts';
import type { AttachmentText } from './take-in.ts';
import { areExactTerms, foldedWordsOf, termQueryOf } from './terms.ts';

type Condition = RawBuilder<unknown>;

/** Up to so many candidates are compared with the words themselves; beyond, what is shown is, and the count is of the pairs. */
const MOST_COMPARED = 2000;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);

const holdsWords = (words: readonly string[]): Condition => all(words.map(word => sql`strpos(folded, ${word}) > 0`));

function candidates({ question, scope, documentNumber, from, to }: Search): readonly Condition[] {
  const words = foldedWordsOf(question);
  const { prefix, year, serial } = documentNumber;
  return [
    ...(words.length === 0 ? [] : [sql`terms @@ ${termQueryOf(words)}::tsquery`]),
    ...(scope === 'title' ? words.map(word => sql`strpos(folded_title, ${word}) > 0`) : []),
    ...(prefix === null ? [] : [sql`number_prefix = ${prefix}`]),
    ...(year === null ? [] : [sql`number_year = ${year}`]),
    ...(serial === null ? [] : [sql`number_serial = ${serial}`]),
    ...(prefix === null && year === null && serial === null ? [] : [sql`number_prefix is not null`]),
    ...(from === null ? [] : [sql`published_on >= ${from.toString()}::date`]),
    ...(to === null ? [] : [sql`published_on <= ${to.toString()}::date`]),
  ];
}

function chosen(choice: FacetChoice): readonly Condition[] {
  const { agency, columns, theme, kind, year, validities, interpreted } = choice;
  return [
    ...(agency === null ? [] : [sql`agency = ${agency}`]),
    ...(columns === null ? [] : [sql`column_code = any(${[...columns]}::text[])`]),
    ...(theme === null ? [] : [sql`(theme = ${theme} or starts_with(theme, ${`${theme}\\`}))`]),
    ...(kind === null ? [] : [sql`kind = ${kind}`]),
    ...(year === null ? [] : [sql`year = ${year}`]),
    ...(validities === null ? [] : [sql`validity = any(${[...validities]}::text[])`]),
    ...(interpreted === null ? [] : [sql`interpreted = ${interpreted}`]),
  ];
}

/** As `validityOn` reads the days; null where there are none. */
const validityAt = (day: Temporal.PlainDate): Condition => sql`case
  when effective_on is null then null
  when ended_on <= ${day.toString()}::date then ended_how
  when expires_on < ${day.toString()}::date then 'lapsed'
  when effective_on > ${day.toString()}::date then 'not-yet-in-force'
  when amended_on <= ${day.toString()}::date then 'amended'
  else 'in-force' end`;

/** The newest first; titles that hold all the words before the rest where that is asked for. */
function orderOf({ order }: Search, words: readonly string[]): Condition {
  const newest = sql`published_at desc, number desc`;
  if (order === 'newest' || words.length === 0) return newest;
  return sql`(${all(words.map(word => sql`strpos(folded_title, ${word}) > 0`))}) desc, ${newest}`;
}

type ShownRow = {
  readonly item: string;
  readonly number: number;
  readonly address: string;
  readonly agency: string;
  readonly column_code: string;
  readonly kind: string;
  readonly theme: string | null;
  readonly genre: string | null;
  readonly issuer: string;
  readonly title: string;
  readonly document_number: string | null;
  readonly made_on: string | null;
  readonly published_at: string;
  readonly published_on: string;
  readonly validity: string | null;
  readonly interpreted: boolean;
  readonly body: string;
  readonly attachments: readonly AttachmentText[];
};

function passageOf({ body, attachments }: ShownRow, words: readonly string[]): FoundItem['snippet'] {
  const inBody = snippetOf(body, words);
  if (inBody !== null) return { pieces: inBody, attachment: null };
  for (const { title, text } of attachments) {
    const pieces = snippetOf(text, words) ?? (snippetOf(title, words) && []);
    if (pieces !== null) return { pieces, attachment: title };
  }
  return null;
}

function foundItemOf(row: ShownRow, words: readonly string[]): FoundItem {
  return {
    id: row.item as ItemId,
    number: row.number,
    address: row.address,
    agency: row.agency as AgencyCode,
    column: row.column_code as ColumnCode,
    kind: row.kind as ItemKind,
    theme: row.theme,
    genre: row.genre as Genre | null,
    issuer: row.issuer,
    title: row.title,
    documentNumber: row.document_number,
    madeOn: row.made_on === null ? null : Temporal.PlainDate.from(row.made_on),
    publishedAt: Temporal.Instant.from(row.published_at),
    publishedOn: Temporal.PlainDate.from(row.published_on),
    validity: row.validity as Validity | null,
    interpreted: row.interpreted,
    titlePieces: markWords(row.title, words),
    snippet: words.length === 0 ? null : passageOf(row, words),
  };
}

type GroupRow = {
  readonly agency: string;
  readonly column: string;
  readonly theme: string | null;
  readonly kind: string;
  readonly year: number;
  readonly validity: string | null;
  readonly interpreted: boolean;
  readonly count: number;
};

/**
 * One statement, so that figures and rows are of one moment. The words are compared with the text where their pairs alone could
 * be wrong; with a great many candidates only in the rows that are shown.
 */
async function ask(queries: Queries, search: Search, { limit, offset }: Slice): Promise<Found> {
  const words = foldedWordsOf(search.question);
  const holds = areExactTerms(words)
    ? sql`true`
    : sql`((select count(*) from matched) > ${MOST_COMPARED} or (${holdsWords(words)}))`;
  const { rows } = await sql<{ groups: readonly GroupRow[] | null; shown: readonly ShownRow[] | null }>`
    with matched as materialized (
      select item, number, agency, column_code, theme, kind, published_at, extract(year from published_on)::int as year,
        ${validityAt(search.today)} as validity, interpreted, folded_title, folded
      from item_search where ${all(candidates(search))}
    ),
    held as materialized (select * from matched where ${holds}),
    page as (
      select item, validity from held where ${all(chosen(search.choice))}
      order by ${orderOf(search, words)} limit ${limit} offset ${offset}
    ),
    grouped as (
      select agency, column_code as column, theme, kind, year, validity, interpreted, count(*) as count
      from held group by 1, 2, 3, 4, 5, 6, 7
    )
    select (select jsonb_agg(to_jsonb(g)) from grouped g) as groups,
      (select jsonb_agg(to_jsonb(r)) from (
        select s.item, s.number, s.address, s.agency, s.column_code, s.kind, s.theme, s.genre, s.issuer, s.title,
          s.document_number, s.made_on, s.published_at, s.published_on, page.validity, s.interpreted, s.body, s.attachments
        from page join item_search s on s.item = page.item
        where ${holdsWords(words)}
        order by ${orderOf(search, words)}) r) as shown`.execute(queries);
  const groups = (rows[0]!.groups ?? []) as readonly FacetGroup[];
  return {
    items: (rows[0]!.shown ?? []).map(row => foundItemOf(row, words)),
    total: countFitting(groups, search.choice),
    groups,
  };
}

/** Rows that another process is taking in; it is done in some milliseconds or has ended, and then they are there again. */
const WHILE_OTHERS_WORK = 10;

async function takeInAll(queries: Queries): Promise<void> {
  for (;;) {
    const { waiting, filled } = await stateOf(queries);
    if (!waiting && filled) return;
    if (!filled) await refillEmptyIndex(queries);
    if ((await takeInNext(queries)) > 0) continue;
    if (!(await stateOf(queries)).waiting) return;
    await new Promise(resolve => setTimeout(resolve, WHILE_OTHERS_WORK));
  }
}

async function stateOf(queries: Queries): Promise<{ readonly waiting: boolean; readonly filled: boolean }> {
  const { rows } = await sql<{ waiting: boolean; filled: boolean }>`
    select exists (select 1 from item_search_waiting) as waiting, exists (select 1 from item_search) as filled`.execute(
    queries,
  );
  return rows[0]!;
}

/** The index in PostgreSQL: a GIN index over pairs of characters. */
export function createPostgresIndex(queries: Queries): SearchIndex {
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

  return {
    catchUp,
    search: async (search, slice) => {
      await catchUp();
      return ask(queries, search, slice);
    },
    vocabulary: async most => {
      await catchUp();
      const rows = await queries
        .selectFrom('item_search')
        .select(['title', 'keywords'])
        .orderBy('published_at', 'desc')
        .orderBy('number', 'desc')
        .limit(most)
        .execute();
      return { titles: rows.map(({ title }) => title), keywords: rows.flatMap(({ keywords }) => keywords) };
    },
  };
}
