import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** A small file that another system gave. */
export type WebAnswer = { readonly bytes: Uint8Array; readonly mediaType: string };

/** One address of another system that may be asked; no answer of it leads anywhere else. */
export type WebSource = {
  readonly host: string;
  /** The words go into the places of the address. Refuses, in one sentence, what is late, large, redirected or no success. */
  readonly ask: (words: Readonly<Record<string, string>>) => Promise<Result<WebAnswer, string>>;
};

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 256 * 1024;

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The source of a configured address, such as `https://sgs.example.cn/annual?agency={agency}&year={year}`. It alone is the
 * allow-list: words are encoded into its places, and redirects are not followed.
 */
export function openWebSource(address: string): WebSource {
  const { host } = new URL(address.replaceAll(/[{}]/g, ''));
  return {
    host,
    ask: async words => {
      const url = address.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
        words[name] === undefined ? place : encodeURIComponent(words[name]),
      );
      try {
        const answer = await fetch(url, {
          redirect: 'manual',
          signal: AbortSignal.timeout(TIMEOUT_MS),
          headers: { accept: 'application/json, text/csv;q=0.9' },
        });
        if (answer.status !== 200 || answer.body === null) {
          await answer.body?.cancel();
          return refuse(`${host} 没有给出数据（状态 ${answer.status}）；请与对方的管理人员核对`);
        }
        const bytes = await bytesOf(answer.body);
        if (bytes === null) return refuse(`${host} 给出的数据超过 ${MOST_BYTES / 1024} KB，没有接收`);
        const mediaType = (answer.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
        return ok({ bytes, mediaType });
      } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        return refuse(
          late ? `${host} 在 ${TIMEOUT_MS / 1000} 秒内没有回答，请稍后再试` : `连接不上 ${host}，请核对网络和地址`,
        );
      }
    },
  };
}
