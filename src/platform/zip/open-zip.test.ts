import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { guarded } from '../document/trouble.ts';
import { openZip } from './open-zip.ts';
import { readRelationships } from './relationships.ts';

const readPart = (bytes: Uint8Array, name: string) =>
  guarded(async () => {
    const zip = await openZip(bytes);
    return Buffer.concat(await Array.fromAsync(zip.chunks(name))).toString();
  });

test('a part is read whole, its name compared without case or leading slash', async () => {
  const zip = zipSync({ 'word/Document.xml': strToU8('正文') });
  expect(await readPart(zip, '/word/document.xml')).toEqual({ ok: true, value: '正文' });
  expect(await readPart(zip, 'word/none.xml')).toEqual({ ok: false, problem: 'no-content' });
});

test('what unfolds beyond measure is a bomb, also where the directory hides it', async () => {
  const zip = zipSync({ a: new Uint8Array(20_000_000) });
  expect(await readPart(zip, 'a')).toEqual({ ok: false, problem: 'bomb' });
  const lying = Buffer.from(zip);
  const directory = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  lying.writeUInt32LE(1_000, directory + 24);
  expect(await readPart(lying, 'a')).toEqual({ ok: false, problem: 'damaged' });
});

test('the sum of all parts is limited, not only each', async () => {
  const noise = randomBytes(1_000_000).toString('hex'); // packs to half: no bomb by ratio
  const part = strToU8(noise.repeat(20));
  const bytes = zipSync({ a: part, b: part, c: part }, { level: 0 });
  const read = await guarded(async () => {
    const zip = await openZip(bytes);
    let length = 0;
    for (const name of ['a', 'b', 'c']) for await (const chunk of zip.chunks(name)) length += chunk.byteLength;
    return length;
  });
  expect(read).toEqual({ ok: false, problem: 'too-large' });
});

test('too many parts are refused', async () => {
  const zip = zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}`, new Uint8Array()])));
  expect(await readPart(zip, '1')).toEqual({ ok: false, problem: 'too-many-parts' });
});

test('relationships lead to parts, links to outside do not count', async () => {
  const bytes = zipSync({
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="x/image" Target="../media/a.png"/><Relationship Id="b" Type="x/styles" Target="/word/s.xml"/><Relationship Id="c" Type="x/hyperlink" Target="http://example.invalid/" TargetMode="External"/></Relationships>',
    ),
  });
  expect(await readRelationships(await openZip(bytes), 'word/document.xml')).toEqual([
    { id: 'a', kind: 'image', target: 'media/a.png' },
    { id: 'b', kind: 'styles', target: 'word/s.xml' },
  ]);
});
