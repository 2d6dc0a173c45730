import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { addressOf } from '../../../platform/database/testing/address.ts';
import { writeDocx } from '../../../platform/docx/write-docx.ts';
import type { ImportOrder, ItemImport, ReportLine } from '../../rules/import/item-import.ts';
import { refusalText } from '../../rules/refusal.ts';
import { listReport } from '../../store/item-import.store.ts';
import { findItemFile } from '../../store/item.store.ts';
import { findNewPlace } from '../../store/old-address.register.store.ts';
import { NEWS, OFFICE } from '../../testing/contents.ts';
import { IMPORT_READER } from '../../testing/import-reader.ts';
import { exportOf, runImportRounds } from '../../testing/import-rounds.ts';
import { done, openPublishing } from '../../testing/publishing.ts';
import type { Publishing } from '../../testing/publishing.ts';
import type { Party } from '../deps.ts';
import { changeItemImport } from './change-import.ts';
import { clearImports } from './clear-imports.ts';
import type { ImportDeps } from './import-deps.ts';
import { openPlace } from './open-source.ts';
import { prepareImport, readContents } from './prepare-import.ts';
import { runImport } from './run-import.ts';
import { tryLines } from './try-lines.ts';

const PUBLISHED: ImportOrder = {
  agency: OFFICE,
  mode: 'published',
  origin: '晴川区原门户网站',
  column: null,
  kind: null,
  theme: null,
};
const DRAFTS: ImportOrder = { ...PUBLISHED, mode: 'drafts', origin: null, column: NEWS.code };

const depsOf = ({ deps }: Publishing, altered: Partial<ImportDeps> = {}): ImportDeps => ({
  ...deps,
  importReader: IMPORT_READER,
  scanner: async () => ({ kind: 'not-scanned' }),
  ...altered,
});

/** A folder with files, gone at the end of the block. */
async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'gongkai-import-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function linesIn(path: string) {
  const tree = await openPlace(path);
  if (!tree.ok) throw new Error(tree.problem);
  const contents = await readContents(IMPORT_READER, tree.value);
  if (!contents.ok) throw new Error(contents.problem);
  return { tree: tree.value, lines: contents.value.lines };
}

async function prepare(
  deps: ImportDeps,
  order: ImportOrder,
  path: string,
  party: Party = { kind: 'system' },
): Promise<ItemImport> {
  const { lines } = await linesIn(path);
  const place = { source: 'path', place: path, file: null, name: '导出', state: 'importing' } as const;
  return prepareImport(deps, party, { ...order, ...place, lines });
}

async function bringIn(
  deps: ImportDeps,
  order: ImportOrder,
  path: string,
  party?: Party,
): Promise<readonly ReportLine[]> {
  const one = await prepare(deps, order, path, party);
  expect(await runImport(deps, one.id)).toMatchObject({ kind: 'left', import: { state: 'done' } });
  return listReport(deps.queries, one);
}

const page = (title: string, text: string) =>
  `<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="${title}"></head><body><div id="zoom">${text}</div></body></html>`;

const OLD_SITE = {
  '目录.csv': [
    '原网址,标题,发布时间,栏目,文号,索引号,正文文件,附件',
    'http://www.old.example/art/1.html,晴川区召开防汛会议,2019-06-03 09:15,工作动态,,K0001/2019-1,html/1.html,files/名单.txt',
    '/art/2.html,晴川区开展安全生产检查,2019/6/4,工作动态,,,html/2.html,',
    '/art/3.html,晴川区公布补助名单,2019年6月5日,工作动态,,,html/3.html,',
    '/art/4.html,没有文件,2019-06-06,工作动态,,,html/4.html,',
    '/art/5.html,没有栏目,2019-06-07,不存在的栏目,,,html/2.html,',
  ].join('\n'),
  'html/1.html': page(
    '晴川区召开防汛会议',
    '<p>近日，晴川区召开防汛会议，部署全年工作。</p><p><img src="../img/a.png"></p>',
  ),
  'html/2.html': page('晴川区开展安全生产检查', '<p>近日，晴川区开展安全生产检查，督促各单位落实责任。</p>'),
  'html/3.html': page('晴川区公布补助名单', '<p>补助对象身份证号码：110101199003077758。</p>'),
  'files/名单.txt': '参加单位：区水利局、区应急局。',
} as const;

test('what an older site had published goes public with its day, its 索引号, its files; its addresses lead on', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf(OLD_SITE);
  const { queries } = publishing.deps;
  const report = await bringIn(depsOf(publishing), PUBLISHED, folder.path);
  expect(report.map(({ outcome }) => outcome)).toEqual(['published', 'published', 'draft', 'refused', 'refused']);
  expect(report[2]!.message).toContain('个人信息');
  expect(report[2]!.message).not.toContain('110101199003077758');
  expect(report[3]!.message).toContain('“html/4.html”没有找到');
  expect(report[4]!.message).toContain('没有栏目“不存在的栏目”');

  const first = (await findItemFile(queries, report[0]!.item!.id))!;
  expect(first.registration.indexNumber).toBe('K0001/2019-1');
  expect(first.publication.publishedOn?.toString()).toBe('2019-06-03');
  expect(first.publication.publishedAt?.toString()).toBe('2019-06-03T01:15:00Z');
  expect(first.log.map(({ act, by }) => `${by.kind} ${act.kind}`)).toEqual([
    'system drafted',
    'system attribute-set',
    'system checked',
    'system taken-over',
  ]);
  expect(first.attachments.map(({ name }) => name)).toEqual(['名单.txt']);
  expect(new TextDecoder().decode(await publishing.deps.files.read(first.attachments[0]!.file as never))).toContain(
    '区水利局',
  );
  expect(await findNewPlace(queries, '/art/1.html')).toEqual({ kind: 'item', address: first.publication.address });
  // What waits for a person is not public, and its old address leads nowhere yet.
  expect(await findNewPlace(queries, '/art/3.html')).toBeUndefined();
  expect(report[0]!.message).toContain('1 张图片没有找到');
});

test('a trial says the same and writes nothing', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf(OLD_SITE);
  const kept: Uint8Array[] = [];
  const { files } = publishing.deps;
  const deps = depsOf(publishing, {
    files: { ...files, keep: async bytes => (kept.push(bytes), files.keep(bytes)) },
  });
  const { tree, lines } = await linesIn(folder.path);
  const report = await tryLines(deps, PUBLISHED, tree, lines, () => {});
  expect(report.map(({ outcome }) => outcome)).toEqual(['published', 'published', 'draft', 'refused', 'refused']);
  expect(kept).toEqual([]);
  for (const table of ['items', 'item_imports', 'old_addresses', 'journal'] as const) {
    const { rows } =
      await sql`select 1 from ${sql.table(table)} where ${table === 'journal' ? sql`event like 'item%'` : sql`true`}`.execute(
        deps.queries,
      );
    expect(rows).toEqual([]);
  }
});

test('imported once more nothing comes in twice, and the report says what each line was', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf({
    ...OLD_SITE,
    '目录.csv': `${OLD_SITE['目录.csv']}\n/art/1.html,再来一次,2019-06-03,工作动态,,,html/1.html,`,
  });
  const deps = depsOf(publishing);
  const first = await bringIn(deps, PUBLISHED, folder.path);
  expect(first[5]).toMatchObject({ outcome: 'known', message: '与第 2 行相同' });
  const again = await bringIn(deps, PUBLISHED, folder.path);
  expect(again.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known', 'refused', 'refused', 'known']);
  expect(again[0]).toMatchObject({ message: '以前已经导入，索引号 K0001/2019-1', item: { id: first[0]!.item!.id } });
});

test('a folder of documents becomes drafts of the officer, who neither reviews nor publishes them', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const docx = await writeDocx({
    title: ['关于做好防汛工作的通知'],
    issuer: '示范市晴川区人民政府办公室',
    blocks: [{ kind: 'paragraph', text: '各镇、街道：请做好防汛工作。' }],
  });
  await using folder = await folderOf({
    '关于做好防汛工作的通知.docx': docx,
    '关于做好防汛工作的通知_附件.txt': '名单',
    '机密.txt': '工作简报\n机密★1年\n内容。',
  });
  const author = await publishing.officer(['case-handler']);
  const report = await bringIn(depsOf(publishing), DRAFTS, folder.path, author);
  expect(report.map(({ outcome }) => outcome)).toEqual(['draft', 'draft']);
  expect(report[1]!.message).toContain('密级标志');
  const file = (await findItemFile(publishing.deps.queries, report[0]!.item!.id))!;
  expect(file.publication.authors).toEqual([author.officer.id]);
  expect(file.publication.stage).toBe('drafting');
  expect(file.latest.content.attachments).toHaveLength(1);
  expect(file.latest.author).toBe(author.officer.id);
});

test('an old day later than the day of making, or one that has not come, does not go public', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf({
    '目录.csv': [
      '标题,发布日期,成文日期,栏目,正文',
      '晴川区召开会议,2019-06-03,2019-07-01,工作动态,近日召开会议。',
      '晴川区召开第二次会议,2031-06-03,,工作动态,近日召开会议。',
      '晴川区召开第三次会议,去年六月,,工作动态,近日召开会议。',
    ].join('\n'),
  });
  const report = await bringIn(depsOf(publishing), PUBLISHED, folder.path);
  expect(report.map(({ outcome, message }) => [outcome, message])).toEqual([
    ['draft', expect.stringContaining('成文日期晚于发布日期')],
    ['draft', expect.stringMatching(/形成或者变更的日期还没有到|原发布时间还没有到|检查发现/u)],
    ['draft', '发布日期“去年六月”不能识别'],
  ]);
});

test('published history is started by another person than the one who prepared it, with the ability to publish', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf(OLD_SITE);
  const deps = depsOf(publishing);
  const head = await publishing.officer(['disclosure-head']);
  const { lines } = await linesIn(folder.path);
  const place = { source: 'path', place: folder.path, file: null, name: '导出', state: 'trying' } as const;
  const one = await prepareImport(deps, head, { ...PUBLISHED, ...place, lines });
  await runImport(deps, one.id);
  const own = await changeItemImport(deps, head, one.id, 'start');
  expect(own.ok ? '' : refusalText(own.problem)).toContain('由另一个人核对');
  const handler = await publishing.officer(['case-handler']);
  const weak = await changeItemImport(deps, handler, one.id, 'start');
  expect(weak.ok ? '' : refusalText(weak.problem)).toContain('权限');
  const other = await publishing.officer(['disclosure-head', 'auditor']);
  done(await changeItemImport(deps, other, one.id, 'start'));
  expect(await runImport(deps, one.id)).toMatchObject({ import: { state: 'done' } });
  expect((await listReport(deps.queries, one)).filter(({ outcome }) => outcome === 'published')).toHaveLength(2);
});

test('a full disk pauses the import with a sentence; afterwards it goes on to its end', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf(OLD_SITE);
  const { files } = publishing.deps;
  const full = depsOf(publishing, { files: { ...files, keep: async () => ({ ok: false, problem: '存储空间不足' }) } });
  const one = await prepare(full, PUBLISHED, folder.path);
  expect(await runImport(full, one.id)).toMatchObject({
    import: { state: 'paused', trouble: '存储空间不足', done: 0 },
  });
  expect(await publishing.deps.queries.selectFrom('items').select('id').execute()).toEqual([]);
  const deps = depsOf(publishing);
  done(await changeItemImport(deps, { kind: 'system' }, one.id, 'resume'));
  expect(await runImport(deps, one.id)).toMatchObject({ import: { state: 'done', trouble: null } });
});

test('two programs do not work on the same import, and what was paused stays where it is', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf({ '导出.csv': exportOf(600) });
  const deps = depsOf(publishing);
  const one = await prepare(deps, PUBLISHED, join(folder.path, '导出.csv'));
  const ends = await Promise.all([runImport(deps, one.id), runImport(deps, one.id)]);
  expect(ends.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'left']);
  expect(await deps.queries.selectFrom('items').select('id').execute()).toHaveLength(600);

  const next = await prepare(deps, { ...PUBLISHED, origin: '另一个网站' }, join(folder.path, '导出.csv'));
  let batches = 0;
  await runImport(deps, next.id, { mayGoOn: () => (batches += 1) < 2 });
  done(await changeItemImport(deps, { kind: 'system' }, next.id, 'pause'));
  expect(await runImport(deps, next.id)).toMatchObject({ import: { state: 'paused', done: 200 } });
  done(await changeItemImport(deps, { kind: 'system' }, next.id, 'cancel'));
  expect(await runImport(deps, next.id)).toMatchObject({ import: { state: 'cancelled' } });
});

test('a trial that nobody has touched for a month is given up with its file', async () => {
  await using publishing = await openPublishing('2026-03-02');
  await using folder = await folderOf(OLD_SITE);
  const { queries, files, now } = publishing.deps;
  const { lines } = await linesIn(folder.path);
  const kept = await files.keep(new Uint8Array([1]));
  if (!kept.ok) throw new Error(kept.problem);
  const sent = { source: 'upload', place: null, file: kept.value, name: '导出.zip', state: 'tried' } as const;
  await prepareImport(publishing.deps, { kind: 'system' }, { ...PUBLISHED, ...sent, lines });
  await clearImports(publishing.deps, now());
  expect(await queries.selectFrom('item_imports').select('state').execute()).toEqual([{ state: 'tried' }]);
  publishing.on('2026-04-02');
  await clearImports(publishing.deps, now());
  expect(await queries.selectFrom('item_imports').select(['state', 'file']).execute()).toEqual([
    { state: 'cancelled', file: null },
  ]);
  await expect(files.read(kept.value)).rejects.toThrow('ENOENT');
});

test('a program that is killed at any moment leaves an import that goes on: all in, none twice, none missing', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { queries } = publishing.deps;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(queries);
  const address = addressOf(inject('testServer').address, rows[0]!.name);
  const count = 1000;
  await using folder = await folderOf({ '导出.csv': exportOf(count) });
  // Longer every time, so that it ends however busy the machine is.
  const rounds = await runImportRounds(
    queries,
    address,
    folder.path,
    join(folder.path, '导出.csv'),
    kills => 1500 + kills * 800,
  );
  expect(rounds.kills).toBeGreaterThan(0);
  expect(rounds).toMatchObject({ items: count, addresses: count, published: count });
  expect(rounds.journalEntries).toBeGreaterThanOrEqual(count);
}, 300_000);
