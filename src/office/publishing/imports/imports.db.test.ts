import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { runImport } from '../../../publishing/actions/import/run-import.ts';
import { findImportId } from '../../../publishing/rules/import/item-import.ts';
import { IMPORT_READER } from '../../../publishing/testing/import-reader.ts';
import type { Desk } from '../../testing/open-desk.ts';
import { openPublishingDesk, WHO } from '../testing/desk-items.ts';
import { IMPORTS_PATH, NEW_IMPORT_PATH } from './imports-paths.ts';

const TABLE = [
  '原网址,标题,发布时间,栏目名称,正文文件',
  'http://old.example/art/1.html,晴川区召开防汛会议,2019-06-03 09:15,工作动态,html/1.html',
  'http://old.example/art/2.html,=1+1,2019-06-04,工作动态,html/2.html',
  'http://old.example/art/3.html,没有文件的,2019-06-05,工作动态,html/3.html',
].join('\r\n');

const ARCHIVE = zipSync({
  '目录.csv': strToU8(TABLE),
  'html/1.html': strToU8('<p>近日，晴川区召开防汛会议，部署全年工作。</p>'),
  'html/2.html': strToU8('<p>联系人身份证号码：110101199003077758。</p>'),
});

const sent = (bytes: Uint8Array, name = '原网站导出.zip') => ({ field: 'file', name, bytes });

/** What a serving process does in the background. */
async function runOn({ deps }: Desk, path: string): Promise<void> {
  const importDeps = { ...deps, importReader: IMPORT_READER, scanner: async () => ({ kind: 'not-scanned' }) as const };
  await runImport({ ...importDeps, reader: { read: async () => null } }, findImportId(path.split('/').at(-1)!)!);
}

test('an export is tried, looked at by another officer, brought in, and its report downloaded', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const answer = await author.upload(NEW_IMPORT_PATH, { mode: 'published', origin: '晴川区原门户网站' }, sent(ARCHIVE));
  expect(answer.statusCode).toBe(303);
  const path = answer.headers.location as string;
  expect((await author.visit(path)).body).toContain('已试运行：0 / 3');
  await runOn(desk, path);

  const tried = (await author.visit(path)).body;
  for (const words of ['试运行完毕', '可以公开', '将成为草稿', '“html/3.html”没有找到', '应当由另一个人核对'])
    expect(tried).toContain(words);
  expect(tried).not.toContain('/acts/start');
  expect(await desk.deps.queries.selectFrom('items').select('id').execute()).toEqual([]);
  expect((await author.visit(`${path}/acts/start`, {})).statusCode).toBe(303);
  expect((await author.visit(path)).body).toContain('试运行完毕');

  const head = await desk.signIn(WHO.head);
  expect((await head.visit(`${path}/acts/start`, {})).statusCode).toBe(303);
  expect(JSON.parse((await head.visit(`${path}/progress`)).body)).toEqual({ state: 'importing', done: 0, total: 3 });
  await runOn(desk, path);
  const done = (await head.visit(`${path}?outcome=draft`)).body;
  for (const words of ['已完成', '成为草稿', '个人信息']) expect(done).toContain(words);
  expect(done).not.toContain('110101199003077758');

  const csv = (await head.visit(`${path}/report.csv`)).body;
  expect(csv).toContain('已公开');
  // What a spreadsheet would compute is text.
  expect(csv).toContain("'=1+1");
  expect((await head.visit(`${path}/report.xlsx`)).headers['content-type']).toContain('spreadsheetml');
  expect((await head.visit(IMPORTS_PATH)).body).toContain('原网站导出.zip');
  // The file that was sent is of no use any more.
  expect(await desk.deps.queries.selectFrom('item_imports').select('file').execute()).toEqual([{ file: null }]);
});

test('what cannot be imported is said beside the field, and nothing typed is lost', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const post = async (fields: Readonly<Record<string, string>>, bytes: Uint8Array, name?: string) =>
    author.upload(NEW_IMPORT_PATH, fields, sent(bytes, name));
  const none = await post({ mode: 'published', origin: '' }, ARCHIVE);
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('请填写原网站的名称');
  expect((await post({ mode: 'drafts' }, strToU8('no zip'))).body).toContain('压缩包打不开');
  expect((await post({ mode: 'drafts' }, zipSync({ 'a.jpg': strToU8('x') }))).body).toContain('没有可以导入的文件');
  expect((await post({ mode: 'drafts' }, strToU8('甲,乙\n1,2'), '表.csv')).body).toContain('没有找到表头');
  expect((await post({ mode: 'drafts', column: 'jyj-gzdt' }, ARCHIVE)).body).toContain('请选择本机关的栏目');
  expect(await desk.deps.queries.selectFrom('item_imports').select('id').execute()).toEqual([]);
});

test('an import is the business of its agency, and of those who draft', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = (await author.upload(NEW_IMPORT_PATH, { mode: 'drafts' }, sent(ARCHIVE))).headers.location as string;
  const stranger = await desk.signIn(WHO.schools);
  for (const address of [path, `${path}/progress`, `${path}/report.csv`, `${path}/report.xlsx`])
    expect((await stranger.visit(address)).statusCode, address).toBe(404);
  expect((await stranger.visit(`${path}/acts/cancel`, {})).statusCode).toBe(404);
  const auditor = await desk.signIn(WHO.auditor);
  expect((await auditor.visit(path)).statusCode).toBe(200);
  expect((await auditor.visit(NEW_IMPORT_PATH)).statusCode).toBe(403);
  expect((await auditor.visit(`${path}/acts/cancel`, {})).statusCode).toBe(403);
  expect((await author.visit(`${path}/acts/cancel`, {})).statusCode).toBe(303);
  expect((await author.visit(path)).body).toContain('已取消');
  expect(await desk.deps.queries.selectFrom('item_imports').select('file').execute()).toEqual([{ file: null }]);
});
