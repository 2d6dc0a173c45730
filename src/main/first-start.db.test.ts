import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../platform/database/open-database.ts';

/** Each start makes a database cluster. */
const PATIENCE_MS = 120_000;

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'gongkai-first-start-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function gongkai(args: readonly string[]) {
  const program = join(import.meta.dirname, 'gongkai.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    env: { PATH: process.env['PATH'], GONGKAI_DATA: data, GONGKAI_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', chunk => (out += String(chunk)));
  child.stderr.on('data', chunk => (err += String(chunk)));
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve));
  return { child, ended, out: () => out, err: () => err };
}

async function run(...args: readonly string[]) {
  const program = gongkai(args);
  const status = await program.ended;
  return { status, out: program.out(), err: program.err() };
}

/** What the start says until it is ready. */
async function startOnce(): Promise<string> {
  const site = gongkai(['serve']);
  await new Promise<void>((resolve, reject) => {
    site.child.stdout.on('data', () => site.out().includes('按 Ctrl-C 停止') && resolve());
    void site.ended.then(() => reject(new Error(site.err())));
  });
  site.child.kill('SIGTERM');
  expect(await site.ended).toBe(0);
  return site.out();
}

test('the first start shows a one-time password once; a real office gets no sample account; the operator gets back in', async () => {
  const first = await startOnce();
  expect(first).toMatch(/系统管理员账号 admin，一次性密码 [a-z0-9]{4}(-[a-z0-9]{4}){3}/);
  expect(first).not.toContain('演示账号');
  expect(await startOnce()).not.toContain('一次性密码');

  const sample = await run('sample');
  expect([sample.status, sample.err]).toEqual([2, expect.stringContaining('已有真实的账号')]);

  expect(await run('reset-password', 'admin')).toMatchObject({ status: 0, out: expect.stringContaining('一次性密码') });
  expect(await run('reset-password', 'nobody')).toMatchObject({
    status: 2,
    err: expect.stringContaining('没有“nobody”'),
  });
});

test(
  'the doctor finds a sound installation sound, and a journal that was changed',
  async () => {
    await startOnce();
    const sound = await run('doctor');
    expect(sound.err).toBe('');
    expect(sound).toMatchObject({ status: 0, out: expect.stringContaining('正常　操作日志：1 条') });
    const anchor = /(\d+:[0-9a-f]{64})/.exec(sound.out)?.[1] ?? '';
    expect((await run('doctor', '--anchor', anchor)).status).toBe(0);
    expect((await run('doctor', '--anchor', `1:${'0'.repeat(64)}`)).status).toBe(1);
    expect(await run('doctor', '--anchor', 'wrong')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--anchor'),
    });

    const database = await openDatabase({ dataFolder: data });
    await sql`alter table journal disable trigger user`.execute(database.queries);
    await sql`update journal set event = 'nothing-happened'`.execute(database.queries);
    await database.close();
    expect(await run('doctor')).toMatchObject({ status: 1, out: expect.stringContaining('有问题　操作日志：第 1 条') });
  },
  PATIENCE_MS,
);
