import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { findFileId } from '../files/file-store.ts';
import type { FileId } from '../files/file-store.ts';
import { BackupRefusal, DAMAGED } from './refusal.ts';
import { readTar } from './tar.ts';
import type { Member } from './tar.ts';

export const FORMAT = 'gongkai-backup';
export const VERSION = 1;

/** The first member: what is needed to judge whether the back-up can be restored here. */
export const MANIFEST = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: z.string() })),
  /** Ids of the keys that are needed to read what is sealed. The keys are not in the back-up. */
  sealingKeys: z.array(z.string()),
});
export type Manifest = z.infer<typeof MANIFEST>;

/** The last member but one: rows of each table, number of files. */
export const SUMMARY = z.object({ tables: z.record(z.string(), z.int().min(0)), files: z.int().min(0) });
export type Summary = z.infer<typeof SUMMARY>;

export const MANIFEST_NAME = 'manifest.json';
export const SUMMARY_NAME = 'summary.json';
/** The last member, in the form of `sha256sum`: a back-up without it was not finished. */
export const CHECKSUMS_NAME = 'checksums.txt';

export const pieceName = (table: string, piece: number) => `tables/${table}/${String(piece).padStart(6, '0')}.jsonl.gz`;
export const fileName = (id: FileId) => `files/${id}`;

export function findTable(name: string): string | undefined {
  return /^tables\/([a-z][a-z0-9_]*)\/\d{6}\.jsonl\.gz$/.exec(name)?.[1];
}

export function findFile(name: string): FileId | undefined {
  return name.startsWith('files/') ? findFileId(name.slice('files/'.length)) : undefined;
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const checksumLine = ({ name, bytes }: Member) => `${digestOf(bytes)}  ${name}\n`;

function readJson<Value>(schema: z.ZodType<Value>, member: Member | undefined): Value {
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(member?.bytes ?? []).toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // No JSON is damage like any other.
  }
  throw new BackupRefusal(DAMAGED);
}

/** What a back-up says about itself, after every byte of it was checked. */
export type VerifiedArchive = { readonly manifest: Manifest; readonly summary: Summary };

/**
 * Reads a whole back-up and compares every member with the list at its end. Throws a `BackupRefusal` where a member is
 * missing, changed, unknown or too many, or the end is.
 */
export async function verifyArchive(file: FileHandle): Promise<VerifiedArchive> {
  const known = new Map<string, Member>();
  let lines = '';
  let list: string | undefined;
  for await (const member of readTar(file)) {
    if (list !== undefined) throw new BackupRefusal(DAMAGED);
    const { name } = member;
    if (name === CHECKSUMS_NAME) list = Buffer.from(member.bytes).toString('utf8');
    else lines += checksumLine(member);
    if (name === MANIFEST_NAME || name === SUMMARY_NAME) known.set(name, member);
    else if (name !== CHECKSUMS_NAME && findTable(name) === undefined && findFile(name) === undefined)
      throw new BackupRefusal(DAMAGED);
  }
  if (list !== lines) throw new BackupRefusal(DAMAGED);
  const manifest = readJson(MANIFEST, known.get(MANIFEST_NAME));
  return { manifest, summary: readJson(SUMMARY, known.get(SUMMARY_NAME)) };
}
