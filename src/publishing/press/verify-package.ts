import { createPublicKey, verify } from 'node:crypto';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { guarded } from '../../platform/document/trouble.ts';
import { openZip } from '../../platform/zip/open-zip.ts';
import type { ZipContainer } from '../../platform/zip/open-zip.ts';
import { MANIFEST, MANIFEST_PATH, SIGNATURE, SIGNATURE_PATH } from '../rules/exchange/manifest.ts';
import type { Manifest } from '../rules/exchange/manifest.ts';
import { sha256Of } from './write-package.ts';

async function bytesOf(zip: ZipContainer, path: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.chunks(path)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The manifest when the signature over it is that of the key; else what is wrong. */
async function signedManifest(zip: ZipContainer, trusted: string): Promise<Result<Manifest, string>> {
  if (!zip.has(MANIFEST_PATH) || !zip.has(SIGNATURE_PATH)) return refuse('不是报送包：缺少清单或者签名');
  const signed = await bytesOf(zip, MANIFEST_PATH);
  const signature = SIGNATURE.safeParse(jsonOf(await bytesOf(zip, SIGNATURE_PATH)));
  if (!signature.success) return refuse('签名文件的格式不对');
  if (signature.data.publicKey !== trusted) return refuse('签名用的不是约定的公钥，请核对公钥');
  const key = createPublicKey({ key: Buffer.from(trusted, 'base64'), format: 'der', type: 'spki' });
  if (!verify(null, signed, key, Buffer.from(signature.data.signature, 'base64')))
    return refuse('签名不符：清单被改动过');
  const manifest = MANIFEST.safeParse(jsonOf(signed));
  return manifest.success ? ok(manifest.data) : refuse('清单的格式不对');
}

async function findFault(zip: ZipContainer, { files }: Manifest): Promise<string | null> {
  for (const { path, bytes, sha256 } of files) {
    if (!zip.has(path)) return `缺少文件 ${path}`;
    const found = await bytesOf(zip, path);
    if (found.byteLength !== bytes || sha256Of(found) !== sha256) return `文件 ${path} 与清单不符`;
  }
  const named = new Set([MANIFEST_PATH, SIGNATURE_PATH, ...files.map(({ path }) => path)]);
  const stranger = zip.writtenNames().find(name => !named.has(name));
  return stranger === undefined ? null : `清单里没有文件 ${stranger}`;
}

/**
 * What a package says it holds, when all of it is as it was signed by the key (base64 of the DER): the manifest unchanged, every
 * file there and whole, none besides. Otherwise one sentence. Whoever receives packages can do the same; docs/push-package.md says how.
 */
export async function verifyPackage(bytes: Uint8Array, trusted: string): Promise<Result<Manifest, string>> {
  const verified = await guarded(async () => {
    const zip = await openZip(bytes);
    const manifest = await signedManifest(zip, trusted);
    if (!manifest.ok) return manifest;
    const fault = await findFault(zip, manifest.value);
    return fault === null ? manifest : refuse(fault);
  });
  return verified.ok ? verified.value : refuse('文件损坏或者不是报送包，读不出来');
}
