// Search over published items: taking them in, phrases of two to eight characters with their facets, and what is kept in memory.
// Filling takes some minutes: ITEMS=20000 asks for fewer.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { SAMPLE_AGENCIES } from '../sample/qingchuan/agencies.ts';
import { registerAgency } from '../src/people/actions/register-agency.ts';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.ts';
import { settleHome } from '../src/platform/database/embedded/home.ts';
import { PORT } from '../src/platform/database/embedded/socket.ts';
import { holdServer } from '../src/platform/database/embedded/supervise.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { openPool } from '../src/platform/database/pool.ts';
import type { Queries } from '../src/platform/database/pool.ts';
import { watchSite } from '../src/platform/site-changes/site-changes.ts';
import { openPublicList } from '../src/publishing/public-list/public-list.ts';
import type { PublicList } from '../src/publishing/public-list/public-list.ts';
import { EVERYTHING } from '../src/publishing/search-index/facets.ts';
import { createPostgresIndex } from '../src/publishing/search-index/postgres-index.ts';
import type { Search, SearchIndex } from '../src/publishing/search-index/search-index.ts';
import { hotWords, suggestFor } from '../src/publishing/search-index/suggest.ts';
import { insertPublished, saveTestColumns } from '../src/publishing/search-index/testing/published-items.ts';
import { randomFrom } from '../test/reports/random-source.ts';
import { someItem } from './corpus.ts';
import { measure } from './measure.ts';

const ITEMS = Number(process.env['ITEMS'] ?? 100_000);
const AT_ONCE = 2000;
const QUESTIONS = 1000;
const PAGE = { limit: 20, offset: 0 };
const TODAY = Temporal.PlainDate.from('2026-11-25');

const asking = (question: string, more: Partial<Search> = {}): Search => ({
  question,
  scope: 'everywhere',
  choice: EVERYTHING,
  documentNumber: { prefix: null, year: null, serial: null },
  from: null,
  to: null,
  order: 'relevance',
  today: TODAY,
  ...more,
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
  console.log(`taken in: ${Math.round(ITEMS / (taking / 1000))} items/s (aim 1000)`);
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
    const { total } = await index.search(asking(question), PAGE);
    times.push(performance.now() - started);
    if (total === 0) throw new Error(`“${question}” stands in a text and was not found`);
  }
  return times.toSorted((one, other) => one - other);
}

async function timed<Value>(work: () => Promise<Value>): Promise<readonly [Value, string]> {
  const started = performance.now();
  const value = await work();
  return [value, `${(performance.now() - started).toFixed(1)} ms`];
}

/** What stands in the page besides the phrases: common words, choices, titles, 您是不是要找. */
async function timeOthers(index: SearchIndex): Promise<void> {
  const kind = { choice: { ...EVERYTHING, kind: 'document', year: 2021 } } as const;
  for (const [name, search] of [
    ['everything', asking('')],
    ['everything, narrowed twice', asking('', kind)],
    ['“工作”', asking('工作')],
    ['“服务”, narrowed twice', asking('服务', kind)],
    ['“工作” in titles', asking('工作', { scope: 'title' })],
    ['〔2021〕12号', asking('', { documentNumber: { prefix: null, year: 2021, serial: 12 } })],
    ['what stands nowhere', asking('珺喆祎镕')],
  ] as const) {
    const [{ total }, time] = await timed(() => index.search(search, PAGE));
    console.log(`${name}: ${total} found, ${time}`);
  }
  const [vocabulary, reading] = await timed(() => index.vocabulary(5000));
  const [meant, first] = await timed(async () => suggestFor('yanglaofuwu', vocabulary));
  const [, again] = await timed(async () => suggestFor('养老服悟', vocabulary));
  const [, hot] = await timed(async () => hotWords(vocabulary, 8));
  console.log(
    `words of the newest 5000: ${reading}; 您是不是要找“${meant}”: first ${first}, then ${again}; hot words ${hot}`,
  );
}

/** What a process that starts reads before its first page. */
async function timeStart(queries: Queries): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const list: PublicList = openPublicList(queries, watchSite(queries));
  const [{ total }, time] = await timed(() => list.list({}, PAGE, TODAY));
  globalThis.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.external - before.heapUsed - before.external;
  console.log(
    `a process that starts reads ${total} lines in ${time}${globalThis.gc === undefined ? '' : `, ${Math.round(bytes / total)} bytes each`}`,
  );
  const one = await measure(async () => list.list({}, { limit: 20, offset: 40 }, TODAY));
  console.log(`one page of the list: ${one.toFixed(3)} ms`);
}

/** How long phrases take on a database of its own. */
export async function benchSearch(): Promise<void> {
  console.log(
    `\nsearch over ${ITEMS} published items, facets included (load of the machine ${loadavg()[0]!.toFixed(1)})\n`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const hold = await holdServer(await settleHome(folder));
  const address = `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`;
  const queries = openPool({ connectionString: address, max: 4 });
  try {
    await migrate({ queries });
    const changes = watchSite(queries);
    const index = createPostgresIndex(queries, openPublicList(queries, changes), changes);
    const questions = phrases(await fill(queries, index));
    await timesOf(questions.slice(0, 50), index);
    const times = await timesOf(questions, index);
    const floor = await measure(async () => sql`select 1`.execute(queries));
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
    console.log(
      `phrases of 2–8 characters   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms (aim 30)   p99 ${at(0.99)} ms   an empty query ${floor.toFixed(1)} ms`,
    );
    await timeOthers(index);
    await timeStart(queries);
  } finally {
    await queries.destroy();
    await hold.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
