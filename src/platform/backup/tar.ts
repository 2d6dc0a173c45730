import type { FileHandle } from 'node:fs/promises';
import { BackupRefusal, DAMAGED } from './refusal.ts';

/** A file inside the archive, whole in memory. */
export type Member = { readonly name: string; readonly bytes: Uint8Array };

const BLOCK = 512;
/** An upload has at most 20 MiB, a piece of a table a few. */
const MAX_MEMBER_BYTES = 64 * 1024 * 1024;

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`;

function headerOf({ name, bytes }: Member, at: Temporal.Instant): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`Name too long for a tar header: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 'utf8');
  header.write(octal(0o600, 8), 100, 'latin1');
  header.write(octal(0, 8), 108, 'latin1');
  header.write(octal(0, 8), 116, 'latin1');
  header.write(octal(bytes.byteLength, 12), 124, 'latin1');
  header.write(octal(Math.floor(at.epochMilliseconds / 1000), 12), 136, 'latin1');
  header.write(' '.repeat(8), 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  header.write(`${octal(sumOf(header), 7)} `, 148, 'latin1');
  return header;
}

function sumOf(header: Uint8Array): number {
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 0x20 : byte;
  return sum;
}

const paddingOf = (length: number) => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

/** Appends members to a file as POSIX tar, which every system can list and unpack. */
export function createTarWriter(file: FileHandle, at: Temporal.Instant) {
  return {
    add: async (member: Member): Promise<void> => {
      await file.writev([headerOf(member, at), member.bytes, paddingOf(member.bytes.byteLength)]);
    },
    end: async (): Promise<void> => {
      await file.writev([Buffer.alloc(2 * BLOCK)]);
    },
  };
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw new BackupRefusal(DAMAGED);
    read += bytesRead;
  }
  return bytes;
}

function readHeader(header: Buffer): { readonly name: string; readonly length: number } {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
  const number = (from: number, to: number) => Number.parseInt(text(from, to).trim(), 8);
  const length = number(124, 136);
  const isWhole = number(148, 156) === sumOf(header) && text(257, 262) === 'ustar';
  if (!isWhole || !(length >= 0) || length > MAX_MEMBER_BYTES) throw new BackupRefusal(DAMAGED);
  return { name: text(0, 100), length };
}

/** The members of a tar file in their order. Throws a `BackupRefusal` for anything that is none, or is cut short. */
export async function* readTar(file: FileHandle): AsyncGenerator<Member> {
  let position = 0;
  for (;;) {
    const header = await readExactly(file, position, BLOCK);
    if (header.every(byte => byte === 0)) return;
    const { name, length } = readHeader(header);
    yield { name, bytes: await readExactly(file, position + BLOCK, length) };
    position += BLOCK + Math.ceil(length / BLOCK) * BLOCK;
  }
}
