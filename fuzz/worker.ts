// One reader under fire. Tells its parent how it goes; a refusal is fine, an exception is a crash.
import { run } from '../src/annual-report/examination/job.ts';
import { damage, randomFrom } from './damage.ts';
import { seedsOf } from './seeds.ts';

export type FuzzNews = {
  readonly runs: number;
  readonly read: number;
  readonly refused: number;
  readonly slowestMs: number;
  readonly residentMiB: number;
  readonly elapsedSeconds: number;
};

const [format = 'text', secondsText = '60', seedText = '1'] = process.argv.slice(2);
const random = randomFrom(Number(seedText));
const seeds = await seedsOf(format);
const started = performance.now();
const until = started + Number(secondsText) * 1000;
let [runs, read, refused, slowestMs, told] = [0, 0, 0, 0, 0];

while (performance.now() < until) {
  const bytes = damage(seeds, random);
  const before = performance.now();
  const answer = await run({
    kind: 'audit',
    file: { name: `fuzz.${format}`, bytes },
    previous: null,
    publishedOn: null,
    lexicon: null,
  });
  slowestMs = Math.max(slowestMs, performance.now() - before);
  runs += 1;
  if (answer.kind === 'unreadable') refused += 1;
  else read += 1;
  if (performance.now() - told > 250) {
    told = performance.now();
    process.send?.({
      runs,
      read,
      refused,
      slowestMs,
      residentMiB: process.memoryUsage.rss() / 1024 / 1024,
      elapsedSeconds: (told - started) / 1000,
    } satisfies FuzzNews);
  }
}
process.disconnect?.();
