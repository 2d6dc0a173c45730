import { connect } from 'node:net';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** What a hostile file might make a reader do; each answers with the name of the refusal. */
const DEEDS: Readonly<Record<string, () => unknown>> = {
  answer: () => 42,
  spin: () => {
    for (;;);
  },
  'fill-heap': () => {
    const hoard: object[] = [];
    for (;;) hoard.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
  },
  'fill-buffers': () => {
    const hoard: Uint8Array[] = [];
    for (;;) hoard.push(new Uint8Array(8 * 1024 * 1024).fill(hoard.length));
  },
  throw: () => {
    throw new Error('deliberate');
  },
  exit: () => process.exit(3),
  write: () => writeFileSync('/tmp/gongkai-escape', 'x'),
  read: () => readFileSync(new URL('../../README.md', import.meta.url), 'utf8').length,
  spawn: () => spawnSync('/bin/true').error ?? 'spawned',
  network: () =>
    new Promise((resolve, reject) => {
      connect(9, '127.0.0.1').on('error', reject).on('connect', resolve);
    }),
};

export async function run(deed: string): Promise<unknown> {
  try {
    return await DEEDS[deed]?.();
  } catch (error) {
    if (deed === 'throw') throw error;
    return (error as NodeJS.ErrnoException).code;
  }
}
