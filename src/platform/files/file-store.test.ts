import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSealing } from '../sealing/sealing.ts';
import { findFileId, openFileStore, openSealedFiles } from './file-store.ts';
import type { FileId, FileStore } from './file-store.ts';
import { fileOf } from './testing/file-of.ts';

const sealing = createSealing([new Uint8Array(32)]);
const PROGRAM = join(import.meta.dirname, 'testing/keep-files.ts');

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function keep(store: FileStore, bytes: Uint8Array): Promise<FileId> {
  const kept = await store.keep(bytes);
  if (!kept.ok) throw new Error(kept.problem);
  return kept.value;
}

const listFiles = async (folder: string) => Array.fromAsync((await openSealedFiles(folder)).list());
const pathOf = (folder: string, id: FileId) => join(folder, id.slice(0, 2), id);

test('a file comes back as it was, and on the disk it shows nothing', () =>
  inFolder(async folder => {
    const store = await openFileStore({ folder, sealing });
    const text = Buffer.from('身份证复印件'.repeat(100));
    const id = await keep(store, text);
    expect(Buffer.from(await store.read(id)).equals(text)).toBe(true);
    expect((await readFile(pathOf(folder, id))).includes('身份证')).toBe(false);
    const empty = await keep(store, new Uint8Array());
    expect(await store.read(empty)).toHaveLength(0);
    expect((await listFiles(folder)).map(file => file.id)).toEqual([id, empty].sort());
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  }));

test('a removed file is gone, removing it twice is no fault, and one that never was cannot be read', () =>
  inFolder(async folder => {
    const store = await openFileStore({ folder, sealing });
    const id = await keep(store, fileOf(10));
    await store.remove(id);
    await store.remove(id);
    await store.remove('00000000-0000-4000-8000-000000000000' as FileId);
    await expect(store.read(id)).rejects.toThrow('ENOENT');
    expect(await listFiles(folder)).toEqual([]);
  }));

test('a file that was changed on the disk, or exchanged with another, does not open', () =>
  inFolder(async folder => {
    const store = await openFileStore({ folder, sealing });
    const [a, b] = [await keep(store, fileOf(100)), await keep(store, fileOf(200))];
    const sealed = await readFile(pathOf(folder, a));
    await writeFile(pathOf(folder, b), sealed);
    await expect(store.read(b)).rejects.toThrow('changed, or is not of this place');
    await writeFile(pathOf(folder, a), sealed.subarray(0, -1));
    await expect(store.read(a)).rejects.toThrow('changed');
  }));

test('only an id is an id: no path leads out of the store', () => {
  for (const text of ['', '../../etc/passwd', '00/00000000', 'G0000000-0000-4000-8000-000000000000'])
    expect(findFileId(text)).toBeUndefined();
  expect(findFileId('00000000-0000-4000-8000-000000000000')).toBeDefined();
});

test('what a killed program left unfinished goes at a later start, what is being written stays', () =>
  inFolder(async folder => {
    await openFileStore({ folder, sealing });
    const [old, fresh] = [join(folder, 'incoming/old'), join(folder, 'incoming/fresh')];
    await writeFile(old, 'x');
    await writeFile(fresh, 'x');
    const hoursAgo = Temporal.Now.instant().epochMilliseconds / 1000 - 2 * 3600;
    await utimes(old, hoursAgo, hoursAgo);
    await openFileStore({ folder, sealing });
    expect(await readdir(join(folder, 'incoming'))).toEqual(['fresh']);
  }));

test('sealed bytes move to another store under their id without the key', () =>
  inFolder(async folder => {
    const [here, there] = [join(folder, 'a'), join(folder, 'b')];
    const id = await keep(await openFileStore({ folder: here, sealing }), fileOf(1000));
    await (await openSealedFiles(there)).putSealed(id, await (await openSealedFiles(here)).readSealed(id));
    const store = await openFileStore({ folder: there, sealing });
    expect(new Uint8Array(await store.read(id))).toEqual(fileOf(1000));
  }));

test('kill -9: every file that was acknowledged reads back whole', () =>
  inFolder(async folder => {
    const child = spawn(process.execPath, [PROGRAM, folder, '30000'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', chunk => (printed += String(chunk)));
    await once(child.stdout, 'data');
    await pause(400);
    child.kill('SIGKILL');
    await once(child, 'close');
    const acknowledged = printed.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThan(2);
    const store = await openFileStore({ folder, sealing });
    for (const line of acknowledged)
      expect(new Uint8Array(await store.read(line as FileId)), line).toEqual(fileOf(30_000));
    // At most the one that was under way is there without having been acknowledged.
    const listed = await listFiles(folder);
    expect(listed.length - acknowledged.length).toBeLessThanOrEqual(1);
  }));

test('a disk without room refuses with a sentence and shows nothing half-written', () =>
  inFolder(async folder => {
    // A limit on the size of files stands for the full disk: the write breaks off in the middle in the same way.
    const child = spawn(
      '/bin/sh',
      ['-c', `ulimit -f 64; exec "$0" "$@"`, process.execPath, PROGRAM, folder, '90000', '1'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let printed = '';
    child.stdout.on('data', chunk => (printed += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(printed).toMatch(/存储空间不足.*请稍后再试/);
    expect(await listFiles(folder)).toEqual([]);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  }));
