import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { saveSetting } from '../people/store/setting.store.ts';
import type { Guide } from '../publishing/rules/guide.ts';
import type { AttachmentId, ItemId } from '../publishing/rules/ids.ts';
import { insertPublished, OFFICE, testColumn } from '../publishing/search-index/testing/published-items.ts';
import type { TestItem } from '../publishing/search-index/testing/published-items.ts';
import { saveColumns } from '../publishing/store/column.store.ts';
import { insertAttachments } from '../publishing/store/item.store.ts';
import { insertPictures } from '../publishing/store/picture.store.ts';
import { SITE_REGISTRATIONS } from './site-settings.ts';
import { openPortalSite } from './testing/portal-site.ts';
import type { PortalSite, Visitor } from './testing/portal-site.ts';

const GUIDE: Guide = {
  classification: '按内容分类',
  arrangement: '按索引号编排',
  access: '在本网站查阅',
  proactive: { scope: '条例第二十条规定的信息', channels: '本网站', period: '20个工作日' },
  onApplication: {
    channels: [
      { way: 'in-person', how: '到办公室' },
      { way: 'post', how: '寄到办公室' },
    ],
    acceptedBy: '政务公开科',
    period: '20个工作日',
    fees: '不收费',
  },
  office: {
    name: '政务公开科',
    address: '望江路1号',
    hours: '工作日',
    telephone: '0990-0000101',
    fax: '',
    online: '无',
    postcode: '990101',
  },
  oversight: { body: '区政府办公室', telephone: '0990-0000100', address: '望江路1号' },
};

const COLUMNS = [
  testColumn('gkzn', '政府信息公开指南', { block: 'guide', type: '信息公开指南' }),
  testColumn('fdzdgk', '法定主动公开内容', { block: 'statutory', type: '信息公开目录', position: 2 }),
  testColumn('zcwj', '政策文件', { parent: testColumn('fdzdgk', 'x').code }),
  testColumn('zwdt', '政务动态', { type: '政务动态', updateClass: 'news', position: 3 }),
];

const day = (text: string) => Temporal.PlainDate.from(text);

const POLICY: TestItem = {
  title: '晴川区养老服务补贴办法',
  text: '第一条 为了规范补贴发放。\n第二条 七十岁以上老人可以申请。',
  publishedOn: '2023-03-01',
  content: {
    documentNumber: '晴政办发〔2023〕5号',
    theme: '民政、扶贫、救灾\\社会福利',
    genre: '通知',
    keywords: ['养老', '补贴'],
    author: '李编辑',
    details: { kind: 'normative', effectiveOn: day('2023-03-01'), expiresOn: null },
  },
};

type Scene = {
  readonly site: PortalSite;
  readonly visitor: Visitor;
  readonly addressOf: (id: ItemId) => Promise<string>;
  readonly insert: (...items: readonly TestItem[]) => Promise<readonly ItemId[]>;
};

async function openScene(): Promise<Scene & AsyncDisposable> {
  const site = await openPortalSite('2023-12-29');
  const { queries } = site.acting.deps;
  await saveColumns(queries, COLUMNS);
  await saveSetting(queries, SITE_REGISTRATIONS.siteCode, OFFICE, '9901010001', site.acting.deps.now());
  const addressOf = async (id: ItemId) => {
    const row = await queries.selectFrom('items').select('address').where('id', '=', id).executeTakeFirstOrThrow();
    return row.address!;
  };
  // The address bears the number that the database gave: tests insert without the act that knows it.
  const insert = async (...items: readonly TestItem[]) => {
    const ids = await insertPublished(queries, items);
    for (const id of ids) {
      const { number } = await queries
        .selectFrom('items')
        .select('number')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const address = (await addressOf(id)).replace(/_\d+\.html$/, `_${number}.html`);
      await queries.updateTable('items').set({ address }).where('id', '=', id).execute();
    }
    return ids;
  };
  return {
    site,
    visitor: site.visitor(),
    addressOf,
    insert,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

const metaOf = (body: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...body.matchAll(/<meta name="(\w+)" content="([^"]*)">/g)].map(([, name, value]) => [name!, value!]),
  );

const SITE_TAGS = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN_TAGS = [...SITE_TAGS, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE_TAGS = [...COLUMN_TAGS, 'ArticleTitle', 'PubDate', 'ContentSource'];

/** Headings begin with one of the first level and never leave one out on the way down. */
function headingFaults(body: string): readonly string[] {
  const levels = [...body.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  const jumps = levels.flatMap((level, at) =>
    at > 0 && level > levels[at - 1]! + 1 ? [`${levels[at - 1]} → ${level}`] : [],
  );
  return [...(levels.filter(level => level === 1).length === 1 ? [] : ['not one h1']), ...jumps];
}

/** What a parser of HTML stumbles over, and ids that are given twice. */
function markupFaults(body: string): readonly string[] {
  const faults: string[] = [];
  parse(body, { onParseError: error => faults.push(error.code) });
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  return [...faults, ...ids.filter((id, at) => ids.indexOf(id) < at)];
}

test('every type of page has its tags, its foot, headings in order and sound markup', async () => {
  await using scene = await openScene();
  const [policy, withdrawn, removed] = await scene.insert(
    POLICY,
    { ...POLICY, title: '撤回的文件', content: {}, after: [{ kind: 'withdrawn', explanation: '数据有误，正在核实' }] },
    {
      ...POLICY,
      title: '删除的文件',
      content: {},
      after: [{ kind: 'removed', explanation: '重复发布', redirectTo: null }],
    },
  );
  await scene.insert({
    title: '晴川区人民政府办公室政府信息公开指南',
    text: '',
    kind: 'guide',
    content: { column: COLUMNS[0]!.code, details: { kind: 'guide', guide: GUIDE } },
  });
  const pages: readonly (readonly [path: string, tags: readonly string[], status: number])[] = [
    ['/', SITE_TAGS, 200],
    ['/agencies', SITE_TAGS, 200],
    [`/agencies/${OFFICE}`, SITE_TAGS, 200],
    ['/sitemap', SITE_TAGS, 200],
    ['/api', SITE_TAGS, 200],
    ['/help/accessibility', SITE_TAGS, 200],
    ['/help/leaving?to=https%3A%2F%2Fexample.com%2F', SITE_TAGS, 200],
    ['/nowhere', SITE_TAGS, 404],
    ['/zcwj', COLUMN_TAGS, 200],
    ['/fdzdgk', COLUMN_TAGS, 200],
    ['/gkzn', COLUMN_TAGS, 200],
    ['/zwdt', COLUMN_TAGS, 200],
    ['/search', COLUMN_TAGS, 200],
    ['/search?q=养老&kind=document', COLUMN_TAGS, 200],
    ['/search?q=没有的东西', COLUMN_TAGS, 200],
    [await scene.addressOf(policy!), ARTICLE_TAGS, 200],
    [await scene.addressOf(withdrawn!), COLUMN_TAGS, 410],
    [await scene.addressOf(removed!), SITE_TAGS, 410],
  ];
  for (const [path, tags, status] of pages) {
    const answer = await scene.visitor.get(path);
    expect(answer.status, path).toBe(status);
    const meta = metaOf(answer.body);
    for (const tag of tags) expect(meta[tag], `${path} ${tag}`).toMatch(/^(?!null$|undefined$).+/);
    expect(meta['ColumnDescription'], path).not.toBe(meta['ColumnName'] ?? '');
    expect(answer.body, path).toContain('主办：');
    expect(answer.body, path).toContain('href="/sitemap"');
    expect(headingFaults(answer.body), path).toEqual([]);
    expect(markupFaults(answer.body), path).toEqual([]);
  }
});

test('a document shows what it is, whether it holds and what it says; its date is the one in its tag', async () => {
  await using scene = await openScene();
  const [policy] = await scene.insert(POLICY);
  await scene.insert({
    title: '养老服务补贴办法问答',
    text: '问：谁可以申请？',
    kind: 'interpretation',
    publishedOn: '2023-03-03',
    content: {
      relations: [{ relation: 'interprets', to: policy! }],
      details: { kind: 'interpretation', forms: ['questions'], interpreter: '区民政局', telephone: '0990-0000201' },
    },
  });
  const address = await scene.addressOf(policy!);
  const { body, text } = await scene.visitor.get(address);
  for (const shown of [
    '晴政办发〔2023〕5号',
    '有效',
    '施行日期',
    '长期',
    '七十岁以上',
    '（此件公开发布）',
    '责任编辑：李编辑',
  ])
    expect(text).toContain(shown);
  expect(metaOf(body)).toMatchObject({ PubDate: '2023-03-01 10:00', Keywords: '养老,补贴', Author: '李编辑' });
  expect(text).toContain('2023-03-01 10:00');
  expect(text).toContain('相关解读 养老服务补贴办法问答');
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)![1]!;
  expect(JSON.parse(data)).toMatchObject({ '@type': 'Legislation', headline: POLICY.title });
});

test('what holds no longer says so, with the document that ended it', async () => {
  await using scene = await openScene();
  const [next] = await scene.insert({ ...POLICY, title: '新的补贴办法', publishedOn: '2023-06-01' });
  const [old] = await scene.insert({
    ...POLICY,
    title: '旧的补贴办法',
    publishedOn: '2023-01-05',
    content: { details: { kind: 'normative', effectiveOn: day('2020-01-01'), expiresOn: null } },
    after: [{ kind: 'validity-changed', to: 'repealed', on: day('2023-06-01'), basis: { kind: 'item', item: next! } }],
  });
  const { body, text } = await scene.visitor.get(await scene.addressOf(old!));
  expect(text).toContain('已废止');
  expect(body).toContain(`依据：<a href="${await scene.addressOf(next!)}">《新的补贴办法》</a>`);
});

test('what was withdrawn keeps its page without its text, what was removed says why, and neither is found', async () => {
  await using scene = await openScene();
  const [withdrawn, removed, moved, next] = await scene.insert(
    { title: '撤回的通知', text: '秘密正文一', after: [{ kind: 'withdrawn', explanation: '数据有误' }] },
    {
      title: '删除的通知',
      text: '秘密正文二',
      after: [{ kind: 'removed', explanation: '重复发布', redirectTo: null }],
    },
    { title: '搬走的通知', text: '秘密正文三', after: [{ kind: 'removed', explanation: '搬走', redirectTo: '/zwdt' }] },
    { title: '还在的通知', text: '正文' },
  );
  const first = await scene.visitor.get(await scene.addressOf(withdrawn!));
  expect([first.status, first.text.includes('撤回的通知'), first.text.includes('数据有误')]).toEqual([410, true, true]);
  const second = await scene.visitor.get(await scene.addressOf(removed!));
  expect([second.status, second.text.includes('删除的通知'), second.text.includes('重复发布')]).toEqual([
    410,
    false,
    true,
  ]);
  const third = await scene.visitor.get(await scene.addressOf(moved!));
  expect([third.status, third.location]).toEqual([301, '/zwdt']);
  for (const path of [
    '/search?q=秘密正文',
    '/zcwj',
    '/',
    '/feeds/zcwj.xml',
    '/feeds/zcwj.json',
    '/sitemap/items-1.xml',
    '/api/items',
    '/search.csv',
  ]) {
    const { body } = await scene.visitor.get(encodeURI(path));
    for (const id of [withdrawn!, removed!, moved!]) expect(body, path).not.toContain(await scene.addressOf(id));
    expect(body, path).not.toContain('秘密正文一');
  }
  const file = (await scene.addressOf(withdrawn!)).replace('.html', '.pdf');
  expect((await scene.visitor.get(file)).status).toBe(404);
  expect((await scene.visitor.get((await scene.addressOf(next!)).replace('.html', '.pdf'))).status).toBe(200);
});

test('an address that names the number but not the place leads to the right one; others lead nowhere', async () => {
  await using scene = await openScene();
  const [policy] = await scene.insert(POLICY);
  const address = await scene.addressOf(policy!);
  const wrong = await scene.visitor.get(address.replace('/zcwj/', '/zwdt/'));
  expect([wrong.status, wrong.location]).toEqual([301, address]);
  for (const path of [
    address.replace('.html', '.exe'),
    address.replace(/_\d+/, '_999999'),
    '/zcwj?page=2',
    '/zcwj?page=x',
    '/nosuch',
  ])
    expect((await scene.visitor.get(path)).status, path).toBe(404);
});

test('a question without answer leads to the form of 依申请公开 with the words in it', async () => {
  await using scene = await openScene();
  await scene.insert(POLICY);
  const { body } = await scene.visitor.get(`/search?q=${encodeURIComponent('航天发射场')}`);
  expect(body).toContain(`/applications/new?agency=${OFFICE}&amp;description=${encodeURIComponent('航天发射场')}`);
  const misspelt = await scene.visitor.get(`/search?q=${encodeURIComponent('养老服物')}`);
  expect(misspelt.text).toContain('您是不是要找： 养老服务');
});

test('what people type is never markup, in lists, fields, exports and feeds', async () => {
  await using scene = await openScene();
  await scene.insert({ title: '=HYPERLINK("x")<script>alert(1)</script>', text: '</script><b>正文</b>' });
  for (const path of ['/zcwj', '/search?q=<script>alert(1)</script>', '/feeds/zcwj.xml', '/']) {
    const { body } = await scene.visitor.get(encodeURI(path));
    expect(body, path).not.toContain('<script>alert');
  }
  const { body } = await scene.visitor.get('/search.csv');
  expect(body).toContain(`"'=HYPERLINK`);
});

test('先查一查 finds what was published', async () => {
  await using scene = await openScene();
  await scene.insert(POLICY);
  const { text } = await scene.visitor.get(`/applications/look-up?q=${encodeURIComponent('养老服务补贴怎么发')}`);
  expect(text).toContain(POLICY.title);
});

test('a page is shown from memory until something has changed, and then never again', async () => {
  await using scene = await openScene();
  const list = async () => (await scene.visitor.get('/zcwj')).text;
  expect(await list()).not.toContain(POLICY.title);
  const [policy] = await scene.insert(POLICY);
  await new Promise(resolve => setTimeout(resolve, 150));
  expect(await list()).toContain(POLICY.title);
  const { queries } = scene.site.acting.deps;
  await queries.updateTable('items').set({ visibility: 'withdrawn' }).where('id', '=', policy!).execute();
  await new Promise(resolve => setTimeout(resolve, 150));
  expect(await list()).not.toContain(POLICY.title);
});

test('what was done in this process is shown on the very next page', async () => {
  await using scene = await openScene();
  const list = async () => (await scene.visitor.get('/zcwj')).text;
  for (const title of ['第一件', '第二件', '第三件']) {
    expect(await list()).not.toContain(title);
    await scene.insert({ ...POLICY, title });
    await scene.visitor.post('/reading-mode', { back: '/' });
    expect(await list()).toContain(title);
  }
});

test('a file is found by what stands in it, and given as long as its item is public', async () => {
  await using scene = await openScene();
  const { queries, files, now } = scene.site.acting.deps;
  const kept = await files.keep(new TextEncoder().encode('附件内容'));
  if (!kept.ok) throw new Error(kept.problem);
  const file = '01989f00-0000-7000-8000-0000000000aa' as AttachmentId;
  const other = '01989f00-0000-7000-8000-0000000000bb' as AttachmentId;
  const [item] = await scene.insert({
    ...POLICY,
    content: { ...POLICY.content, attachments: [{ id: file, title: '补贴标准表' }] },
  });
  const facts = { file: kept.value, mediaType: 'text/plain', bytes: 12, sha256: '0'.repeat(64) };
  await insertAttachments(
    queries,
    item!,
    [
      { ...facts, id: file, name: '标准.txt' },
      // Kept for the item, but not named by its public edition.
      { ...facts, id: other, name: '底稿.txt' },
    ],
    now(),
    null,
  );
  const reading = { kind: 'read', text: '高龄津贴每月一百元', parts: [], properties: [] };
  await queries
    .insertInto('item_attachment_readings')
    .values({ attachment: file, reading: JSON.stringify(reading) })
    .execute();
  const found = await scene.visitor.get('/search?q=高龄津贴');
  expect(found.text).toContain('附件《补贴标准表》');
  const page = await scene.visitor.get(await scene.addressOf(item!));
  expect(page.text).toContain('补贴标准表 TXT 12 字节');
  const address = `/attachments/${file}/标准.txt`;
  expect((await scene.visitor.get(address)).body).toBe('附件内容');
  expect((await scene.visitor.get(address.replace(file, other))).status).toBe(404);
  await queries.updateTable('items').set({ visibility: 'withdrawn' }).where('id', '=', item!).execute();
  expect((await scene.visitor.get(address)).status).toBe(404);
});

test('a picture keeps its place free, comes in the width that a screen needs, and never as it was uploaded', async () => {
  await using scene = await openScene();
  const { queries, files, now } = scene.site.acting.deps;
  const keep = async (text: string) => {
    const kept = await files.keep(new TextEncoder().encode(text));
    if (!kept.ok) throw new Error(kept.problem);
    return kept.value;
  };
  const [picture, broken] = ['c1', 'c2'].map(end => `01989f00-0000-7000-8000-0000000000${end}` as AttachmentId);
  const image = (attachment: string, alt: string) => ({ kind: 'image' as const, attachment, alt, caption: null });
  const [item] = await scene.insert({
    title: '规划图公示',
    text: '',
    content: {
      body: [image(picture!, '规划图'), image(broken!, '损坏的图')],
      attachments: [
        { id: picture!, title: '规划图' },
        { id: broken!, title: '损坏的图' },
      ],
    },
  });
  const facts = { mediaType: 'image/png', bytes: 9, sha256: '0'.repeat(64), file: await keep('uploaded') };
  const uploads = [picture!, broken!].map(id => ({ ...facts, id, name: '图.png' }));
  await insertAttachments(queries, item!, uploads, now(), null);
  const form = { mediaType: 'image/png', bytes: 2048, sha256: '1'.repeat(64) };
  const forms = [
    { ...form, width: 1000, height: 500, isWhole: true, file: await keep('whole') },
    { ...form, width: 800, height: 400, isWhole: false, file: await keep('narrow') },
  ];
  await insertPictures(queries, picture!, forms, now());
  const page = await scene.visitor.get(await scene.addressOf(item!));
  const place = `/attachments/${picture!}`;
  const name = encodeURIComponent('图.png');
  expect(page.body).toContain(
    `<img src="${place}/800/${name}" srcset="${place}/800/${name} 800w, ${place}/${name} 1000w" sizes="(max-width: 50rem) 92vw, 46rem" width="800" height="400" alt="规划图" loading="lazy" decoding="async">`,
  );
  expect(page.body).toContain('<span>损坏的图</span>');
  expect(page.text).toContain('规划图 PNG 2 KB');
  expect(page.text).not.toContain('损坏的图 PNG');
  expect(metaOf(page.body)['Image']).toMatch(new RegExp(`^http://.*${place}/${name}$`));
  expect((await scene.visitor.get(`${place}/${name}`)).body).toBe('whole');
  expect((await scene.visitor.get(`${place}/800/${name}`)).body).toBe('narrow');
  for (const path of [`${place}/1000/${name}`, `${place}/x/${name}`, `/attachments/${broken!}/${name}`])
    expect((await scene.visitor.get(path)).status, path).toBe(404);
});

test('the guide says what it lacks', async () => {
  await using scene = await openScene();
  await scene.insert({
    title: '公开指南',
    text: '',
    kind: 'guide',
    content: { column: COLUMNS[0]!.code, details: { kind: 'guide', guide: GUIDE } },
  });
  const { text } = await scene.visitor.get('/gkzn');
  expect(text).toContain('缺少“传真号码”');
  expect(text).toContain('望江路1号');
});

test('a list page with its style sheets and scripts is at most 100 KB', async () => {
  await using scene = await openScene();
  await scene.insert(...Array.from({ length: 25 }, (_, at) => ({ ...POLICY, title: `${POLICY.title}（第${at}号）` })));
  for (const path of ['/zcwj', '/search?q=养老']) {
    const page = await scene.visitor.get(encodeURI(path));
    const loaded = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address!);
    let bytes = Buffer.byteLength(page.body);
    for (const address of loaded) bytes += Buffer.byteLength((await scene.visitor.get(address)).body);
    expect(bytes, path).toBeLessThan(100 * 1024);
  }
});
