import { expect, test } from 'vitest';
import { actOnEntry } from '../../publishing/actions/act-on-entry.ts';
import { adoptCatalogue } from '../../publishing/actions/adopt-catalogue.ts';
import type { CatalogueEntry } from '../../publishing/rules/catalogue/catalogue-entry.ts';
import { readDeadline } from '../../publishing/rules/catalogue/deadline.ts';
import type { Diagram } from '../../publishing/rules/diagram.ts';
import { insertPublished, OFFICE, saveTestColumns } from '../../publishing/search-index/testing/published-items.ts';
import { listItemLines } from '../../publishing/store/item-desk.store.ts';
import { listEntries } from '../../publishing/store/catalogue.register.store.ts';
import { openPortalSite } from '../testing/portal-site.ts';
import type { PortalSite } from '../testing/portal-site.ts';

const DIAGRAM: Diagram = {
  kind: 'diagram',
  title: '老年助餐服务管理办法',
  purpose: '让老年人就近吃上热乎的饭菜',
  basis: '',
  audience: '',
  measures: [{ title: '送餐上门', text: '' }],
  dates: [],
  figures: [],
  contact: '',
};

const MEALS: CatalogueEntry = {
  field: '养老服务',
  line: 1,
  firstItem: '养老服务业务',
  secondItem: '助餐服务',
  elements: '助餐点名称、地址、价格',
  basis: '《老年人权益保障法》',
  deadlineText: '每季度公开',
  deadline: readDeadline('每季度公开'),
  publisher: '区民政局',
  channels: ['政府网站'],
  audience: 'everyone',
  ways: ['proactive'],
  levels: ['county'],
};

async function adopt({ acting: { deps } }: PortalSite, entries: readonly CatalogueEntry[]) {
  const file = { keeper: OFFICE, entries, source: '目录.xlsx', seen: null };
  expect((await adoptCatalogue(deps, { kind: 'system' }, file)).ok).toBe(true);
  return listEntries(deps.queries, OFFICE);
}

test('a field says honestly that nothing is there, and shows what was published as soon as it is linked', async () => {
  await using site = await openPortalSite('2026-03-02');
  const visitor = site.visitor();
  expect((await visitor.get('/standard-catalogue/elderly-care')).text).toContain('本地区还没有公布这个领域的标准目录');
  const [entry] = await adopt(site, [MEALS]);
  const empty = await visitor.get('/standard-catalogue/elderly-care');
  expect(empty.text).toContain('还没有公开这个事项的信息。需要的，可以向区民政局');
  expect(empty.text).toContain('助餐点名称、地址、价格');

  const { queries } = site.acting.deps;
  await saveTestColumns(queries);
  const [item] = await insertPublished(queries, [
    { title: '老年助餐点名单', text: '名单如下。', publishedOn: '2026-02-02' },
  ]);
  const linked = await actOnEntry(site.acting.deps, { kind: 'system' }, entry!.id, [
    { kind: 'linked', item: item!, agency: null },
  ]);
  expect(linked.ok).toBe(true);
  expect((await visitor.get('/standard-catalogue/elderly-care')).text).toContain('老年助餐点名单');
  expect((await visitor.get('/standard-catalogue')).text).toContain('1 个事项，公开信息 1 条');
  expect((await visitor.get(`/standard-catalogue/elderly-care/${entry!.id}`)).text).toContain('共 1 条');
  expect((await visitor.get('/standard-catalogue/nowhere')).status).toBe(404);
  expect((await visitor.get(`/standard-catalogue/taxation/${entry!.id}`)).status).toBe(404);
});

test('a 图解 is on its page as text and under an address of its own as a picture; an item without one has none', async () => {
  await using site = await openPortalSite('2026-03-02');
  const { queries } = site.acting.deps;
  await saveTestColumns(queries);
  const ids = await insertPublished(queries, [
    { title: '一图读懂老年助餐', text: '', publishedOn: '2026-02-02', content: { body: [DIAGRAM] } },
    { title: '老年助餐点名单', text: '名单如下。', publishedOn: '2026-02-02' },
  ]);
  const lines = await listItemLines(queries, ids);
  const [shown, plain] = ids.map(id => lines.find(line => line.id === id));
  const visitor = site.visitor();
  const page = await visitor.get(shown!.address!);
  expect(page.text).toContain('送餐上门');
  expect(page.body).toContain(`href="/diagrams/${shown!.number}.svg"`);
  const { status, headers, bytes } = await visitor.bytes(`/diagrams/${shown!.number}.svg`);
  expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(Buffer.from(bytes).toString()).toContain('<desc id="desc">图解：老年助餐服务管理办法');
  expect((await visitor.get(`/diagrams/${plain!.number}.svg`)).status).toBe(404);
});
