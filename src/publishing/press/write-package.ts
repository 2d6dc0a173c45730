import { createHash, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { ZipOptions } from 'fflate';
import { MANIFEST_PATH, SIGNATURE_PATH } from '../rules/exchange/manifest.ts';
import type { Manifest } from '../rules/exchange/manifest.ts';

/** A file of a package. */
export type PackedFile = { readonly path: string; readonly bytes: Uint8Array };

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The public half of a key as a package names it: DER in base64. */
export function publicKeyText(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** Attachments are packed already; texts fold to a tenth. */
const lookOf = ({ path }: PackedFile): ZipOptions => ({ level: path.startsWith('attachments/') ? 0 : 6 });

/** Puts files, a manifest that names them all, and the signature over it into one ZIP. */
export function writePackage(
  head: Omit<Manifest, 'format' | 'formatVersion' | 'files'>,
  files: readonly PackedFile[],
  key: KeyObject,
): Uint8Array {
  const manifest: Manifest = {
    format: 'gongkai-exchange',
    formatVersion: 1,
    ...head,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.byteLength, sha256: sha256Of(bytes) })),
  };
  const signed = strToU8(JSON.stringify(manifest, null, 1));
  const signature = {
    algorithm: 'Ed25519',
    publicKey: publicKeyText(key),
    signature: sign(null, signed, key).toString('base64'),
  };
  return zipSync({
    [MANIFEST_PATH]: [signed, { level: 6 }],
    [SIGNATURE_PATH]: [strToU8(JSON.stringify(signature, null, 1)), { level: 6 }],
    ...Object.fromEntries(files.map(file => [file.path, [file.bytes, lookOf(file)] as const])),
  });
}
