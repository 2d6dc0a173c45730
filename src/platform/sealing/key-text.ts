import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** A key is 256 random bits. */
export const KEY_BYTES = 32;

const HEX = /^[0-9a-f]{64}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

function readKey(text: string): Uint8Array | undefined {
  if (HEX.test(text)) return Uint8Array.fromHex(text);
  if (!BASE64.test(text)) return undefined;
  // The last character of 43 holds two bits that say nothing; one that is not zero is a typing error.
  const plain = text.replace(/=$/, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return Uint8Array.fromBase64(`${plain}=`, { lastChunkHandling: 'strict' });
  } catch {
    return undefined;
  }
}

/**
 * The keys in a text, in their order: each 32 bytes in base64 or hexadecimal, with spaces, commas or line ends between them;
 * a line that begins with # says nothing. Refuses a text without keys, one that holds anything else (no part of it is
 * repeated in the refusal), and a key that stands there twice.
 */
export function readKeys(text: string): Result<readonly Uint8Array[], string> {
  const words = text
    .split(/\r?\n/)
    .filter(line => !line.trimStart().startsWith('#'))
    .flatMap(line => line.split(/[\s,]+/))
    .filter(word => word !== '');
  if (words.length === 0) return refuse('里面没有密钥');
  const keys: Uint8Array[] = [];
  for (const [index, word] of words.entries()) {
    const key = readKey(word);
    if (key === undefined)
      return refuse(`第 ${index + 1} 个密钥不是 32 字节的 base64 或十六进制（可用 openssl rand -base64 32 生成）`);
    if (keys.some(known => known.toHex() === key.toHex())) return refuse(`第 ${index + 1} 个密钥与前面的相同`);
    keys.push(key);
  }
  return ok(keys);
}

/** A key as it is written in the key file and in GONGKAI_KEY. */
export function keyText(key: Uint8Array): string {
  return key.toBase64();
}
