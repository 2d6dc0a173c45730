import { createHash } from 'node:crypto';
import { reference } from './pdf-object.ts';
import type { PdfEntries, PdfObject } from './pdf-object.ts';

const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
const PLAIN_NAME = /^[A-Za-z0-9_.+\-*$!&@^~]+$/;

function writtenName(name: string): string {
  if (PLAIN_NAME.test(name)) return `/${name}`;
  return `/${Array.from(name, character =>
    PLAIN_NAME.test(character) ? character : `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  ).join('')}`;
}

/** A number as PDF takes it: no exponent, at most six places. */
function writtenNumber(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
}

export const writeNumbers = (...values: readonly number[]): string => values.map(writtenNumber).join(' ');

const writtenEntries = (entries: PdfEntries): string =>
  `<<${[...entries].map(([key, value]) => `${writtenName(key)} ${writtenValue(value)}`).join('\n')}>>`;

function writtenValue(value: PdfObject): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writtenNumber(value);
  switch (value.kind) {
    case 'name':
      return writtenName(value.name);
    case 'string':
      return `<${Buffer.from(value.bytes).toString('hex')}>`;
    case 'array':
      return `[${value.items.map(writtenValue).join(' ')}]`;
    case 'dictionary':
      return writtenEntries(value.entries);
    case 'reference':
      return `${value.number} 0 R`;
    case 'stream':
      throw new Error('a stream stands alone');
  }
}

/** A whole file of these objects, numbered from 1: one revision, one table, one end. `root` is the number of the catalogue. */
export function writeObjects(objects: readonly PdfObject[], root: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const push = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.length;
  };
  push(latin1('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'));
  const offsets = objects.map((object, at) => {
    const offset = length;
    push(latin1(`${at + 1} 0 obj\n`));
    if (object !== null && typeof object === 'object' && object.kind === 'stream') {
      push(latin1(`${writtenEntries(new Map([...object.entries, ['Length', object.bytes.length]]))}\nstream\n`));
      push(object.bytes);
      push(latin1('\nendstream'));
    } else push(latin1(writtenValue(object)));
    push(latin1('\nendobj\n'));
    return offset;
  });
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const id: PdfObject = { kind: 'string', bytes: new Uint8Array(hash.digest().subarray(0, 16)) };
  const trailer = new Map<string, PdfObject>([
    ['Size', objects.length + 1],
    ['Root', reference(root)],
    ['ID', { kind: 'array', items: [id, id] }],
  ]);
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const start = length;
  push(latin1(`${table}trailer\n${writtenEntries(trailer)}\nstartxref\n${start}\n%%EOF\n`));
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
