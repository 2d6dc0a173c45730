import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { Genre, ItemKind } from '../rules/item-kind.ts';
import type { Validity } from '../rules/validity.ts';
import { countFitting, missedBit } from './facets.ts';
import type { Facet, FacetChoice, FacetCount } from './facets.ts';
import type { Found, FoundItem, Search, SearchIndex, Slice } from './search-index.ts';
import { markWords, snippetOf } from './snippet.ts';
import { refillEmptyIndex, takeInNext } from './take-in.ts';
import type { AttachmentText } from './take-in.ts';
import { areExactTerms, foldedWordsOf, termQueryOf } from './terms.ts';

type Condition = RawBuilder<unknown>;

/** Up to so many candidates are compared with the words themselves; beyond, what is shown is, and the count is of the pairs. */
const MOST_COMPARED = 500;

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

/** What each choice asks of an item, by facet; none for what is not chosen. */
function chosen(choice: FacetChoice): readonly { readonly facet: Facet; readonly fits: Condition }[] {
  const { agency, columns, theme, kind, year, validities, interpreted } = choice;
  const asked: Readonly<Record<Facet, Condition | null>> = {
    agency: agency === null ? null : sql`agency = ${agency}`,
    columns: columns === null ? null : sql`column_code = any(${[...columns]}::text[])`,
    theme: theme === null ? null : sql`(theme = ${theme} or starts_with(theme, ${`${theme}\\`}))`,
    kind: kind === null ? null : sql`kind = ${kind}`,
    year: year === null ? null : sql`year = ${year}`,
    validities: validities === null ? null : sql`validity = any(${[...validities]}::text[])`,
    interpreted: interpreted === null ? null : sql`interpreted = ${interpreted}`,
  };
  return (Object.keys(asked) as Facet[]).flatMap(facet => {
    const fits = asked[facet];
    return fits === null ? [] : [{ facet, fits }];
  });
}

/** By which choices an item is left out, as one number. */
function missedBy(choice: FacetChoice): Condition {
  const bits = chosen(choice).map(
    ({ facet, fits }) => sql`case when ${fits} then 0 else ${sql.lit(missedBit(facet))} end`,
  );
  return bits.length === 0 ? sql`0` : sql.join(bits, sql` + `);
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

/** What is counted for each facet. Only 政策文件 can have an interpretation or lack it. */
const COUNTED = sql`
  select case when grouping(agency) = 0 then 'agency' when grouping(column_code) = 0 then 'columns'
      when grouping(theme) = 0 then 'theme' when grouping(kind) = 0 then 'kind' when grouping(year) = 0 then 'year'
      when grouping(validity) = 0 then 'validities' else 'interpreted' end as facet,
    coalesce(agency, column_code, theme, kind, year::text, validity, is_interpreted::text) as value, missed, count(*) as count
  from (select *, case when kind = 'document' then interpreted end as is_interpreted from held) one
  group by grouping sets ((agency, missed), (column_code, missed), (theme, missed), (kind, missed), (year, missed),
    (validity, missed), (is_interpreted, missed))`;

async function ask(queries: Queries, search: Search, slice: Slice): Promise<Found> {
  if (foldedWordsOf(search.question).length === 0) return askAt(queries, search, slice);
  // The planner takes reading every row for cheap where a word stands in most, and does not see that each row's terms, which
  // stand apart, would have to be read: ten times slower than the index.
  return queries.transaction().execute(async transaction => {
    await sql`set local enable_seqscan = off`.execute(transaction);
    return askAt(transaction, search, slice);
  });
}

/**
 * One statement, so that figures and rows are of one moment. The words are compared with the text where their pairs alone could
 * be wrong; with a great many candidates only in the rows that are shown.
 */
async function askAt(queries: Queries, search: Search, { limit, offset }: Slice): Promise<Found> {
  const words = foldedWordsOf(search.question);
  const holds = areExactTerms(words)
    ? sql`true`
    : sql`((select count(*) from matched) > ${MOST_COMPARED} or (${holdsWords(words)}))`;
  const { rows } = await sql<{ counts: readonly FacetCount[] | null; shown: readonly ShownRow[] | null }>`
    with matched as materialized (
      select item, number, agency, column_code, theme, kind, published_at, year, ${validityAt(search.today)} as validity,
        interpreted, folded_title, folded
      from item_search where ${all(candidates(search))}
    ),
    held as materialized (
      select item, number, agency, column_code, theme, kind, published_at, year, validity, interpreted, folded_title,
        ${missedBy(search.choice)} as missed
      from matched where ${holds}
    ),
    page as (
      select item, validity from held where missed = 0 order by ${orderOf(search, words)} limit ${limit} offset ${offset}
    )
    select (select jsonb_agg(to_jsonb(c)) from (${COUNTED}) c) as counts,
      (select jsonb_agg(to_jsonb(r)) from (
        select s.item, s.number, s.address, s.agency, s.column_code, s.kind, s.theme, s.genre, s.issuer, s.title,
          s.document_number, s.made_on, s.published_at, s.published_on, page.validity, s.interpreted, s.body, s.attachments
        from page join item_search s on s.item = page.item
        where ${holdsWords(words)}
        order by ${orderOf(search, words)}) r) as shown`.execute(queries);
  const counts = rows[0]!.counts ?? [];
  return { items: (rows[0]!.shown ?? []).map(row => foundItemOf(row, words)), total: countFitting(counts), counts };
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

/** Asked by the index, which forgets rows that were taken away; reading the table would go over them until it is vacuumed. */
async function stateOf(queries: Queries): Promise<{ readonly waiting: boolean; readonly filled: boolean }> {
  const { rows } = await sql<{ waiting: boolean; filled: boolean }>`
    select (select position from item_search_waiting order by position limit 1) is not null as waiting,
      exists (select 1 from item_search) as filled`.execute(queries);
  return rows[0]!;
}

const PATIENCE_MS = 2000;

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

  /** A great many items that have just been imported keep nobody waiting: what is taken in meanwhile is found a little later. */
  async function catchUpSoon(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>(resolve => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([catchUp(), patience]).finally(() => clearTimeout(timer));
  }

  return {
    catchUp,
    search: async (search, slice) => {
      await catchUpSoon();
      return ask(queries, search, slice);
    },
    vocabulary: async most => {
      await catchUpSoon();
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
