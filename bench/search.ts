// Search over published items: taking them in, and phrases of two to eight characters with their facets. Filling takes minutes: ITEMS=100000 asks for more.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { SAMPLE_AGENCIES } from '../sample/qingchuan/agencies.ts';
import { SAMPLE_REPORT_2023 } from '../sample/qingchuan/annual-report-2023.ts';
import { PLACES, SERIES } from '../sample/qingchuan/publications/yearly.ts';
import { registerAgency } from '../src/people/actions/register-agency.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import type { Queries } from '../src/platform/database/pool.ts';
import { ITEM_KINDS } from '../src/publishing/rules/item-kind.ts';
import { THEME_NAMES } from '../src/publishing/rules/themes.ts';
import { watchSite } from '../src/platform/site-changes/site-changes.ts';
import { openPublicList } from '../src/publishing/public-list/public-list.ts';
import { createPostgresIndex } from '../src/publishing/search-index/postgres-index.ts';
import type { Search, SearchIndex } from '../src/publishing/search-index/search-index.ts';
import {
  insertPublished,
  NEWS,
  POLICIES,
  saveTestColumns,
} from '../src/publishing/search-index/testing/published-items.ts';
import type { TestItem } from '../src/publishing/search-index/testing/published-items.ts';
import { measure } from './measure.ts';
import { randomFrom } from '../test/reports/random-source.ts';
import type { Random } from '../test/reports/random-source.ts';

const ITEMS = Number(process.env['ITEMS'] ?? 20_000);
const AT_ONCE = 2000;
const QUESTIONS = 400;

const SENTENCES = [
  ...SERIES.flatMap(({ openings, details, closings }) => [...openings, ...details, ...closings]),
  ...Object.values(SAMPLE_REPORT_2023.sections).flatMap(text => (text ?? '').split(/(?<=。)/)),
].filter(text => text.length > 8);
const TITLES = SERIES.flatMap(({ titles }) => titles);
const COMMON = Array.from([...new Set(SENTENCES.join(''))].filter(one => /\p{Script=Han}/u.test(one)).join(''));

/** What makes each text another one: names of three characters that occur nowhere else together. */
const name = ({ pick }: Random) => `${pick(COMMON)}${pick(COMMON)}${pick(COMMON)}`;

function worded(pattern: string, random: Random): string {
  return pattern
    .replaceAll('{place}', () => random.pick(PLACES))
    .replaceAll('{month}', () => `${1 + random.below(12)}月`)
    .replaceAll('{n}', () => String(1 + random.below(999)));
}

function someItem(random: Random): TestItem {
  const sentences = Array.from({ length: 12 }, () => `${name(random)}${worded(random.pick(SENTENCES), random)}`);
  const year = 2016 + random.below(8);
  return {
    title: `${worded(random.pick(TITLES), random)}（${name(random)}）`,
    text: sentences.join('\n'),
    kind: random.pick(ITEM_KINDS.slice(0, 5)),
    publishedOn: `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    content: {
      theme: random.pick(THEME_NAMES),
      column: random.chance(0.5) ? POLICIES.code : NEWS.code,
      keywords: random.pick(SERIES).keywords,
    },
  };
}

const asking = (question: string): Search => ({
  question,
  scope: 'everywhere',
  choice: { agency: null, columns: null, theme: null, kind: null, year: null, validities: null, interpreted: null },
  documentNumber: { prefix: null, year: null, serial: null },
  from: null,
  to: null,
  order: 'relevance',
  today: Temporal.PlainDate.from('2026-11-25'),
});

async function fill(queries: Queries, index: SearchIndex): Promise<readonly string[]> {
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await saveTestColumns(queries);
  const random = randomFrom(1);
  const texts: string[] = [];
  let taking = 0;
  for (let done = 0; done < ITEMS; done += AT_ONCE) {
    const items = Array.from({ length: AT_ONCE }, () => someItem(random));
    texts.push(...items.slice(0, 20).map(({ text }) => text));
    await insertPublished(queries, items);
    const started = performance.now();
    await index.catchUp();
    taking += performance.now() - started;
  }
  await sql`vacuum analyze item_search`.execute(queries);
  console.log(`taken in: ${Math.round(ITEMS / (taking / 1000))} items/s`);
  return texts;
}

/** Phrases of two to eight characters, cut anywhere from the texts. */
function phrases(texts: readonly string[]): readonly string[] {
  const random = randomFrom(2);
  return Array.from({ length: QUESTIONS }, () => {
    const characters = Array.from(
      random.pick(random.pick(texts).split('\n')).replaceAll(/[^\p{Letter}\p{Number}]/gu, ''),
    );
    const length = 2 + random.below(7);
    const from = random.below(Math.max(1, characters.length - length));
    return characters.slice(from, from + length).join('');
  });
}

async function timesOf(questions: readonly string[], index: SearchIndex): Promise<readonly number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await index.search(asking(question), { limit: 20, offset: 0 });
    times.push(performance.now() - started);
  }
  return times.toSorted((one, other) => one - other);
}

/** How long phrases take on a database of its own. */
export async function benchSearch(): Promise<void> {
  console.log(`\nsearch over ${ITEMS} published items on PostgreSQL, facets included\n`);
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const hold = await holdServer(await settleHome(folder));
  const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
  const queries = openPool({ connectionString: address, max: 4 });
  try {
    await migrate({ queries });
    const index = createPostgresIndex(queries, openPublicList(queries, watchSite(queries)));
    const questions = phrases(await fill(queries, index));
    await timesOf(questions.slice(0, 50), index);
    const times = await timesOf(questions, index);
    const floor = await measure(async () => sql`select 1`.execute(queries));
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
    console.log(
      `phrases of 2–8 characters   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms (aim 30)   p99 ${at(0.99)} ms   an empty query ${floor.toFixed(1)} ms`,
    );
    for (const question of ['', '工作', '服务']) {
      const started = performance.now();
      const { total } = await index.search(asking(question), { limit: 20, offset: 0 });
      console.log(`“${question}”, found ${total}: ${(performance.now() - started).toFixed(0)} ms`);
    }
  } finally {
    await queries.destroy();
    await hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
