import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { coverageByAgency, coverageByLevel } from '../rules/catalogue/coverage.ts';
import type { CatalogueEntry } from '../rules/catalogue/catalogue-entry.ts';
import { readDeadline } from '../rules/catalogue/deadline.ts';
import { findEntryId } from '../rules/catalogue/stored-entry.ts';
import type { StoredEntry } from '../rules/catalogue/stored-entry.ts';
import { listCatalogueVersions, listEntries, listWordings, readCatalogue } from '../store/catalogue.register.store.ts';
import { contentOn, OFFICE, SCHOOLS } from '../testing/contents.ts';
import { done, drafted, openPublishing, published, refused } from '../testing/publishing.ts';
import type { Publishing } from '../testing/publishing.ts';
import { actOnEntry } from './act-on-entry.ts';
import { adoptCatalogue } from './adopt-catalogue.ts';

const CIVIL_AFFAIRS = getAgencyCode('990101-003');

const line = (secondItem: string, altered: Partial<CatalogueEntry> = {}): CatalogueEntry => {
  const deadlineText = altered.deadlineText ?? '自信息形成之日起20个工作日内';
  return {
    field: '养老服务',
    line: 1,
    firstItem: '养老补贴',
    secondItem,
    elements: '名称、依据、条件、标准',
    basis: '《政府信息公开条例》',
    deadlineText,
    deadline: readDeadline(deadlineText),
    publisher: '区民政局',
    channels: ['政府网站'],
    audience: 'everyone',
    ways: ['proactive'],
    levels: ['county'],
    ...altered,
  };
};

async function adopted(publishing: Publishing, entries: readonly CatalogueEntry[]): Promise<readonly StoredEntry[]> {
  const head = await publishing.officer(['disclosure-head']);
  done(await adoptCatalogue(publishing.deps, head, { keeper: OFFICE, entries, source: '目录.xlsx', seen: null }));
  return listEntries(publishing.deps.queries, OFFICE);
}

const catalogueOn = async ({ deps }: Publishing) =>
  readCatalogue(deps.queries, {}, deps.today(), await deps.calendar());

test('a further file changes, adds and ends entries; what stays keeps its id, and every wording is kept', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps } = publishing;
  const relief = line('救助标准', { field: '社会救助', firstItem: '临时救助' });
  const before = await adopted(publishing, [line('高龄津贴'), line('护理补贴'), relief]);
  const after = await adopted(publishing, [line('高龄津贴', { deadlineText: '每季度公开' }), line('失能补贴')]);
  const idOf = (entries: readonly StoredEntry[], matter: string) =>
    entries.find(({ secondItem }) => secondItem === matter)?.id;
  expect(idOf(after, '高龄津贴')).toBe(idOf(before, '高龄津贴'));
  expect(after.map(({ field, secondItem }) => `${field} ${secondItem}`)).toEqual([
    '养老服务 高龄津贴',
    '养老服务 失能补贴',
    '社会救助 救助标准',
  ]);
  expect(
    (await listCatalogueVersions(deps.queries, OFFICE)).map(({ version, added, changed, gone }) => [
      version,
      added,
      changed,
      gone,
    ]),
  ).toEqual([
    [2, 1, 1, 1],
    [1, 3, 0, 0],
  ]);
  expect((await listWordings(deps.queries, idOf(after, '高龄津贴')!)).map(({ deadlineText }) => deadlineText)).toEqual([
    '每季度公开',
    '自信息形成之日起20个工作日内',
  ]);
});

test('the same file again changes nothing and is refused; so is one that was compared with an older version', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await adopted(publishing, [line('高龄津贴')]);
  const head = await publishing.officer(['disclosure-head']);
  const again = (entries: readonly CatalogueEntry[], seen: number) =>
    adoptCatalogue(publishing.deps, head, { keeper: OFFICE, entries, source: '目录.xlsx', seen });
  expect(refused(await again([line('高龄津贴', { basis: '《政府信息公开 条例》' })], 1))).toContain('完全一致');
  expect(refused(await again([line('护理补贴')], 0))).toContain('其他人已经更新');
});

test('rows of a catalogue only end: nobody rewrites or deletes what a version said', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await adopted(publishing, [line('高龄津贴')]);
  const { queries } = publishing.deps;
  await expect(queries.updateTable('catalogue_entries').set({ elements: '别的' }).execute()).rejects.toThrow(
    'only end',
  );
  await expect(queries.deleteFrom('catalogue_entries').execute()).rejects.toThrow('only end');
  await expect(queries.deleteFrom('catalogue_versions').execute()).rejects.toThrow('only ever added to');
});

test('what an item fulfils is counted for the agency on whose behalf it is linked, by level and by agency', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps } = publishing;
  const [first, second] = await adopted(publishing, [
    line('高龄津贴'),
    line('老年人名册', { publisher: '区民政局、各街道办事处、镇人民政府', levels: ['county', 'township'] }),
  ]);
  const item = await published(publishing, await drafted(publishing, contentOn(publishing.today())));
  const head = await publishing.officer(['disclosure-head']);
  const link = { kind: 'linked', item: item.registration.id, agency: CIVIL_AFFAIRS } as const;
  done(await actOnEntry(deps, head, first!.id, [link]));
  done(await actOnEntry(deps, head, second!.id, [link]));
  const { entries } = await catalogueOn(publishing);
  expect(coverageByLevel(entries)).toEqual([
    {
      field: '养老服务',
      levels: {
        county: { entries: 2, fulfilled: 2, late: 0, empty: 0, 'set-aside': 0 },
        township: { entries: 1, fulfilled: 0, late: 0, empty: 1, 'set-aside': 0 },
      },
      total: { entries: 2, fulfilled: 1, late: 0, empty: 1, 'set-aside': 0 },
    },
  ]);
  expect(coverageByAgency(entries).map(({ agency, total }) => [agency, total.entries, total.fulfilled])).toEqual([
    [CIVIL_AFFAIRS, 2, 2],
    ['990101-101', 1, 0],
    ['990101-102', 1, 0],
  ]);
  // What is taken down fulfils nothing any more, and the catalogue says so on the same day.
  done(await actOnEntry(deps, head, first!.id, [{ kind: 'unlinked', item: item.registration.id }]));
  expect(coverageByLevel((await catalogueOn(publishing)).entries)[0]!.levels.county.fulfilled).toBe(1);
});

test('who drafts links the own agency’s items and notes what came about; everything else is the keeper’s', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { deps } = publishing;
  const [entry] = await adopted(publishing, [line('补贴', { publisher: '区教育局' })]);
  const [teacher, head] = [
    await publishing.officer(['case-handler'], SCHOOLS),
    await publishing.officer(['disclosure-head']),
  ];
  const ours = await drafted(publishing, contentOn(publishing.today()));
  const on = publishing.today();
  const act = (party: typeof head, kind: Parameters<typeof actOnEntry>[3][number]) =>
    actOnEntry(deps, party, entry!.id, [kind]);
  done(await act(teacher, { kind: 'event-noted', agency: SCHOOLS, on, title: '招生方案批准' }));
  expect(refused(await act(teacher, { kind: 'set-aside', agency: SCHOOLS, reason: '没有' }))).toContain(
    '维护本机关的公开目录',
  );
  expect(refused(await act(teacher, { kind: 'linked', item: ours.registration.id, agency: SCHOOLS }))).toContain(
    '没有找到',
  );
  expect(refused(await act(teacher, { kind: 'linked', item: ours.registration.id, agency: CIVIL_AFFAIRS }))).toContain(
    '权限',
  );
  done(await act(head, { kind: 'linked', item: ours.registration.id, agency: CIVIL_AFFAIRS }));
  expect(refused(await act(teacher, { kind: 'unlinked', item: ours.registration.id }))).toContain('权限');
  expect(refused(await act(head, { kind: 'event-dropped', event: 9, reason: '' }))).toContain('已经撤销');
  const reader = await publishing.officer(['auditor']);
  expect(refused(await act(reader, { kind: 'reviewed', agency: null, on }))).toContain('权限');
  expect(refused(await actOnEntry(deps, head, findEntryId('0192f3c0-0000-7000-8000-000000000000')!, []))).toContain(
    '没有找到',
  );
});
