import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { COLUMN_TYPES, DISCLOSURE_ITEM_IDS, UPDATE_CLASS_NAMES } from '../../law/disclosure-items.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { ATTRIBUTES } from '../rules/attribute.ts';
import { PLATFORM_BLOCK_NAMES } from '../rules/column.ts';
import { RELATIONS } from '../rules/content.ts';
import { FINDING_LEVELS, GATES } from '../rules/gates/gate.ts';
import { IMPORT_MODES, IMPORT_SOURCES, IMPORT_STATES, LINE_OUTCOMES } from '../rules/import/item-import.ts';
import { ITEM_KINDS } from '../rules/item-kind.ts';
import { VISIBILITIES } from '../rules/projection.ts';
import { ACT_KINDS, REVIEW_STEPS } from '../rules/publication-log.ts';
import { PACKAGE_SCOPES, PACKAGE_STATES } from '../rules/exchange/manifest.ts';
import { STAGES } from '../rules/stage.ts';
import { VALIDITIES, validityOn } from '../rules/validity.ts';
import { contentOn, DOCUMENTS, NEWS, normativeOn, OFFICE } from '../testing/contents.ts';
import { done, drafted, openPublishing, published, refOf } from '../testing/publishing.ts';
import { withdrawItem } from '../actions/withdraw-item.ts';
import { listPublished, neighboursOf } from './item.register.store.ts';

test.each([
  ['items', 'kind', ITEM_KINDS],
  ['items', 'stage', STAGES],
  ['items', 'visibility', VISIBILITIES],
  ['items', 'attribute', ATTRIBUTES],
  ['items', 'next_step', REVIEW_STEPS],
  ['item_acts', 'kind', ACT_KINDS],
  ['item_relations', 'relation', RELATIONS],
  ['item_findings', 'gate', GATES],
  ['item_findings', 'level', FINDING_LEVELS],
  ['item_imports', 'source', IMPORT_SOURCES],
  ['item_imports', 'mode', IMPORT_MODES],
  ['item_imports', 'kind', ITEM_KINDS],
  ['item_imports', 'state', IMPORT_STATES],
  ['item_import_lines', 'outcome', LINE_OUTCOMES],
  ['exchange_packages', 'scope', PACKAGE_SCOPES],
  ['exchange_packages', 'state', PACKAGE_STATES],
  ['publication_columns', 'type', COLUMN_TYPES],
  ['publication_columns', 'update_class', UPDATE_CLASS_NAMES],
  ['publication_columns', 'block', PLATFORM_BLOCK_NAMES],
])('the check of %s.%s lists what the rules know', async (table, column, known) => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = ${`${table}_${column}_check`}`.execute(database.queries);
  const listed = [...rows[0]!.definition.matchAll(/'([^']+)'::text/gu)].map(match => match[1]!);
  expect(listed.toSorted()).toEqual([...known].toSorted());
});

test('the check of the items of Art. 20 takes all fifteen and no other', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = 'publication_columns_law_item_check'`.execute(database.queries);
  const pattern = new RegExp(/'(\^.+\$)'/u.exec(rows[0]!.definition)![1]!, 'u');
  expect(DISCLOSURE_ITEM_IDS.every(id => pattern.test(id))).toBe(true);
  expect(['20.0', '20.16', '21.1', '20.1x'].some(id => pattern.test(id))).toBe(false);
});

test('lists know the validity of a document on a day as the rule does', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { queries } = publishing.deps;
  const day = (text: string) => Temporal.PlainDate.from(text);
  for (const [number, expiresOn] of [null, '2026-06-30'].entries())
    await published(
      publishing,
      await drafted(
        publishing,
        normativeOn(publishing.today(), {
          documentNumber: `晴政办规〔2026〕${number + 1}号`,
          details: {
            kind: 'normative',
            effectiveOn: day('2026-04-01'),
            expiresOn: expiresOn === null ? null : day(expiresOn),
          },
        }),
        'document',
      ),
    );
  for (const text of ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'])
    for (const is of VALIDITIES) {
      const { items } = await listPublished(queries, {}, { limit: 10, offset: 0 });
      const expected = items.filter(item => validityOn(item.normative!, day(text)) === is);
      const listed = await listPublished(queries, { validity: { is, on: day(text) } }, { limit: 10, offset: 0 });
      expect(listed.items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
});

test('lists are the newest first; beside an item stand the one after and the one before, and nothing withdrawn', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps, on, officer } = publishing;
  const files = [];
  for (const [index, day] of ['2026-03-02', '2026-03-03', '2026-03-03', '2026-03-04'].entries())
    files.push(
      await published(publishing, await drafted(publishing, contentOn(on(day), { title: `第${index + 1}次会议纪事` }))),
    );
  const explanation = { explanation: '核实后重新公开。' };
  done(await withdrawItem(deps, await officer(['disclosure-head']), refOf(files[1]!), explanation));
  const { items, total } = await listPublished(
    deps.queries,
    { agency: OFFICE, columns: [NEWS.code] },
    { limit: 2, offset: 0 },
  );
  expect(total).toBe(3);
  expect(items.map(({ title }) => title)).toEqual(['第4次会议纪事', '第3次会议纪事']);
  const { newer, older } = await neighboursOf(deps.queries, items[1]!);
  expect([newer?.title, older?.title]).toEqual(['第4次会议纪事', '第1次会议纪事']);
  const nothing = { total: 0, items: [] };
  expect(await listPublished(deps.queries, { columns: [DOCUMENTS.code] }, { limit: 2, offset: 0 })).toEqual(nothing);
  expect((await listPublished(deps.queries, { year: 2025 }, { limit: 2, offset: 0 })).total).toBe(0);
});
