import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openTestInstallation } from '../../people/testing/installation.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import type { PackageAnswer } from '../../platform/web-hook/package-hook.ts';
import { verifyPackage } from '../press/verify-package.ts';
import { publicKeyText } from '../press/write-package.ts';
import type { AttachmentId, ItemId } from '../rules/ids.ts';
import { insertPublished, testColumn } from '../search-index/testing/published-items.ts';
import type { TestItem } from '../search-index/testing/published-items.ts';
import { saveColumns } from '../store/column.store.ts';
import { openExchangeKey } from '../store/exchange-key.store.ts';
import { findPackage, findWaitingPackage, listPackages } from '../store/exchange.store.ts';
import { insertAttachments } from '../store/item.store.ts';
import { decideOnPackage } from './decide-package.ts';
import { makePackage } from './make-package.ts';
import type { PackageOrder } from './make-package.ts';
import { pushChanges, pushPackage } from './push-package.ts';

const SITE = { name: '示范市晴川区人民政府', origin: 'https://www.example.gov.cn', code: '9901010001' };
const SYSTEM = { kind: 'system' } as const;

async function openScene(...items: readonly TestItem[]) {
  const installation = await openTestInstallation('2023-12-29');
  const { queries, sealing, files, now, today } = installation.deps;
  await saveColumns(queries, [testColumn('zcwj', '政策文件')]);
  const ids = await insertPublished(queries, items);
  const key = await openExchangeKey(queries, sealing);
  const pictureMaker = { make: async () => [], close: () => undefined };
  const deps = { queries, sealing, files, pictureMaker, now, today, key, site: SITE };
  const make = async (order: Partial<PackageOrder> = {}) => {
    const made = await makePackage(deps, SYSTEM, { scope: 'changes', after: 0, way: 'file', ...order });
    if (!made.ok) throw new Error(made.problem);
    return made.value;
  };
  return {
    deps,
    ids,
    make,
    trusted: publicKeyText(key),
    bytes: async (file: string) => files.read(findFileId(file)!),
    accept: async (id: string) => decideOnPackage(deps, SYSTEM, id, { state: 'accepted', receipt: '收到' }),
    touch: async (id: ItemId) =>
      queries
        .updateTable('items')
        .set(eb => ({ version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute(),
    [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
  };
}

const linesOf = (bytes: Uint8Array | undefined) =>
  strFromU8(bytes!)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>);

test('a package holds what is public with its files, and what was taken down as what has to go', async () => {
  const file = '01989f00-0000-7000-8000-0000000000d1' as AttachmentId;
  await using scene = await openScene(
    { title: '补贴办法', text: '第一条 为了规范。', content: { attachments: [{ id: file, title: '标准表' }] } },
    { title: '撤回的', text: '秘密', after: [{ kind: 'withdrawn', explanation: '数据有误' }] },
    { title: '删除的', text: '秘密', after: [{ kind: 'removed', explanation: '重复', redirectTo: '/zcwj' }] },
  );
  const { queries, files, now } = scene.deps;
  const kept = await files.keep(new TextEncoder().encode('附件内容'));
  if (!kept.ok) throw new Error(kept.problem);
  const facts = {
    file: kept.value,
    name: '../表 格.XLSX',
    mediaType: 'application/x',
    bytes: 12,
    sha256: '0'.repeat(64),
  };
  await insertAttachments(queries, scene.ids[0]!, [{ ...facts, id: file }], now(), null);
  const made = (await scene.make())!;
  const bytes = await scene.bytes(made.package.file);
  const entries = unzipSync(bytes);
  const [item] = linesOf(entries['items.ndjson']);
  expect(item).toMatchObject({
    title: '补贴办法',
    html: '<p>第一条 为了规范。</p>\n',
    attachments: [{ title: '标准表', name: '../表 格.XLSX', url: `attachments/${file}.xlsx` }],
  });
  expect(String(item!['url'])).toMatch(/^https:\/\/www\.example\.gov\.cn\/zcwj\/202306\/t20230601_\d+\.html$/);
  expect(strFromU8(entries[`attachments/${file}.xlsx`]!)).toBe('附件内容');
  expect(linesOf(entries['withdrawals.ndjson'])).toMatchObject([
    { kind: 'withdrawn', explanation: '数据有误' },
    { kind: 'removed', explanation: '重复', redirectTo: '/zcwj' },
  ]);
  expect(
    Object.values(entries)
      .map(bytes => strFromU8(bytes))
      .join(''),
  ).not.toContain('秘密');
  expect(await verifyPackage(bytes, scene.trusted)).toMatchObject({
    ok: true,
    value: { items: 1, withdrawals: 2, site: SITE },
  });
});

test('who has the public key needs nothing of ours to check a package', async () => {
  await using scene = await openScene({ title: '通知', text: '正文' });
  const entries = unzipSync(await scene.bytes((await scene.make())!.package.file));
  const { publicKey, signature } = JSON.parse(strFromU8(entries['signature.json']!)) as Record<string, string>;
  const key = createPublicKey({ key: Buffer.from(publicKey!, 'base64'), format: 'der', type: 'spki' });
  expect(publicKey).toBe(scene.trusted);
  expect(verify(null, entries['manifest.json']!, key, Buffer.from(signature!, 'base64'))).toBe(true);
});

test('whatever is changed in a package is found, and a signature by another key counts for nothing', async () => {
  await using scene = await openScene({ title: '通知', text: '正文' });
  const whole = await scene.bytes((await scene.make())!.package.file);
  const entries = unzipSync(whole);
  const problem = async (changes: Record<string, Uint8Array | undefined>, trusted = scene.trusted) => {
    const parts = Object.entries({ ...entries, ...changes }).filter(([, bytes]) => bytes !== undefined);
    const verified = await verifyPackage(zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>), trusted);
    return verified.ok ? null : verified.problem;
  };
  const text = (path: string, from: string, to: string) =>
    new TextEncoder().encode(strFromU8(entries[path]!).replace(from, to));
  expect(await problem({})).toBe(null);
  expect(await problem({ 'items.ndjson': text('items.ndjson', '正文', '假的') })).toContain('items.ndjson 与清单不符');
  expect(await problem({ 'manifest.json': text('manifest.json', '"items": 1', '"items": 2') })).toContain('签名不符');
  expect(await problem({ 'withdrawals.ndjson': undefined })).toContain('缺少文件 withdrawals.ndjson');
  expect(await problem({ 'more.txt': new Uint8Array(1) })).toContain('清单里没有文件 more.txt');
  expect(await problem({ 'signature.json': undefined })).toContain('缺少清单或者签名');
  const stranger = publicKeyText(generateKeyPairSync('ed25519').publicKey);
  expect(await problem({}, stranger)).toContain('不是约定的公钥');
  expect(await verifyPackage(whole.slice(0, 100), scene.trusted)).toMatchObject({ ok: false });
});

test('what the other side has accepted comes again only once it has changed; all comes when asked for', async () => {
  await using scene = await openScene({ title: '甲', text: '一' }, { title: '乙', text: '二' });
  const first = (await scene.make())!;
  expect(first.package).toMatchObject({ number: 1, items: 2, state: 'made' });
  expect((await scene.make())!.package.items).toBe(2);
  expect(await scene.accept(first.package.id)).toMatchObject({ ok: true });
  expect(await scene.make()).toBe(null);
  await scene.touch(scene.ids[1]!);
  const next = (await scene.make())!;
  expect(next.package.items).toBe(1);
  expect((await scene.make({ scope: 'full' }))!.package).toMatchObject({ scope: 'full', items: 2 });
  const refused = { state: 'refused', receipt: '栏目不对' } as const;
  expect(await decideOnPackage(scene.deps, SYSTEM, next.package.id, refused)).toMatchObject({ ok: true });
  expect((await scene.make())!.package.items).toBe(1);
  expect(await scene.accept(next.package.id)).toMatchObject({ ok: false });
  expect(await scene.accept('no such')).toMatchObject({ ok: false });
});

test('many items go into several packages, of which none is left out and none comes twice', async () => {
  const many = Array.from({ length: 1001 }, (_, at) => ({ title: `第${at}号`, text: '正文' }));
  await using scene = await openScene(...many);
  const first = (await scene.make())!;
  const second = (await scene.make({ after: first.upTo }))!;
  expect([first.package.items, first.more, second.package.items, second.more]).toEqual([1000, true, 1, false]);
  expect(await scene.make({ after: second.upTo })).toBe(null);
});

test('pushing goes on package by package, notes what is answered, and tries again what was not heard', async () => {
  await using scene = await openScene({ title: '甲', text: '一' });
  const { deps } = scene;
  const answered = (outcome: PackageAnswer['outcome'], receipt = '') => ({
    ...deps,
    post: async () => ({ outcome, receipt }),
  });
  await pushChanges(deps);
  const waiting = (await findWaitingPackage(deps.queries))!;
  // As long as it is on its way there is no other.
  await pushChanges(deps);
  expect(await listPackages(deps.queries, 9)).toHaveLength(1);
  const later = { kind: 'try-again', problem: 'HTTP 503' } as const;
  expect(await pushPackage(answered(later), waiting.id)).toEqual(later);
  expect((await findPackage(deps.queries, waiting.id))!.state).toBe('waiting');
  expect(await pushPackage(answered({ kind: 'sent' }, '回执 001'), waiting.id)).toEqual({ kind: 'sent' });
  expect(await findPackage(deps.queries, waiting.id)).toMatchObject({ state: 'accepted', receipt: '回执 001' });
  // Sent a second time, because we did not hear the answer: it stays accepted.
  expect(await pushPackage(answered({ kind: 'refused', problem: 'HTTP 400' }), waiting.id)).toEqual({ kind: 'sent' });
  await pushChanges(deps);
  expect(await findWaitingPackage(deps.queries)).toBeUndefined();
  await scene.touch(scene.ids[0]!);
  await pushChanges(deps);
  const second = (await findWaitingPackage(deps.queries))!;
  await deps.queries.updateTable('outbox_messages').set({ state: 'failed' }).where('state', '=', 'waiting').execute();
  await pushChanges(deps);
  expect((await findPackage(deps.queries, second.id))!.state).toBe('refused');
  await pushChanges(deps);
  expect(await findWaitingPackage(deps.queries)).toMatchObject({ items: 1 });
});
