import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What an optional virus scanner says. Without one, or when it does not answer, a file is `not-scanned`, which officers see. */
export type Scan = 'clean' | 'not-scanned';
export const SCAN_NAMES: Readonly<Record<Scan, string>> = { clean: '已查毒', 'not-scanned': '未查毒' };

/** `infected` with the name of what was found; the file is to be refused. */
export type ScanVerdict = { readonly kind: Scan } | { readonly kind: 'infected'; readonly found: string };
export type Scanner = (bytes: Uint8Array) => Promise<ScanVerdict>;

const TIMEOUT_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;
const MAX_ANSWER = 4096;

function connectTo(place: string): Socket {
  const [, host, port] = /^\[?([^/]+?)\]?:(\d+)$/.exec(place) ?? [];
  return host === undefined ? connect({ path: place }) : connect({ host, port: Number(port) });
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.byteLength);
  return length;
}

/** clamd's INSTREAM: pieces with their length in front, and a zero at the end. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES) {
    const piece = bytes.subarray(at, at + CHUNK_BYTES);
    socket.write(lengthOf(piece));
    socket.write(piece);
  }
  socket.write(Buffer.alloc(4));
}

async function ask(place: string, bytes: Uint8Array): Promise<string> {
  const socket = connectTo(place);
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd does not answer')));
  try {
    send(socket, bytes);
    let answer = '';
    for await (const chunk of socket) {
      answer += String(chunk);
      if (answer.includes('\0') || answer.length > MAX_ANSWER) break;
    }
    return answer;
  } finally {
    socket.destroy();
  }
}

/** A scanner that asks clamd at a socket path or `host:port`; null for none. It never throws: no answer is `not-scanned`. */
export function createScanner(place: string | null): Scanner {
  if (place === null) return async () => ({ kind: 'not-scanned' });
  return async bytes => {
    try {
      const answer = await ask(place, bytes);
      if (/: OK\0/.test(answer)) return { kind: 'clean' };
      const found = /: (.+) FOUND\0/.exec(answer)?.[1];
      return found === undefined ? { kind: 'not-scanned' } : { kind: 'infected', found };
    } catch {
      return { kind: 'not-scanned' };
    }
  };
}
