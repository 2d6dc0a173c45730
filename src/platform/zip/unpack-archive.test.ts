import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guarded } from '../document/trouble.ts';
import { unpackArchive } from './unpack-archive.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('the files of an archive come by their names without folders; leavings of operating systems stay out', async () => {
  const archive = zipSync({
    '年报/民政局.html': utf8('甲'),
    '年报/': new Uint8Array(),
    '__MACOSX/年报/._民政局.html': utf8('x'),
    '年报/.DS_Store': utf8('x'),
    '年报/Thumbs.db': utf8('x'),
    '教育局.txt': utf8('乙'),
  });
  const files = await unpackArchive(archive);
  expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['民政局.html', '甲'],
    ['教育局.txt', '乙'],
  ]);
});

test('names that Windows has packed in GBK are read', async () => {
  // 民政局.txt in GBK, with as many bytes as the name that stands in for it.
  const gbk = Uint8Array.from([0xc3, 0xf1, 0xd5, 0xfe, 0xbe, 0xd6, 0x2e, 0x74, 0x78, 0x74]);
  const archive = zipSync({ 'ABCDEF.txt': utf8('甲') });
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('ABCDEF'); at >= 0; at = bytes.indexOf('ABCDEF', at + 1)) bytes.set(gbk, at);
  expect((await unpackArchive(bytes)).map(({ name }) => name)).toEqual(['民政局.txt']);
});

test('what unfolds beyond measure, or is no archive, ends with a trouble', async () => {
  const bomb = zipSync({ '零.txt': new Uint8Array(30 * 1024 * 1024) });
  expect(await guarded(async () => unpackArchive(bomb))).toMatchObject({ ok: false, problem: 'bomb' });
  const cut = zipSync({ '甲.txt': utf8('甲'.repeat(500)) }).subarray(0, 60);
  expect(await guarded(async () => unpackArchive(cut))).toMatchObject({ ok: false, problem: 'damaged' });
});
