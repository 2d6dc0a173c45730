import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { SAMPLE_AGENCIES } from '../../../sample/qingchuan/agencies.ts';
import { runCommand } from '../../cli/index.ts';
import { registerAgency } from '../../people/actions/register-agency.ts';
import { addressOf } from '../../platform/database/testing/address.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { saveColumns } from '../../publishing/store/column.store.ts';
import { TEST_COLUMNS } from '../../publishing/testing/contents.ts';
import { itemsImport } from './items-import.ts';

/** An installation on a database of its own, and the command in it. */
async function openInstallation() {
  const database = await openTestDatabase();
  const { queries } = database;
  for (const agency of SAMPLE_AGENCIES) await registerAgency(queries, agency);
  await saveColumns(queries, TEST_COLUMNS);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(queries);
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-items-'));
  const environment = { DATABASE_URL: addressOf(inject('testServer').address, rows[0]!.name), GONGKAI_DATA: folder };
  return {
    folder,
    queries,
    run: async (...words: readonly string[]) => {
      const said = { out: '', err: '' };
      const status = await runCommand({ 'items import': async () => itemsImport }, ['items', 'import', ...words], {
        out: text => void (said.out += text),
        err: text => void (said.err += text),
        stdin: async () => new Uint8Array(),
        environment,
      });
      return { status, ...said };
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const TABLE = [
  '标题,发布时间,栏目,正文',
  '晴川区召开防汛会议,2019-06-03,工作动态,近日，晴川区召开防汛会议。',
  '晴川区公布名单,2019-06-04,工作动态,身份证号码：110101199003077758。',
  '没有栏目,2019-06-05,不存在,近日召开会议。',
].join('\n');
const MOVING = ['--agency', '990101-001', '--published', '--origin', '原门户网站'] as const;

test('a table is tried, brought in and reported; a second time everything is known', async () => {
  await using installation = await openInstallation();
  const { folder, queries, run } = installation;
  const table = join(folder, '导出.csv');
  await writeFile(table, TABLE);
  const tried = await run(table, ...MOVING, '--dry-run');
  expect(tried.status).toBe(1);
  expect(tried.out).toContain('试运行，没有写入：已公开 1 条，成为草稿 1 条，以前已导入 0 条，没有导入 1 条');
  expect(await queries.selectFrom('item_imports').select('id').execute()).toEqual([]);

  const report = join(folder, '结果.csv');
  const answer = await run(table, ...MOVING, '--report', report, '--json');
  expect(answer.status).toBe(1);
  expect(answer.err).toContain('3 / 3（100%');
  expect(JSON.parse(answer.out)).toMatchObject({
    state: 'done',
    total: 3,
    counts: { published: 1, draft: 1, known: 0, refused: 1 },
    lines: [
      { line: 3, outcome: 'draft' },
      { line: 4, outcome: 'refused', message: expect.stringContaining('不存在') },
    ],
  });
  expect(await readFile(report, 'utf8')).toContain('已公开');
  expect((await run(table, ...MOVING)).out).toContain('以前已导入 2 条，没有导入 1 条');
  expect(await queries.selectFrom('items').select('id').execute()).toHaveLength(2);
});

test('documents that nothing is found in come in with status 0', async () => {
  await using installation = await openInstallation();
  const { folder, run } = installation;
  await mkdir(join(folder, '文稿'));
  await writeFile(
    join(folder, '文稿', '晴川区召开防汛会议.txt'),
    '晴川区召开防汛会议\n近日，晴川区召开防汛会议，部署全年工作。',
  );
  const answer = await run(join(folder, '文稿'), '--agency', '990101-001', '--column', 'gzdt');
  expect([answer.status, answer.out]).toEqual([0, '已公开 0 条，成为草稿 1 条，以前已导入 0 条，没有导入 0 条。\n']);
});

test('a call that cannot be used ends with one sentence and status 2', async () => {
  await using installation = await openInstallation();
  const { folder, run } = installation;
  const table = join(folder, '导出.csv');
  await writeFile(table, '甲,乙\n1,2');
  const sentences: readonly (readonly [readonly string[], string])[] = [
    [[], '请写明要导入的'],
    [[table], '要用 --agency 写明机构编码'],
    [[table, '--agency', '990101-999'], '没有机构 990101-999'],
    [[table, '--agency', '990101-001', '--published'], '--origin'],
    [[table, '--agency', '990101-001', '--column', 'jyj-gzdt'], '没有栏目 jyj-gzdt'],
    [[table, '--agency', '990101-001', '--kind', '诗歌'], '没有信息种类'],
    [[table, '--agency', '990101-001'], '没有找到表头'],
    [[join(folder, '没有'), '--agency', '990101-001'], '不存在或者打不开'],
  ];
  for (const [words, sentence] of sentences) {
    const { status, err, out } = await run(...words);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  }
});
