import { createHash } from 'node:crypto';
import type { SendOutcome } from '../outbox/message.ts';

/** Where packages are pushed, and what shows that it is us. docs/push-package.md is the contract. */
export type PackageHookConfiguration = { readonly url: string; readonly token: string };

/** How the other side has answered; `receipt` is the beginning of what it said. */
export type PackageAnswer = { readonly outcome: SendOutcome; readonly receipt: string };

export type PostPackage = (id: string, bytes: Uint8Array) => Promise<PackageAnswer>;

/** A hundred megabytes over a bad line; the outbox waits longer than this for an attempt. */
const TIMEOUT_MS = 240_000;
const RECEIPT_BYTES = 4000;
/** Answers that say "not now"; every other 4xx says "not like this". */
const LATER = new Set([401, 403, 404, 408, 425, 429]);
/** It has this package already. */
const HELD = 409;

function outcomeOf(status: number): SendOutcome {
  if ((status >= 200 && status < 300) || status === HELD) return { kind: 'sent' };
  const isFinal = status >= 400 && status < 500 && !LATER.has(status);
  return { kind: isFinal ? 'refused' : 'try-again', problem: `HTTP ${status}` };
}

async function beginningOf(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.body ?? []) {
    pieces.push(piece);
    bytes += piece.byteLength;
    if (bytes >= RECEIPT_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8').replaceAll('\u0000', '').trim();
}

/** Pushes packages as they are. Redirects are not followed: what is signed goes to the address that was agreed on. */
export function createPackageHook({ url, token }: PackageHookConfiguration): PostPackage {
  return async (id, bytes) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/zip',
          'content-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
          'x-gongkai-id': id,
        },
        body: Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength),
      });
      return { outcome: outcomeOf(answer.status), receipt: await beginningOf(answer) };
    } catch (error) {
      const problem = error instanceof Error && error.name === 'TimeoutError' ? 'ETIMEDOUT' : 'ECONNECTION';
      return { outcome: { kind: 'try-again', problem }, receipt: '' };
    }
  };
}
