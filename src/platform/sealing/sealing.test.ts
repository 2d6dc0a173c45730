import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeys } from './key-text.ts';
import { SealBroken, SealingRefusal } from './refusal.ts';
import { createSealing, openSealing } from './sealing.ts';

const keyOf = (fill: number) => new Uint8Array(32).fill(fill);
const sealing = createSealing([keyOf(1)]);
const flipped = (bytes: Uint8Array, at: number) => bytes.with(at, bytes[at]! ^ 1);

test('what was sealed comes back, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
      expect(sealing.open(sealing.seal(text, context), context)).toBe(text);
    }),
  );
  const bytes = new Uint8Array(100_000).map((_, index) => index);
  expect(new Uint8Array(sealing.openBytes(sealing.sealBytes(bytes, 'file:1'), 'file:1'))).toEqual(bytes);
  expect(sealing.openBytes(sealing.sealBytes(new Uint8Array(), 'x'), 'x')).toHaveLength(0);
});

test('a sealed text shows nothing and is never the same twice', () => {
  const [first, second] = [sealing.seal('王小明', 'applicant:1:name'), sealing.seal('王小明', 'applicant:1:name')];
  expect(first).toMatch(/^s1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$/);
  expect(first).not.toBe(second);
  expect(Buffer.from(sealing.sealBytes(Buffer.from('王小明'), 'f')).includes('王小明')).toBe(false);
});

test('a seal opens only in its own place', () => {
  const sealed = sealing.seal('13800000000', 'applicant:1:telephone');
  expect(() => sealing.open(sealed, 'applicant:2:telephone')).toThrow(SealBroken);
  expect(() => sealing.open(sealed, '')).toThrow(SealBroken);
  const bytes = sealing.sealBytes(keyOf(7), 'file:1');
  expect(() => sealing.openBytes(bytes, 'file:2')).toThrow(SealBroken);
});

test('every single changed bit, and every cut, is seen', () => {
  const bytes = sealing.sealBytes(Buffer.from('卷'), 'file:1');
  for (let at = 0; at < bytes.length; at += 1)
    expect(() => sealing.openBytes(flipped(bytes, at), 'file:1'), `byte ${at}`).toThrow(SealBroken);
  for (let length = 0; length < bytes.length; length += 1)
    expect(() => sealing.openBytes(bytes.subarray(0, length), 'file:1')).toThrow(SealBroken);
  const text = sealing.seal('卷', 'c');
  for (const broken of ['', 's1', `${text}.`, text.slice(0, -2), text.replace('s1.', 's2.'), `s1.00000000.AAAA`])
    expect(() => sealing.open(broken, 'c')).toThrow(SealBroken);
});

describe('rotation', () => {
  const rotated = createSealing([keyOf(2), keyOf(1)]);

  test('a new key seals, the old one still opens what it sealed', () => {
    expect(rotated.open(sealing.seal('旧', 'c'), 'c')).toBe('旧');
    expect(() => sealing.open(rotated.seal('新', 'c'), 'c')).toThrow(/No key [0-9a-f]{8} is at hand/);
    expect(rotated.openBytes(sealing.sealBytes(Buffer.from('旧'), 'c'), 'c').toString()).toBe(
      Buffer.from('旧').toString(),
    );
    expect(rotated.seal('', '').split('.')[1]).toBe(rotated.keyIds[0]);
  });

  test('equal values are still found', () => {
    expect(rotated.digest('身份证号', 'identity')).toBe(sealing.digest('身份证号', 'identity'));
  });
});

test('a digest depends on the key, the text and the purpose, and on where one ends and the other begins', () => {
  const digests = [
    sealing.digest('ab', 'c'),
    sealing.digest('b', 'ca'),
    sealing.digest('c', 'ab'),
    createSealing([keyOf(2)]).digest('ab', 'c'),
    sealing.digest('ab', '2:c'),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(sealing.digest('ab', 'c')).toBe(digests[0]);
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
});

describe('the text of keys', () => {
  const base64 = Buffer.from(keyOf(200)).toString('base64');
  test('is base64, base64url or hexadecimal, several apart by space, comma or line', () => {
    const url = base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
    for (const text of [base64, url, keyOf(200).toHex(), keyOf(200).toHex().toUpperCase()])
      expect(readKeys(`# first\n ${text} \n`)).toEqual({ ok: true, value: [keyOf(200)] });
    const three = readKeys(`${base64}, ${keyOf(2).toHex()}\r\n${keyOf(3).toHex()}`);
    expect(three.ok && three.value.length).toBe(3);
  });

  test('is refused without repeating it where it is no key, a short one, or the same twice', () => {
    for (const text of ['', '# only words', 'secret-passphrase', keyOf(1).toHex().slice(2), `${base64} ${base64}`]) {
      const keys = readKeys(text);
      expect(keys.ok ? '' : keys.problem).toMatch(/密钥/);
      expect(JSON.stringify(keys)).not.toContain(text === '' ? keyOf(1).toHex() : text);
    }
  });
});

describe('the key of an installation', () => {
  async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-sealing-'));
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  test('is made once, readable by its owner alone, and found again', () =>
    inFolder(async dataFolder => {
      const first = await openSealing({ keyText: null, dataFolder });
      const second = await openSealing({ keyText: null, dataFolder });
      expect(second.open(first.seal('甲', 'c'), 'c')).toBe('甲');
      const folder = join(dataFolder, 'secrets');
      expect(await readdir(folder)).toEqual(['seal.key']);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      expect((await stat(join(folder, 'seal.key'))).mode & 0o777).toBe(0o600);
      const written = await readFile(join(folder, 'seal.key'), 'utf8');
      expect((await openSealing({ keyText: written, dataFolder: '/nowhere' })).keyIds).toEqual(first.keyIds);
    }));

  test('is one and the same for programs that make it at the same time', () =>
    inFolder(async dataFolder => {
      const program = join(import.meta.dirname, 'testing/print-key.ts');
      const children = Array.from({ length: 4 }, () => fork(program, [dataFolder]));
      const ids = await Promise.all(children.map(async child => (await once(child, 'message'))[0] as string));
      expect(new Set(ids).size).toBe(1);
      expect(await readdir(join(dataFolder, 'secrets'))).toEqual(['seal.key']);
    }));

  test('is refused with a sentence where it cannot be used', () =>
    inFolder(async dataFolder => {
      await expect(openSealing({ keyText: 'abc', dataFolder })).rejects.toThrow(SealingRefusal);
      await expect(openSealing({ keyText: 'abc', dataFolder })).rejects.toThrow(/GONGKAI_KEY 不能用：第 1 个密钥/);
      await mkdir(join(dataFolder, 'secrets'));
      await writeFile(join(dataFolder, 'secrets/seal.key'), '');
      await expect(openSealing({ keyText: null, dataFolder })).rejects.toThrow(/seal\.key 不能用：里面没有密钥/);
      await writeFile(join(dataFolder, 'file'), '');
      await expect(openSealing({ keyText: null, dataFolder: join(dataFolder, 'file') })).rejects.toThrow(
        SealingRefusal,
      );
    }));
});
