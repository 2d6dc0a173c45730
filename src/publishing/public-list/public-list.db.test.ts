import { expect, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { randomFrom } from '../../../test/reports/random-source.ts';
import type { Random } from '../../../test/reports/random-source.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { watchSite } from '../../platform/site-changes/site-changes.ts';
import type { ItemId } from '../rules/ids.ts';
import { insertPublished, NEWS, POLICIES, saveTestColumns } from '../search-index/testing/published-items.ts';
import { listPublished } from '../store/item.register.store.ts';
import { openPublicList } from './public-list.ts';

const TODAY = Temporal.PlainDate.from('2023-12-31');
const ALL = { limit: 1000, offset: 0 };

async function openScene() {
  const database = await openTestDatabase();
  const { queries } = database;
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await saveTestColumns(queries);
  const changes = watchSite(queries);
  return {
    queries,
    changes,
    list: openPublicList(queries, changes),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

const day = ({ below }: Random) =>
  `2023-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;

function someItem(random: Random) {
  const effectiveOn = day(random);
  return {
    title: `第${random.below(1000)}号`,
    text: '正文',
    kind: random.pick(['document', 'news'] as const),
    publishedOn: day(random),
    content: {
      column: random.pick([POLICIES, NEWS]).code,
      details: random.chance(0.5)
        ? {
            kind: 'normative' as const,
            effectiveOn: Temporal.PlainDate.from(effectiveOn),
            expiresOn: random.chance(0.5)
              ? null
              : Temporal.PlainDate.from(effectiveOn).add({ days: random.below(200) }),
          }
        : { kind: 'none' as const },
    },
  };
}

/** Something that happens to what is public. */
async function act(queries: Queries, ids: ItemId[], random: Random): Promise<void> {
  if (ids.length < 5 || random.chance(0.4)) {
    ids.push(
      ...(await insertPublished(
        queries,
        Array.from({ length: 1 + random.below(3) }, () => someItem(random)),
      )),
    );
    return;
  }
  const change = random.pick([
    { visibility: 'withdrawn' },
    { visibility: 'public' },
    { title: `改后第${random.below(1000)}号` },
    { column_code: random.pick([POLICIES, NEWS]).code },
    { ended_on: day(random), ended_how: 'repealed' },
    { published_at: `${day(random)} 08:00:00+08` },
  ]);
  await queries.updateTable('items').set(change).where('id', '=', random.pick(ids)).execute();
}

test('whatever happens, the list in memory is what the register says, in the same order', async () => {
  await using scene = await openScene();
  const { queries, changes, list } = scene;
  const random = randomFrom(5);
  const ids: ItemId[] = [];
  const views = [
    [{}, {}],
    [{ columns: [NEWS.code] }, { columns: [NEWS.code] }],
    [{ kind: 'document' }, { kinds: ['document'] }],
    [{ validities: ['in-force'] }, { validity: { is: 'in-force', on: TODAY } }],
    [{ validities: ['lapsed'] }, { validity: { is: 'lapsed', on: TODAY } }],
  ] as const;
  for (let turn = 0; turn < 60; turn += 1) {
    await act(queries, ids, random);
    changes.lookAgain();
    for (const [choice, filter] of views) {
      const kept = await list.list(choice, ALL, TODAY);
      const said = await listPublished(queries, filter, ALL);
      const linesOf = (lines: typeof kept.items | typeof said.items) =>
        lines.map(({ id, title, column, address, normative }) =>
          JSON.stringify({ id, title, column, address, normative }),
        );
      expect(linesOf(kept.items)).toEqual(linesOf(said.items));
      expect(kept.total).toBe(said.total);
    }
  }
  expect(ids.length).toBeGreaterThan(20);
}, 60_000);

test('a page of a list is that part of it, and beyond its end there is nothing', async () => {
  await using scene = await openScene();
  const { queries, list } = scene;
  const random = randomFrom(6);
  await insertPublished(
    queries,
    Array.from({ length: 1500 }, () => someItem(random)),
  );
  const whole = (await list.list({}, { limit: 1500, offset: 0 }, TODAY)).items.map(({ id }) => id);
  expect(new Set(whole).size).toBe(1500);
  const page = await list.list({}, { limit: 20, offset: 1490 }, TODAY);
  expect(page.items.map(({ id }) => id)).toEqual(whole.slice(1490));
  expect(page.total).toBe(1500);
  expect((await list.list({}, { limit: 20, offset: 1500 }, TODAY)).items).toEqual([]);
});

test('an interpretation marks its document in the list, and no longer when it is taken down', async () => {
  await using scene = await openScene();
  const { queries, changes, list } = scene;
  const [policy] = await insertPublished(queries, [{ title: '办法', text: '正文' }]);
  const marked = async () => {
    changes.lookAgain();
    return (await list.list({}, ALL, TODAY)).items.find(({ id }) => id === policy)?.interpreted;
  };
  expect(await marked()).toBe(false);
  const [reading] = await insertPublished(queries, [
    {
      title: '解读',
      text: '问答',
      kind: 'interpretation',
      content: { relations: [{ relation: 'interprets', to: policy! }] },
    },
  ]);
  expect(await marked()).toBe(true);
  await queries.updateTable('items').set({ visibility: 'withdrawn' }).where('id', '=', reading!).execute();
  expect(await marked()).toBe(false);
});
