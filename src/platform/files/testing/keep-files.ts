// A program of its own for tests: `node keep-files.ts FOLDER BYTES [COUNT]` keeps files of that size and prints each id once it
// is acknowledged, or the sentence with which it was refused. The key is all zeros.
import { createSealing } from '../../sealing/sealing.ts';
import { openFileStore } from '../file-store.ts';
import { fileOf } from './file-of.ts';

const [folder = '', bytes = '0', count = 'Infinity'] = process.argv.slice(2);
const store = await openFileStore({ folder, sealing: createSealing([new Uint8Array(32)]) });
for (let index = 0; index < Number(count); index += 1) {
  const kept = await store.keep(fileOf(Number(bytes)));
  process.stdout.write(`${kept.ok ? kept.value : kept.problem}\n`);
}
