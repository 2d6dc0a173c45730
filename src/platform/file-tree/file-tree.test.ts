import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findTreePath } from './file-tree.ts';
import { openArchive } from './open-archive.ts';
import { openFolder } from './open-folder.ts';

const said = (text: string) => ({ ok: true, value: Buffer.from(text) });

async function opened(bytes: Uint8Array) {
  const tree = await openArchive(bytes);
  if (!tree.ok) throw new Error(tree.problem);
  return tree.value;
}

/** A ZIP whose names of one length are replaced byte by byte: as programs write what a library would not. */
function renamed(zip: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const old = Buffer.from(from);
  expect(to.length).toBe(old.length);
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) bytes.set(to, at);
  return bytes;
}

test('names of files are read whether Windows in China or anybody else has packed them', async () => {
  // 通知.txt as GBK, which marks nothing.
  const gbk = new Uint8Array([0xcd, 0xa8, 0xd6, 0xaa, 0x2e, 0x74, 0x78, 0x74]);
  const windows = await opened(renamed(zipSync({ 'abcd.txt': strToU8('甲') }), 'abcd.txt', gbk));
  expect(windows.paths).toEqual(['通知.txt']);
  expect(await windows.read('通知.txt')).toEqual(said('甲'));
  expect((await opened(zipSync({ '目录/通知.txt': strToU8('乙'), '__MACOSX/._a': strToU8('') }))).paths).toEqual([
    '目录/通知.txt',
  ]);
});

test('what is crafted is refused: paths that lead out, names given twice, bombs, passwords, rubbish', async () => {
  const outward = renamed(zipSync({ 'aa/bcd.txt': strToU8('x') }), 'aa/bcd.txt', strToU8('../bcd.txt'.slice(0, 10)));
  expect(await openArchive(outward)).toMatchObject({ ok: false, problem: expect.stringContaining('指向外部的路径') });

  const twice = await opened(
    renamed(zipSync({ 'a.txt': strToU8('1'), 'b.txt': strToU8('2') }), 'b.txt', strToU8('a.txt')),
  );
  expect(await twice.read('a.txt')).toMatchObject({ ok: false, problem: expect.stringContaining('同名') });

  const bomb = await opened(zipSync({ 'b.txt': new Uint8Array(40 * 1024 * 1024) }, { level: 9 }));
  expect(await bomb.read('b.txt')).toMatchObject({ ok: false, problem: expect.stringContaining('体积异常') });

  const locked = Buffer.from(zipSync({ 'a.txt': strToU8('1') }));
  for (const mark of ['PK\u0001\u0002', 'PK\u0003\u0004']) {
    const at = locked.indexOf(mark, 0, 'latin1');
    locked[at + (mark.endsWith('\u0002') ? 8 : 6)]! |= 1;
  }
  expect(await (await opened(locked)).read('a.txt')).toMatchObject({
    ok: false,
    problem: expect.stringContaining('密码'),
  });

  expect(await openArchive(strToU8('no zip'))).toMatchObject({ ok: false, problem: expect.stringContaining('打不开') });
  expect(await (await opened(zipSync({ 'a.txt': strToU8('1') }))).read('../a.txt')).toMatchObject({ ok: false });
});

test('a folder gives its files, follows no link and nothing else is opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-tree-'));
  try {
    await mkdir(join(folder, '附件'));
    await writeFile(join(folder, '附件', '表.txt'), '一');
    await writeFile(join(folder, '.hidden'), '');
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    const tree = await openFolder(folder);
    if (!tree.ok) throw new Error(tree.problem);
    expect(tree.value.paths).toEqual(['附件/表.txt']);
    expect(await tree.value.read('附件/表.txt')).toMatchObject({ ok: true });
    expect(await tree.value.read('link.txt')).toMatchObject({ ok: false });
    expect(await openFolder(join(folder, '没有'))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('打不开'),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('paths of tables are made like those of a tree, and lead nowhere above it', () => {
  expect(findTreePath('.\\files\\2020\\a.html')).toBe('files/2020/a.html');
  expect(findTreePath('/files/./b/../a.html')).toBe('files/a.html');
  expect(findTreePath('../../etc/passwd')).toBeUndefined();
});
