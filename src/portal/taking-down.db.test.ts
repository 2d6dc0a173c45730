import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts';
import { endPublicity } from '../publishing/actions/end-publicity.ts';
import { performAct } from '../publishing/actions/perform.ts';
import { reviewEmergency } from '../publishing/actions/review-emergency.ts';
import { proveTakeDowns, verifyItemAddresses } from '../publishing/actions/verify-addresses.ts';
import type { VerifyDeps } from '../publishing/actions/verify-addresses.ts';
import type { AttachmentId, ItemId } from '../publishing/rules/ids.ts';
import { publicPlacesOf } from '../publishing/rules/public-places.ts';
import type { AskPublic, PlacedItem } from '../publishing/rules/public-places.ts';
import type { Act } from '../publishing/rules/publication-log.ts';
import {
  insertPublished,
  OFFICE,
  POLICIES,
  saveTestColumns,
} from '../publishing/search-index/testing/published-items.ts';
import { findItemFile, insertAttachments } from '../publishing/store/item.store.ts';
import { findPublished } from '../publishing/store/item.register.store.ts';
import { listOpenMatters } from '../publishing/store/item-desk.store.ts';
import { openPortalSite } from './testing/portal-site.ts';
import type { PortalSite } from './testing/portal-site.ts';

const FILE = '01900000-0000-7000-8000-0000000000a1' as AttachmentId;
const KEPT = '01900000-0000-7000-8000-0000000000a2' as AttachmentId;

const TITLE = '晴川区高龄津贴发放办法';

async function openScene(today = '2023-06-02') {
  const site = await openPortalSite(today);
  const { deps } = site.acting;
  await saveTestColumns(deps.queries);
  const [id] = await insertPublished(deps.queries, [
    {
      title: TITLE,
      text: '八十岁以上老人可以申请。',
      content: { attachments: [{ id: FILE, title: '标准' }] },
    },
    { title: '另一份文件', text: '与此无关。', publishedOn: '2023-05-02' },
  ]);
  const kept = await deps.files.keep(new TextEncoder().encode('附件内容'));
  if (!kept.ok) throw new Error(kept.problem);
  const facts = { file: kept.value, mediaType: 'text/plain', bytes: 12, sha256: 'a'.repeat(64) };
  await insertAttachments(
    deps.queries,
    id!,
    [
      { ...facts, id: FILE, name: '标准.txt' },
      { ...facts, id: KEPT, name: '底稿.txt' },
    ],
    deps.now(),
    null,
  );
  return { id: id!, deps: proofDeps(site), [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

const askerOf = (site: PortalSite): AskPublic => {
  const visitor = site.visitor();
  return async path => {
    const { status, location, body } = await visitor.get(path);
    return { status, location, body };
  };
};

/** The portal's own installation, asked by a visitor. */
const proofDeps = (site: PortalSite): VerifyDeps => ({
  ...site.acting.deps,
  calendar: async () => NATIONAL_CALENDAR,
  askPublic: askerOf(site),
});

const bySystem = { kind: 'system' } as const;

async function act(deps: VerifyDeps, id: ItemId, what: Act) {
  const done = await performAct(deps, bySystem, { id, version: null }, what);
  if (!done.ok) throw new Error('refused');
  return done.value;
}

async function verified(deps: VerifyDeps, id: ItemId) {
  const done = await verifyItemAddresses(deps, bySystem, { id, version: null });
  if (!done.ok) throw new Error('refused');
  return done.value.publication.verification!.answers;
}

test('every list that is asked after a taking down names the item while it is public: none is asked in vain', async () => {
  await using scene = await openScene();
  const { id, deps } = scene;
  const shown = (await findPublished(deps.queries, id))!;
  const item: PlacedItem = {
    number: shown.line.number,
    address: shown.line.address!,
    title: TITLE,
    agency: OFFICE,
    columns: [POLICIES.code],
    visibility: { kind: 'withdrawn', at: deps.now(), explanation: '' },
    attachments: [],
    related: [],
    siteMapParts: 1,
  };
  const lists = publicPlacesOf(item).filter(({ expected }) => expected === '不再列出');
  expect(lists.length).toBeGreaterThanOrEqual(8);
  for (const { path, judge } of lists) {
    const answer = await deps.askPublic(path);
    expect(judge(answer!).actual, path).toBe('仍然列出');
  }
});

test('what is withdrawn or removed is proved by page, files, data, lists, feeds, search and site map; until then it stands open', async () => {
  await using scene = await openScene();
  const { id, deps } = scene;
  expect((await verified(deps, id)).map(({ what, actual }) => `${what} ${actual}`)).toEqual([
    '页面 200',
    '开放数据 200',
    '附件“标准.txt” 200',
    '不公开的文件“底稿.txt” 404',
  ]);
  await act(deps, id, { kind: 'withdrawn', explanation: '核实中' });
  expect((await listOpenMatters(deps.queries, OFFICE)).takeDowns.map(line => line.id)).toEqual([id]);

  const answers = await verified(deps, id);
  expect(answers.filter(({ asExpected }) => !asExpected)).toEqual([]);
  const asked = answers.map(({ what }) => what);
  for (const what of ['PDF 下载', '首页', '栏目页', 'RSS 订阅', 'JSON 订阅', '检索结果', '开放数据的列表', '网站地图'])
    expect(asked).toContain(what);
  expect((await listOpenMatters(deps.queries, OFFICE)).takeDowns).toEqual([]);

  await act(deps, id, { kind: 'removed', explanation: '已有新办法', redirectTo: '/zcwj/202301/t20230101_999.html' });
  const wrong = (await verified(deps, id)).filter(({ asExpected }) => !asExpected);
  expect(wrong.map(({ what, actual }) => `${what} ${actual}`)).toEqual(['代替它的页面 404']);
  expect((await listOpenMatters(deps.queries, OFFICE)).takeDowns).toHaveLength(1);
});

test('a cache that still shows it keeps the taking down open; the schedule asks again and writes only what has changed', async () => {
  await using scene = await openScene();
  const { id, deps } = scene;
  const address = (await findPublished(deps.queries, id))!.line.address!;
  await act(deps, id, { kind: 'withdrawn', explanation: '核实中' });
  const stale: VerifyDeps = {
    ...deps,
    askPublic: async path =>
      path === '/feeds/zcwj.xml' ? { status: 200, location: null, body: `…${address}…` } : deps.askPublic(path),
  };
  expect(await proveTakeDowns(stale)).toEqual({ asked: 1, proved: 0 });
  expect(await proveTakeDowns(stale)).toEqual({ asked: 1, proved: 0 });
  const file = (await findItemFile(deps.queries, id))!;
  expect(file.log.filter(entry => entry.act.kind === 'addresses-verified')).toHaveLength(1);
  expect(file.publication.verification!.answers.filter(({ asExpected }) => !asExpected)).toEqual([
    { what: 'RSS 订阅', path: '/feeds/zcwj.xml', expected: '不再列出', actual: '仍然列出', asExpected: false },
  ]);
  expect(await proveTakeDowns({ ...deps, askPublic: async () => null })).toEqual({ asked: 1, proved: 0 });
  expect(await proveTakeDowns(deps)).toEqual({ asked: 1, proved: 1 });
  expect(await proveTakeDowns(deps)).toEqual({ asked: 0, proved: 0 });
});

const PUBLICITY = {
  period: { kind: 'length', length: 5, unit: 'working-day' },
  basis: '评选办法',
  objection: '向区政府办公室书面提出',
} as const;

test('a 公示 says until when it runs and how to object; when it is over it goes by itself, and that is proved too', async () => {
  await using site = await openPortalSite('2023-06-05');
  const deps = proofDeps(site);
  await saveTestColumns(deps.queries);
  // Published on Thursday 1 June: five working days end on Thursday 8 June.
  const [gone, kept] = await insertPublished(deps.queries, [
    { title: '拟表扬单位名单公示', text: '名单如下。', content: { publicity: { ...PUBLICITY, atEnd: 'remove' } } },
    { title: '拟聘用人员名单公示', text: '名单如下。', content: { publicity: { ...PUBLICITY, atEnd: 'keep' } } },
  ]);
  const addressOf = async (id: ItemId) => (await findPublished(deps.queries, id))!.line.address!;
  const visitor = site.visitor();
  const running = await visitor.get(await addressOf(gone!));
  for (const words of ['公示中', '2023-06-08', '5个工作日', '向区政府办公室书面提出', '公示依据：评选办法'])
    expect(running.text).toContain(words);

  site.acting.on('2023-06-08');
  expect(await endPublicity(deps)).toEqual([]);
  site.acting.on('2023-06-09');
  await setTimeout(150);
  expect((await visitor.get(await addressOf(gone!))).text).toContain('公示期已满');
  expect(await endPublicity(deps)).toEqual([gone, kept]);
  expect(await endPublicity(deps)).toEqual([]);
  await setTimeout(150);
  const removed = await visitor.get(await addressOf(gone!));
  expect(removed.status).toBe(410);
  expect(removed.text).toContain('公示期已满');
  const stays = await visitor.get(await addressOf(kept!));
  expect(stays.status).toBe(200);
  expect(stays.text).toContain('现已届满');
  const file = (await findItemFile(deps.queries, gone!))!;
  expect(file.log.at(-1)).toMatchObject({
    by: { kind: 'system' },
    act: { kind: 'publicity-ended', atEnd: 'remove', endedOn: Temporal.PlainDate.from('2023-06-08') },
  });
  expect(await proveTakeDowns(deps)).toEqual({ asked: 1, proved: 1 });
});

test('an emergency says on its page that it went out before its review, and when that followed', async () => {
  await using site = await openPortalSite('2023-06-05');
  const deps = proofDeps(site);
  await saveTestColumns(deps.queries);
  const on = Temporal.PlainDate.from('2023-06-05');
  const [id] = await insertPublished(deps.queries, [
    {
      title: '暴雨红色预警',
      text: '请勿外出。',
      publishedOn: '2023-06-05',
      after: [
        { kind: 'emergency-published', edition: 1, address: '/zcwj/202306/t20230605_1.html', on, reason: '汛情紧急' },
      ],
    },
  ]);
  const visitor = site.visitor();
  const address = (await findPublished(deps.queries, id!))!.line.address!;
  expect((await visitor.get(address)).text).toContain('应急发布，审核正在补办');
  const signatory = await site.acting.officer(['signatory']);
  const review = { conclusion: 'confirmed', comment: '同意' } as const;
  expect((await reviewEmergency(deps, signatory, { id: id!, version: null }, review)).ok).toBe(true);
  await setTimeout(150);
  const { text } = await visitor.get(address);
  expect(text).toContain('补办审核');
  expect(text).toContain('补办应急发布的审核');
  expect(text).not.toContain('汛情紧急');
});
