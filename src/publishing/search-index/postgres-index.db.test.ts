import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { SAMPLE_REPORT_2023 } from '../../../sample/qingchuan/annual-report-2023.ts';
import { randomFrom } from '../../../test/reports/random-source.ts';
import type { Random } from '../../../test/reports/random-source.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { countsOf, EVERYTHING } from './facets.ts';
import type { Facet, FacetChoice } from './facets.ts';
import { watchSite } from '../../platform/site-changes/site-changes.ts';
import { openPublicList } from '../public-list/public-list.ts';
import { createPostgresIndex } from './postgres-index.ts';
import type { Search } from './search-index.ts';
import { insertPublished, NEWS, POLICIES, saveTestColumns } from './testing/published-items.ts';

const asking = (question: string, more: Partial<Search> = {}): Search => ({
  question,
  scope: 'everywhere',
  choice: EVERYTHING,
  documentNumber: { prefix: null, year: null, serial: null },
  from: null,
  to: null,
  order: 'relevance',
  today: Temporal.PlainDate.from('2023-12-31'),
  ...more,
});
const PAGE = { limit: 20, offset: 0 };

function openIndex(queries: Queries) {
  const changes = watchSite(queries);
  return createPostgresIndex(queries, openPublicList(queries, changes), changes);
}

async function openScene() {
  const database = await openTestDatabase();
  for (const agency of SAMPLE_AGENCIES) await registerAgency(database.queries, agency);
  await saveTestColumns(database.queries);
  return {
    queries: database.queries,
    index: openIndex(database.queries),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

const PROSE = Object.values(SAMPLE_REPORT_2023.sections).join('');
const RARE = Array.from('喆珺祎镕𬭎ＡＢcd0123４５，。；“”（）〔〕、 ');

/** Texts of prose cut anywhere, with rare characters, letters, figures and punctuation among it. */
function someText({ below, pick }: Random): string {
  const sentence = () => {
    const from = below(PROSE.length);
    const rare = Array.from({ length: 6 }, () => pick(RARE));
    return `${PROSE.slice(from, from + 20 + below(60))}${rare.join('')}`.replaceAll('\n', '');
  };
  return Array.from({ length: 8 }, sentence).join('\n');
}

function cutPhrase(text: string, { below, pick }: Random): string {
  const characters = Array.from(pick(text.split('\n')));
  const length = 2 + below(7);
  const from = below(Math.max(1, characters.length - length));
  return characters.slice(from, from + length).join('');
}

test('2,000 phrases of two to eight characters, cut anywhere from the text, all find their document', async () => {
  await using scene = await openScene();
  const { queries, index } = scene;
  const random = randomFrom(7);
  const texts = Array.from({ length: 40 }, () => someText(random));
  const ids = await insertPublished(
    queries,
    texts.map((text, at) => ({ title: `关于第${at}件事项的通知`, text })),
  );
  const missed: string[] = [];
  for (let turn = 0; turn < 2000; turn += 1) {
    const at = turn % texts.length;
    const phrase = cutPhrase(texts[at]!, random);
    if (!/[\p{Letter}\p{Number}]/u.test(phrase)) continue;
    const found = await index.search(asking(phrase), { limit: 200, offset: 0 });
    const item = found.items.find(({ id }) => id === ids[at]);
    const marked = item?.snippet?.pieces.some(({ hit }) => hit) === true;
    if (!marked || found.items.length !== found.total) missed.push(phrase);
  }
  expect(missed).toEqual([]);
}, 120_000);

test('pairs that stand apart in a text are no phrase: such a document is neither shown nor counted', async () => {
  await using scene = await openScene();
  const { queries, index } = scene;
  await insertPublished(queries, [
    { title: '一', text: '养老服务补贴标准' },
    { title: '二', text: '养老机构，老服务站，服务补丁' },
  ]);
  const found = await index.search(asking('养老服务'), PAGE);
  expect(found.items.map(({ title }) => title)).toEqual(['一']);
  expect(found.total).toBe(1);
});

async function sceneOfPolicies(queries: Queries) {
  const normative = (effectiveOn: string, expiresOn: string | null) => ({
    kind: 'normative' as const,
    effectiveOn: Temporal.PlainDate.from(effectiveOn),
    expiresOn: expiresOn === null ? null : Temporal.PlainDate.from(expiresOn),
  });
  const [policy] = await insertPublished(queries, [
    {
      title: '晴川区城乡居民基本养老保险实施办法',
      text: '第一条 为了完善制度。',
      publishedOn: '2023-03-01',
      content: {
        documentNumber: '晴政办发〔2023〕5号',
        theme: '劳动、人事、监察\\社会保障',
        details: normative('2023-03-01', null),
      },
    },
    {
      title: '晴川区临时救助办法',
      text: '养老待遇另行规定。',
      publishedOn: '2022-05-01',
      content: { documentNumber: '晴政发〔2022〕5号', details: normative('2022-05-01', '2023-05-01') },
    },
    {
      title: '养老服务中心揭牌',
      text: '动态一则。',
      kind: 'news',
      publishedOn: '2023-04-01',
      content: { column: NEWS.code },
    },
  ]);
  return policy!;
}

test('titles that hold the words come first; facets count what choosing them shows', async () => {
  await using scene = await openScene();
  const { queries, index } = scene;
  await sceneOfPolicies(queries);
  const found = await index.search(asking('养老'), PAGE);
  expect(found.items.map(({ title }) => title)).toEqual([
    '养老服务中心揭牌',
    '晴川区城乡居民基本养老保险实施办法',
    '晴川区临时救助办法',
  ]);
  const choices: readonly (readonly [Facet, string, Partial<FacetChoice>])[] = [
    ['kind', 'document', { kind: 'document' }],
    ['year', '2022', { year: 2022 }],
    ['validities', 'lapsed', { validities: ['lapsed'] }],
    ['columns', POLICIES.code, { columns: [POLICIES.code] }],
    ['theme', String.raw`劳动、人事、监察\社会保障`, { theme: '劳动、人事、监察' }],
    ['interpreted', 'false', { kind: 'document', interpreted: false }],
  ];
  for (const [facet, value, choice] of choices) {
    const said = countsOf(found.counts, facet).find(one => one.value === value)?.count;
    const narrowed = await index.search(asking('养老', { choice: { ...EVERYTHING, ...choice } }), PAGE);
    expect([narrowed.items.length, said], facet).toEqual([narrowed.total, narrowed.total]);
    // With one value chosen the others of its facet are still counted as they were.
    expect(countsOf(narrowed.counts, facet)).toEqual(countsOf(found.counts, facet));
  }
});

test('文号 is found by any of its boxes, as text too', async () => {
  await using scene = await openScene();
  const { queries, index } = scene;
  await sceneOfPolicies(queries);
  const titles = async (search: Search) => (await index.search(search, PAGE)).items.map(({ title }) => title);
  const boxes = (prefix: string | null, year: number | null, serial: number | null) =>
    asking('', { documentNumber: { prefix, year, serial } });
  expect(await titles(boxes('晴政办发', 2023, 5))).toEqual(['晴川区城乡居民基本养老保险实施办法']);
  expect(await titles(boxes(null, null, 5))).toHaveLength(2);
  expect(await titles(boxes(null, 2022, null))).toEqual(['晴川区临时救助办法']);
  expect(await titles(boxes('晴政', null, null))).toEqual([]);
  expect(await titles(asking('晴政办发〔2023〕5号'))).toEqual(['晴川区城乡居民基本养老保险实施办法']);
});

test('an interpretation marks its document, and what is taken down is found no more', async () => {
  await using scene = await openScene();
  const { queries, index } = scene;
  const policy = await sceneOfPolicies(queries);
  const [reading] = await insertPublished(queries, [
    {
      title: '一图读懂养老保险办法',
      text: '问：谁可以参保？',
      kind: 'interpretation',
      content: { relations: [{ relation: 'interprets', to: policy }] },
    },
  ]);
  const marked = async () =>
    (await index.search(asking('实施办法'), PAGE)).items.find(({ id }) => id === policy)?.interpreted;
  expect(await marked()).toBe(true);
  await queries.updateTable('items').set({ visibility: 'withdrawn' }).where('id', '=', reading!).execute();
  expect((await index.search(asking('一图读懂'), PAGE)).items).toEqual([]);
  expect(await marked()).toBe(false);
});

test('an index that was lost in a crash of the database is made again from the items', async () => {
  await using scene = await openScene();
  const { queries, index } = scene;
  await sceneOfPolicies(queries);
  expect((await index.search(asking('养老'), PAGE)).total).toBe(3);
  await sql`truncate item_search, item_search_waiting, site_changes`.execute(queries);
  expect((await index.search(asking('养老'), PAGE)).total).toBe(3);
});

test('several processes that take in at once find everything, and nothing twice', async () => {
  await using scene = await openScene();
  const { queries } = scene;
  await insertPublished(
    queries,
    Array.from({ length: 300 }, (_, at) => ({ title: `第${at}号公告`, text: '公告正文' })),
  );
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => openIndex(queries).search(asking('公告正文'), PAGE)),
  );
  expect(answers.map(({ total }) => total)).toEqual([300, 300, 300]);
});
