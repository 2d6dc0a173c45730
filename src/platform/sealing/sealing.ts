import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../database/refusal.ts';
import { syncFolder } from '../durable/durable-files.ts';
import { createKeyFile } from './key-file.ts';
import { KEY_BYTES, readKeys } from './key-text.ts';
import { SealBroken, SealingRefusal } from './refusal.ts';

/**
 * Encryption at rest (AES-256-GCM). `context` binds a ciphertext to its place (such as 'applicant:<id>:name'): opened
 * elsewhere it fails, so that nobody with write access to the database can put one person's data in another's place.
 */
export type Sealing = {
  /** The text as `s1.<key id>.<base64url>`; the same text gives another result each time. */
  readonly seal: (text: string, context: string) => string;
  /** The text sealed for this context. Throws `SealBroken` for anything that was changed, moved, or has an unknown key. */
  readonly open: (sealed: string, context: string) => string;
  readonly sealBytes: (bytes: Uint8Array, context: string) => Uint8Array;
  readonly openBytes: (sealed: Uint8Array, context: string) => Uint8Array;
  /**
   * Keyed HMAC-SHA256 in hex: equal texts can be found without being read. It stays the same when keys are rotated, because
   * it is made with the oldest key.
   */
  readonly digest: (text: string, purpose: string) => string;
  /** The names of the keys at hand, that which seals first, that which digests last. They tell nothing of the keys. */
  readonly keyIds: readonly string[];
};

type SealingKey = {
  readonly id: string;
  readonly texts: Uint8Array;
  readonly files: Uint8Array;
  readonly digests: Uint8Array;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 4;
const CIPHER = 'aes-256-gcm';
/** What sealed bytes begin with; the last byte is the version. */
const MAGIC = Buffer.from('GKS1', 'latin1');
const SEALED_TEXT = /^s1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

function deriveKey(key: Uint8Array, purpose: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `gongkai ${purpose} v1`, bytes));
}

function sealingKey(key: Uint8Array): SealingKey {
  if (key.byteLength !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes, not ${key.byteLength}`);
  return {
    id: deriveKey(key, 'key id', ID_BYTES).toHex(),
    texts: deriveKey(key, 'texts', KEY_BYTES),
    files: deriveKey(key, 'files', KEY_BYTES),
    digests: deriveKey(key, 'digests', KEY_BYTES),
  };
}

/** Nonce, ciphertext and tag in one. The nonce is random: one key is good for four thousand million seals. */
function encrypt(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  if (sealed.byteLength < NONCE_BYTES + TAG_BYTES) throw new SealBroken('Sealed data is cut short');
  const end = sealed.byteLength - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, end));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch (error) {
    throw new SealBroken('Sealed data was changed, or is not of this place', { cause: error });
  }
}

/**
 * Sealing with these keys of 32 bytes each, newest first: the first one seals, each one opens, the last one digests. So a new
 * key is put in front, and the old ones stay. Throws where there is no key, or one of another length.
 */
export function createSealing(keys: readonly Uint8Array[]): Sealing {
  const ring = keys.map(sealingKey);
  const newest = ring[0];
  const oldest = ring.at(-1);
  if (newest === undefined || oldest === undefined) throw new RangeError('Sealing needs a key');
  const keyOf = (id: string): SealingKey => {
    const key = ring.find(key => key.id === id);
    if (key === undefined) throw new SealBroken(`No key ${id} is at hand`);
    return key;
  };
  return {
    seal: (text, context) =>
      `s1.${newest.id}.${encrypt(newest.texts, Buffer.from(text, 'utf8'), context).toString('base64url')}`,
    open: (sealed, context) => {
      const [, id, body] = SEALED_TEXT.exec(sealed) ?? [];
      if (id === undefined || body === undefined) throw new SealBroken('Not a sealed text');
      return decrypt(keyOf(id).texts, Buffer.from(body, 'base64url'), context).toString('utf8');
    },
    sealBytes: (bytes, context) =>
      Buffer.concat([MAGIC, Buffer.from(newest.id, 'hex'), encrypt(newest.files, bytes, context)]),
    openBytes: (sealed, context) => {
      const head = Buffer.from(sealed.subarray(0, MAGIC.length + ID_BYTES));
      if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('Not sealed bytes');
      const key = keyOf(head.subarray(MAGIC.length).toString('hex'));
      return decrypt(key.files, sealed.subarray(head.length), context);
    },
    // The length in front keeps ('ab', 'c') and ('a', 'bc') apart.
    digest: (text, purpose) =>
      createHmac('sha256', oldest.digests).update(`${purpose.length}:${purpose}:${text}`, 'utf8').digest('hex'),
    keyIds: ring.map(({ id }) => id),
  };
}

/** Where keys come from: GONGKAI_KEY, else `<data folder>/secrets/seal.key`, which is made at the first start. */
export type KeyPlace = { readonly keyText: string | null; readonly dataFolder: string };

async function readKeyFile(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    // The program that made the file may not have come as far: no seal may outlive its key in a power failure.
    await syncFolder(dirname(path));
    return text;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new SealingRefusal(`读不了密钥文件 ${path}；请检查它的权限，或者用 GONGKAI_KEY 给出密钥`, { cause: error });
  }
}

const keyFileOf = ({ dataFolder }: KeyPlace) => join(dataFolder, 'secrets', 'seal.key');

function sealingFrom(place: KeyPlace, text: string): Sealing {
  const keys = readKeys(text);
  if (keys.ok) return createSealing(keys.value);
  const name = place.keyText === null ? `密钥文件 ${keyFileOf(place)}` : '环境变量 GONGKAI_KEY';
  throw new SealingRefusal(`${name} 不能用：${keys.problem}；请恢复原来的密钥`);
}

/** The sealing of an installation whose key is there; undefined where none is. Makes none. */
export async function findSealing(place: KeyPlace): Promise<Sealing | undefined> {
  const text = place.keyText ?? (await readKeyFile(keyFileOf(place)));
  return text === undefined ? undefined : sealingFrom(place, text);
}

/**
 * Opens the sealing of an installation. With a key text that is all there is; else the key file is read, and made where there
 * is none (durably, mode 0600, once even when several programs start together). Throws a `SealingRefusal` for keys that
 * cannot be used. Open the database first: the embedded server takes over a data folder only while it is empty.
 */
export async function openSealing(place: KeyPlace): Promise<Sealing> {
  return (await findSealing(place)) ?? sealingFrom(place, await createKeyFile(keyFileOf(place)));
}
